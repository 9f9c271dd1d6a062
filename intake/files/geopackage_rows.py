"""Reads the tables of shapes of a GeoPackage, in memory and without its own queries."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import shapely

from intake.errors import shown
from intake.files.features import Feature, Source, layer_of_features
from intake.files.layers import Fault, Layer, Progress, Refused
from intake.files.limits import Limits
from intake.files.shapes import DRAW_AGAIN, LINE_OR_POINT
from intake.sentence import Sentence

# Bytes of the box that stands in front of the shape, by its indicator (OGC 12-128r19, req. 19).
ENVELOPE_BYTES = (0, 32, 48, 48, 64)
# Where SQLite's header says that a log lies beside the file; in memory there is none.
READ_WRITE_VERSIONS = slice(18, 20)
INSTRUCTIONS = 100_000
UNDEFINED = (0, -1)


def geopackage_layers(
    content: bytes, limits: Limits, progress: Progress
) -> tuple[tuple[Layer, ...], tuple[Sentence, ...]]:
    """Return every table of shapes as a layer, and which other tables were left out.

    Raises
    ------
    Refused
        The file is damaged or holds no table of shapes.
    """
    legacy = bytearray(content)
    legacy[READ_WRITE_VERSIONS] = b"\x01\x01"
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(bytes(legacy))
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA temp_store = MEMORY")
            database.text_factory = lambda text: text.decode("utf-8", "replace")
            deadline = time.monotonic() + limits.seconds
            database.set_progress_handler(lambda: time.monotonic() > deadline, INSTRUCTIONS)
            tables = _tables(database)
            layers = tuple(
                _layer(
                    database,
                    table,
                    name=table[0] if len(tables) > 1 else "",
                    limits=limits,
                    progress=progress,
                )
                for table in tables
            )
            return layers, _left_out(database, [table[0] for table in tables])
        except (sqlite3.Error, IndexError, TypeError, ValueError, OverflowError) as error:
            raise Refused(
                Sentence("the GeoPackage is cut off or damaged ({reason})", reason=str(error)[:80]),
                Sentence("Save it again from the program that made it."),
            ) from error


def _tables(database: sqlite3.Connection) -> list[tuple[str, str, int]]:
    # Tables alone: a view is a query of the file's own, which may never end.
    found = database.execute(
        "SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g "
        "JOIN sqlite_master m ON m.name = g.table_name AND m.type = 'table' ORDER BY 1"
    ).fetchall()
    if not found:
        raise Refused(
            Sentence("found a GeoPackage without a table of shapes"),
            Sentence("Save the layer of lines or points as a GeoPackage."),
        )
    return [(str(table), str(column), int(srs)) for table, column, srs in found]


def _left_out(database: sqlite3.Connection, read: list[str]) -> tuple[Sentence, ...]:
    rows = database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1").fetchall()
    names = [str(name) for (name,) in rows if name not in read]
    if not names:
        return ()
    return (
        Sentence(
            "Tables without shapes and views were left out: {tables}", tables=", ".join(names)
        ),
    )


def _layer(
    database: sqlite3.Connection,
    table: tuple[str, str, int],
    *,
    name: str,
    limits: Limits,
    progress: Progress,
) -> Layer:
    quoted = '"' + table[0].replace('"', '""') + '"'
    total = int(database.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0])  # noqa: S608
    source = Source(
        limits=limits, progress=progress, name=name, crs=_crs(database, table[2]), total=total
    )
    return layer_of_features(source, _features(database, quoted, table[1]))


def _features(database: sqlite3.Connection, quoted: str, shape_column: str) -> Iterator[Feature]:
    cursor = database.execute(f"SELECT * FROM {quoted}")  # noqa: S608
    names = [str(part[0]) for part in cursor.description]
    place = names.index(shape_column)
    for row in cursor:
        cells = {
            name: cell
            for at, (name, cell) in enumerate(zip(names, row, strict=True))
            if at != place
        }
        yield _feature(cells, row[place])


def _feature(cells: dict[str, object], blob: object) -> Feature:
    if blob is None:
        return Feature(cells=cells, shape=None)
    try:
        if not isinstance(blob, bytes) or blob[:2] != b"GP":
            raise ValueError(str(blob)[:20])  # noqa: TRY301 - one way out for all of them
        shape = shapely.from_wkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :])
    except (ValueError, IndexError, shapely.errors.ShapelyError) as error:
        fault = Fault(
            field="geometry", found=shown(str(error)), expected=LINE_OR_POINT, remedy=DRAW_AGAIN
        )
        return Feature(cells=cells, shape=None, fault=fault)
    return Feature(cells=cells, shape=None if shape.is_empty else shape)


def _crs(database: sqlite3.Connection, srs: int) -> str:
    row = database.execute(
        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
        (srs,),
    ).fetchone()
    return "" if row is None or srs in UNDEFINED else f"{row[0]}:{row[1]}"
