"""What every figure would be without one indicator, or without one source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.assessed import PREFIX
from analysis.corridor_draws import READINGS, corridor_draws
from analysis.countries import recipe_cells
from analysis.draws import CountryDraws
from analysis.index import score_units
from analysis.intervals import PLACES
from analysis.leg_draws import leg_reading_draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.leg_sums import Terms
    from analysis.recipe import Classes, LegRule, Recipe

INDICATOR: Final = "indicator"
SOURCE: Final = "source"
RECORD: Final = "record"
NO_FIGURE: Final = "no figure without it"
A_FIGURE: Final = "a figure only without it"
NOTHING: Final = "changes no figure"

LEFT_OUT_COLUMNS: Final = (
    *("kind", "left_out", "level", "id", "figure", "shown", "without", "change", "note"),
)

_NUMBERS: Final = ("shown", "without", "change")


@dataclass(frozen=True, kw_only=True)
class Whole:
    """All that figures are computed from, apart from the indicators.

    ``terms`` are those of `term_arrays`; ``corridor`` (index ``leg_id``) has the corridor of each
    leg; ``rules`` are the recipe's classes and leg table.
    """

    recipe: Recipe
    rules: tuple[Classes, LegRule]
    terms: Terms
    corridor: pd.Series


def without_indicator(indicators: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """Return indicators with one of them missing everywhere.

    ``indicators`` are those of `indicators_on`. The rows of ``dimension`` stay, their ``score`` NaN
    and their ``value`` empty; grade, date and sources are left as they are. The table given is not
    changed.
    """
    gone = indicators["dimension"] == dimension
    return indicators.assign(
        score=indicators["score"].mask(gone), value=indicators["value"].mask(gone, "")
    )


def facts_without(facts: pd.DataFrame, source_id: str, recipe: Recipe) -> pd.DataFrame:
    """Return facts as if one source had never been found.

    See `facts_emptied`.
    """
    return facts_emptied(facts, facts["source_id"] == source_id, recipe)


def facts_emptied(facts: pd.DataFrame, gone: pd.Series, recipe: Recipe) -> pd.DataFrame:
    """Return facts as if some of them had never been found.

    Indicators are then found anew: an older assessment may speak, or a rule. Rows that assess are
    emptied rather than dropped, so that no country and no dimension ends with its last source.

    Parameters
    ----------
    facts
        Index ``fact_id``; columns ``dimension, value, score, year``.
    gone
        Which of them, on the same index.
    recipe
        Its columns are dimensions that assess, beside those that begin with ``assess_``.

    """
    assesses = facts["dimension"].isin(recipe.columns) | facts["dimension"].str.startswith(PREFIX)
    kept = facts[~gone | assesses]
    empty = gone[kept.index]
    return kept.assign(
        value=kept["value"].mask(empty, ""),
        score=kept["score"].mask(empty),
        year=kept["year"].mask(empty),
    )


def incidents_without(incidents: pd.DataFrame, source_id: str) -> pd.DataFrame:
    """Return incidents as if one source had never been found.

    ``incidents`` are as for `indicators_on`. Each has one source: those of this ``source_id`` are
    dropped.
    """
    return incidents[incidents["source_id"] != source_id]


def sources_in_use(indicators: pd.DataFrame, recipe: Recipe) -> list[str]:
    """Return the sources that the recipe's indicators rest on, in the order of the alphabet.

    ``indicators`` are those of `indicators_on`: of dimensions that the recipe reads, and with a
    score, by evidence or by rule. Each ``source_id`` once.
    """
    read = indicators[indicators["dimension"].isin(recipe.columns) & indicators["score"].notna()]
    return sorted({one for ids in read["source_ids"] for one in str(ids).split(";")} - {""})


def left_out(
    indicators: pd.DataFrame, without: Mapping[tuple[str, str], pd.DataFrame], *, whole: Whole
) -> pd.DataFrame:
    """Return how each figure changes when something is left out.

    Parameters
    ----------
    indicators
        The result of `indicators_on`: what is shown rests on it.
    without
        The indicators that remain, by kind (``indicator``, ``source`` or ``record``) and by name.
    whole
        What figures are computed from besides.

    Returns
    -------
    One row per thing left out and figure that changes: ``kind``, ``left_out``; ``level``
    (``country``, ``leg`` or ``corridor``), ``id`` and ``figure`` (``risk``, ``reading``, or a
    reading of a corridor); ``shown``, ``without`` and their ``change``; ``note`` (``no figure
    without it``, or ``a figure only without it``, else empty). What changes nothing has one row
    that says so. Within each, figures of one kind stand together: those lost or won first, then
    the largest changes.

    """
    shown = _figures(indicators, whole)
    parts = []
    for (kind, name), remaining in without.items():
        compared = pd.DataFrame({"shown": shown, "without": _figures(remaining, whole)})
        rows = _changed(compared)
        if rows.empty:
            rows = pd.DataFrame([{"level": "", "id": "", "figure": "", "note": NOTHING}])
        parts.append(rows.assign(kind=kind, left_out=name))
    table = pd.concat(parts, ignore_index=True)
    return table.reindex(columns=list(LEFT_OUT_COLUMNS)).astype(dict.fromkeys(_NUMBERS, float))


def _figures(indicators: pd.DataFrame, whole: Whole) -> pd.Series:
    """Return every figure, by level, id and name."""
    nodes = score_units(whole.recipe, recipe_cells(indicators, whole.recipe))
    scores = nodes[whole.recipe.figure].reindex(whole.terms.countries)
    one = CountryDraws(
        countries=whole.terms.countries,
        scores=scores.to_numpy(dtype=float)[:, None],
        border=np.ones(1),
        blocks=(np.zeros(1, dtype=np.intp),),
    )
    legs = leg_reading_draws(whole.terms, one, rule=whole.rules[1])[:, 0]
    corridors = corridor_draws(whole.terms, one, corridor=whole.corridor, rules=whole.rules)
    parts = [
        ("country", "risk", scores.index, scores.to_numpy(dtype=float)),
        ("leg", "reading", whole.terms.leg_ids, legs),
        *(
            ("corridor", name, corridors.corridors, corridors.readings[name][:, 0])
            for name in READINGS
        ),
    ]
    keys = [(level, one_id, name) for level, name, ids, _ in parts for one_id in ids]
    index = pd.MultiIndex.from_tuples(keys, names=["level", "id", "figure"])
    return pd.Series(np.concatenate([values for *_, values in parts]), index=index)


def _changed(compared: pd.DataFrame) -> pd.DataFrame:
    change = (compared["without"] - compared["shown"]).round(PLACES)
    lost = compared["shown"].notna() & compared["without"].isna()
    won = compared["shown"].isna() & compared["without"].notna()
    note = np.select([lost, won], [NO_FIGURE, A_FIGURE], "")
    kept = lost | won | (change.fillna(0.0) != 0)
    rows = compared.assign(change=change, note=note)[kept].reset_index()
    place = rows.groupby(["level", "figure"], sort=False).ngroup()
    size = rows["change"].abs().fillna(np.inf)
    return rows.iloc[np.lexsort([-size.to_numpy(), place.to_numpy()])]
