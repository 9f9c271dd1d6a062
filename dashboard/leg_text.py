"""How the figures of a leg and of a corridor come about, as text to recompute them from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.legs import ORIGIN
from dashboard.rows import row, rows
from dashboard.tree_text import tree_text
from dashboard.trees import country_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.pipeline import Readings

_KINDS: Final = {
    "km": "kilometres inside",
    "crossing": "border with {other}, stricter side",
    "end": "end of a flight or of a sea leg",
    "protection": "the state that protects",
}
_HOW_A_LEG: Final = (
    "A leg is the sum of weight x score over the sum of the weights that have a score. Weights\n"
    "are kilometres; a border, a coast or an end of a flight weighs what the recipe says."
)
_ORIGIN: Final = (
    "not scored. It is the country that people leave; a state does not return people to itself."
)
_HOW_A_CORRIDOR: Final = (
    "Cumulative is the sum over the legs of weight x score, in thousands. The worst leg is the\n"
    "highest reading. Kilometres at High or at Elevated and worse are added up over the legs."
)


def country_text(readings: Readings, iso3: str) -> str:
    """Return the tree of a country's figure, as `tree_text`; a line where there is none."""
    if iso3 in readings.leg_rule.origin:
        return f"{iso3}: {_ORIGIN}\n"
    tree = country_tree(readings, iso3)
    if tree is None:
        return f"{iso3}: the evidence holds nothing on this country.\n"
    return tree_text(readings.recipe, (tree,), unit=iso3)


def leg_text(readings: Readings, leg_id: str) -> str:
    """Return the parts of a leg's reading, and the tree of each country that enters it."""
    return "\n".join(
        [
            f"{leg_id} under {readings.recipe.name} ({readings.recipe.title})",
            _HOW_A_LEG,
            "",
            *_leg_lines(readings, leg_id),
            "",
            *(country_text(readings, iso3) for iso3 in _scored(readings, [leg_id])),
        ]
    )


def corridor_text(readings: Readings, corridor_id: str) -> str:
    """Return how a corridor's readings are made from its legs, and each leg from its parts."""
    found = row(readings.corridors, corridor_id)
    legs = readings.legs[readings.legs["corridor_id"] == corridor_id]
    lines = [
        f"{corridor_id} under {readings.recipe.name} ({readings.recipe.title})",
        _HOW_A_CORRIDOR,
        "",
        f"cumulative = {_shown(found['cumulative'])}",
        *(
            f"  {leg.Index}: weight x score {_shown(leg.exposure)}, reading {_shown(leg.reading)}, "
            f"km High {_shown(leg.km_high)}, "
            f"km Elevated or worse {_shown(leg.km_elevated_or_worse)}"
            for leg in rows(legs)
        ),
        f"worst leg = {_shown(found['worst_reading'])}, {found['worst_leg_id'] or 'no leg'}",
        f"km High = {_shown(found['km_high'])}",
        f"km Elevated or worse = {_shown(found['km_elevated_or_worse'])}",
        "",
    ]
    parts = [line for leg_id in legs.index for line in (*_leg_lines(readings, str(leg_id)), "")]
    countries = _scored(readings, legs.index)
    return "\n".join(
        [*lines, _HOW_A_LEG, "", *parts, *(country_text(readings, c) for c in countries)]
    )


def _leg_lines(readings: Readings, leg_id: str) -> list[str]:
    leg = row(readings.legs, leg_id)
    drivers = readings.drivers[readings.drivers["leg_id"] == leg_id]
    if pd.isna(leg["reading"]):
        made = f"  {leg['reason']}"
    else:
        made = f"  {_shown(leg['exposure'])} / {_shown(leg['weight_km'])}"
    return [
        f"{leg_id} = {_shown(leg['reading'])}",
        made,
        *(
            f"    {driver.iso3}, {_KINDS[driver.kind].format(other=driver.other_iso3)}: "
            f"weight {_shown(driver.weight_km)} x score {_score(driver.score, driver.state)}"
            for driver in rows(drivers)
        ),
    ]


def _scored(readings: Readings, leg_ids: Iterable[object]) -> list[str]:
    of_them = readings.drivers[readings.drivers["leg_id"].isin(list(leg_ids))]
    return [str(iso3) for iso3 in of_them.loc[of_them["score"].notna(), "iso3"].unique()]


def _score(score: float, state: str) -> str:
    return "not scored, the country of origin" if state == ORIGIN else _shown(score)


def _shown(number: float) -> str:
    return "no data" if pd.isna(number) else f"{number:.12g}"
