"""Stories of steps, resolved against the evidence, for the screen and for files."""
