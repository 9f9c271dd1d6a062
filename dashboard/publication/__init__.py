"""The one door out: what is chosen becomes a new object that may leave, and nothing else may."""
