"""Texts of the data as people read them: numbers with separators, sources by name instead of id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dashboard.language import integer, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.rows import Row

# A whole number of four digits or more that is no part of a date, a decimal, a name or a statute.
_NUMBER: Final = re.compile(r"(?<![\w,./\-–제])(?<!No\. )\d{4,}(?![A-Za-z\d,/\-–]|\.\d)")
_YEARS: Final = range(1900, 2100)
_ID: Final = re.compile(r"[A-Za-z][\w\-]*[_\-][\w\-]+")


def readable(text: str, cited: Mapping[str, Row]) -> str:
    """Return a text of the data in the language of the run, for people.

    Parameters
    ----------
    text
        A cell of the shipped data.
    cited
        Sources by id; ``publisher, date``. An id in the text becomes publisher and year.
    """
    return grouped(_ID.sub(lambda found: _name(found[0], cited), said(text)))


def grouped(text: str) -> str:
    """Return a text whose numbers have separators; what can be a year stays as it is.

    Examples
    --------
    >>> grouped("at least 1076 since 2020, of 30000 to 50000 (Act No. 5259 of 1997-01-13)")
    'at least 1,076 since 2020, of 30,000 to 50,000 (Act No. 5259 of 1997-01-13)'

    """
    return _NUMBER.sub(lambda found: _separated(found[0]), text)


def _separated(digits: str) -> str:
    number = int(digits)
    return digits if number in _YEARS else integer(number)


def _name(one_id: str, cited: Mapping[str, Row]) -> str:
    if one_id not in cited:
        return one_id
    source = cited[one_id]
    year = str(source.date)[:4]
    return f"{source.publisher}, {year}" if year.isdigit() else str(source.publisher)
