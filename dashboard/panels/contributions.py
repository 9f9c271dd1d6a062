"""What adds up to a leg's figure: the part of each country, indicator and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import N_, _, decimal
from dashboard.panels import markup
from dashboard.rows import rows
from dashboard.uncertainty import read_parts
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_SUM: Final = N_(
    "The parts add up to the figure. Several sources of one indicator share its part evenly; a "
    "missing indicator adds nothing and leaves its weight to the others."
)


def leg_contributions(atlas: Atlas, readings: Readings, leg_id: str) -> h.Element:
    """Return the parts of one leg's reading, the largest first, each with its source."""
    parts = read_parts(atlas, readings)
    own = parts[parts["leg_id"] == leg_id].sort_values("reading", ascending=False, kind="stable")
    names = atlas.names()
    lines = [
        (
            names.get(part.iso3, part.iso3),
            _(RECIPE_COLUMNS.get(part.dimension, part.dimension)),
            decimal(part.reading, 2),
            markup.sources((part.source_id,), atlas.cited) if part.source_id else _(part.note),
        )
        for part in rows(own)
    ]
    total = (_("Sum"), "", decimal(own["reading"].sum(), 2), "")
    return h.div[
        h.div(".atlas-wide")[
            markup.table(
                (_("Country"), _("Indicator"), _("Part"), _("Source")), [*lines, total], "numbers"
            )
        ],
        h.p(".atlas-note")[_(_SUM)],
    ]
