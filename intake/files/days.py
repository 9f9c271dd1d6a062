"""Reads a date as people type it; one that may be two days is told apart by its column."""

import calendar
import datetime as dt
import re

MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name} | {
    name.lower(): at for at, name in enumerate(calendar.month_abbr) if name
}
ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\.?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
KOREAN = re.compile(r"(\d{4})\s*년(?:\s*(\d{1,2})\s*월(?:\s*(\d{1,2})\s*일)?)?")
DOTTED_KOREAN = re.compile(r"(\d{4})\.\s+(\d{1,2})\.\s+(\d{1,2})\.?")
YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
DAY_MONTH = re.compile(r"(\d{1,2})\s+([a-z]+)\.?,?\s+(\d{4})", re.IGNORECASE)
MONTH_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})", re.IGNORECASE)
DAY_FIRST, MONTH_FIRST = "day first", "month first"
MONTHS_A_YEAR = 12


class NoDate(ValueError):  # noqa: N818 - named for what it is
    """A text that is no date of the calendar."""


def order_of(texts: list[str]) -> str | None:
    """Return which of day and month comes first in a column, from a date that allows one alone.

    Returns
    -------
    str or None
        ``day first``, ``month first``, empty where no date needs to be told apart, None where
        one does and no other helps, or where they disagree.

    Examples
    --------
    >>> order_of(["03/04/2024", "25/12/2024"]), order_of(["2024-03-04"]), order_of(["03/04/2024"])
    ('day first', '', None)
    """
    pairs = [
        (int(match[1]), int(match[2]))
        for text in texts
        if (match := YEAR_LAST.fullmatch(text.strip()))
    ]
    if all(first == second for first, second in pairs):
        return ""
    orders = {DAY_FIRST for first, _ in pairs if first > MONTHS_A_YEAR}
    orders |= {MONTH_FIRST for _, second in pairs if second > MONTHS_A_YEAR}
    return orders.pop() if len(orders) == 1 else None


def day_of(text: str, order: str) -> str:
    """Return a date as YYYY-MM-DD, or as YYYY-MM or YYYY where it is no finer.

    Parameters
    ----------
    text
        The date as typed.
    order
        ``day first`` or ``month first``, for dates that end with the year.

    Raises
    ------
    NoDate
        It is no date, or none of the calendar.

    Examples
    --------
    >>> day_of("2024년 3월 4일", ""), day_of("03/04/2024", "day first"), day_of("2024-05", "")
    ('2024-03-04', '2024-04-03', '2024-05')
    """
    typed = text.strip()
    for pattern in (ISO, YEAR_FIRST, COMPACT, KOREAN, DOTTED_KOREAN):
        if match := pattern.fullmatch(typed):
            return _date(*match.groups()[:3])
    if match := YEAR_LAST.fullmatch(typed):
        first, second, year = match.groups()
        return _date(year, first, second) if order == MONTH_FIRST else _date(year, second, first)
    if match := DAY_MONTH.fullmatch(typed):
        return _date(match[3], _month(match[2]), match[1])
    if match := MONTH_DAY.fullmatch(typed):
        return _date(match[3], _month(match[1]), match[2])
    raise NoDate(text)


def _month(name: str) -> str:
    if name.lower() not in MONTHS:
        raise NoDate(name)
    return str(MONTHS[name.lower()])


def _date(year: str, month: str | None, day: str | None) -> str:
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise NoDate(year) from None
    parts = 1 + (month is not None) + (day is not None)
    return "-".join(date.isoformat().split("-")[:parts])
