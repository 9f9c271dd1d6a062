"""A native table on a slide: letters as large as fit, thin rules, heads that are heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Emu

from dashboard.deck.fit import height_mm
from dashboard.deck.layouts import EMU_MM
from dashboard.deck.words import Run, write
from dashboard.palette import PAPER_GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.briefing.briefing import StepTable
    from dashboard.deck.layouts import Box

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SIZES: Final = (20, 18, 16, 14, 13, 12, 11, 10)
_SIDE_MM, _ABOVE_MM = 2.5, 1.6
_HEAD: Final = MSO_THEME_COLOR.ACCENT_1


def put_table(place: Any, table: StepTable, box: Box, lang: str) -> Any:  # noqa: ANN401
    """Write a native table in a place for one, as wide as a box in mm; return its frame."""
    wide = box[2]
    rows = [table.columns, *table.rows]
    columns = _widths(rows, wide)
    size = next(
        (size for size in _SIZES if sum(_heights(rows, columns, size, lang)) <= box[3]),
        _SIZES[-1],
    )
    frame = place.insert_table(len(rows), len(table.columns))
    made = frame.table
    style = made._tbl.tblPr  # noqa: SLF001 - the library has no other way
    style.find(f"{{{_DRAWING}}}tableStyleId").text = _NO_STYLE
    made.horz_banding = False
    for column, width in zip(made.columns, columns, strict=True):
        column.width = Emu(round(width * EMU_MM))
    heights = _heights(rows, columns, size, lang)
    for at, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
        row.height = Emu(round(heights[at] * EMU_MM))
        for cell, words in zip(row.cells, cells, strict=True):
            first = cell is row.cells[0]
            _cell(cell, words, size, lang, head=at == 0, bold=first)
    return frame


def _cell(cell: Any, words: str, size: float, lang: str, *, head: bool, bold: bool) -> None:  # noqa: ANN401, PLR0913
    run = Run(text=words, size=size, bold=head or bold, color=_HEAD if head else None)
    write(cell.text_frame, [(run,)], lang)
    cell.margin_left = cell.margin_right = Emu(round(_SIDE_MM * EMU_MM))
    cell.margin_top = cell.margin_bottom = Emu(round(_ABOVE_MM * EMU_MM))
    rule = (
        f'<a:lnB xmlns:a="{_DRAWING}" w="{19050 if head else 9525}"><a:solidFill>'
        + ('<a:schemeClr val="accent1"/>' if head else f'<a:srgbClr val="{PAPER_GRID[1:]}"/>')
        + "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().append(parse_xml(rule))  # noqa: SLF001 - the library has no rules


def _widths(rows: Sequence[Sequence[str]], wide: float) -> list[float]:
    """Return the widths of columns in mm: by the root of their words, none too narrow."""
    weights = [max(6.0, sum(len(cell) for cell in column) ** 0.5) for column in zip(*rows, strict=True)]
    return [wide * weight / sum(weights) for weight in weights]


def _heights(
    rows: Sequence[Sequence[str]], columns: Sequence[float], size: float, lang: str
) -> list[float]:
    return [
        max(
            height_mm([cell], size, width - 2 * _SIDE_MM, lang=lang)
            for cell, width in zip(cells, columns, strict=True)
        )
        + 2 * _ABOVE_MM
        for cells in rows
    ]
