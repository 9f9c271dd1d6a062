"""An organisation's own assessments, put over the evidence beside it and never in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.dates import age_years, start_of
from analysis.scenario import NOT_SHOWN
from dashboard.workspace.model import standing_records
from intake.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt

    from analysis.recipe import Recipe

# The basis of an indicator that an organisation set: drawn by its grade and age like evidence.
OWN: Final = "own assessment"
LATER: Final = Sentence("does not hold yet on this date")
YIELDS: Final = Sentence("yields to a newer own assessment")
KEYS: Final = ["iso3", "dimension"]
_TEXTS: Final = ("value", "evidence_ids", "source_ids")


def holding_overrides(overrides: pd.DataFrame, date: dt.date) -> pd.DataFrame:
    """Return the own assessments that speak on a date: of several of one thing the newest.

    Records that a conflict left as second versions do not speak.
    """
    own = standing_records(overrides)
    starts = start_of(own["since"])
    valid = own[starts.isna() | (starts <= pd.Timestamp(date))]
    order = starts[valid.index].sort_values(na_position="first", kind="stable").index
    return valid.loc[order].drop_duplicates(KEYS, keep="last")


def overridden_indicators(
    indicators: pd.DataFrame, overrides: pd.DataFrame, date: dt.date
) -> pd.DataFrame:
    """Return indicators with own assessments in place of the evidence; the given stay as they are.

    A country of which the evidence says nothing is added, with what was not assessed missing.

    Parameters
    ----------
    indicators
        The result of `indicators_on` for the date.
    overrides
        The table of a workspace.
    date
        Only assessments that hold on it are used.
    """
    speaking = holding_overrides(overrides, date)
    if speaking.empty:
        return indicators
    table = _with_countries(indicators, speaking["iso3"]).set_index(KEYS)
    starts = start_of(speaking["since"])
    given = speaking.assign(
        **dict.fromkeys(_TEXTS, ""),
        evidence_date=starts,
        age_years=age_years(starts, date),
        basis=OWN,
        applicable=True,
        undated=starts.isna(),
        unverified=False,
        newer_incidents=0,
    ).set_index(KEYS)[list(table.columns)]
    kept = table.loc[~table.index.isin(given.index)]
    whole = pd.concat([kept, given]).reindex(table.index).reset_index()
    return whole[list(indicators.columns)].astype(indicators.dtypes.to_dict())


def override_changes(
    indicators: pd.DataFrame, overrides: pd.DataFrame, *, recipe: Recipe, date: dt.date
) -> pd.DataFrame:
    """Return every own assessment beside what the evidence has.

    Returns
    -------
    Index ``record_id``; ``iso3, dimension``, ``before`` (NaN where the evidence says nothing),
    ``after``, ``grade``, ``since``, ``reason`` and ``note``: why it moves no figure, else empty.

    """
    own = standing_records(overrides)
    before = indicators.set_index(KEYS)["score"].reindex(pd.MultiIndex.from_frame(own[KEYS]))
    speaking = holding_overrides(own, date).index
    later = start_of(own["since"]) > pd.Timestamp(date)
    read = own["dimension"].isin(recipe.columns)
    notes = np.select(
        [later, ~own.index.isin(speaking), ~read], [str(LATER), str(YIELDS), NOT_SHOWN], ""
    )
    shown = own[["iso3", "dimension", "grade", "since", "reason"]]
    return shown.assign(before=before.to_numpy(), after=own["score"], note=notes)


def _with_countries(indicators: pd.DataFrame, iso3: pd.Series) -> pd.DataFrame:
    new = sorted(set(iso3) - set(indicators["iso3"]))
    dimensions = list(indicators["dimension"].unique())
    every = pd.MultiIndex.from_product([new, dimensions], names=KEYS)
    blank = indicators.iloc[:0].set_index(KEYS).reindex(every)
    texts = [*_TEXTS, "grade", "basis"]
    filled = blank.assign(
        **dict.fromkeys(texts, ""),
        applicable=True,
        undated=False,
        unverified=False,
        newer_incidents=0,
    ).reset_index()
    return pd.concat([indicators, filled[list(indicators.columns)]], ignore_index=True)
