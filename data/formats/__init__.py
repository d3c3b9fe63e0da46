"""What comes in and goes out: one file a format, bytes -> (sessions, problems), and the writers."""
