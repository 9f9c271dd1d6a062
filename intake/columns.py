"""The kinds of column a data file may have, each declared once with its words and unit.

Every builder returns a pandera column whose ``metadata`` says how its text is read
(``reads_as``), in what unit (``unit``) and what a good cell looks like (``expected``). A codebook
and the messages about bad cells are both made from these words.
"""

import re
from collections.abc import Sequence
from datetime import date

import pandera.pandas as pa

from intake.sentence import Sentence

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
ISO3 = r"[A-Z]{3}"
SOURCE_ID = r"[A-Za-z0-9_\-]+"


def id_list(pattern: str) -> str:
    """Return the pattern of one or more ids joined by semicolons.

    ``pattern`` is a regular expression of one id; alternatives in it must stand in a group.
    """
    return rf"{pattern}(?:;{pattern})*"


def text(description: str, *, empty: bool = False) -> pa.Column:
    """Return a column of words; an empty cell stays an empty text, never a missing value.

    Type ``str``, no unit. ``empty`` allows an empty cell.
    """
    expected = Sentence("any text") if empty else Sentence("a text that is not empty")
    return _words(description, expected, None if empty else pa.Check.str_length(min_value=1))


def matching(
    description: str, pattern: str, *, expected: str, empty: bool = False, unique: bool = False
) -> pa.Column:
    """Return a column of text that has a pattern from its first to its last character.

    ``expected`` says in words what the regular expression asks for; ``empty`` also allows an empty
    cell, ``unique`` no text twice.
    """
    whole = rf"(?:{pattern})?\Z" if empty else rf"(?:{pattern})\Z"
    column = _words(description, _or_empty(expected, empty=empty), pa.Check.str_matches(whole))
    column.unique = unique
    return column


def an_id(
    description: str, pattern: str, example: str, *, empty: bool = False, unique: bool = False
) -> pa.Column:
    """Return a column of ids of one kind, told by an example.

    As ``matching``; ``example`` is an id that the messages name.
    """
    expected = Sentence("an id such as {example}", example=example)
    return matching(description, pattern, expected=expected, empty=empty, unique=unique)


def one_of(description: str, words: Sequence[str], *, empty: bool = False) -> pa.Column:
    """Return a column that holds one of a few words.

    Text, written just as in ``words``; ``empty`` also allows an empty cell.
    """
    expected = _or_empty(Sentence("one of {words}", words=", ".join(words)), empty=empty)
    return _words(description, expected, pa.Check.isin([*words, ""] if empty else list(words)))


def partial_date(description: str, *, empty: bool = False, also: str | None = None) -> pa.Column:
    """Return a column of dates as precise as they are known: a year, a month or a day.

    They stay text: YYYY, YYYY-MM or YYYY-MM-DD, of the calendar. ``also`` is one word that may
    stand instead, such as ``n.d.``; ``empty`` allows an empty cell.
    """
    extra = [word for word in (also, "" if empty else None) if word is not None]
    expected: str = Sentence("a real date as YYYY, YYYY-MM or YYYY-MM-DD")
    if also is not None:
        expected = Sentence("{expected} or {word}", expected=expected, word=also)
    expected = _or_empty(expected, empty=empty)

    def real(found: str) -> bool:
        return found in extra or is_partial_date(found)

    check = pa.Check(real, element_wise=True, name="real_date")
    return _words(description, expected, check)


def integer(description: str, low: int, high: int, *, unit: str, empty: bool = False) -> pa.Column:
    """Return a column of whole numbers between two ends, both allowed.

    Type ``int64``; with ``empty`` ``Int64``, in which an empty cell is ``<NA>``. ``unit`` is that
    of the numbers, such as ``km``.
    """
    return _numbers("Int64" if empty else "int64", description, (low, high), unit=unit, empty=empty)


def decimal(
    description: str, low: float, high: float, *, unit: str, empty: bool = False
) -> pa.Column:
    """Return a column of decimal numbers between two ends, both allowed; empty reads as NaN.

    Type ``float64``, typed in plain digits; an empty cell is refused without ``empty``.
    """
    return _numbers("float64", description, (low, high), unit=unit, empty=empty)


def figure(description: str, low: float, high: float, *, unit: str) -> pa.Column:
    """Return a column of a reader's own numbers between two ends, also written as 1e-05.

    Type ``float64``; both ends are allowed, an empty cell is not.
    """
    column = _numbers("float64", description, (low, high), unit=unit, empty=False)
    column.metadata = {**(column.metadata or {}), "reads_as": "number"}
    return column


def figure_or_missing(description: str, *, unit: str) -> pa.Column:
    """Return a column of a reader's own numbers, in which an empty cell and x are missing.

    Type ``float64``, finite or NaN, of any size.
    """
    words = {"reads_as": "number or x", "unit": unit}
    words["expected"] = Sentence("a finite number, an empty cell or x")
    return pa.Column("float64", nullable=True, description=description, metadata=words)


def coordinate(description: str, low: float, high: float) -> pa.Column:
    """Return a column of degrees typed with exactly one decimal, about 11 km, never finer.

    Type ``float64``; both ends are allowed, an empty cell is not.
    """
    column = _numbers("float64", description, (low, high), unit="degree", empty=False)
    column.metadata = {
        "reads_as": "coordinate",
        "unit": "degree",
        "expected": Sentence(
            "degrees with exactly one decimal between {low} and {high}", **_between(low, high)
        ),
    }
    return column


def flag(description: str) -> pa.Column:
    """Return a column of True and False.

    Type ``bool``, typed just so; an empty cell is refused.
    """
    words = {"reads_as": "flag", "unit": "", "expected": Sentence("True or False")}
    return pa.Column(bool, description=description, metadata=words)


def is_partial_date(found: str) -> bool:
    """Return whether a text is a day, month or year of the calendar.

    Examples
    --------
    >>> is_partial_date("2013-05"), is_partial_date("2013-02-30")
    (True, False)
    """
    match = PARTIAL_DATE.fullmatch(found)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _between(low: float, high: float) -> dict[str, str]:
    return {"low": f"{low:g}", "high": f"{high:g}"}


def _or_empty(expected: str, *, empty: bool) -> str:
    return Sentence("{expected} or an empty cell", expected=expected) if empty else expected


def _words(description: str, expected: str, check: pa.Check | None) -> pa.Column:
    metadata = {"reads_as": "text", "unit": "", "expected": expected}
    return pa.Column(str, checks=check, description=description, metadata=metadata)


def _numbers(
    dtype: str, description: str, ends: tuple[float, float], *, unit: str, empty: bool
) -> pa.Column:
    low, high = ends
    expected = Sentence("a number between {low} and {high}", **_between(low, high))
    if dtype != "float64":
        expected = Sentence("a whole number between {low} and {high}", **_between(low, high))
    metadata = {
        "reads_as": "decimal" if dtype == "float64" else "integer",
        "unit": unit,
        "expected": _or_empty(expected, empty=empty),
    }
    check = pa.Check.in_range(low, high)
    return pa.Column(
        dtype, checks=check, nullable=empty, description=description, metadata=metadata
    )
