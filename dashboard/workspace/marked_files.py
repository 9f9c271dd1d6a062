"""The rows of a file that were set aside, marked, in the format that they came in."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
import xlsxwriter

from dashboard.exports.csv_tables import csv_text
from dashboard.exports.inert import inert
from intake.files.marked import LAYER, marked_rows

if TYPE_CHECKING:
    import pandas as pd

    from intake.files.intake import Intake
    from intake.files.marked import Say

_MARK: Final = b"\xef\xbb\xbf"  # tells a spreadsheet that the file is UTF-8
_SHAPE: Final = "geometry"
_SHEET: Final = "set aside"
_LONGEST_CELL: Final = 32_767


@dataclass(frozen=True, kw_only=True)
class MarkedFile:
    """A file to hand over: what it ends in, what it is to a browser, and its bytes."""

    ending: str
    media_type: str
    content: bytes


def marked_file(intake: Intake, say: Say = str) -> MarkedFile:
    """Return the rows set aside with what is wrong in each: XLSX, GeoJSON, else CSV.

    No cell of it is a formula. Formats that only programs write come back as CSV, their shapes as
    WKT, which is read here again.

    Parameters
    ----------
    intake
        The file.
    say
        Says a sentence in the language of the reader.
    """
    rows = marked_rows(intake, say)
    if intake.kind == "XLSX":
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return MarkedFile(ending="xlsx", media_type=kind, content=_workbook(rows))
    if intake.kind == "GeoJSON":
        return MarkedFile(ending="geojson", media_type="application/geo+json", content=_json(rows))
    return MarkedFile(ending="csv", media_type="text/csv", content=_MARK + csv_text(rows))


def _workbook(rows: pd.DataFrame) -> bytes:
    """Return the rows as XLSX, one sheet for each that they came from; every cell is a text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    for number, (layer, part) in enumerate(inert(rows).groupby(LAYER, sort=False)):
        sheet = book.add_worksheet(_sheet_name(str(layer), number))
        sheet.freeze_panes(1, 0)
        filled = part.drop(columns=LAYER).loc[:, lambda one: (one != "").any()]
        sheet.write_row(0, 0, list(filled), bold)
        for place, cells in enumerate(filled.itertuples(index=False), 1):
            for column, cell in enumerate(cells):
                sheet.write_string(place, column, str(cell)[:_LONGEST_CELL])
    book.close()
    return out.getvalue()


def _sheet_name(layer: str, number: int) -> str:
    """Return a name that a spreadsheet takes, and no other sheet has."""
    kept = "".join(letter for letter in layer if letter not in r"[]:*?/\'").strip()[:25]
    return f"{kept or _SHEET} {number + 1}" if number else kept or _SHEET


def _json(rows: pd.DataFrame) -> bytes:
    """Return the rows as GeoJSON; a shape that JSON cannot hold stays beside it as text."""
    features = [_feature(cells) for cells in rows.drop(columns=LAYER).to_dict("records")]
    whole = {"type": "FeatureCollection", "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _feature(cells: dict[Any, Any]) -> dict[str, Any]:
    text = str(cells.get(_SHAPE, ""))
    shape = shapely.from_wkt(text, on_invalid="ignore") if text else None
    sound = shape is not None and np.isfinite(shapely.get_coordinates(shape)).all()
    kept = {str(name): cell for name, cell in cells.items() if not (sound and name == _SHAPE)}
    place = json.loads(str(shapely.to_geojson(shape))) if sound else None
    return {"type": "Feature", "geometry": place, "properties": kept}
