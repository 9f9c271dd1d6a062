"""GeoPackage: a layer per table in one file, written in memory and the same bytes each time.

Written as the standard has it (OGC 12-128r19, version 1.4), through SQLite and without GDAL, as
the atlas also reads it: GDAL would need a copy on disk to put several layers into one file.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pandas as pd
import pyproj
import shapely

from dashboard.exports.about import about_lines, about_notes, about_record
from dashboard.exports.records import plain
from dashboard.exports.shapes import shaped
from dashboard.language import _, speaking
from dashboard.publication.codebook import codebook, column_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.publication.publication import Publication, Table

_FRAME: Final = Path(__file__).with_name("geopackage.sql")
_STANDARD: Final = "http://www.geopackage.org/spec140/#extension_"
_EXTENSIONS: Final = {
    "gpkg_metadata": "metadata",
    "gpkg_metadata_reference": "metadata",
    "gpkg_data_columns": "schema",
}
_SRS: Final = 4326
_TYPES: Final = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
_SHAPE: Final = "geom"
_WITH_BOX: Final = 0b011  # little endian, a box of x and y in front of the shape


def geopackage(publication: Publication) -> bytes:
    """Return a GeoPackage with ``legs`` and ``waypoints`` as layers, the rest as plain tables.

    ``about`` and ``codebook`` are tables as well; the metadata of the file hold what it says of
    itself as JSON, and each column its description. The time of change is the end of the evidence.
    """
    with closing(sqlite3.connect(":memory:")) as database, speaking(publication.about.lang):
        database.executescript(_FRAME.read_text("utf-8"))
        file = _File(database=database, moment=f"{publication.about.horizon}T00:00:00.000Z")
        file.write_frame(json.dumps(about_record(publication), ensure_ascii=False))
        for table in publication.tables.values():
            file.write_table(table, shaped(publication, table))
        file.write_texts("about", _about(publication))
        schemas = [table.schema for table in publication.tables.values()]
        file.write_texts("codebook", codebook(schemas))
        database.commit()
        return bytes(database.serialize())


@dataclass(frozen=True, kw_only=True)
class _File:
    """An open GeoPackage and the time that it says it was changed at."""

    database: sqlite3.Connection
    moment: str

    def write_frame(self, told: str) -> None:
        wkt = pyproj.CRS.from_epsg(_SRS).to_wkt("WKT1_GDAL")
        self._insert(
            "gpkg_spatial_ref_sys",
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
            ("WGS 84", _SRS, "EPSG", _SRS, wkt, None),
        )
        for table, page in _EXTENSIONS.items():
            extension = (table, None, f"gpkg_{page}", f"{_STANDARD}{page}", "read-write")
            self._insert("gpkg_extensions", extension)
        self._insert("gpkg_metadata", (1, "dataset", _STANDARD, "application/json", told))
        whole = ("geopackage", None, None, None, self.moment, 1, None)
        self._insert("gpkg_metadata_reference", whole)

    def write_table(self, table: Table, rows: pd.DataFrame) -> None:
        kinds = {name: _TYPES[column_type(one)] for name, one in table.schema.columns.items()}
        if isinstance(rows, gpd.GeoDataFrame):
            self._write_layer(table.name, rows, kinds)
        else:
            self._write_plain(table.name, rows, kinds)
        self._insert(
            "gpkg_data_columns",
            *(
                (table.name, name, name, None, _(column.description), None, None)
                for name, column in table.schema.columns.items()
            ),
        )

    def write_texts(self, name: str, rows: pd.DataFrame) -> None:
        texts = rows.astype("object").where(rows.notna(), None).astype("str")
        self._write_plain(name, texts.mask(rows.isna()), dict.fromkeys(map(str, rows), "TEXT"))

    def _write_plain(self, name: str, rows: pd.DataFrame, kinds: Mapping[str, str]) -> None:
        self._create(name, kinds)
        self._fill(name, [plain(rows[column]) for column in kinds])
        self._list(name, "attributes", (None, None, None, None, None))

    def _write_layer(self, name: str, rows: gpd.GeoDataFrame, kinds: Mapping[str, str]) -> None:
        found = set(rows.geometry.geom_type)
        kind = found.pop().upper() if len(found) == 1 else "GEOMETRY"
        self._create(name, {_SHAPE: kind, **kinds})
        cells = [plain(rows[column]) for column in kinds]
        self._fill(name, [[_blob(shape) for shape in rows.geometry], *cells])
        box = [float(end) for end in rows.total_bounds] if len(rows) else [None] * 4
        self._list(name, "features", (*box, _SRS))
        self._insert("gpkg_geometry_columns", (name, _SHAPE, kind, _SRS, 0, 0))

    def _create(self, name: str, kinds: Mapping[str, str]) -> None:
        columns = ["fid INTEGER PRIMARY KEY NOT NULL"]
        columns += [f'"{column}" {kind}' for column, kind in kinds.items()]
        self.database.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')

    def _fill(self, name: str, columns: list[list[Any]]) -> None:
        numbered = enumerate(zip(*columns, strict=True), start=1)
        self._insert(name, *((number, *cells) for number, cells in numbered))

    def _list(self, name: str, kind: str, place: tuple[float | None, ...]) -> None:
        self._insert("gpkg_contents", (name, kind, name, "", self.moment, *place))

    def _insert(self, name: str, *rows: tuple[Any, ...]) -> None:
        if rows:  # names and numbers of columns are ours, never data
            marks = ", ".join("?" * len(rows[0]))
            self.database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608


def _about(publication: Publication) -> pd.DataFrame:
    lines = about_lines(publication.about) + [("", note) for note in about_notes(publication.about)]
    return pd.DataFrame(lines, columns=["heading", "text"])


def _blob(shape: shapely.Geometry) -> bytes:
    """Return a shape as a GeoPackage keeps it: a header with its box, then its WKB."""
    west, south, east, north = shapely.bounds(shape)
    head = struct.pack("<2sBBi4d", b"GP", 0, _WITH_BOX, _SRS, west, east, south, north)
    return head + bytes(shapely.to_wkb(shape, byte_order=1))
