"""The legs that touch a country: kilometres inside it, class, reading and corridors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.countries.legs import legs_inside
from dashboard.language import _, decimal, integer, ngettext
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip
from dashboard.rows import rows
from dashboard.words import MODES
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals


_LISTED: Final = 2  # more corridors than these open on a click


def legs(atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals) -> h.Element:
    """Return the chapter on legs."""
    found = legs_inside(atlas, readings, iso3, intervals)
    declared, crossed = found[found["declared"]], found[~found["declared"]]
    return markup.chapter(
        _("Legs that touch it"),
        h.p[_("No leg of a corridor touches it.")] if declared.empty else _legs(atlas, declared),
        _crossed(crossed),
    )


def _legs(atlas: Atlas, legs: pd.DataFrame) -> h.Node:
    lines: list[tuple[h.Node, ...]] = [
        (
            [h.strong[leg.leg], " ", h.span(".atlas-dim")[_(MODES[leg.mode])]],
            _kilometres(leg),
            [class_chip(leg.risk_class, leg.class_share), " ", _reading(leg)],
            _corridors(atlas, leg),
            _sources(atlas, leg),
        )
        for leg in rows(legs)
    ]
    head = (_("Leg"), _("km inside"), _("Class, reading"), _("Corridors"), _("Source"))
    total = _("In all: {km}.").format(km=ground_words(legs))
    return [
        markup.table(head, lines, "stacked legs"),
        h.p(".atlas-note")[
            total,
            " ",
            _(
                "Straight lines between stand-ins for a city or province, measured by the atlas on "
                "Natural Earth 1:10m. A flight counts with its two ends, not with the kilometres "
                "it is over a country. Class and reading are those of the whole leg."
            ),
            " ",
            markup.judgement(),
        ],
    ]


def ground_words(legs: pd.DataFrame) -> str:
    """Return the kilometres of rows of `legs_inside` on the ground, or that all are flights."""
    if legs["km"].isna().all():
        return _("flights only")
    return _("{km} km on the ground").format(km=integer(legs["km"].sum()))


def leg_words(atlas: Atlas, leg: Row) -> h.Node:
    """Return a row of `legs_inside` as a line: name, kilometres, class, reading, sources."""
    km = _("flight") if leg.mode == "air" else _("{km} km").format(km=integer(leg.km))
    return [
        h.div[f"{leg.leg}, {km} "],
        h.div[class_chip(leg.risk_class, leg.class_share), " ", _reading(leg)],
        _sources(atlas, leg),
    ]


def _sources(atlas: Atlas, leg: Row) -> h.Element:
    grade = _(str(atlas.legs["confidence"][leg.Index]))
    return markup.sources(
        split_ids(atlas.legs["source_ids"][leg.Index]),
        atlas.cited,
        _("Grade {grade}: sources").format(grade=grade),
    )


def _kilometres(leg: Row) -> str:
    return _("flight") if leg.mode == "air" else integer(leg.km)


def _reading(leg: Row) -> h.Node:
    if pd.isna(leg.low):
        return markup.figure(leg.reading)
    return [
        markup.figure(leg.reading),
        h.span(".atlas-dim")[
            " ",
            _("({low} to {high})").format(low=decimal(leg.low), high=decimal(leg.high)),
        ],
    ]


def _corridors(atlas: Atlas, leg: Row) -> h.Element:
    names = [h.li[atlas.corridor_names[one]] for one in leg.corridors]
    listed = h.ul(".atlas-bare")[names]
    if len(names) <= _LISTED:
        return listed
    return markup.unfold(ngettext("{number} corridor", "{number} corridors", len(names)), listed)


def _crossed(crossed: pd.DataFrame) -> h.Element | None:
    if crossed.empty:
        return None
    named = "; ".join(
        _("{leg}, {km} km").format(leg=leg.leg, km=integer(leg.km)) for leg in rows(crossed)
    )
    return h.p(".atlas-note")[
        _(
            "Straight lines that cross it though no corridor is reported to enter it there, not "
            "counted in any figure: {legs}."
        ).format(legs=named)
    ]
