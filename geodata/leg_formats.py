"""Tells a GeoJSON, GeoPackage or GeoParquet file by its first bytes and reads its rows."""

import json
import math
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from intake.errors import AtlasError, DataFileError
from intake.files.geopackage_rows import ENVELOPE_BYTES
from intake.files.kinds import APPLICATION_ID, GEOPACKAGE_IDS, SQLITE_MAGIC

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
PARQUET_MAGIC = b"PAR1"
SECONDS_PER_DATABASE = 20
_LINES = ("LINESTRING", "MULTILINESTRING")  # as a GeoPackage names them


@dataclass(frozen=True, kw_only=True)
class LegTable:
    """The rows of a file as they stand in it.

    Parameters
    ----------
    columns
        Values of each attribute, by its name.
    geometry
        One shape a row, None where there is none.
    crs
        What the coordinates are in.
    """

    columns: dict[str, list[object]]
    geometry: NDArray[np.object_]
    crs: pyproj.CRS


def read_table(path: Path) -> LegTable:
    """Return the rows of a file of one of the three formats.

    Parameters
    ----------
    path
        The file, under any name.

    Returns
    -------
    LegTable
        Every row of the file's only layer of shapes.

    Raises
    ------
    DataFileError
        The file is missing, is none of the three or is damaged.
    """
    head = first_bytes(path)
    with named_faults(path):
        if head.startswith(SQLITE_MAGIC) and head[APPLICATION_ID] in GEOPACKAGE_IDS:
            return _read_geopackage(path)
        if head.startswith(PARQUET_MAGIC):
            return _read_geoparquet(path)
        if head.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"{"):
            return _read_geojson(path)
    raise _fault(path, f"found {kind_of(head)}, expected GeoJSON, GeoPackage or GeoParquet")


