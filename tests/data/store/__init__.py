"""The log on disk and in memory."""
