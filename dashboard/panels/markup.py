"""The small pieces of which panels are made. All text is escaped by htpy; nothing is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard import palette
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from dashboard.palette import Stroke

_SCALE_END = 10.0


def risk_chip(word: str) -> h.Element:
    """Return a risk class as a chip; no data and not applicable are grey."""
    return chip(word, palette.RISK.get(word, palette.NO_DATA))


def chip(label: str, stroke: Stroke) -> h.Element:
    """Return a class as a swatch and its word."""
    swatch = h.i(style=f"background:{stroke.color};height:{max(3, stroke.width):.1f}px")
    return h.span(".atlas-chip")[swatch, label]


def judgement() -> h.Element:
    """Return the mark that a value is our judgement and not a source's."""
    return h.span(".atlas-ours", title="Our judgement on the sources named beside it")[
        "our judgement"
    ]


def day(date: dt.date) -> str:
    """Return a date for people: 9 October 2023."""
    return f"{date.day} {date:%B %Y}"


def when(moment: pd.Timestamp) -> str:
    """Return the day of some evidence, or that it bears none."""
    return "undated" if pd.isna(moment) else f"{moment:%Y-%m-%d}"


def figure(value: float, digits: int = 1) -> str:
    """Return a figure for people, or the words for a missing one; never NaN, never a false 0."""
    return NO_DATA if pd.isna(value) else f"{value:,.{digits}f}"


def scale(value: float, edges: Sequence[float], strokes: Sequence[Stroke]) -> h.Element:
    """Return a 0-10 scale with the classes as bands and a marker at the value."""
    ends = [0.0, *edges, _SCALE_END]
    bands = [
        h.i(style=f"flex:{high - low:g};background:{stroke.color}")
        for low, high, stroke in zip(ends[:-1], ends[1:], strokes, strict=True)
    ]
    marker = None if pd.isna(value) else h.b(style=f"left:{value * 10:.1f}%")
    return h.div(".atlas-scale", role="img", aria_label=f"{figure(value)} on a scale of 0 to 10")[
        h.div(".atlas-bands")[bands], marker
    ]


def citation(source: pd.Series) -> h.Element:
    """Return one source as text to copy: publisher, title, date, address, how it was seen."""
    date = source["date"] if isinstance(source["date"], str) and source["date"] else "undated"
    address = source["url"] if isinstance(source["url"], str) else ""
    return h.li[
        h.span[f"{source['publisher']}: {source['title']} ({date})."],
        h.code(".atlas-address")[address] if address.startswith("http") else None,
        h.span(".atlas-dim")[f"{source['kind']}; seen as: {source['how_seen']}; id {source.name}"],
    ]


def sources(ids: Iterable[str], table: pd.DataFrame, summary: str = "") -> h.Element:
    """Return a summary that opens, in one click, onto the full citations.

    Parameters
    ----------
    ids
        Source ids; each must be in ``table`` (checked when the data were read).
    table
        Index ``source_id``; ``publisher, title, date, url, kind, how_seen``.
    summary
        What is shown closed; the publishers when empty.
    """
    rows = [table.loc[source_id] for source_id in ids if source_id in table.index]
    named = ", ".join(dict.fromkeys(str(row["publisher"]) for row in rows))
    return h.details(".atlas-source")[
        h.summary[summary or named or "no source"], h.ul[[citation(row) for row in rows]]
    ]


def unfold(summary: str, *content: h.Node) -> h.Element:
    """Return a closed section with a summary line."""
    return h.details(".atlas-unfold")[h.summary[summary], h.div[content]]


def section(title: str, *content: h.Node) -> h.Element:
    """Return a titled section of a panel."""
    return h.section[h.h4[title], content]


def table(head: Sequence[str], rows: Iterable[Sequence[h.Node]], css: str = "") -> h.Element:
    """Return a plain table; cells are escaped."""
    return h.table(class_=f"atlas-table {css}".strip())[
        h.thead[h.tr[[h.th(scope="col")[name] for name in head]]],
        h.tbody[[h.tr[[h.td[cell] for cell in row]] for row in rows]],
    ]
