"""Where a log is kept. Screens and commands ask the Logbook; only this package knows that there are files."""
