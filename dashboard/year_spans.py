"""The years that a row of the evidence covers, from dates as precise as a source gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import numpy.typing as npt

_YEAR = re.compile(r"\d{4}")
_UP_TO = "<="


def year_spans(texts: pd.Series) -> pd.DataFrame:
    """Return the first and the last year that each text covers.

    Parameters
    ----------
    texts
        Days, months, years or spans of them: ``2016-03``, ``1999-2001``, ``2001-06/2003-10``,
        ``<=1989`` for everything up to then; anything else, such as ``n.d.``, is undated.

    Returns
    -------
    The same index; ``first`` (minus infinity where open) and ``last``, both NaN where undated.

    Examples
    --------
    >>> year_spans(pd.Series(["2016-03", "1999-2001", "<=1989", "n.d."])).to_numpy().tolist()
    [[2016.0, 2016.0], [1999.0, 2001.0], [-inf, 1989.0], [nan, nan]]

    """
    spans = [_span(text) for text in texts.astype("string").fillna("")]
    return pd.DataFrame(spans, index=texts.index, columns=["first", "last"], dtype=float)


def _span(text: str) -> tuple[float, float]:
    years = [float(year) for year in _YEAR.findall(text)]
    if not years:
        return np.nan, np.nan
    return -np.inf if text.startswith(_UP_TO) else min(years), max(years)


def fact_spans(facts: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the year that each fact speaks of; that of its source's date where it names none."""
    own = facts["year"].astype("string")
    return year_spans(own.fillna(facts["source_id"].map(sources["date"])))


def event_spans(events: pd.DataFrame) -> pd.DataFrame:
    """Return the years from the beginning of each event to its end."""
    return year_spans(events["date"] + "/" + events["date_end"])


def years_covered(*spans: pd.DataFrame) -> tuple[int, int]:
    """Return the first and the last year that any of the spans names."""
    firsts = pd.concat([one["first"] for one in spans])
    lasts = pd.concat([one["last"] for one in spans])
    return int(firsts[np.isfinite(firsts)].min()), int(lasts.max())


def within(spans: pd.DataFrame, period: tuple[int, int] | tuple[()]) -> npt.NDArray[np.bool_]:
    """Return which spans share a year with ``period``; an undated one only with no period."""
    if not period:
        return np.ones(len(spans), dtype=bool)
    first, last = period
    shares = (spans["first"] <= last) & (spans["last"] >= first)
    return np.asarray(shares, dtype=bool)
