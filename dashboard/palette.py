"""Colours, widths and dashes: one table per way of painting, safe for colour vision deficiencies.

Width (or dash) says again what the colour says, so no class depends on hue alone. The smallest
distance between neighbouring classes under simulated protanopia, deuteranopia and tritanopia is
held by a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """How a class is drawn: sRGB hex colour, line width in CSS px, dash pattern in px or None."""

    color: str
    width: float
    dash: tuple[int, ...] | None = None


NO_DATA: Final = Stroke(color="#8a8a8a", width=2.6, dash=(6, 5))

RISK: Final = {
    "Minimal": Stroke(color="#2f6f9f", width=2.4),
    "Low": Stroke(color="#73b3c9", width=2.9),
    "Moderate": Stroke(color="#dcae3a", width=3.6),
    "Elevated": Stroke(color="#dd6b2b", width=4.5),
    "High": Stroke(color="#8b1a3d", width=5.5),
}

LEGAL_STATUS: Final = {
    "Citizenship": Stroke(color="#2f6f9f", width=2.4),
    "Refugee or asylum status": Stroke(color="#73b3c9", width=2.8),
    "Tolerated or redirected": Stroke(color="#b9c26a", width=3.2),
    "Onward transfer, or rare status": Stroke(color="#dcae3a", width=3.8),
    "Illegal entrant, ad hoc outcome": Stroke(color="#dd6b2b", width=4.6),
    "No recognition": Stroke(color="#8b1a3d", width=5.5),
}

GRADE: Final = {
    "high": Stroke(color="#1f4e79", width=4.6),
    "medium": Stroke(color="#5d8fb8", width=3.6, dash=(12, 4)),
    "low": Stroke(color="#b58a3c", width=2.8, dash=(5, 5)),
    "unverified": Stroke(color="#b5563c", width=2.4, dash=(2, 5)),
}

BANDS: Final = dict(
    zip(("0–2", "2–4", "4–6", "6–8", "8–10"), RISK.values(), strict=True),
)

TREATY: Final = {
    "Party to the Convention or its Protocol": "#2f6f9f",
    "Not party": "#c98a4b",
}
