"""Proof: what others published and the engine rebuilds, and why a general index is not enough."""

from dashboard import doors, session
from dashboard.panels.proof import proof
from dashboard.panels.shown import show

settings = session.settings()
chosen = (settings.recipe, settings.date)
show(proof(doors.atlas(), doors.readings(*chosen), doors.intervals(*chosen)))
