"""The map sheet as one drawing: what the typesetter lays out for PDF, laid out for SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.paper.drawing import Drawing
from dashboard.paper.frame import PX_MM
from dashboard.paper.letters import Style, width_of, wrapped
from dashboard.paper.room import Label
from dashboard.paper.svg import element, stroked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INK, _DIM, _RULE = "#1d1a2b", "#4a4653", "#c9c5bd"
_TITLE: Final = Style(size=30, weight=700)
_SUBTITLE: Final = Style(size=15)
_NOTE: Final = Style(size=10.6)
_FOOT: Final = Style(size=10.4)
_NOTE_LINE_PX, _NOTE_GAP_PX = 13.2, 5.0


def sheet_drawing(drawn: Drawing, legend: Drawing, data: Mapping[str, Any]) -> Drawing:
    """Return the sheet: title, map, legend, notes, footer.

    Parameters
    ----------
    drawn, legend
        The map and its legend.
    data
        The words, and the layout in mm, as `dashboard.paper.sheet` gives them to the typesetter.
    """
    wide, tall = (side / PX_MM for side in data["page"])
    margin, head = data["margin"] / PX_MM, data["head"] / PX_MM
    aside = margin + drawn.width + data["gutter"] / PX_MM
    top = margin + head
    labels = [
        _label(data["title"], margin, margin + 14, _TITLE, _INK),
        _label(data["subtitle"], margin, margin + 46, _SUBTITLE, _DIM),
        *_notes(data["notes"], (aside, top + legend.height + 16), wide - margin - aside),
        _label(data["footer"], margin, tall - margin - 4, _FOOT, _DIM),
    ]
    elements = (
        element("rect", x=0.0, y=0.0, width=wide, height=tall, fill="#ffffff"),
        element(
            "defs",
            element(
                "clipPath",
                element("rect", x=0.0, y=0.0, width=drawn.width, height=drawn.height),
                id="in-frame",
            ),
        ),
        element(
            "g",
            element("g", *drawn.elements, clip_path="url(#in-frame)"),
            transform=f"translate({margin} {top})",
        ),
        element("g", *legend.elements, transform=f"translate({aside} {top})"),
        element("path", d=f"M{margin} {tall - margin - 16}H{wide - margin}", **stroked(_RULE, 1)),
        *(label.svg for label in labels),
    )
    every = (*labels, *drawn.labels, *legend.labels)
    return Drawing(width=wide, height=tall, elements=elements, labels=every)


def _notes(notes: list[str], at: tuple[float, float], wide: float) -> Iterator[Label]:
    """Yield the lines of the notes; the first sentence of each says what it is about."""
    x, y = at
    for note in notes:
        head, dot, _ = note.partition(". ")
        for i, line in enumerate(wrapped(note, _NOTE, wide)):
            bold = f"{head}{dot.rstrip()}" if dot and i == 0 else ""
            if bold and line.startswith(bold):
                strong = Style(size=_NOTE.size, weight=600)
                yield _label(bold, x, y, strong, _INK)
                after = x + width_of(f"{bold} ", strong)
                line = line.removeprefix(bold).lstrip()  # noqa: PLW2901 - what is left of it
                yield _label(line, after, y, _NOTE, _INK)
            else:
                yield _label(line, x, y, _NOTE, _INK)
            y += _NOTE_LINE_PX
        y += _NOTE_GAP_PX


def _label(words: str, x: float, y: float, style: Style, color: str) -> Label:
    return Label(words=words, x=x, y=y, style=style, color=color)
