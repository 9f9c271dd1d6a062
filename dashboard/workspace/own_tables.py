"""Own corridors and legs beside the published ones, with readings and intervals, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.uncertainty import read_intervals, read_leg_intervals

if TYPE_CHECKING:
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals
    from dashboard.workspace.readings import OwnReadings

# Beyond so many legs, intervals of all take longer than a reader waits; one alone always has its.
MOST_DRAWN: Final = 10_000
# Every draw of every corridor is held at once: 96 MB.
MOST_CORRIDORS: Final = 300
_CUMULATIVE, _WORST = "cumulative", "worst_reading"


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class OwnFigures:
    """Own legs as of a date under a recipe, and how sure they are.

    ``intervals`` are None where there are too many corridors or legs, ``leg_intervals`` where there
    are too many legs.
    """

    own: OwnReadings
    intervals: Intervals | None
    leg_intervals: pd.DataFrame | None


def own_figures(own: OwnReadings, rule: UncertaintyRule) -> OwnFigures:
    """Return own readings with their intervals, drawn like the published ones."""
    if not 0 < len(own.atlas.legs) <= MOST_DRAWN:
        return OwnFigures(own=own, intervals=None, leg_intervals=None)
    if len(own.readings.corridors) <= MOST_CORRIDORS:
        drawn = read_intervals(own.atlas, own.readings, rule, ordered=False)
        return OwnFigures(own=own, intervals=drawn, leg_intervals=drawn.legs)
    legs = read_leg_intervals(own.atlas, own.readings, rule)
    return OwnFigures(own=own, intervals=None, leg_intervals=legs)


def corridor_rows(
    atlas: Atlas, readings: Readings, intervals: Intervals | None, *, touched: frozenset[str]
) -> pd.DataFrame:
    """Return one row per corridor, own or published, with readings and intervals.

    Returns
    -------
    Index ``corridor_id``; ``corridor, cumulative, cumulative_low, cumulative_high, worst_reading,
    worst_low, worst_high, km_high, legs_not_scored, length_km`` and ``own_assessment``: whether an
    assessment of the organisation's own is in the figures. What is not known is missing.

    """
    found = readings.corridors
    return pd.DataFrame(
        {
            "corridor": atlas.corridor_names.reindex(found.index),
            "cumulative": found["cumulative"].round(1),
            "cumulative_low": _end(intervals, _CUMULATIVE, "low", found.index),
            "cumulative_high": _end(intervals, _CUMULATIVE, "high", found.index),
            "worst_reading": found["worst_reading"].round(1),
            "worst_low": _end(intervals, _WORST, "low", found.index),
            "worst_high": _end(intervals, _WORST, "high", found.index),
            "km_high": found["km_high"].round(),
            "legs_not_scored": found["legs_unknown"] + found["legs_not_applicable"],
            "length_km": found["length_km"].round(),
            "own_assessment": found.index.isin(touched),
        },
        index=found.index,
    )


def leg_rows(figures: OwnFigures) -> pd.DataFrame:
    """Return one row per own leg.

    Returns
    -------
    Index ``leg_id``; ``leg, corridor, risk_class, reading, low, high, length_km, countries,
    reason`` (why it has no reading, as the engine has it) and ``own_assessment``.

    """
    atlas, found = figures.own.atlas, figures.own.readings.legs
    legs = atlas.legs
    return pd.DataFrame(
        {
            "leg": atlas.leg_names(),
            "corridor": legs["corridor_id"].map(atlas.corridor_names),
            "risk_class": found["risk_class"],
            "reading": found["reading"].round(1),
            "low": leg_end(figures.leg_intervals, "low", legs.index),
            "high": leg_end(figures.leg_intervals, "high", legs.index),
            "length_km": atlas.lines["length_km"].round(),
            "countries": legs["countries_declared"],
            "reason": found["reason"],
            "own_assessment": legs.index.isin(figures.own.legs),
        },
        index=legs.index,
    )


def _end(intervals: Intervals | None, reading: str, end: str, ids: pd.Index) -> pd.Series:
    if intervals is None:
        return pd.Series(index=ids, dtype="float64")
    rows = intervals.corridors[intervals.corridors["reading"] == reading]
    return rows.set_index("corridor_id")[end].reindex(ids).round(1)


def leg_end(legs: pd.DataFrame | None, end: str, ids: pd.Index) -> pd.Series:
    """Return one end of the interval of each leg, missing where none was drawn."""
    if legs is None:
        return pd.Series(index=ids, dtype="float64")
    return legs[end].reindex(ids).round(1)
