"""A briefing as a PowerPoint file: native words, tables and charts, maps as pictures."""
