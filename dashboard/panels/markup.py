"""The small pieces of which panels are made. All text is escaped by htpy; nothing is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard import language, palette
from dashboard.language import _, decimal
from dashboard.source_line import publisher, seen, source_line
from dashboard.words import NO_DATA
from geodata.schema import UNSEEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.palette import Stroke
    from dashboard.rows import Row

_SCALE_END = 10.0


def risk_chip(word: str) -> h.Element:
    """Return a risk class as a chip; no data and not applicable are grey."""
    return chip(_(word), palette.RISK.get(word, palette.NO_DATA))


def chip(label: str, stroke: Stroke) -> h.Element:
    """Return a class as a swatch and its word."""
    swatch = h.i(style=f"background:{stroke.css};height:{max(3, stroke.width):.1f}px")
    return h.span(".atlas-chip")[swatch, label]


def judgement() -> h.Element:
    """Return the mark that a value is our judgement and not a source's."""
    return h.span(".atlas-ours", title=_("Our judgement on the sources named beside it"))[
        _("our judgement")
    ]


def unverified() -> h.Element:
    """Return the mark that nobody here has seen a source of the value."""
    return h.span(".atlas-ours", title=_("Rests on general knowledge; no source was seen"))[
        _("unverified")
    ]


def own_assessment() -> h.Element:
    """Return the mark that an assessment of the organisation's own is in a figure."""
    return h.span(".atlas-ours", title=_("An assessment of your own, not the evidence, is in it"))[
        _("your assessment")
    ]


def day(date: dt.date) -> str:
    """Return a date for people, in the language of the run."""
    return language.day(date)


def when(moment: pd.Timestamp) -> str:
    """Return the day of some evidence, or that it bears none."""
    return _("undated") if pd.isna(moment) else f"{moment:%Y-%m-%d}"


def figure(value: float, digits: int = 1) -> str:
    """Return a figure for people, or the words for a missing one; never NaN, never a false 0."""
    return _(NO_DATA) if pd.isna(value) else decimal(value, digits)


def scale(
    value: float,
    edges: Sequence[float],
    strokes: Sequence[Stroke],
    *,
    interval: tuple[float, float] | None = None,
) -> h.Element:
    """Return a 0-10 scale: the classes as bands, a marker at the value, its interval below."""
    ends = [0.0, *edges, _SCALE_END]
    bands = [
        h.i(style=f"flex:{high - low:g};background:{stroke.css}")
        for low, high, stroke in zip(ends[:-1], ends[1:], strokes, strict=True)
    ]
    marker = None if pd.isna(value) else h.b(style=f"left:{value * 10:.1f}%")
    words, line = _("{figure} on a scale of 0 to 10").format(figure=figure(value)), None
    if interval:
        low, high = interval
        words = _("{figure} on a scale of 0 to 10, interval {low} to {high}").format(
            figure=figure(value), low=figure(low), high=figure(high)
        )
        line = h.div(".atlas-interval")[
            h.i(style=f"left:{low * 10:.1f}%;width:{max(high - low, 0.05) * 10:.1f}%")
        ]
    return h.div(".atlas-scale", role="img", aria_label=words)[
        h.div(".atlas-bands")[bands], marker, line
    ]


def meter(share: float) -> h.Element:
    """Return a share of 0 to 1 as a bar; what an estimate has beyond an end is that end."""
    width = 0.0 if pd.isna(share) else 100 * min(max(share, 0.0), 1.0)
    return h.span(".atlas-meter", aria_hidden="true")[h.i(style=f"width:{width:.1f}%")]


def citation(source: Row, *, number: int | None = None) -> h.Element:
    """Return one source as text to copy: publisher, title, date, address, how it was seen.

    ``number`` is what stands before it in a list with numbers.
    """
    address = source.url
    return h.li(value=number)[
        h.span[f"{source_line(source)}."],
        h.code(".atlas-address")[address] if address.startswith("http") else None,
        h.span(".atlas-dim")[seen(source, source.Index)],
    ]


def sources(
    ids: Iterable[str], cited: Mapping[str, Row], summary: str = "", *, opened: bool = False
) -> h.Element:
    """Return a summary that opens, in one click, onto the full citations.

    Parameters
    ----------
    ids
        Source ids; each must be in ``cited`` (checked when the data were read).
    cited
        By source id; ``publisher, title, date, url, kind, how_seen``.
    summary
        What is shown closed; the publishers when empty.
    opened
        Whether it stands open from the start: inside something that was itself opened.
    """
    found = [cited[source_id] for source_id in ids if source_id in cited]
    named = ", ".join(dict.fromkeys(map(publisher, found)))
    return h.details(".atlas-source", open=opened)[
        h.summary[
            summary or named or _("no source"),
            h.span(".atlas-keys")[f" [{', '.join(one.Index for one in found)}]"],
            [" ", unverified()] if all(one.how_seen == UNSEEN for one in found) else None,
        ],
        h.ul[[citation(source) for source in found]],
    ]


def unfold(summary: h.Node, *content: h.Node, opened: bool = False) -> h.Element:
    """Return a section with a summary line, closed unless ``opened``."""
    return h.details(".atlas-unfold", open=opened)[h.summary[summary], h.div[content]]


def chapter(title: str, *content: h.Node, css: str = "") -> h.Element:
    """Return a part of a page under a heading of the second rank."""
    return h.section(class_=f"atlas-chapter {css}".strip())[h.h2[title], content]


def section(title: str, *content: h.Node) -> h.Element:
    """Return a titled section of a panel."""
    return h.section[h.h4[title], content]


def table(head: Sequence[str], lines: Iterable[Sequence[h.Node]], css: str = "") -> h.Element:
    """Return a plain table; cells are escaped and know the name of their column."""
    return h.table(class_=f"atlas-table {css}".strip())[
        h.thead[h.tr[[h.th(scope="col")[name] for name in head]]],
        h.tbody[[h.tr[_cells(head, cells)] for cells in lines]],
    ]


def _cells(head: Sequence[str], cells: Sequence[h.Node]) -> list[h.Element]:
    named = zip(head, cells, strict=True)
    return [h.td(data_label=name)[cell] for name, cell in named]
