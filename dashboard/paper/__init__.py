"""The map and the atlas on paper: drawn and set without a browser, from a publication alone."""
