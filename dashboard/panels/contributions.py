"""What adds up to a leg's figure: the part of each country, indicator and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.panels import markup
from dashboard.rows import rows
from dashboard.uncertainty import read_parts
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_SUM = (
    "The parts add up to the figure. Several sources of one indicator share its part evenly; a "
    "missing indicator adds nothing and leaves its weight to the others."
)


def leg_contributions(atlas: Atlas, readings: Readings, leg_id: str, lang: str) -> h.Element:
    """Return the parts of one leg's reading, the largest first, each with its source."""
    parts = read_parts(atlas, readings)
    own = parts[parts["leg_id"] == leg_id].sort_values("reading", ascending=False, kind="stable")
    names = atlas.names(lang)
    lines = [
        (
            names.get(part.iso3, part.iso3),
            RECIPE_COLUMNS.get(part.dimension, part.dimension),
            f"{part.reading:.2f}",
            markup.sources((part.source_id,), atlas.cited) if part.source_id else part.note,
        )
        for part in rows(own)
    ]
    total = ("Sum", "", f"{own['reading'].sum():.2f}", "")
    return h.div[
        h.div(".atlas-wide")[
            markup.table(("Country", "Indicator", "Part", "Source"), [*lines, total], "numbers")
        ],
        h.p(".atlas-note")[_SUM],
    ]
