"""What training is, and where it is kept: model, rules, store, catalogue and formats. Knows nothing of a terminal."""
