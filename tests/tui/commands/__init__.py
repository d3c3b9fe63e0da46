"""The commands, from their words to what they store, print and exit with."""
