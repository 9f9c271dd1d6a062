"""Facts about places: boundaries, country evidence, leg lines, kilometres in countries, basemap."""
