"""The map as prose: every corridor and leg of a publication in sentences with their sources."""
