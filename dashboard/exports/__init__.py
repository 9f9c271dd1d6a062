"""The formats in which a publication leaves, a file for each; nothing else may be given to them."""
