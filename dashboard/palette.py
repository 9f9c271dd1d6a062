"""Colours, widths and dashes: one table per way of painting, safe for colour vision deficiencies.

Width (or dash) says again what the colour says, so no class depends on hue alone. Cold is low and
hot is high; nothing is green. Any two classes, and each class and the grey of no data, stay at
least 24 apart (CIE 1976) under simulated protanopia, deuteranopia and tritanopia: a test holds it,
for the colours of the light ground and for those of the dark one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.language import N_


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """How a class is drawn: sRGB hex colours, line width in CSS px, dash pattern in px or None.

    ``color`` stands on the light ground and on paper, ``dark`` on the dark theme's ground.
    """

    color: str
    dark: str
    width: float
    dash: tuple[int, ...] | None = None

    @property
    def css(self) -> str:
        """The colour as CSS that follows the theme of the page."""
        return f"light-dark({self.color}, {self.dark})"


@dataclass(frozen=True, kw_only=True)
class Tint:
    """How a country is tinted: sRGB hex colours for the light ground and for the dark one."""

    color: str
    dark: str


NO_DATA: Final = Stroke(color="#8a8a8a", dark="#b0b0b0", width=2.6, dash=(6, 5))

RISK: Final = {
    N_("Minimal"): Stroke(color="#335bb4", dark="#557ecd", width=2.4),
    N_("Low"): Stroke(color="#84b0df", dark="#9ec6f4", width=2.9),
    N_("Moderate"): Stroke(color="#eea621", dark="#ffd04c", width=3.6),
    N_("Elevated"): Stroke(color="#e65842", dark="#ed874f", width=4.5),
    N_("High"): Stroke(color="#97303b", dark="#fe3371", width=5.5),
}

LEGAL_STATUS: Final = {
    N_("Citizenship"): Stroke(color="#4755a1", dark="#6f7ff0", width=2.4),
    N_("Refugee or asylum status"): Stroke(color="#61a6d6", dark="#79c6f6", width=2.8),
    N_("Tolerated or redirected"): Stroke(color="#cfb184", dark="#f3d2a8", width=3.2),
    N_("Onward transfer, or rare status"): Stroke(color="#f19d23", dark="#ffad33", width=3.8),
    N_("Illegal entrant, ad hoc outcome"): Stroke(color="#e0553a", dark="#ff7a58", width=4.6),
    N_("No recognition"): Stroke(color="#993342", dark="#fa2a6e", width=5.5),
}

GRADE: Final = {
    N_("high"): Stroke(color="#2f5493", dark="#6e8fd7", width=4.6),
    N_("medium"): Stroke(color="#5ba4d2", dark="#8dd8fc", width=3.6, dash=(12, 4)),
    N_("low"): Stroke(color="#c68a25", dark="#ecaf45", width=2.8, dash=(5, 5)),
    N_("unverified"): Stroke(color="#a53c2d", dark="#eb5c52", width=2.4, dash=(2, 5)),
}

BANDS: Final = dict(
    zip(("0–2", "2–4", "4–6", "6–8", "8–10"), RISK.values(), strict=True),
)

TREATY: Final = {
    N_("Party to the Convention or its Protocol"): Tint(color="#335bb4", dark="#557ecd"),
    N_("Not party"): Tint(color="#c68a25", dark="#ecaf45"),
}

# Charts take colours by their place in this list, on the screen from the theme, which holds the
# same (a test compares). Shape, fill, dash or place say again what they say.
CHART: Final = ("#1d4f58", "#c07a1e", "#5b8fc9", "#602882", "#8c8c8c")
CHART_DARK: Final = ("#6fe3bf", "#e29b50", "#5d7adb", "#ca95d0", "#7b7b7b")
PAPER: Final = "#ffffff"
PAPER_INK: Final = "#25292c"
PAPER_GRID: Final = "#e3dfd5"
DARK_INK: Final = "#e9e5dc"
DARK_GRID: Final = "#374147"
