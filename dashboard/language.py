"""The language of a run, and words, numbers and dates in it.

Words of the screen and of our files are marked where they stand, ``_("…")``, and looked up in the
catalogue ``locale/LANGUAGE.po``; texts of the shipped data go through `said` and
``locale/data/LANGUAGE.po``. Both are gettext catalogues: a further language is two further files.
English is what stands in the code and in the data, and needs none.

The language belongs to the thread of a run: two sessions may speak different ones at once.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from intake.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

ENGLISH: Final = "en"
NO_BREAK: Final = "\u00a0"
FOLDER: Final = Path(__file__).parent / "locale"


def languages_in(folder: Path) -> tuple[str, ...]:
    """Return English and every language that has a catalogue in a folder, by its code."""
    return (ENGLISH, *sorted(file.stem for file in folder.glob("*.po")))


LANGUAGES: Final = languages_in(FOLDER)

_current: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current() -> str:
    """Return the language of this run, one of `LANGUAGES`."""
    return _current.get()


def speak(language: str) -> None:
    """Make ``language`` that of the rest of this run."""
    _current.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside the block and the one before it afterwards."""
    before = _current.set(language)
    try:
        yield
    finally:
        _current.reset(before)


def native_name(language: str) -> str:
    """Return what a language calls itself: English, 한국어."""
    return str(Locale(language).get_display_name(language))


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a mark without a look-up
    """Mark a constant for the catalogue; `_` looks it up where it is shown."""
    return message


def _(message: str) -> str:
    """Return a sentence of ours in the language of this run."""
    return _catalogue(current()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """Return a word that needs a context to be translated, such as "Low" of what."""
    return _catalogue(current()).pgettext(context, message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the sentence for one or for many things; ``{number}`` in it is filled in."""
    return _catalogue(current()).ngettext(one, many, number).format(number=integer(number))


def said(text: str, lang: str = "") -> str:
    """Return a text of the shipped data in the language of this run, or in one that is given.

    A text without a translation stays as it is: titles of sources and quotations are meant to.
    """
    return _catalogue(f"data/{lang or current()}").gettext(text) if text else text


def told(text: str) -> str:
    """Return a sentence of an error in the language of the run, and its parts; else the text."""
    if not isinstance(text, Sentence):
        return text
    parts = {
        name: told(part) if isinstance(part, str) else part for name, part in text.parts.items()
    }
    return _(text.template).format(**parts)


def integer(number: float) -> str:
    """Return a whole number with the language's separators: 34,538."""
    return str(numbers.format_decimal(number, format="#,##0", locale=current()))


def decimal(number: float, digits: int = 1) -> str:
    """Return a number with so many digits after the point, or the words for a missing one."""
    if math.isnan(number):
        return _("no data")
    places = f".{'0' * digits}" if digits else ""
    return str(numbers.format_decimal(number, format=f"#,##0{places}", locale=current()))


def percent(share: float) -> str:
    """Return a share for people: never 0 % or 100 % of what is neither, never over two lines."""
    if 0 < share < 0.01:  # noqa: PLR2004 - one per cent
        words = _("under 1 %")
    elif 0.99 < share < 1:  # noqa: PLR2004 - ninety-nine per cent
        words = _("over 99 %")
    else:
        words = _("{number} %").format(number=integer(100 * share))
    return words.replace(" %", f"{NO_BREAK}%")


def open_percent(share: float) -> str:
    """Return a share that settles nothing: rounded toward a half, never onto the edge it missed."""
    inward = math.floor if share > 0.5 else math.ceil  # noqa: PLR2004 - a half
    return percent(inward(round(100 * share, 4)) / 100)


def day(date: dt.date) -> str:
    """Return a date for people: 9 October 2023, 2023년 10월 9일."""
    if current() == ENGLISH:
        return f"{date.day} {date:%B %Y}"
    return str(dates.format_date(date, "long", locale=current()))


def month(date: dt.date) -> str:
    """Return a month for people: October 2023, 2023년 10월."""
    return str(dates.format_skeleton("yMMMM", date, locale=current()))


@cache
def signs_of(language: str) -> frozenset[str]:
    """Return every sign that the catalogues of a language write with."""
    texts: list[str] = []
    for file in (FOLDER / f"{language}.po", FOLDER / "data" / f"{language}.po"):
        if file.is_file():
            with file.open("rb") as text:
                catalogue = read_po(text, locale=language)
            for message in catalogue:
                given = message.string if message.id else ""
                texts += [given] if isinstance(given, str) else list(given or ())
    return frozenset("".join(texts))


@cache
def _catalogue(name: str) -> NullTranslations:
    """Return a catalogue by its path under ``locale/``; English, and what is not there, is empty.

    Read as text, so that no compiled copy can differ from it.
    """
    file = FOLDER / f"{name}.po"
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as text:
        catalogue = read_po(text, locale=file.stem, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
