"""What legday computes: pure functions of values and an explicit now. They read no clock, no file and no setting."""
