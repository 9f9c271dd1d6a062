"""The colours of the map on paper: the light scheme of ``theme.js``, which a test compares."""

from __future__ import annotations

from typing import Final

INK: Final[dict[str, str]] = {
    "sea": "#c9dcea",
    "land": "#f3efe6",
    "coast": "#8ba5b8",
    "border": "#84718f",
    "borderHalo": "rgba(132,113,143,.17)",
    "admin1": "rgba(120,110,130,.36)",
    "river": "#8db4d0",
    "lake": "#c3d9e8",
    "lakeEdge": "#8fb0c6",
    "place": "#2f2c38",
    "placeMinor": "#4a4653",
    "country": "#554a66",
    "seaName": "#64879f",
    "labelHalo": "rgba(250,248,243,.88)",
    "seaHalo": "rgba(214,228,239,.7)",
    "legHalo": "rgba(255,255,255,.94)",
    "mutedHalo": "rgba(255,255,255,.55)",
    "muted": "#8b8794",
    "vague": "#d9d5cc",
    "inner": "rgba(255,255,255,.9)",
    "tick": "rgba(255,255,255,.95)",
    "waypoint": "#26233a",
    "waypointFill": "#ffffff",
    "waypointText": "#1d1a2b",
    "waypointHalo": "rgba(255,255,255,.95)",
    "badge": "#26233a",
    "badgeText": "#ffffff",
}

# Light along the coast, the nearer first.
SHALLOW: Final = ("rgba(255,255,255,.5)", "rgba(255,255,255,.26)")
# How strong something lies over what is below it, from 0 to 1.
PART: Final[dict[str, float]] = {
    "relief": 0.92,
    "shallows": 0.5,
    "tintAlpha": 0.3,
    "mutedMix": 0.5,
    "mutedAlpha": 0.72,
}