def first_bytes(path: Path) -> bytes:
    """Return the beginning of a file, by which its kind is told.

    Raises
    ------
    DataFileError
        The file is missing or cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(100)
    except OSError as fault:
        raise _fault(path, f"the file cannot be opened ({fault.strerror})") from fault


def kind_of(head: bytes) -> str:
    """Return in words what a file of another kind is, told by its first bytes."""
    return f"a file that begins with {head[:8]!r}" if head else "nothing"


class RefusedError(Exception):
    """What a reader found instead of what it expected.

    ``named_faults`` makes a ``DataFileError`` of it.
    """


@contextmanager
def named_faults(path: Path) -> Iterator[None]:
    """Turn whatever a reader of a file raises into a ``DataFileError`` that names the file.

    An ``AtlasError`` passes as it is.

    Raises
    ------
    DataFileError
        The reader refused the file, or the file is damaged or not what it says it is.
    """
    try:
        yield
    except AtlasError:
        raise
    except RefusedError as fault:
        raise _fault(path, str(fault)) from fault
    except (
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OSError,
        struct.error,
        sqlite3.Error,
        NotImplementedError,
        shapely.errors.ShapelyError,
        pyproj.exceptions.CRSError,
    ) as fault:
        reason = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise _fault(path, f"the file is damaged or not what it says it is ({reason})") from fault


def _fault(path: Path, fault: str) -> DataFileError:
    return DataFileError(path.name, fault, "Correct the file and read it again.")


def _read_geojson(path: Path) -> LegTable:
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    features = _features(content)
    geometry = np.empty(len(features), dtype=object)
    geometry[:] = [_shape(row, feature) for row, feature in enumerate(features)]
    attributes = [_attributes(feature) for feature in features]
    names = dict.fromkeys(name for row in attributes for name in row)
    columns = {name: [row.get(name) for row in attributes] for name in names}
    return LegTable(columns=columns, geometry=geometry, crs=_geojson_crs(content))


def _features(content: dict[str, Any]) -> list[dict[str, Any]]:
    kind = content.get("type")
    if kind == "FeatureCollection":
        return list(content["features"])
    if kind == "Feature":
        return [content]
    raise RefusedError(f"found JSON of type {kind!r}, expected a GeoJSON FeatureCollection")


def _attributes(feature: dict[str, Any]) -> dict[str, object]:
    identifier = {"id": feature["id"]} if "id" in feature else {}
    return identifier | (feature.get("properties") or {})


def _shape(row: int, feature: dict[str, Any]) -> shapely.Geometry | None:
    geometry = feature.get("geometry")
    if geometry is None:
        return None
    try:
        return shapely.from_geojson(json.dumps(geometry, allow_nan=False))
    except (ValueError, shapely.errors.ShapelyError) as fault:
        found = f"row {row + 1}: found a geometry that cannot be drawn ({fault})"
        raise RefusedError(f"{found}, expected a LineString or MultiLineString") from fault


def _geojson_crs(content: dict[str, Any]) -> pyproj.CRS:
    # GeoJSON is WGS84; files from before RFC 7946 may name another system, and then mean it.
    member = content.get("crs")
    return pyproj.CRS(member["properties"]["name"] if member else "OGC:CRS84")


def _read_geoparquet(path: Path) -> LegTable:
    frame = gpd.read_parquet(path)
    if frame.crs is None:
        raise RefusedError("found no coordinate system, expected the file to name one")
    attributes = frame.drop(columns=frame.geometry.name)
    if frame.index.name:
        attributes = attributes.assign(**{frame.index.name: frame.index})
    columns = {str(name): list(attributes[name]) for name in attributes}
    return LegTable(
        columns=columns,
        geometry=np.asarray(frame.geometry.to_numpy(), dtype=object),
        crs=pyproj.CRS(frame.crs),
    )


def _read_geopackage(path: Path) -> LegTable:
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        deadline = time.monotonic() + SECONDS_PER_DATABASE
        database.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
        layer, column, srs = _layer_of_lines(database)
        cursor = database.execute(f"SELECT * FROM {_quoted(layer)}")  # noqa: S608
        names = [str(part[0]) for part in cursor.description]
        rows = cursor.fetchall()
        crs = _geopackage_crs(database, srs)
    columns: dict[str, list[object]] = {
        name: [row[place] for row in rows] for place, name in enumerate(names)
    }
    shapes = np.empty(len(rows), dtype=object)
    shapes[:] = [_from_blob(blob) for blob in columns.pop(column)]
    return LegTable(columns=columns, geometry=shapes, crs=crs)


def _layer_of_lines(database: sqlite3.Connection) -> tuple[str, str, int]:
    """Return the name, geometry column and srs id of the only layer, or the only one of lines."""
    # Tables alone: a view is a query of the file's own, which may never end.
    layers = database.execute(
        "SELECT g.table_name, g.column_name, g.srs_id, g.geometry_type_name "
        "FROM gpkg_geometry_columns g "
        "JOIN sqlite_master m ON m.name = g.table_name AND m.type = 'table' ORDER BY 1"
    ).fetchall()
    of_lines = [layer for layer in layers if str(layer[-1]).upper() in _LINES]
    if len(layers) != 1 and len(of_lines) != 1:
        names = ", ".join(str(layer[0]) for layer in layers) or "none"
        raise RefusedError(f"found {len(layers)} layers ({names}), expected one layer of lines")
    name, column, srs, _ = (of_lines if len(of_lines) == 1 else layers)[0]
    return str(name), str(column), int(srs)


def _geopackage_crs(database: sqlite3.Connection, srs: int) -> pyproj.CRS:
    row = database.execute(
        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
        (srs,),
    ).fetchone()
    if row is None or srs in (0, -1):
        raise RefusedError("found no coordinate system, expected the file to name one")
    return pyproj.CRS(f"{row[0]}:{row[1]}")


def _from_blob(blob: object) -> shapely.Geometry | None:
    if blob is None:
        return None
    if not isinstance(blob, bytes) or blob[:2] != b"GP":
        raise RefusedError("found a shape that is not in GeoPackage form")
    shape = shapely.from_wkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :])
    bounds = shapely.bounds(shape)
    return None if all(math.isnan(bound) for bound in bounds) else shape


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
