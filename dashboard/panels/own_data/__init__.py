"""The page My data, part by part; what it shows belongs to one session."""
