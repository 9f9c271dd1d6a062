"""One row per country: the index, its class, and how good and how old what it rests on is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.assessed import DIMENSIONS
from analysis.classes import NO_DATA, class_words
from analysis.grades import weakest
from analysis.index import score_units

if TYPE_CHECKING:
    from analysis.recipe import Recipe

NOT_APPLICABLE = "not applicable"


def country_index(indicators: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return the index of every country from its indicators.

    Parameters
    ----------
    indicators
        The result of `indicators_on` for the date in question.
    recipe
        The index; its figure is the node that its classes name, else its first root.

    Returns
    -------
    Index ``iso3``; columns ``risk`` (0-10, NaN where missing), ``risk_class`` (a word, ``no data``
    or ``not applicable``), ``applicable``, ``basis`` (``assessed``, ``rule``, ``mixed`` or empty),
    ``grade`` (the weakest), ``oldest_evidence``, ``age_years`` (of the oldest; missing where
    undated), ``undated``, ``unverified`` (true if any indicator is), ``newer_incidents``,
    ``n_present``, ``n_expected`` (indicators of this recipe), then one column per other node of
    the recipe, and one per column of the recipe and assessed dimension (0-10, NaN where missing).

    Raises
    ------
    RecipeError, CellError
        As for `score_units`.

    """
    scores = _wide(indicators, "score")
    nodes = score_units(recipe, recipe_cells(indicators, recipe))
    figure = recipe.figure
    about = _about(indicators[indicators["dimension"].isin(recipe.columns)])
    risk = nodes[figure]
    table = pd.DataFrame({"risk": risk, "risk_class": _classes(risk, recipe)}).join(about)
    origin = risk.index.isin(recipe.legs.origin if recipe.legs else ()) & risk.isna()
    table = table.assign(applicable=table["applicable"] & ~origin)
    words = table["risk_class"].where(table["applicable"], NOT_APPLICABLE)
    rest = nodes.drop(columns=[figure, *set(nodes) & {"risk"}])
    shown = list(dict.fromkeys([*recipe.columns, *DIMENSIONS]))
    return table.assign(risk_class=words).join(rest).join(scores[shown])


def recipe_cells(indicators: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return the cells that a recipe reads: one row per country, one column per dimension.

    Words stand where the recipe reads words, scores elsewhere.
    """
    words = _wide(indicators, "value")[_worded(recipe)]
    return _wide(indicators, "score").assign(**{str(column): words[column] for column in words})


def _wide(indicators: pd.DataFrame, column: str) -> pd.DataFrame:
    return indicators.pivot_table(
        index="iso3", columns="dimension", values=column, aggfunc="first", dropna=False, sort=False
    ).rename_axis(columns=None)


def _worded(recipe: Recipe) -> list[str]:
    return [column for column in recipe.columns if recipe.leaf(column).words]


def _classes(risk: pd.Series, recipe: Recipe) -> pd.Series:
    if recipe.classes is None:
        return pd.Series(NO_DATA, index=risk.index, dtype="object")
    return class_words(risk, recipe.classes)


def _about(rows: pd.DataFrame) -> pd.DataFrame:
    """Return what the figure rests on, over the indicators of the recipe that are present."""
    present = rows[rows["score"].notna()]
    groups = present.groupby("iso3")
    every = rows.groupby("iso3")
    return pd.DataFrame(
        {
            "applicable": every["applicable"].any(),
            "basis": groups["basis"].agg(_one_or_mixed),
            "grade": groups["grade"].agg(weakest),
            "oldest_evidence": groups["evidence_date"].min(),
            "age_years": groups["age_years"].max(),
            "undated": groups["undated"].any(),
            "unverified": groups["unverified"].any(),
            "newer_incidents": groups["newer_incidents"].sum(),
            "n_present": groups.size(),
            "n_expected": every["applicable"].sum(),
        }
    ).pipe(_typed)


def _typed(about: pd.DataFrame) -> pd.DataFrame:
    """Return the table with plain values where a country has no indicator at all."""
    texts = {name: about[name].astype("object").fillna("") for name in ("basis", "grade")}
    flags = {n: about[n].astype("boolean").fillna(value=False).astype(bool) for n in _FLAGS}
    counts = {n: about[n].fillna(0).astype(np.int64) for n in _COUNTS}
    return about.assign(**texts, **flags, **counts)


_FLAGS = ("applicable", "undated", "unverified")
_COUNTS = ("newer_incidents", "n_present", "n_expected")


def _one_or_mixed(bases: pd.Series) -> str:
    return str(bases.iloc[0]) if len(set(bases)) == 1 else "mixed"
