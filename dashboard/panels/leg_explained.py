"""How a leg's figure comes about: its parts, then the tree of each country with its sources."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h

from analysis.legs import ORIGIN
from dashboard.language import N_, _
from dashboard.panels import markup
from dashboard.panels.facts import assessment_line
from dashboard.panels.tree import figure_tree
from dashboard.rounding import rounded_parts
from dashboard.rows import row, rows
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

_KINDS: Final = {
    "km": N_("{country}, kilometres inside"),
    "crossing": N_("{country}, its border with {other}: the stricter side"),
    "coast": N_("{country}, border or coast"),
    "end": N_("{country}, end of the flight"),
    "protection": N_("{country}, the state that protects"),
}


def leg_explained(atlas: Atlas, readings: Readings, leg_id: str) -> h.Element:
    """Return the parts of a leg's reading and the trees of its countries, down to the sources."""
    drivers = readings.drivers[readings.drivers["leg_id"] == leg_id]
    leg, names = row(readings.legs, leg_id), atlas.names()
    scores = drivers["score"]
    weights, parts = (
        rounded_parts(drivers[column].where(scores.notna()).tolist(), digits=0)
        for column in ("weight_km", "contribution")
    )
    lines = [
        _line(driver, _part(driver, names), weight=weight, part=part)
        for driver, weight, part in zip(rows(drivers), weights, parts, strict=True)
    ]
    sums = (
        _("Sum of what is scored"),
        markup.figure(leg["weight_km"], 0),
        "",
        markup.figure(leg["exposure"], 0),
    )
    scored = drivers.loc[drivers["score"].notna(), "iso3"].unique()
    return h.div[
        markup.table(
            (_("Part"), _("Weight, km"), _("Score"), _("Weight × score")),
            [*lines, sums],
            "numbers stacked labelled",
        ),
        h.p(".atlas-note")[
            _(
                "The figure is the sum of the last column over the sum of the weights that have a "
                "score: {exposure} ÷ {weight} = {reading}. A border, a coast or an end of a flight "
                "weighs {km} km: our judgement. Kilometres are measured by the atlas on Natural "
                "Earth 1:10m. Parts are rounded so that they add up; a weight in brackets has no "
                "score and is in no sum."
            ).format(
                exposure=markup.figure(leg["exposure"], 0),
                weight=markup.figure(leg["weight_km"], 0),
                reading=markup.figure(leg["reading"], 2),
                km=f"{readings.leg_rule.crossing_km:g}",
            )
        ],
        h.fragment[[_rests_on(atlas, readings, str(iso3), names) for iso3 in scored]],
    ]


def _line(driver: Row, name: str, *, weight: float, part: float) -> tuple[str, ...]:
    """Return the line of a part; one without a score adds nothing, its weight is in brackets."""
    if math.isnan(part):
        why = _("not scored") if driver.state == ORIGIN else _(NO_DATA)
        return name, f"({markup.figure(driver.weight_km, 0)})", why, _("nothing")
    return name, markup.figure(weight, 0), markup.figure(driver.score), markup.figure(part, 0)


def _part(driver: Row, names: Mapping[str, str]) -> str:
    kind = "coast" if driver.kind == "crossing" and not driver.other_iso3 else driver.kind
    return _(_KINDS[kind]).format(
        country=names.get(driver.iso3, driver.iso3),
        other=names.get(driver.other_iso3, driver.other_iso3),
    )


def _rests_on(atlas: Atlas, readings: Readings, iso3: str, names: Mapping[str, str]) -> h.Node:
    """Return the tree of a country's score, and its assessments standing open with sources."""
    score = markup.figure(readings.countries["risk"][iso3])
    heading = _("{country}: where its {score} comes from")
    return h.div[
        h.h4[heading.format(country=names.get(iso3, iso3), score=score)],
        figure_tree(readings, iso3),
        [
            assessment_line(atlas, readings, iso3, column, opened=True)
            for column in readings.recipe.columns
        ],
    ]
