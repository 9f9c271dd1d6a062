"""XLSX: a read-me, one sheet per table with real types, the codebook; nothing says who made it."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from dashboard.exports.about import about_lines, about_notes
from dashboard.exports.inert import inert
from dashboard.exports.records import plain
from dashboard.language import _, ngettext, speaking
from dashboard.publication.codebook import COLUMNS, codebook, column_type
from dashboard.publication.table_words import A_ROW_IS

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

    from dashboard.publication.publication import Publication, Table

_README: Final = "Read me"
_CODEBOOK: Final = "codebook"
_WIDEST, _NARROWEST, _SAMPLE = 60, 8, 400
_HELP: Final = 255  # what a spreadsheet shows beside a cell at most
# Unit -> how a figure is shown; the cell keeps every digit. A year takes no separator.
_LOOKS: Final = {
    "km": "#,##0",
    "people": "#,##0",
    "count": "#,##0",
    "score": "0.0",
    "score km": "#,##0",
    "score 1000 km": "#,##0.0",
    "share": "0.00",
    "percent": "0.0",
    "degree": "0.0",
    "year": "0",
}
_AGE, _DAY = "0.0", "yyyy-mm-dd"


def workbook(publication: Publication) -> bytes:
    """Return an XLSX file: sheet ``Read me``, a sheet per table, sheet ``codebook``.

    Headers are frozen and filtered; selecting one says what its column means. Texts are never
    formulas. An empty cell is missing. Properties hold the title and, as the day of making, the
    end of the evidence: no author, no time.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    about = publication.about
    made = dt.datetime.combine(about.horizon, dt.time(), dt.UTC)
    book.set_properties({"title": "Corridor Atlas", "created": made})
    with speaking(about.lang):
        _read_me(book, publication)
        for table in publication.tables.values():
            _sheet(book, table.name, table.rows, table.schema)
        schemas = [table.schema for table in publication.tables.values()]
        _sheet(book, _CODEBOOK, codebook(schemas)[list(COLUMNS)], None)
    book.close()
    return out.getvalue()


def _read_me(book: Any, publication: Publication) -> None:  # noqa: ANN401 - untyped library
    sheet = book.add_worksheet(_README)
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 110)
    about = publication.about
    lines = about_lines(about) + [("", note) for note in about_notes(about)]
    lines += [(table.name, _told(table)) for table in publication.tables.values()]
    for row, (heading, text) in enumerate(lines):
        sheet.write_string(row, 0, heading, bold)
        sheet.write_string(row, 1, text, wrapped)


def _told(table: Table) -> str:
    rows = ngettext("{number} row.", "{number} rows.", len(table.rows))
    return f"{_(A_ROW_IS[table.name])} {rows}"


def _sheet(
    book: Any,  # noqa: ANN401 - untyped library
    name: str,
    rows: pd.DataFrame,
    schema: pa.DataFrameSchema | None,
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F0F0F0"})
    cells = inert(rows)
    for place, column in enumerate(cells.columns):
        declared = schema.columns[column] if schema else None
        sheet.write_string(0, place, column, head)
        look = book.add_format(_look(declared)) if declared else None
        sheet.set_column(place, place, _width(column, cells[column]), look)
        if declared:
            sheet.data_validation(0, place, 0, place, _help(column, _(declared.description)))
        is_day = declared is not None and column_type(declared) == "date"
        for row, cell in enumerate(plain(cells[column]), start=1):
            _write(sheet, (row, place), cell, day=is_day)
    sheet.freeze_panes(1, 1)
    if len(cells):
        sheet.autofilter(0, 0, len(cells), len(cells.columns) - 1)


def _write(sheet: Any, place: tuple[int, int], cell: Any, *, day: bool) -> None:  # noqa: ANN401
    if cell is None:
        return
    if day:
        sheet.write_datetime(*place, dt.datetime.fromisoformat(cell))
    elif isinstance(cell, str):
        sheet.write_string(*place, cell)
    elif isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    else:
        sheet.write_number(*place, cell)


def _look(column: pa.Column) -> dict[str, str]:
    unit = (column.metadata or {})["unit"]
    if column_type(column) == "date":
        return {"num_format": _DAY}
    if unit == "year" and column_type(column) == "number":
        return {"num_format": _AGE}
    return {"num_format": _LOOKS[unit]} if unit in _LOOKS else {}


def _help(column: str, words: str) -> dict[str, Any]:
    return {"validate": "any", "input_title": column[:32], "input_message": words[:_HELP]}


def _width(column: str, cells: pd.Series) -> float:
    longest = max((len(_shown(cell)) for cell in cells.head(_SAMPLE)), default=0)
    return float(min(_WIDEST, max(_NARROWEST, len(column) + 3, longest + 1)))


def _shown(cell: object) -> str:
    return f"{cell:.5g}" if isinstance(cell, float) else str(cell)
