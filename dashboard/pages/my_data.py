"""My data: an organisation's own legs and places, scored beside the published corridors."""

from dashboard import session
from dashboard.panels.own_data.drawing import drawing
from dashboard.panels.own_data.editing import editing
from dashboard.panels.own_data.figures import figures
from dashboard.panels.own_data.file import bring_in
from dashboard.panels.own_data.keeping import keeping
from dashboard.panels.own_data.sections import chosen_section, on_the_desk
from dashboard.panels.own_data.sharing import sharing
from dashboard.panels.own_data.what_if import what_if

settings = session.settings()
on_the_desk()
section = chosen_section()
if section == "bring_in":
    bring_in()
elif section == "figures":
    figures(settings)
elif section == "draw":
    drawing(settings)
elif section == "edit":
    editing(settings)
elif section == "what_if":
    what_if(settings)
elif section == "share":
    sharing(settings)
elif section == "keep":
    keeping()
