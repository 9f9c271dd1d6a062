"""The days that a figure of a series covers, read from its year and its period."""

import re
from typing import NamedTuple

import pandas as pd

PERIOD = re.compile(
    r"(?:<=)?(?P<year>\d{4})"
    r"(?:-(?P<last>\d{4})|-H(?P<half>[12])|-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"|/(?:(?P<end_year>\d{4})-)?(?P<end_month>\d{2}))?)?"
)
OPEN = "<="
FISCAL = "US fiscal year"
_HALF_MONTHS = 6


class _Span(NamedTuple):
    start: pd.Timestamp
    end: pd.Timestamp


def flow_spans(flows: pd.DataFrame) -> pd.DataFrame:
    """Return the first day of each figure's period and the first day after it.

    A fiscal year of the United States begins in October of the year before. What is only known to
    the year covers the year.

    Parameters
    ----------
    flows
        The figures of ``read_flows``; ``year`` and ``period`` are used.

    Returns
    -------
    pd.DataFrame
        Same index; ``start`` (missing where the period has no beginning, such as ``<=1989``) and
        ``end``, both ``datetime64``, the end not included.

    Raises
    ------
    ValueError
        A year that is none of the forms of ``geodata.schema.FLOWS``.
    """
    spans = [_span(*cells) for cells in zip(flows["year"], flows["period"], strict=True)]
    table = pd.DataFrame(spans, index=flows.index, columns=["start", "end"])
    table["start"] = table["start"].mask(flows["year"].str.startswith(OPEN))
    return table.astype("datetime64[s]")


def _span(year: str, period: str) -> _Span:
    found = PERIOD.fullmatch(year)
    if found is None:
        raise ValueError(f"found the year {year!r}, expected a year, a date or a span of them")
    part = {name: int(text) for name, text in found.groupdict().items() if (text or "").isdigit()}
    span = _dated(part)
    return _shifted(span) if period.startswith(FISCAL) else span


def _shifted(span: _Span) -> _Span:
    quarter = pd.DateOffset(months=3)
    return _Span(span.start - quarter, span.end - quarter)


def _dated(part: dict[str, int]) -> _Span:
    year = part["year"]
    if "day" in part:
        start = pd.Timestamp(year, part["month"], part["day"])
        return _Span(start, start + pd.DateOffset(days=1))
    if "month" in part:
        end = pd.Timestamp(part.get("end_year", year), part.get("end_month", part["month"]), 1)
        return _Span(pd.Timestamp(year, part["month"], 1), end + pd.DateOffset(months=1))
    if "half" in part:
        start = pd.Timestamp(year, 1 + _HALF_MONTHS * (part["half"] - 1), 1)
        return _Span(start, start + pd.DateOffset(months=_HALF_MONTHS))
    return _Span(pd.Timestamp(year, 1, 1), pd.Timestamp(part.get("last", year) + 1, 1, 1))
