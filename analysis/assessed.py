"""Assessments that are valid on a date: the newest evidence that was there by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.dates import start_of
from analysis.grades import GRADES

if TYPE_CHECKING:
    import datetime as dt

    from analysis.recipe import Recipe

DIMENSIONS: Final = (
    "legal_recognition",
    "non_refoulement_commitment",
    "state_practice_of_return",
    "access_to_protection_actors",
    "cooperation_with_dprk_on_return",
    "penalty_on_arrest_detention",
)
NOT_APPLICABLE_VALUE: Final = "not applicable"
PREFIX: Final = "assess_"


def evidence_dates(facts: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Return the day from which each fact speaks: its own year, else its source's date.

    Parameters
    ----------
    facts
        Index ``fact_id``; columns ``year, source_id``.
    sources
        Index ``source_id``; column ``date``, text as precise as known.

    Returns
    -------
    Series on ``fact_id``, ``datetime64``; NaT where neither is known.

    """
    from_year = start_of(facts["year"])
    return from_year.fillna(start_of(facts["source_id"].map(sources["date"])))


def assessed_on(
    facts: pd.DataFrame, sources: pd.DataFrame, *, recipe: Recipe, date: dt.date
) -> pd.DataFrame:
    """Return one row per country and dimension with an assessment valid on ``date``.

    Of several the newest speaks, then the better graded. An undated source is valid always and
    yields to a dated one.

    Parameters
    ----------
    facts, sources
        As read from the evidence.
    recipe
        Its word-valued leaves turn words into figures; its columns are read beside the six
        assessed dimensions.
    date
        The as-of date.

    Returns
    -------
    Columns ``iso3, dimension, score, value, grade, evidence_date, evidence_ids, source_ids,
    applicable``.

    """
    wanted = wanted_facts(facts, recipe)
    dated = wanted.assign(evidence_date=evidence_dates(wanted, sources))
    valid = dated[dated["evidence_date"].isna() | (dated["evidence_date"] <= pd.Timestamp(date))]
    order = valid.assign(rank=valid["confidence"].map(GRADES.index)).sort_values(
        ["evidence_date", "rank"], na_position="first", kind="stable"
    )
    newest = order.groupby(["iso3", "dimension"], sort=False).tail(1)
    return pd.DataFrame(
        {
            "iso3": newest["iso3"],
            "dimension": newest["dimension"],
            "score": newest["score"].astype(float),
            "value": newest["value"],
            "grade": newest["confidence"],
            "evidence_date": newest["evidence_date"],
            "evidence_ids": newest.index,
            "source_ids": newest["source_id"],
            "applicable": newest["value"] != NOT_APPLICABLE_VALUE,
        }
    ).reset_index(drop=True)


def wanted_facts(facts: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return the facts of the six dimensions and the recipe's columns, with figures for words.

    Parameters
    ----------
    facts
        Index ``fact_id``; columns ``dimension, value, score``, any others stay.
    recipe
        A fact in a word that one of its leaves knows has that leaf's figure as its ``score``.

    Returns
    -------
    The columns of ``facts``, ``dimension`` without ``assess_``; first the facts that have a
    ``score`` or are ``not applicable`` (NaN then), then those in words, column by column.
    """
    named = facts["dimension"].str.removeprefix(PREFIX)
    columns = {*DIMENSIONS, *recipe.columns}
    wanted = facts.assign(dimension=named)[named.isin(columns)]
    speaks = wanted["score"].notna() | (wanted["value"] == NOT_APPLICABLE_VALUE)
    worded = [_worded(wanted, recipe, column) for column in recipe.columns]
    return pd.concat([wanted[speaks], *worded])


def _worded(wanted: pd.DataFrame, recipe: Recipe, column: str) -> pd.DataFrame:
    words = dict(recipe.leaf(column).words)
    rows = wanted[(wanted["dimension"] == column) & wanted["value"].isin(list(words))]
    return rows.assign(score=rows["value"].map(words).astype(float))
