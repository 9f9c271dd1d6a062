"""Reads the lines of legs from a GeoJSON, GeoPackage or GeoParquet file of the reader's own.

What a file is, is told from its first bytes, never from its name, and each of the three formats
is read by a reader that knows only that format. Nothing a file says can therefore make the atlas
open another file or a connection.
"""

from collections.abc import Container
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
LINE_TYPES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING)
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
    return lines_of_table(read_table(path), path)


def lines_of_table(table: LegTable, path: Path, *, first_row: int = 0) -> gpd.GeoDataFrame:
    """Return the rows of a table as ``read_leg_lines`` does.

    Parameters
    ----------
    table
        Some or all rows of a file.
    path
        The file, for the words of an error.
    first_row
        How many rows of the file stand before the table.

    Raises
    ------
    DataFileError
        There is no row, or one is not a line on this planet.
    """
    if not len(table.geometry):
        raise _fault(path, "found no row, expected at least one line")
    _refuse_what_is_no_line(path, table.geometry, first_row)
    ids, id_note = _ids(path, table, first_row)
    geometry, crs_note = _in_degrees(table)
    _refuse_what_is_off_the_planet(path, geometry, first_row)
    lines = gpd.GeoDataFrame(
        geometry=geometry, index=pd.Index(ids, name="leg_id", dtype="object"), crs=CRS
    )
    height_note = (
        "Heights and measures were dropped." if shapely.has_z(table.geometry).any() else ""
    )
    lines.attrs["notes"] = [note for note in (id_note, crs_note, height_note) if note]
    return lines


def id_column(names: Container[str]) -> str | None:
    """Return which column of a file names its legs, None where they are numbered by row.

    ``leg_id`` comes before ``id``; other names do not count.
    """
    return next((name for name in ID_COLUMNS if name in names), None)


def _fault(path: Path, fault: str, row: int | None = None) -> DataFileError:
    place = "" if row is None else f"row {row + 1}: "
    return DataFileError(path.name, place + fault, "Correct the file and read it again.")


def _refuse_what_is_no_line(path: Path, geometry: NDArray[np.object_], first_row: int) -> None:
    nothing = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    strange = nothing | ~np.isin(shapely.get_type_id(geometry), LINE_TYPES)
    for row in np.flatnonzero(strange)[:1]:
        found = "no geometry" if nothing[row] else f"a {geometry[row].geom_type}"
        fault = f"found {found}, expected a LineString or MultiLineString"
        raise _fault(path, fault, first_row + row)


def _ids(path: Path, table: LegTable, first_row: int) -> tuple[list[str], str]:
    named = id_column(table.columns)
    if named is None:
        return (
            [str(first_row + row + 1) for row in range(len(table.geometry))],
            "No column leg_id or id was found: legs are numbered by row, from 1.",
        )
    ids = [id_text(value) for value in table.columns[named]]
    seen: dict[str, int] = {}
    for row, leg_id in enumerate(ids, start=first_row):
        refuse_id(path, (named, leg_id), row, seen)
    return ids, "" if named == "leg_id" else "No column leg_id was found: id was taken instead."


def refuse_id(path: Path, cell: tuple[str, str], row: int, seen: dict[str, int]) -> None:
    """Refuse a leg without an id or with one that was seen before; else note where it was seen.

    Parameters
    ----------
    path
        The file, for the words of the error.
    cell
        The column of the ids and the id.
    row
        Row of the leg, counted from 0.
    seen
        Row of each id so far; the new one is added.

    Raises
    ------
    DataFileError
        Names the row, and the one that it repeats.
    """
    named, leg_id = cell
    if not leg_id:
        raise _fault(path, f"found no {named}, expected a name of the leg", row)
    if leg_id in seen:
        found = f"found {named} {leg_id!r}, as in row {seen[leg_id] + 1}, expected a new one"
        raise _fault(path, found, row)
    seen[leg_id] = row


def id_text(value: object) -> str:
    """Return a cell of the id column as the name of a leg, empty where there is none."""
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


def _refuse_what_is_off_the_planet(
    path: Path, geometry: NDArray[np.object_], first_row: int
) -> None:
    west, south, east, north = WORLD
    lon_lat, row = shapely.get_coordinates(geometry, return_index=True)
    # A comparison with NaN is false, so an unknown coordinate is refused here too.
    off = ~((lon_lat >= [west, south]) & (lon_lat <= [east, north])).all(axis=1)
    for place in np.flatnonzero(off)[:1]:
        lon, lat = lon_lat[place]
        found = (
            f"found longitude {lon:g}, latitude {lat:g}, expected -180 to 180 and -90 to 90 "
            "in this order, or a file that names its coordinate system"
        )
        raise _fault(path, found, first_row + row[place])
    low_lon, low_lat, high_lon, high_lat = shapely.bounds(geometry).T
    for point in np.flatnonzero((low_lon == high_lon) & (low_lat == high_lat))[:1]:
        fault = "found a line without length, expected two different points"
        raise _fault(path, fault, first_row + point)
