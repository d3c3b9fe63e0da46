"""What the athlete sees: the app, its screens, and the commands."""
