"""Charts in Vega-Lite: tables in, charts out; no screen, and no colour but its place in a list."""
