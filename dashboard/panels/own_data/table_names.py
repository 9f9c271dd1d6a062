"""What the tables of a workspace are called."""

from __future__ import annotations

from typing import Final

from dashboard.language import N_

TABLES: Final = {
    "legs": N_("Legs"),
    "places": N_("Places"),
    "incidents": N_("Incidents"),
    "notes": N_("Notes"),
    "overrides": N_("Own assessments"),
    "scenarios": N_("Scenarios"),
    "settings": N_("Settings and decisions"),
}
