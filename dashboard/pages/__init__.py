"""Pages: each a script that reads the settings, calls the pipeline and shows."""
