"""What adds up to the figure of a leg or a corridor: the part of each country and indicator."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h

from analysis.leaf_parts import parts_by
from dashboard.language import N_, _, decimal, percent
from dashboard.panels import markup
from dashboard.rounding import rounded_parts
from dashboard.rows import rows
from dashboard.uncertainty import read_parts
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_SUM: Final = N_(
    "Each list adds up to the figure, its parts rounded so that they do. Several sources of one "
    "indicator share its part evenly; a missing indicator adds nothing and leaves its weight to "
    "the others."
)
_DIGITS: Final = 2
_THOUSAND_KM: Final = 1000
_KEYS: Final = ["iso3", "dimension", "source_id", "note"]


def leg_contributions(atlas: Atlas, readings: Readings, leg_id: str) -> h.Element:
    """Return the parts of one leg's reading: by country, by indicator, by source, and in full."""
    parts = read_parts(atlas, readings)
    own = parts[parts["leg_id"] == leg_id].sort_values("reading", ascending=False, kind="stable")
    columns = {name: _(title) for name, title in RECIPE_COLUMNS.items()}
    return h.div[
        _bars(_("By country"), parts_by(own, ["leg_id", "iso3"]), atlas.names()),
        _bars(_("By indicator"), parts_by(own, ["leg_id", "dimension"]), columns),
        _by_source(atlas, parts_by(own, ["leg_id", "source_id"])),
        h.p(".atlas-note")[_(_SUM)],
        markup.unfold(_("All parts in a table"), _table(atlas, own.assign(part=own["reading"]))),
    ]


def corridor_contributions(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Element:
    """Return the parts of a corridor's cumulative exposure, added up over its legs."""
    parts = read_parts(atlas, readings)
    own = parts[parts["corridor_id"] == corridor_id]
    summed = own.groupby(_KEYS, sort=False, dropna=False)["exposure"].sum() / _THOUSAND_KM
    return h.div[
        _table(atlas, summed.rename("part").reset_index()),
        h.p(".atlas-note")[_(_SUM)],
    ]


def _bars(title: str, sums: pd.DataFrame, names: Mapping[str, str]) -> h.Element:
    """Return one bar per country or indicator, with its part and share of the figure."""
    lines = [
        (names.get(key, _(key)), markup.meter(share), _said(part, share))
        for key, part, share in _rounded(sums)
    ]
    total = (_("Sum"), "", decimal(sums["reading"].sum(), _DIGITS))
    return markup.table((title, "", _("Part")), [*lines, total], "atlas-parts")


def _by_source(atlas: Atlas, sums: pd.DataFrame) -> h.Element:
    """Return one line per source, each opening onto its citation."""
    lines = [
        (
            markup.sources((key,), atlas.cited) if key in atlas.cited else _("no source is named"),
            markup.meter(share),
            _said(part, share),
        )
        for key, part, share in _rounded(sums)
    ]
    total = (_("Sum"), "", decimal(sums["reading"].sum(), _DIGITS))
    return markup.table((_("By source"), "", _("Part")), [*lines, total], "atlas-parts")


def _rounded(sums: pd.DataFrame) -> Iterator[tuple[str, float, float]]:
    """Yield each key with its part, rounded so that the parts add up, and its share."""
    keys, parts, shares = (sums.iloc[:, place].tolist() for place in (1, 3, 4))
    return zip(keys, rounded_parts(parts, digits=_DIGITS), shares, strict=True)


def _said(part: float, share: float) -> str:
    """Return a part and its share of the figure; a figure of 0 has no shares."""
    return (
        decimal(part, _DIGITS)
        if math.isnan(share)
        else f"{decimal(part, _DIGITS)} ({percent(share)})"
    )


def _table(atlas: Atlas, parts: pd.DataFrame) -> h.Element:
    names = atlas.names()
    ordered = parts.sort_values("part", ascending=False, kind="stable")
    ordered = ordered.assign(part=rounded_parts(ordered["part"].tolist(), digits=_DIGITS))
    lines = [
        (
            names.get(part.iso3, part.iso3),
            _(RECIPE_COLUMNS.get(part.dimension, part.dimension)),
            decimal(part.part, _DIGITS),
            _source(atlas, part.source_id) if part.source_id else _(part.note),
        )
        for part in rows(ordered)
    ]
    total = (_("Sum"), "", decimal(parts["part"].sum(), _DIGITS), "")
    return h.div(".atlas-wide")[
        markup.table(
            (_("Country"), _("Indicator"), _("Part"), _("Source")),
            [*lines, total],
            "numbers stacked labelled",
        )
    ]


def _source(atlas: Atlas, source_id: str) -> h.Element:
    return h.div(".atlas-cited")[h.ul[markup.citation(atlas.cited[source_id])]]
