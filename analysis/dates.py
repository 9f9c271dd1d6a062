"""Dates as precise as a source gives them, and the age of evidence in years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import datetime as dt

DAYS_PER_YEAR = 365.25


def start_of(texts: pd.Series) -> pd.Series:
    """Return the first day of a date given as ``2016``, ``2016-03`` or ``2016-03-09``.

    What is only known to the year counts from the first of January: evidence must not speak
    later than its source. Anything else, such as ``n.d.``, is undated (NaT).

    Parameters
    ----------
    texts
        Dates as text or whole years; any index.

    Returns
    -------
    The same index, ``datetime64``, NaT where undated.

    Examples
    --------
    >>> start_of(pd.Series(["2016-03", "n.d."])).dt.strftime("%Y-%m-%d").tolist()
    ['2016-03-01', nan]

    """
    text = texts.astype("string").str.strip()
    whole = text.where(text.str.fullmatch(r"\d{4}(-\d{2}){0,2}").fillna(value=False))
    padded = whole + whole.str.len().map({4: "-01-01", 7: "-01", 10: ""}).astype("string")
    return pd.to_datetime(padded.astype("object"), format="%Y-%m-%d").astype("datetime64[s]")


def age_years(starts: pd.Series, date: dt.date) -> pd.Series:
    """Return the years from each day to ``date``; NaN where undated.

    ``starts`` is ``datetime64``, as from `start_of`; the index stays. Whole days over 365.25, below
    0 for a day after ``date``.
    """
    days: pd.Series = (pd.Timestamp(date) - starts).dt.days.astype(float)
    return days / DAYS_PER_YEAR
