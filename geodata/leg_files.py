"""Reads the lines of legs from a GeoJSON, GeoPackage or GeoParquet file of the reader's own.

What a file is, is told from its first bytes, never from its name, and each of the three formats
is read by a reader that knows only that format. Nothing a file says can therefore make the atlas
open another file or a connection.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from numpy.typing import NDArray

from geodata.leg_formats import LegTable, read_table
from intake.errors import DataFileError

CRS = "EPSG:4326"
ID_COLUMNS = ("leg_id", "id")
LINE_TYPES = ("LineString", "MultiLineString")
WORLD = (-180.0, -90.0, 180.0, 90.0)


def read_leg_lines(path: Path) -> gpd.GeoDataFrame:
    """Return the lines of a file, in longitude and latitude.

    Heights and measures are dropped. The key is the column ``leg_id``, else ``id``, else the
    number of the row, counted from 1.

    Parameters
    ----------
    path
        A GeoJSON, GeoPackage or GeoParquet file, in any coordinate system it names.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``leg_id``; ``geometry``, LineStrings and MultiLineStrings (EPSG:4326) with the
        vertices of the file. ``attrs["notes"]`` lists in sentences what was made or changed.

    Raises
    ------
    DataFileError
        The file is missing, is none of the three, or a row is not a line on this planet; the
        message names the row, what was found and what was expected.
    """
    table = read_table(path)
    if not len(table.geometry):
        raise _fault(path, "found no row, expected at least one line")
    _refuse_what_is_no_line(path, table.geometry)
    ids, id_note = _ids(path, table)
    geometry, crs_note = _in_degrees(table)
    _refuse_what_is_off_the_planet(path, geometry)
    lines = gpd.GeoDataFrame(
        geometry=geometry, index=pd.Index(ids, name="leg_id", dtype="object"), crs=CRS
    )
    height_note = (
        "Heights and measures were dropped." if shapely.has_z(table.geometry).any() else ""
    )
    lines.attrs["notes"] = [note for note in (id_note, crs_note, height_note) if note]
    return lines


def _fault(path: Path, fault: str, row: int | None = None) -> DataFileError:
    place = "" if row is None else f"row {row + 1}: "
    return DataFileError(path.name, place + fault, "Correct the file and read it again.")


def _refuse_what_is_no_line(path: Path, geometry: NDArray[np.object_]) -> None:
    for row, shape in enumerate(geometry):
        if shape is None or shape.is_empty:
            raise _fault(path, "found no geometry, expected a LineString or MultiLineString", row)
        if shape.geom_type not in LINE_TYPES:
            found = f"found a {shape.geom_type}, expected a LineString or MultiLineString"
            raise _fault(path, found, row)


def _ids(path: Path, table: LegTable) -> tuple[list[str], str]:
    named = next((name for name in ID_COLUMNS if name in table.columns), None)
    if named is None:
        return (
            [str(row + 1) for row in range(len(table.geometry))],
            "No column leg_id or id was found: legs are numbered by row, from 1.",
        )
    ids = [_id_text(value) for value in table.columns[named]]
    seen: dict[str, int] = {}
    for row, leg_id in enumerate(ids):
        if not leg_id:
            raise _fault(path, f"found no {named}, expected a name of the leg", row)
        if leg_id in seen:
            found = f"found {named} {leg_id!r}, as in row {seen[leg_id] + 1}, expected a new one"
            raise _fault(path, found, row)
        seen[leg_id] = row
    return ids, "" if named == "leg_id" else "No column leg_id was found: id was taken instead."


def _id_text(value: object) -> str:
    missing = value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))
    return "" if missing else str(value)


def _in_degrees(table: LegTable) -> tuple[NDArray[np.object_], str]:
    flat = np.asarray(shapely.force_2d(table.geometry))
    if table.crs.equals(pyproj.CRS(CRS), ignore_axis_order=True):
        return flat, ""
    turn = pyproj.Transformer.from_crs(table.crs, CRS, always_xy=True)

    def turned(places: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(turn.transform(places[:, 0], places[:, 1]))

    moved = shapely.transform(flat, turned)
    return np.asarray(moved), f"Coordinates were converted from {table.crs.name}."


def _refuse_what_is_off_the_planet(path: Path, geometry: NDArray[np.object_]) -> None:
    west, south, east, north = WORLD
    for row, shape in enumerate(geometry):
        lon_lat = shapely.get_coordinates(shape)
        on_it = (lon_lat >= [west, south]) & (lon_lat <= [east, north])
        # A comparison with NaN is false, so an unknown coordinate is refused here too.
        if not on_it.all():
            lon, lat = lon_lat[~on_it.all(axis=1)][0]
            found = (
                f"found longitude {lon:g}, latitude {lat:g}, expected -180 to 180 and -90 to 90 "
                "in this order, or a file that names its coordinate system"
            )
            raise _fault(path, found, row)
        if (lon_lat == lon_lat[0]).all():
            raise _fault(path, "found a line without length, expected two different points", row)
