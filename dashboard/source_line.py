"""A source as a line of text, as a person would write it: publisher, title, date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import _, said

if TYPE_CHECKING:
    from dashboard.rows import Row

# How the table of sources writes what nobody published, and a date that nobody knows.
_NOBODY: Final = "(none)"
_UNDATED: Final = ("", "n.d.")


def source_line(source: Row) -> str:
    """Return who published what and when, in the language of the run, without a full stop.

    ``source`` is a row of the table of sources; what nobody published says so.
    """
    if not is_published(source):
        return _("General knowledge; no stored source confirms it")
    return f"{source.publisher}: {source.title} ({dated(source)})"


def seen(source: Row, source_id: str) -> str:
    """Return what a source is, how it was seen, and its id; of general knowledge the id alone."""
    if not is_published(source):
        return _("id {source_id}").format(source_id=source_id)
    return _("{kind}; seen as: {how_seen}; id {source_id}").format(
        kind=said(source.kind), how_seen=said(source.how_seen), source_id=source_id
    )


def publisher(source: Row) -> str:
    """Return who published a source, in the language of the run."""
    return str(source.publisher) if is_published(source) else _("General knowledge")


def dated(source: Row) -> str:
    """Return the date of a source as it is written, or the word for none."""
    return str(source.date) if is_dated(source) else _("undated")


def is_dated(source: Row) -> bool:
    """Return whether the date of a source is known."""
    return source.date not in _UNDATED


def is_published(source: Row) -> bool:
    """Return whether somebody published a source: general knowledge has nobody behind it."""
    return bool(source.publisher != _NOBODY)
