"""What the words of a story may hold: figures as placeholders, and no number that is typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
# A title is shown before any figure is computed: it holds years alone.
YEAR: Final = re.compile(r"\{year:(\d{4})\}")
_NUMERALS: Final = frozenset({"Nd", "Nl", "No"})
_GAPS: Final = re.compile("[ \t\r\n\u2028\u2029]+")
_OPEN: Final = re.compile(r"[{}].{0,30}")


def typed_number(text: str) -> str:
    """Return the first word of a text that has a digit outside its placeholders; else nothing.

    Every sentence with a number in it takes the number from the data: this holds for the stories
    that come with the atlas, in each language, and for those that a reader writes.

    Examples
    --------
    >>> typed_number("In {year:2019} came 987,654."), typed_number("{legs} legs")
    ('987,654.', '')
    """
    words = PLACEHOLDER.sub(" ", text).split()
    return next((word for word in words if any(map(_is_numeral, word))), "")


def open_brace(text: str) -> str:
    """Return what follows the first brace of a text that belongs to no placeholder; else nothing.

    Examples
    --------
    >>> open_brace("so {arrivals:2019 people"), open_brace("{legs} legs")
    ('{arrivals:2019 people', '')
    """
    found = _OPEN.search(PLACEHOLDER.sub("", text))
    return found[0] if found else ""


def years_alone(text: str) -> bool:
    """Return whether the only placeholders of a text are years."""
    return not PLACEHOLDER.search(YEAR.sub("", text))


def one_line(text: str) -> str:
    """Return a text with one space between words; a space that must not break stays as it is."""
    return _GAPS.sub(" ", text).strip()


def _is_numeral(letter: str) -> bool:
    return unicodedata.category(letter) in _NUMERALS
