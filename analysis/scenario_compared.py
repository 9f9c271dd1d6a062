"""Figures under a scenario beside those of the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.classes import class_words, ranks
from analysis.corridor_draws import READINGS
from analysis.intervals import PLACES

if TYPE_CHECKING:
    from analysis.recipe import Classes


def compared_figures(baseline: pd.Series, scenario: pd.Series, classes: Classes) -> pd.DataFrame:
    """Return figures of 0-10 side by side.

    Parameters
    ----------
    baseline, scenario
        Figures on the same index, NaN where there is none.
    classes
        The recipe's classes.

    Returns
    -------
    The same index; ``baseline``, ``scenario``, ``change`` (NaN where either is missing, so also
    where a scenario gives a first figure), ``baseline_class``, ``scenario_class``, ``changed``
    (also true where a figure appears).

    """
    table = _side_by_side(baseline, scenario)
    return table.assign(
        baseline_class=class_words(baseline, classes), scenario_class=class_words(scenario, classes)
    )


def compared_corridors(baseline: pd.DataFrame, scenario: pd.DataFrame) -> pd.DataFrame:
    """Return the readings of corridors side by side.

    Parameters
    ----------
    baseline, scenario
        Results of `corridor_readings` for the same corridors.

    Returns
    -------
    One row per corridor and reading: ``corridor_id, reading, baseline, scenario, change``,
    ``changed``, ``baseline_rank``, ``scenario_rank`` (1 reads worst, equal ones share the best
    rank, missing without a figure).

    """
    tables = [
        _side_by_side(baseline[name], scenario[name]).assign(
            reading=name,
            baseline_rank=ranks(baseline[name].round(PLACES)),
            scenario_rank=ranks(scenario[name].round(PLACES)),
        )
        for name in READINGS
    ]
    rows = pd.concat(tables).reset_index()
    columns = ["corridor_id", "reading", "baseline", "scenario", "change", "changed"]
    return rows[[*columns, "baseline_rank", "scenario_rank"]]


def _side_by_side(baseline: pd.Series, scenario: pd.Series) -> pd.DataFrame:
    change = (scenario - baseline).round(PLACES)
    appeared = baseline.isna() != scenario.isna()
    return pd.DataFrame(
        {
            "baseline": baseline,
            "scenario": scenario,
            "change": change,
            "changed": appeared | (change.fillna(0.0) != 0),
        }
    )
