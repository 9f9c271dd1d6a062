"""One own leg by itself, read as it is read among all: what the panel of a leg is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.pipeline import readings_from
from dashboard.uncertainty import read_intervals

if TYPE_CHECKING:
    import pandas as pd

    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals
    from dashboard.workspace.readings import OwnReadings


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class OneLeg:
    """An atlas of one own leg, its figures, how sure they are, and the own assessments in them.

    ``changes`` are the rows of `OwnReadings.changes` that move a figure of this leg.
    """

    atlas: Atlas
    readings: Readings
    intervals: Intervals
    changes: pd.DataFrame


def one_leg(own: OwnReadings, leg_id: str, rule: UncertaintyRule) -> OneLeg:
    """Return an own leg by itself: among a hundred thousand, only this one is drawn and explained.

    Raises
    ------
    KeyError
        There is no such leg.
    """
    found, whole = own.readings, own.atlas
    legs = whole.legs.loc[[leg_id]]
    atlas = replace(
        whole,
        legs=legs,
        corridors=whole.corridors.loc[[legs["corridor_id"].iloc[0]]],
        lines=whole.lines.loc[[leg_id]],
        exposure=whole.exposure[whole.exposure["leg_id"] == leg_id],
        crossings=whole.crossings[whole.crossings["leg_id"] == leg_id],
    )
    readings = readings_from(atlas, found.recipe, indicators=found.indicators, date=found.date)
    sides = {*readings.drivers["iso3"], *readings.drivers["other_iso3"]}
    moves = (own.changes["note"] == "") & own.changes["iso3"].isin(sides)
    return OneLeg(
        atlas=atlas,
        readings=readings,
        intervals=read_intervals(atlas, readings, rule, ordered=False),
        changes=own.changes[moves],
    )
