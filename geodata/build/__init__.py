"""Makes the shipped boundaries and basemap anew from published packages."""
