"""Legs that a scenario moves, own or published: how much, with both intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.scenarios import under_scenario
from dashboard.uncertainty import read_leg_intervals
from dashboard.workspace.own_tables import leg_end

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scenario import Scenario
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.workspace.own_tables import OwnFigures


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Moved:
    """The legs of an atlas that a scenario moves, and how many there are in all.

    ``legs`` (index ``leg_id``, the largest change first) has ``leg, corridor``; ``baseline,
    baseline_low, baseline_high`` as found; ``scenario, scenario_low, scenario_high``; ``change``;
    ``baseline_class, scenario_class`` and ``apart``: whether the two intervals have nothing in
    common. Intervals are missing where there are too many legs to draw.
    """

    legs: pd.DataFrame
    all_legs: int


def moved_legs(figures: OwnFigures, scenario: Scenario, rule: UncertaintyRule) -> Moved:
    """Return the legs whose reading a scenario changes.

    A leg that has a reading on one side alone is moved, too; its change is missing.

    Parameters
    ----------
    figures
        Own legs, or the published ones, as found; own assessments hold on both sides.
    scenario
        What is put over the evidence. Its values are given and not drawn, so its intervals are
        about everything else.
    rule
        How far values and choices are varied.
    """
    atlas, before = figures.own.atlas, figures.leg_intervals
    compared = under_scenario(atlas, figures.own.readings, scenario)
    found = compared.legs
    moved = found[found["changed"]]
    after = None
    if before is not None and len(moved):
        after = read_leg_intervals(atlas, compared.readings, rule)
    ends = {
        f"{side}_{end}": leg_end(drawn, end, moved.index)
        for side, drawn in (("baseline", before), ("scenario", after))
        for end in ("low", "high")
    }
    rows = moved.assign(
        leg=atlas.leg_names().reindex(moved.index),
        corridor=atlas.legs["corridor_id"].map(atlas.corridor_names).reindex(moved.index),
        **ends,
    )
    apart = (rows["scenario_low"] > rows["baseline_high"]) | (
        rows["scenario_high"] < rows["baseline_low"]
    )
    order = rows["change"].abs().sort_values(ascending=False, na_position="first").index
    tenths = ["baseline", "scenario", "change"]
    return Moved(
        legs=rows.assign(apart=apart, **{name: rows[name].round(1) for name in tenths}).loc[order],
        all_legs=len(found),
    )
