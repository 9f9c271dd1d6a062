"""What the columns of the tables of evidence are called, how wide they are and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.evidence.records import CORRECTION, EVENT, FACT, FIGURE, INCIDENT, SOURCE
from dashboard.language import N_, _
from dashboard.panels.choice_table import ONE_LINE, WRAPPED

if TYPE_CHECKING:
    from collections.abc import Mapping

# Rows of prose break over lines: kind of record and height of a row.
_ROWS: Final = {**dict.fromkeys((FACT, INCIDENT, EVENT, SOURCE), WRAPPED), CORRECTION: 104}
_NARROW: Final = 80
_GRADES: Final = 66
_TEXT: Final = 106
_WIDE: Final = 380

# Column: its name, its help, and its width in pixels.
_GRADE: Final = (N_("Grade"), N_("How well the row is supported: high, medium or low."), _GRADES)
_SOURCE: Final = (
    N_("Source"),
    N_("Who published it, its title and date; select the row for its address."),
    _WIDE,
)
_NOTE: Final = (N_("Note"), N_("What a reader should know of the row."), _WIDE)
_COUNTRY: Final = (N_("Country"), N_("Country that the row is about."), _TEXT)
_TEXTS: Final[Mapping[str, Mapping[str, tuple[str, str, int]]]] = {
    FACT: {
        "country": _COUNTRY,
        "about": (N_("Subject"), N_("What the fact is about."), 196),
        "value": (N_("Value"), N_("The fact, in words or as a figure; scores are 0 to 10."), 260),
        "year": (N_("Speaks of"), N_("Year that the fact holds for, or since when."), _NARROW),
        "source_date": (N_("Source of"), N_("Date of the source, as precise as known."), 96),
        "grade": _GRADE,
        "basis": (N_("Basis"), N_("The source's words, or our judgement on them."), 98),
        "source": _SOURCE,
        "note": _NOTE,
    },
    INCIDENT: {
        "date": (N_("Date"), N_("As precise as it was published."), 92),
        "country": _COUNTRY,
        "kind": (N_("Kind"), N_("Return, detention, transfer or change of policy."), 82),
        "people": (N_("People"), N_("As reported; a range where the reports give one."), 106),
        "summary": (N_("What is reported"), N_("In our words, from the source."), 360),
        "grade": _GRADE,
        "source": _SOURCE,
    },
    EVENT: {
        "date": (N_("Date"), N_("As precise as it was published."), 92),
        "country": _COUNTRY,
        "kind": (N_("Kind"), N_("Kind of event."), 118),
        "summary": (N_("What happened"), N_("In our words, from the sources."), 330),
        "effect": (N_("Effect on risk"), N_("Our judgement; no index reads it."), 100),
        "grade": _GRADE,
        "source": _SOURCE,
    },
    FIGURE: {
        "series": (N_("Series"), N_("What is counted."), 340),
        "year": (N_("Year"), N_("Year, date or span of years; a block is never one year."), 78),
        "value": (N_("Value"), N_("With its unit; a range stays a range."), 170),
        "other": (N_("Another figure"), N_("As another source gives it."), 130),
        "period": (N_("Period"), N_("What the year means."), 150),
        "grade": _GRADE,
        "source": _SOURCE,
        "note": _NOTE,
    },
    CORRECTION: {
        "kind": (N_("Kind"), N_("How the two sides differ."), 112),
        "about": (N_("Subject"), N_("Country and dimension, series, or place of the claim."), 190),
        "one": (N_("One side"), N_("The claim, the earlier statement or the lower figure."), 255),
        "other": (
            N_("Other side"),
            N_("The evidence, the later statement or the higher figure."),
            255,
        ),
        "why": (N_("Why, and what the atlas does"), N_("The reason, as the data give it."), _WIDE),
        "source": _SOURCE,
    },
    SOURCE: {
        "publisher": (N_("Publisher"), N_("Who published it."), 210),
        "title": (
            N_("Title"),
            N_("In English, with the language of the work where it is another."),
            340,
        ),
        "date": (N_("Date"), N_("As precise as it is known."), 92),
        "kind": (N_("Kind"), N_("What kind of source it is."), 90),
        "how_seen": (N_("How seen"), N_("Whether the opening of the page was read here."), 130),
        "url": (N_("Address, as text"), N_("To copy: the atlas never opens a link."), _WIDE),
    },
}
_YEARS: Final = (N_("Age, years"), N_("From what the row speaks of to the as-of date."), "%.1f")
_PEOPLE: Final = (N_("Women and girls"), N_("Among the people counted."), "localized")
_NUMBERS: Final = {
    "age": _YEARS,
    "others": (N_("Others"), N_("Other values on the same country and dimension."), "localized"),
    "corridors": (N_("Corridors"), N_("Corridors that the event touches."), "localized"),
    "female": _PEOPLE,
    "uses": (N_("Rows"), N_("Rows of the evidence that cite it."), "localized"),
}
_FLAGS: Final = {
    "scored": (N_("In use"), N_("A dimension's score rests on it on the as-of date.")),
    "verified": (N_("Verified"), N_("Seen in a stored source, and not only generally known.")),
}
CAPTIONS: Final = {
    FACT: N_(
        "What holds on the as-of date, newest first: by the year that a fact speaks of, else by "
        "the date of its source. A heading sorts; a row opens its source and the numbers it moves."
    ),
    INCIDENT: N_(
        "Dated returns, detentions, transfers and changes of policy, up to the as-of date."
    ),
    EVENT: N_("Dated public events that touch corridors, up to the as-of date."),
    FIGURE: N_(
        "Ranges stay ranges; a block of years is never one year; overlaps are never summed."
    ),
    CORRECTION: N_("Corrected claims, and statements that differ, side by side with the reason."),
    SOURCE: N_("Addresses are text to copy: the atlas never opens a link."),
}


def row_height(kind: str) -> int:
    """Return the height of a row in pixels: one line, or several where cells are prose."""
    return _ROWS.get(kind, ONE_LINE)


def columns(kind: str) -> dict[str, Any]:
    """Return the column words of the table of a kind of record, in the language of the run."""
    column = st.column_config
    first, (_title, _help, width) = next(iter(_TEXTS[kind].items()))
    pinned = first if width <= _TEXT else ""  # on a telephone the rest stays in sight
    texts = {
        name: column.TextColumn(_(title), help=_(words), width=width, pinned=name == pinned)
        for name, (title, words, width) in _TEXTS[kind].items()
    }
    numbers = {
        name: column.NumberColumn(_(title), help=_(words), width=_NARROW, format=look)
        for name, (title, words, look) in _NUMBERS.items()
    }
    flags = {
        name: column.CheckboxColumn(_(title), help=_(words), width=_NARROW)
        for name, (title, words) in _FLAGS.items()
    }
    return texts | numbers | flags
