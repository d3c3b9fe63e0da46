"""The commands: everything that a screen can do without looking."""
