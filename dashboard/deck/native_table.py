"""A native table on a slide: letters as large as fit, thin rules, heads that are heads."""

from __future__ import annotations

import math
from dataclasses import replace
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
    for count in range(1, len(table.rows) + 1):
        most = math.ceil(len(table.rows) / count)
        parts = [table.rows[at : at + most] for at in range(0, len(table.rows), most)]
        if all(_look((table.columns, *rows), box)[0] >= _LEAST for rows in parts):
            return [replace(table, rows=rows) for rows in parts]
    return [table]


def put_table(place: Any, table: StepTable, box: Box, lang: str) -> Any:  # noqa: ANN401
    """Write a native table in a place for one, as wide as its box in mm; return its frame."""
    wide = box[2]
    rows = [table.columns, *table.rows]
    look = _look(rows, box)
    columns = _widths(rows, wide, look[0])
    heights = _heights(rows, wide, look)
    frame = place.insert_table(len(rows), len(table.columns))
    made = frame.table
    style = made._tbl.tblPr  # noqa: SLF001 - the library has no other way
    style.find(f"{{{_DRAWING}}}tableStyleId").text = _NO_STYLE
    made.horz_banding = False
    for column, width in zip(made.columns, columns, strict=True):
        column.width = Emu(round(width * EMU_MM))
    for at, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
        row.height = Emu(round(heights[at] * EMU_MM))
        for cell, words in zip(row.cells, cells, strict=True):
            first = cell is row.cells[0]
            _cell(cell, words, look, lang, is_head=at == 0, bold=at == 0 or first)
    return frame


def _look(rows: Sequence[Sequence[str]], box: Box) -> Look:
    fitting = (look for look in _LOOKS if sum(_heights(rows, box[2], look)) <= box[3])
    return next(fitting, _LOOKS[-1])


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


def _widths(rows: Sequence[Sequence[str]], wide: float, size: float) -> list[float]:
    """Return the widths of columns in mm: by their longest cells, which may wrap if long."""
    natural = [
        max(one_line_mm(cell, size, bold=True) for cell in column) + 2 * _SIDE_MM + 0.1
        for column in zip(*rows, strict=True)
    ]
    if (left := wide - sum(natural)) >= 0:
        return [width + left / len(natural) for width in natural]
    longest = [min(_LONG, max(map(len, column))) for column in zip(*rows, strict=True)]
    weights = [max(_NARROW, length) ** 0.8 for length in longest]
    return [wide * weight / sum(weights) for weight in weights]


def _heights(rows: Sequence[Sequence[str]], wide: float, look: Look) -> list[float]:
    columns = _widths(rows, wide, look[0])
    return [
        max(
            height_mm([cell], look[0], width - 2 * _SIDE_MM, bold=0 in (at, column))
            for column, (cell, width) in enumerate(zip(cells, columns, strict=True))
        )
        + 2 * look[1]
        for at, cells in enumerate(rows)
    ]
