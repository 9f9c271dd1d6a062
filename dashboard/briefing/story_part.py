"""A table of a story's file that knows where it stands, and refuses what cannot be in it."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.errors import StoryError
from dashboard.briefing.story_words import (
    number_in_letters,
    one_line,
    open_brace,
    typed_number,
    year_as_number,
)
from intake.errors import shown
from intake.files.plain_text import unseen_names
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LONGEST: Final = 60_000  # characters of a file
MOST_SENTENCES: Final = 4
MOST_LETTERS: Final = {"title": 90, "about": 300, "say": 400, "notes": 3000}
_LONGEST_ECHO: Final = 80
_BYTE_ORDER_MARK: Final = "\ufeff"
_NO_LETTER: Final = "\ufffd"  # what stands for bytes that are no letter


def document(text: str, name: str) -> dict[str, Any]:
    """Return the tables of a story's TOML; a byte order mark before it is read over.

    Raises
    ------
    StoryError
        It is too long, no UTF-8 or not TOML, or nested beyond what can be read.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if len(text) > LONGEST:
        number, most = f"{len(text):,}", f"{LONGEST:,}"
        found = Sentence("{number} characters", number=number)
        raise _no_text(name, found, Sentence("at most {most}", most=most))
    if _NO_LETTER in text:
        found = Sentence("bytes that are no UTF-8")
        raise _no_text(name, found, Sentence("text saved as UTF-8"))
    try:
        return tomllib.loads(text)
    except RecursionError as fault:
        found = Sentence("lists in lists without end")
        raise _no_text(name, found, Sentence("TOML")) from fault
    except ValueError as fault:  # not TOML, or a number of thousands of digits
        raise _no_text(name, _short(str(fault)), Sentence("TOML")) from fault


@dataclass(frozen=True)
class Part:
    """A table of the file: of which story, of which step (0: none), its cells, where within."""

    name: str
    step: int
    cells: Mapping[str, Any]
    within: str = ""

    def refuse(self, field: str, expected: str, found: str | None = None) -> StoryError:
        """Return the error that a field is not what it should be."""
        told = echo(self.cells.get(field)) if found is None else found
        return StoryError(
            self.name, self.step, f"{self.within}{field}", found=told, expected=expected
        )

    def allow(self, keys: Collection[str]) -> None:
        """Refuse a field that has none of these names."""
        for key in self.cells:
            if key not in keys:
                named = Sentence("one of the fields {names}", names=", ".join(sorted(keys)))
                raise StoryError(
                    self.name,
                    self.step,
                    f"{self.within}{_short(key)}",
                    found=echo(self.cells[key]),
                    expected=named,
                )

    def text(self, field: str, *, must: bool = True) -> str:
        """Return a text on one line; an empty one where it need not be there."""
        cell, most = self.cells.get(field, "" if not must else None), MOST_LETTERS[field]
        if not isinstance(cell, str) or len(cell) > most or (must and not cell.strip()):
            raise self.refuse(field, Sentence("a text of at most {most} characters", most=most))
        return self._words(field, cell)

    def sentences(self, field: str) -> tuple[str, ...]:
        """Return one to four texts, each on one line."""
        cell, most = self.cells.get(field), MOST_LETTERS[field]
        many = isinstance(cell, list) and 0 < len(cell) <= MOST_SENTENCES
        if not many or not all(_is_text(one, most) for one in cell or ()):
            expected = Sentence(
                "{fewest} to {number} texts of at most {most} characters",
                fewest=1,
                number=MOST_SENTENCES,
                most=most,
            )
            raise self.refuse(field, expected)
        return tuple(self._words(field, one) for one in cell or ())

    def _words(self, field: str, text: str) -> str:
        """Return a text on one line; what nobody sees, open braces and typed numbers are refused.

        So are large numbers in letters, and years that count something. What is nowhere typed is
        nowhere old, and nothing finer than what is published gets in.
        """
        if unseen := unseen_names(text):
            raise self.refuse(field, Sentence("letters that are seen"), unseen)
        if brace := open_brace(text):
            closed = Sentence(
                "a placeholder with both braces, {example}", example="{arrivals:2019}"
            )
            raise self.refuse(field, closed, shown(brace))
        if number := typed_number(text):
            expected = Sentence(
                "no typed number: a year as {year}, what the evidence counts as a placeholder such "
                "as {arrivals}, any other number in letters up to twelve",
                year="{year:1951}",
                arrivals="{arrivals:2019}",
            )
            raise self.refuse(field, expected, shown(number))
        if number := number_in_letters(text) or year_as_number(text):
            counted = Sentence(
                "what is counted as a placeholder such as {arrivals}, a year as a year, and a "
                "space between two placeholders",
                arrivals="{arrivals:2019}",
            )
            raise self.refuse(field, counted, shown(number))
        return one_line(text)

    def several(self, field: str, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of ids of sources."""
        cell = self.cells.get(field, [])
        if not isinstance(cell, list):
            raise self.refuse(field, Sentence("a list of ids of sources"))
        for one in cell:
            if not isinstance(one, str) or one not in known:
                raise self.refuse(field, Sentence("the id of a source"), echo(one))
        return tuple(dict.fromkeys(cell))

    def one(self, field: str, known: Collection[str]) -> str:
        """Return one of the names that are known, or nothing where the field is not there."""
        cell = self.cells.get(field, "")
        if not isinstance(cell, str) or (cell and cell not in known):
            raise self.refuse(field, Sentence("one of {names}", names=", ".join(known)))
        return cell

    def table(self, field: str) -> Part:
        """Return a table within this one; an empty one where it is not there."""
        cell = self.cells.get(field, {})
        if not isinstance(cell, dict):
            prefix = "step." if self.step else ""
            named = f"[{prefix}{self.within}{field}]"
            raise self.refuse(field, Sentence("a table {name}", name=named))
        return Part(self.name, self.step, cell, within=f"{self.within}{field}.")


def echo(cell: object) -> str:
    """Return what stands in a cell as it is quoted in a message: short, unseen letters escaped."""
    if cell is None or cell in ("", []):
        return Sentence("nothing")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return _short(repr(cell))


def _short(text: str) -> str:
    plain = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
    return plain if len(plain) <= _LONGEST_ECHO else f"{plain[:_LONGEST_ECHO]}…"


def _is_text(cell: object, most: int) -> bool:
    return isinstance(cell, str) and bool(cell.strip()) and len(cell) <= most


def _no_text(name: str, found: str, expected: str) -> StoryError:
    return StoryError(name, 0, Sentence("the text"), found=found, expected=expected)
