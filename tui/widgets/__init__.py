"""Given values, they show them; what happens to them goes up as a message."""
