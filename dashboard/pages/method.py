"""Method: every formula, weight and rule of the recipe in use, written from the recipe itself."""

from dashboard import doors, session
from dashboard.panels.method import method
from dashboard.panels.shown import show

settings = session.settings()
chosen = (settings.recipe, settings.date)
show(method(doors.atlas(), doors.readings(*chosen), doors.intervals(*chosen)))
