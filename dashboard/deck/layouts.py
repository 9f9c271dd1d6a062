"""The layouts of the deck: which places a slide has for words and pictures, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EMU_MM: Final = 36_000
PAGE_MM: Final = (338.67, 190.5)
MARGIN_MM: Final = 12.0
_WIDE: Final = PAGE_MM[0] - 2 * MARGIN_MM
MAP_MM: Final = (196.0, 157.0)
COLUMN_MM: Final = _WIDE - MAP_MM[0] - 8
_ASIDE: Final = MARGIN_MM + MAP_MM[0] + 8
HALF_MM: Final = (_WIDE - 8) / 2
_FOOT: Final = 178.5
COVER_MM: Final = (196.0, PAGE_MM[1])
_COVER_COLUMN: Final = PAGE_MM[0] - COVER_MM[0] - 2 * MARGIN_MM

Box = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place for words or a picture: what PowerPoint calls a placeholder.

    ``box`` is left, top, width, height in mm; ``size`` of the letters in points; ``color`` one of
    the theme; ``kind`` and ``idx`` as in the file.
    """

    name: str
    kind: str
    idx: int
    box: Box
    size: float = 18
    color: str = "tx1"
    bold: bool = False
    bottom: bool = False


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A layout: its name, its places in the order in which they are read, its ground."""

    name: str
    places: tuple[Place, ...]
    ground: str = "bg1"

    def box(self, idx: int) -> Box:
        """Return where the place of a number is, in mm."""
        return next(place.box for place in self.places if place.idx == idx)


TITLE, KICKER, WORDS, PICTURE, MORE = 0, 13, 14, 15, 16
FOOTER, NUMBER = 11, 12
KICKER_SIZE: Final = 12


def _four(mm: tuple[float, ...]) -> Box:
    left, top, wide, high = mm
    return left, top, wide, high


def _title(*box: float, size: float = 28, color: str = "tx1", bottom: bool = False) -> Place:
    return Place(
        name="Title",
        kind="title",
        idx=TITLE,
        box=_four(box),
        size=size,
        color=color,
        bold=True,
        bottom=bottom,
    )


def _kicker(*box: float, bottom: bool = False) -> Place:
    return Place(
        name="As of",
        kind="body",
        idx=KICKER,
        box=_four(box),
        size=KICKER_SIZE,
        color="accent1",
        bold=True,
        bottom=bottom,
    )


FOOT: Final = (
    Place(
        name="Footer",
        kind="ftr",
        idx=FOOTER,
        box=(MARGIN_MM, _FOOT, _WIDE - 14, 8),
        size=8,
        color="tx2",
    ),
    Place(
        name="Slide number",
        kind="sldNum",
        idx=NUMBER,
        box=(PAGE_MM[0] - MARGIN_MM - 14, _FOOT, 14, 8),
        size=9,
        color="tx2",
    ),
)
_EXHIBIT: Final = (
    _title(MARGIN_MM, 16.5, _WIDE, 15.5, size=26),
    _kicker(MARGIN_MM, 4, _WIDE, 11, bottom=True),
)
_BELOW: Final = (
    Place(
        name="Notes",
        kind="body",
        idx=WORDS,
        box=(MARGIN_MM, 154, _WIDE, 22),
        size=11,
        color="tx2",
        bottom=True,
    ),
)
EXHIBIT_BOX: Final[Box] = (MARGIN_MM, 40, _WIDE, 112)
_TABLE_BOX: Final[Box] = (MARGIN_MM, 34, _WIDE, 119)

COVER: Final = Layout(
    name="Cover",
    ground="accent1",
    places=(
        _title(MARGIN_MM, 40, _COVER_COLUMN, 70, size=40, color="bg1", bottom=True),
        Place(
            name="Subtitle",
            kind="body",
            idx=WORDS,
            box=(MARGIN_MM, 116, _COVER_COLUMN, 48),
            size=15,
            color="bg2",
        ),
        Place(
            name="Map",
            kind="pic",
            idx=PICTURE,
            box=(PAGE_MM[0] - COVER_MM[0], 0, *COVER_MM),
        ),
        Place(
            name="Footer",
            kind="ftr",
            idx=FOOTER,
            box=(MARGIN_MM, 166, _COVER_COLUMN, 15),
            size=8,
            color="bg2",
            bottom=True,
        ),
    ),
)
MAP: Final = Layout(
    name="Map and words",
    places=(
        _title(_ASIDE, 17, COLUMN_MM, 28),
        _kicker(_ASIDE, 10, COLUMN_MM, 7),
        Place(name="Words", kind="body", idx=WORDS, box=(_ASIDE, 47, COLUMN_MM, 60), size=18),
        Place(name="Map", kind="pic", idx=PICTURE, box=(MARGIN_MM, MARGIN_MM, *MAP_MM)),
        *FOOT,
    ),
)
CHART: Final = Layout(
    name="Chart",
    places=(
        *_EXHIBIT,
        *_BELOW,
        Place(name="Key", kind="body", idx=MORE, box=(MARGIN_MM, 32, _WIDE, 7), size=14),
        Place(name="Chart", kind="chart", idx=PICTURE, box=EXHIBIT_BOX),
        *FOOT,
    ),
)
TABLE: Final = Layout(
    name="Table",
    places=(
        *_EXHIBIT,
        *_BELOW,
        Place(name="Table", kind="tbl", idx=PICTURE, box=_TABLE_BOX),
        *FOOT,
    ),
)
PROSE: Final = Layout(
    name="Words",
    places=(
        *_EXHIBIT,
        Place(name="Words", kind="body", idx=WORDS, box=(MARGIN_MM, 36, _WIDE, 138), size=20),
        *FOOT,
    ),
)
LIST: Final = Layout(
    name="Sources",
    places=(
        _title(MARGIN_MM, 11, _WIDE, 14, size=26),
        *(
            Place(
                name=f"Column {number}",
                kind="body",
                idx=idx,
                box=(MARGIN_MM + (number - 1) * (HALF_MM + 8), 28, HALF_MM, 147),
                size=10,
            )
            for number, idx in enumerate((WORDS, MORE), start=1)
        ),
        *FOOT,
    ),
)
LAYOUTS: Final = (COVER, MAP, CHART, TABLE, PROSE, LIST)
