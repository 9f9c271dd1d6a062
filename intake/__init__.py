"""Checked reading: the error tree and the one way a CSV file enters the atlas."""
