"""A native table on a slide: letters as large as fit, thin rules, heads that are heads."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Emu

from dashboard.deck.fit import height_mm, one_line_mm
from dashboard.deck.layouts import EMU_MM
from dashboard.deck.words import Run, write
from dashboard.palette import PAPER_GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.briefing.briefing import StepTable
    from dashboard.deck.layouts import Box

    Look = tuple[float, float]

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
# Size of letters in points, and mm above and below them: the first at which the table fits.
_LOOKS: Final = (
    *((22, 3.6), (20, 3.2), (18, 2.6), (18, 1.8), (16, 1.6), (14, 1.6), (13, 1.6), (12, 1.6)),
    *((11, 1.4), (10, 1.2), (9, 1.0)),
)
_LEAST: Final = 14  # points: what the last row of a room can read
_SIDE_MM: Final = 2.5
_NARROW, _LONG = 8, 60  # letters
_HEAD: Final = MSO_THEME_COLOR.ACCENT_1


def in_parts(table: StepTable, box: Box) -> list[StepTable]:
    """Return a table in as few parts as have letters of 14 points or more in a box each."""
    look = next(look for look in reversed(_LOOKS) if look[0] >= _LEAST)
    head, *heights = _heights([table.columns, *table.rows], _widths([table], box[2], look[0]), look)
    room = box[3] - head
    fewest = len(_split(heights, room))
    # As evenly as goes: the lowest room at which there are no more parts.
    rooms = (room * share / 20 for share in range(1, 21))
    even = next(one for one in rooms if len(_split(heights, one)) == fewest)
    return [replace(table, rows=table.rows[part]) for part in _split(heights, even)]


def _split(heights: Sequence[float], room: float) -> list[slice]:
    """Return the parts of rows that fill a room one after the other, each with a row or more."""
    starts, used = [0], 0.0
    for at, height in enumerate(heights):
        if used and used + height > room:
            starts.append(at)
            used = 0.0
        used += height
    return [slice(*ends) for ends in pairwise([*starts, len(heights)])]


def put_table(place: Any, told: tuple[Sequence[StepTable], int], box: Box, lang: str) -> Any:  # noqa: ANN401
    """Write a part of a table in a place for one, as wide as its box in mm; return its frame.

    All parts have the same size of letters and the same columns.
    """
    parts, at = told
    table, look = parts[at], _look(parts, box)
    columns = _widths(parts, box[2], look[0])
    rows = [table.columns, *table.rows]
    # A row is at least so high, and grows where its letters are wider.
    heights = _heights(rows, columns, look, is_narrow=True)
    frame = place.insert_table(len(rows), len(table.columns))
    made = frame.table
    style = made._tbl.tblPr  # noqa: SLF001 - the library has no other way
    style.find(f"{{{_DRAWING}}}tableStyleId").text = _NO_STYLE
    made.horz_banding = False
    for column, width in zip(made.columns, columns, strict=True):
        column.width = Emu(round(width * EMU_MM))
    for number, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
        row.height = Emu(round(heights[number] * EMU_MM))
        for cell, words in zip(row.cells, cells, strict=True):
            first = cell is row.cells[0]
            _cell(cell, words, look, lang, is_head=number == 0, bold=number == 0 or first)
    return frame


def _look(parts: Sequence[StepTable], box: Box) -> Look:
    for look in _LOOKS:
        columns = _widths(parts, box[2], look[0])
        tables = ([part.columns, *part.rows] for part in parts)
        if all(sum(_heights(rows, columns, look)) <= box[3] for rows in tables):
            return look
    return _LOOKS[-1]


def _cell(cell: Any, words: str, look: Look, lang: str, *, is_head: bool, bold: bool) -> None:  # noqa: ANN401, PLR0913
    run = Run(text=words, size=look[0], bold=bold, color=_HEAD if is_head else None)
    write(cell.text_frame, [(run,)], lang)
    cell.margin_left = cell.margin_right = Emu(round(_SIDE_MM * EMU_MM))
    cell.margin_top = cell.margin_bottom = Emu(round(look[1] * EMU_MM))
    rule = (
        f'<a:lnB xmlns:a="{_DRAWING}" w="{19050 if is_head else 9525}"><a:solidFill>'
        + ('<a:schemeClr val="accent1"/>' if is_head else f'<a:srgbClr val="{PAPER_GRID[1:]}"/>')
        + "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().append(parse_xml(rule))  # noqa: SLF001 - the library has no rules


def _widths(parts: Sequence[StepTable], wide: float, size: float) -> list[float]:
    """Return the widths of columns in mm: by their longest cells, which may wrap if long."""
    rows = [parts[0].columns, *(row for part in parts for row in part.rows)]
    columns = list(zip(*rows, strict=True))
    natural = [
        max(one_line_mm(cell, size, bold=True) for cell in cells) + 2 * _SIDE_MM + 0.1
        for cells in columns
    ]
    if (left := wide - sum(natural)) >= 0:
        return [width + left / len(natural) for width in natural]
    longest = [min(_LONG, max(map(len, cells))) for cells in columns]
    weights = [max(_NARROW, length) ** 0.8 for length in longest]
    return [wide * weight / sum(weights) for weight in weights]


def _heights(
    rows: Sequence[Sequence[str]], columns: Sequence[float], look: Look, *, is_narrow: bool = False
) -> list[float]:
    return [
        max(
            height_mm(
                [cell], look[0], width - 2 * _SIDE_MM, bold=0 in (at, column), is_narrow=is_narrow
            )
            for column, (cell, width) in enumerate(zip(cells, columns, strict=True))
        )
        + 2 * look[1]
        for at, cells in enumerate(rows)
    ]
