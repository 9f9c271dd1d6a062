"""The screen: pipeline, controls, map, pages, server and command line."""
