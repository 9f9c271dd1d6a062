"""What a past date did not have yet: readings on it compared with those at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.as_of import COOPERATION, PRACTICE
from analysis.assessed import evidence_dates, wanted_facts
from analysis.dates import start_of
from analysis.practice import AGREEMENT, RETURN, TRANSFER

if TYPE_CHECKING:
    import datetime as dt

    from analysis.recipe import Recipe

_KEYS: Final = ["iso3", "dimension"]
_COMPARED: Final = ("score", "grade", "applicable")
_TOLD: Final = ("score", "grade", "basis", "evidence_date", "applicable")


def later_evidence(
    then: pd.DataFrame, end: pd.DataFrame, *, begins: pd.DataFrame, date: dt.date
) -> pd.DataFrame:
    """Return the indicators that read otherwise at the end of the evidence than on a date.

    Parameters
    ----------
    then, end
        The results of `indicators_on` for ``date`` and for the last date, under one recipe.
    begins
        The result of `evidence_begins`.
    date
        The as-of date.

    Returns
    -------
    Index ``iso3, dimension``, in the order of ``then``; ``score, grade, basis, evidence_date,
    applicable`` of the date, the same with ``_end`` of the last; ``first``, the first day on which
    evidence gives the dimension a score, where it has none on the date (NaT elsewhere).
    """
    told = [*_KEYS, *_TOLD]
    both = then[told].merge(end[told], on=_KEYS, how="left", suffixes=("", "_end"))
    both = both.set_index(_KEYS)
    differs = np.logical_or.reduce([_differ(both, name) for name in _COMPARED])
    later = begins[begins["start"] > pd.Timestamp(date)]
    first = later.groupby(_KEYS)["start"].min().reindex(both.index)
    return both.assign(first=first.where(both["score"].isna()))[differs]


def evidence_begins(
    facts: pd.DataFrame, sources: pd.DataFrame, *, incidents: pd.DataFrame, recipe: Recipe
) -> pd.DataFrame:
    """Return each day on which something begins that gives a dimension of a country a score.

    An assessment begins with its evidence. By rule, practice begins with a return or transfer (in
    a country of destination with a return: a transfer there says nothing) and cooperation with an
    agreement. Commitment has a score on every date.

    Parameters
    ----------
    facts, sources, incidents, recipe
        As for `indicators_on`.

    Returns
    -------
    Columns ``iso3, dimension, start``; undated evidence, which always speaks, has no row.
    """
    assessed = wanted_facts(facts, recipe)
    scored = assessed[assessed["score"].notna()]
    origin = recipe.legs.origin if recipe.legs else ()
    hosts, acts = (table[~table["iso3"].isin(origin)] for table in (facts, incidents))
    parts = [scored[_KEYS].assign(start=evidence_dates(scored, sources))]
    if recipe.practice is not None:
        transit = ~acts["iso3"].isin(recipe.practice.destinations)
        speaks = (acts["kind"] == RETURN) | ((acts["kind"] == TRANSFER) & transit)
        parts.append(_begun(acts[speaks], PRACTICE, "date"))
        if recipe.cooperation is not None:
            parts.append(_begun(hosts[hosts["dimension"] == AGREEMENT], COOPERATION, "year"))
    every = pd.concat(parts, ignore_index=True)
    return every[every["start"].notna()]


def _begun(rows: pd.DataFrame, dimension: str, column: str) -> pd.DataFrame:
    starts = start_of(rows[column])
    return pd.DataFrame({"iso3": rows["iso3"], "dimension": dimension, "start": starts})


def _differ(both: pd.DataFrame, name: str) -> pd.Series:
    """Return where a value is another at the end; two missing values are the same."""
    then, end = both[name], both[f"{name}_end"]
    return (then != end) & (then.notna() | end.notna())
