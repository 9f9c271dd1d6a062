"""What adds up to the figure of a leg or a corridor: the part of each country and indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import N_, _, decimal
from dashboard.panels import markup
from dashboard.rows import rows
from dashboard.uncertainty import read_parts
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_SUM: Final = N_(
    "The parts add up to the figure. Several sources of one indicator share its part evenly; a "
    "missing indicator adds nothing and leaves its weight to the others."
)
_THOUSAND_KM: Final = 1000
_KEYS: Final = ["iso3", "dimension", "source_id", "note"]


def leg_contributions(atlas: Atlas, readings: Readings, leg_id: str) -> h.Element:
    """Return the parts of one leg's reading, the largest first, each with its source."""
    parts = read_parts(atlas, readings)
    own = parts[parts["leg_id"] == leg_id]
    return _contributions(atlas, own.assign(part=own["reading"]))


def corridor_contributions(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Element:
    """Return the parts of a corridor's cumulative exposure, added up over its legs."""
    parts = read_parts(atlas, readings)
    own = parts[parts["corridor_id"] == corridor_id]
    summed = own.groupby(_KEYS, sort=False, dropna=False)["exposure"].sum() / _THOUSAND_KM
    return _contributions(atlas, summed.rename("part").reset_index())


def _contributions(atlas: Atlas, parts: pd.DataFrame) -> h.Element:
    names = atlas.names()
    lines = [
        (
            names.get(part.iso3, part.iso3),
            _(RECIPE_COLUMNS.get(part.dimension, part.dimension)),
            decimal(part.part, 2),
            _source(atlas, part.source_id) if part.source_id else _(part.note),
        )
        for part in rows(parts.sort_values("part", ascending=False, kind="stable"))
    ]
    total = (_("Sum"), "", decimal(parts["part"].sum(), 2), "")
    return h.div[
        h.div(".atlas-wide")[
            markup.table(
                (_("Country"), _("Indicator"), _("Part"), _("Source")), [*lines, total], "numbers"
            )
        ],
        h.p(".atlas-note")[_(_SUM)],
    ]


def _source(atlas: Atlas, source_id: str) -> h.Element:
    return h.div(".atlas-cited")[h.ul[markup.citation(atlas.cited[source_id])]]
