"""The legend on paper: classes, tint, what lines and signs mean, drawn with the map's own ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.language import N_, _
from dashboard.paper.badges import badge
from dashboard.paper.drawing import Drawing
from dashboard.paper.ground import BORDER_DASH
from dashboard.paper.ink import INK, PART
from dashboard.paper.letters import Style, wrapped
from dashboard.paper.room import Label
from dashboard.paper.signs import RANK, Sign, sign
from dashboard.paper.strand_ink import Drawn, color, halo
from dashboard.paper.strands import STANDINGS, Strand
from dashboard.paper.stroke import stroke_of
from dashboard.paper.svg import element, stroked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dashboard.publication.publication import Publication

_TALL_PX: Final = 16.0
_SWATCH_PX: Final = 34.0
_GAP_PX: Final = 9.0
_ZOOM: Final = 4.5
_TEXT: Final = Style(size=11.5)
_HEAD: Final = Style(size=12.5, weight=700)
_NOTE: Final = Style(size=10.5, italic=True)
_DARK, _DIM = "#1d1a2b", "#4a4653"
_ROLES: Final = tuple(
    sorted(
        RANK,
        key=(
            "origin region",
            "border region",
            "exit border region",
            "transit hub",
            "transit city",
            "protection point",
            "destination",
        ).index,
    )
)
_BORDERS: Final = {
    "agreed": N_("Border"),
    "disputed": N_("Border, disputed"),
    "control": N_("Line of control"),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: the picture, drawn with its left middle at 0, 0, and the words beside it.

    ``half`` says that it shares a line with the next such row.
    """

    picture: str
    words: str
    labels: tuple[Label, ...] = ()
    style: Style = _TEXT
    indent: float = _SWATCH_PX + _GAP_PX
    half: bool = False


def legend_drawing(publication: Publication, wide: float) -> Drawing:
    """Return the legend of the publication's map in a column of so many px."""
    view = publication.picture.view if publication.picture else {}
    rows = [*_classes(view), *_tint(view["tint"]), *_keys(publication, view)]
    y, beside = 0.0, False
    elements: list[str] = []
    labels: list[Label] = []
    for row in rows:
        beside = row.half and not beside
        width = wide / 2 if row.half else wide
        told = _lines(row, wide / 2 if row.half and not beside else 0.0, y, width)
        x, first = told[0].x - row.indent, told[0].y
        y = y if beside else told[-1].y + _TALL_PX / 2
        place = f"translate({x:.1f} {first:.1f})"
        elements.append(
            element("g", row.picture, *(one.svg for one in row.labels), transform=place)
        )
        elements += [one.svg for one in told]
        labels += [*told, *row.labels]
    end = y + (_TALL_PX if beside else 0)
    return Drawing(width=wide, height=end, elements=tuple(elements), labels=tuple(labels))


def _lines(row: Row, x: float, y: float, wide: float) -> list[Label]:
    """Return the words of a row, a label per line."""
    color = _DIM if row.style is _NOTE else _DARK
    return [
        Label(
            words=line,
            x=x + row.indent,
            y=y + _TALL_PX / 2 + i * (row.style.size + 1.5),
            style=row.style,
            color=color,
        )
        for i, line in enumerate(wrapped(row.words, row.style, wide - row.indent))
    ]


def _head(words: str) -> Row:
    return Row(picture=element("g"), words=words, style=_HEAD, indent=0)


def _classes(view: Mapping[str, Any]) -> Iterator[Row]:
    legend = view["legend"]
    yield _head(legend["title"])
    worst_first = [*reversed(range(legend["nodata"])), legend["nodata"]]
    for kind in worst_first:
        yield Row(picture=_line(legend, kind=kind), words=legend["classes"][kind]["label"])
    for i, words in enumerate(legend["vague"]):
        yield Row(picture=_line(legend, kind=legend["nodata"] - 3, vague=i + 1), words=words)
    if legend["note"]:
        yield Row(picture=element("g"), words=legend["note"], style=_NOTE, indent=0)


def _tint(tint: Mapping[str, Any] | None) -> Iterator[Row]:
    if tint:
        yield _head(tint["title"])
        for look in tint["classes"]:
            patch = {"x": 2.0, "y": -6.0, "width": _SWATCH_PX - 4, "height": 12.0}
            yield Row(
                picture=element("rect", **patch, fill=INK["land"])
                + element(
                    "rect",
                    **patch,
                    fill=look["color"],
                    stroke=INK["border"],
                    fill_opacity=PART["tintAlpha"],
                ),
                words=look["label"],
            )


def _keys(publication: Publication, view: Mapping[str, Any]) -> Iterator[Row]:
    words, legend, legs = view["words"], view["legend"], publication.rows("legs")
    yield _head(words["keys"])
    yield Row(picture=_line(legend), words=words["ground"])
    for mode in _among(("air", "sea"), legs["mode"]):
        yield Row(picture=_line(legend, mode=mode), words=words[mode])
    for standing in _among(STANDINGS[1:], legs["standing"]):
        yield Row(picture=_line(legend, standing=standing), words=_capital(words[standing]))
    yield Row(picture=_line(legend, muted=True), words=words["muted"])
    pill, number = badge("3", _SWATCH_PX / 2, 0)
    yield Row(picture=pill, words=words["bundle"], labels=(number,))
    yield Row(picture=_tick(), words=words["direction"])
    for role in _among(_ROLES, publication.rows("waypoints")["role"]):
        one = Sign(x=_SWATCH_PX / 2, y=0, role=role, name="")
        yield Row(picture=sign(one), words=words[f"role_{role}"], half=True)
    for kind, name in _BORDERS.items():
        line = stroked(INK["border"], 1.15, BORDER_DASH[kind])
        drawn = element("path", d=f"M3 0H{_SWATCH_PX - 3}", **line)
        yield Row(picture=drawn, words=_(name), half=True)


def _among(order: Iterable[str], there: Iterable[str]) -> list[str]:
    found = set(there)
    return [one for one in order if one in found]


def _line(legend: Mapping[str, Any], **change: Any) -> str:  # noqa: ANN401 - fields of a strand
    strand = Strand(
        **{
            "link_id": "",
            "leg_id": "",
            "from_id": "",
            "to_id": "",
            "mode": "land",
            "kind": max(0, legend["nodata"] - 1),
            "vague": 0,
            "standing": "irregular",
            "muted": False,
            "faded": False,
            **change,
        }
    )
    x = np.linspace(3, _SWATCH_PX - 3, 9)
    bow = 3 - 7 * np.sin(np.pi * np.linspace(0, 1, 9)) if strand.mode == "air" else np.zeros(9)
    item = Drawn(
        strand=strand, stroke=stroke_of(strand, legend, _ZOOM), line=np.column_stack([x, bow])
    )
    return halo(item) + color(item)


def _tick() -> str:
    middle = _SWATCH_PX / 2
    bar = element("path", d=f"M3 0H{_SWATCH_PX - 3}", **stroked("#7a7785", 5))
    chevron = element(
        "path",
        d=f"M{middle - 1.5} -2.2L{middle + 1.5} 0L{middle - 1.5} 2.2",
        stroke_linecap="round",
        **stroked("#ffffff", 1.3),
    )
    return bar + chevron


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
