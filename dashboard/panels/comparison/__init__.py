"""The parts of the page Compare: each draws one comparison, a short answer first."""
