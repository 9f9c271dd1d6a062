"""A source as a line of text, as a person would write it: publisher, title, date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import _

if TYPE_CHECKING:
    from dashboard.rows import Row

# How the table of sources writes what nobody published, and a date that nobody knows.
_NOBODY: Final = "(none)"
_UNDATED: Final = ("", "n.d.")


def source_line(source: Row) -> str:
    """Return who published what and when, in the language of the run, without a full stop.

    ``source`` is a row of the table of sources; what nobody published says so.
    """
    if source.publisher == _NOBODY:
        return _("General knowledge; no stored source confirms it")
    return f"{source.publisher}: {source.title} ({dated(source)})"


def publisher(source: Row) -> str:
    """Return who published a source, in the language of the run."""
    return _("General knowledge") if source.publisher == _NOBODY else str(source.publisher)


def dated(source: Row) -> str:
    """Return the date of a source as it is written, or the word for none."""
    return str(source.date) if is_dated(source) else _("undated")


def is_dated(source: Row) -> bool:
    """Return whether the date of a source is known."""
    return source.date not in _UNDATED


def is_published(source: Row) -> bool:
    """Return whether somebody published a source: general knowledge has nobody behind it."""
    return bool(source.publisher != _NOBODY)
