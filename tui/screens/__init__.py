"""One file and one stylesheet a screen. Screens alone talk to the Logbook."""
