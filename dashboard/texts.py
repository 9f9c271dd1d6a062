"""Texts of the data as people read them: numbers with separators, sources by name instead of id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dashboard.language import integer, said
from dashboard.source_line import publisher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.rows import Row

# A whole number of four digits or more that is no part of a date, a decimal, a name or a statute.
_NUMBER: Final = re.compile(r"(?<![\w,./\-–제])(?<!No\. )\d{4,}(?![A-Za-z\d,/\-–]|\.\d)")
_YEARS: Final = range(1900, 2100)
_ID: Final = re.compile(r"[A-Za-z][\w\-]*[_\-][\w\-]+")
_IDS_ASIDE: Final = re.compile(rf"\s*\(({_ID.pattern}(?:[,;] {_ID.pattern})*)\)")


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


def told_apart(text: str, cited: Mapping[str, Row]) -> tuple[str, tuple[str, ...]]:
    """Return a text of the data for people without the ids that it cites in brackets, and these.

    For where sources stand as numbers behind a text: ``text`` and ``cited`` as for `readable`.
    """
    ids = tuple(one for one in mentioned(text) if one in cited)
    aside = said(text)
    for found in _IDS_ASIDE.finditer(aside):
        if all(one in cited for one in _ID.findall(found[1])):
            aside = aside.replace(found[0], "", 1)
    return readable(aside, cited), ids


def mentioned(text: str) -> list[str]:
    """Return what looks like an id in a text, each once, as it stands there."""
    return list(dict.fromkeys(_ID.findall(text)))


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
    return f"{publisher(source)}, {year}" if year.isdigit() else publisher(source)
