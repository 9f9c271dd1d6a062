"""About: what the atlas is, what it does not do, who may use what, and how it stays offline."""

from dashboard import doors
from dashboard.panels.about import about
from dashboard.panels.shown import show

show(about(doors.atlas()))
