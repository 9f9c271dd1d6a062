"""What the atlas holds on one country, as tables and rows: law, practice, legs, gaps."""
