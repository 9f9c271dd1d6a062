"""Knows, by a grid over the earth, where one country holds all around and where borders are near.

A cell that no border comes near is certified: one point of it tells the country of all of it. A
border cell has a list of the border segments that come near it.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.border_cuts import NEAR_DEGREES
from geodata.holders import first_holder
from geodata.kept_arrays import KEPT, Arrays, kept_arrays
from geodata.vertices import Array, Integers, count_up

CELL_DEGREES = 0.1
COLUMNS, ROWS = 3600, 1800

# No cell is told to be farther from border cells than this, in cells.
MOST_CLEAR = 15

# One more whenever the same shapes would give other arrays, so that no older file is read.
EDITION = 1


@dataclass(frozen=True, kw_only=True)
class BorderIndex:
    """Cells of 0.1 degree, numbered row by row from the south-west, and segments of borders.

    Parameters
    ----------
    cell
        Of a certified cell the number of the shape that holds it, -1 for open water; of a border
        cell its place in ``first``.
    clear
        How far each cell is from border cells: 0 is a border cell, and around a cell with 2 all
        eight neighbours are certified for the same holder. At most ``MOST_CLEAR``.
    first
        Where the segments of each border cell begin in ``segment``, and where the last end.
    segment
        The segments that come near each border cell, cell by cell.
    start, end
        Longitude and latitude of the ends of each segment; a border of two shapes is there once.
    """

    cell: NDArray[np.int32]
    clear: NDArray[np.int8]
    first: Integers
    segment: Integers
    start: Array
    end: Array


@dataclass(frozen=True, kw_only=True)
class _Shapes:
    """Shapes that are the same when their checksum is."""

    checksum: str
    shapes: NDArray[np.object_] = field(compare=False)


def border_index(shapes: NDArray[np.object_]) -> BorderIndex:
    """Return the index of shapes, from memory or a file where the same shapes have been indexed.

    For the 1:10m borders making it takes half a second, reading the file of 54 MB a fifth of that.

    Parameters
    ----------
    shapes
        Polygons or multipolygons in longitude and latitude (EPSG:4326); the first that holds a
        place counts.
    """
    content = sha256(f"{EDITION} {CELL_DEGREES} {NEAR_DEGREES} {MOST_CLEAR}".encode())
    for wkb in shapely.to_wkb(shapes):
        content.update(wkb)
    return _kept(_Shapes(checksum=content.hexdigest(), shapes=shapes))


@lru_cache(maxsize=KEPT)
def _kept(world: _Shapes) -> BorderIndex:
    return BorderIndex(**kept_arrays("borders", world.checksum, lambda: _made(world.shapes)))


def _made(shapes: NDArray[np.object_]) -> Arrays:
    start, end = _segments(shapes)
    # A chord in a certified cell and the geodesic it stands for have the same country.
    segment, touched = touched_cells(start, end, NEAR_DEGREES)
    order = np.argsort(touched, kind="stable")
    border_cells, first = np.unique(touched[order], return_index=True)
    clear = _clearance(border_cells)
    cell = _cell_holders(clear, shapes)
    cell[border_cells] = np.arange(len(border_cells))
    return {
        "cell": cell,
        "clear": clear,
        "first": np.append(first, len(order)),
        "segment": segment[order],
        "start": start,
        "end": end,
    }


def cells_of(lon_lat: Array) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the row and column of the cell that each point lies in.

    ``lon_lat`` has longitude and latitude in degrees, one point a row. Rows count from 0 at the
    south pole, columns from 0 at 180 degrees west; 90 north and 180 east lie in the last of them.
    """
    return _row(lon_lat[:, 1]), _column(lon_lat[:, 0])


def touched_cells(start: Array, end: Array, margin: float) -> tuple[Integers, Integers]:
    """Return the cells that straight edges come near, as pairs of edge and cell.

    Parameters
    ----------
    start, end
        Longitude and latitude of the ends of each edge.
    margin
        How near, in degrees. No cell so near is left out; one a little farther may be there.
    """
    south = _row(np.minimum(start[:, 1], end[:, 1]) - margin)
    rows = _row(np.maximum(start[:, 1], end[:, 1]) + margin) - south + 1
    edge = np.repeat(np.arange(len(start)), rows)
    row = south[edge] + count_up(rows)
    run, rise = (end - start)[edge].T
    # Shares of the edge at which it enters the row, widened by the margin, and leaves it.
    slope = np.where(rise == 0, np.inf, rise)
    floor = row * CELL_DEGREES - 90 - start[edge, 1]
    enter = np.clip((floor - margin) / slope, 0, 1)
    leave = np.clip((floor + CELL_DEGREES + margin) / slope, 0, 1)
    enter, leave = np.where(rise == 0, 0, enter), np.where(rise == 0, 1, leave)
    one, other = start[edge, 0] + enter * run, start[edge, 0] + leave * run
    west = _column(np.minimum(one, other) - margin)
    columns = _column(np.maximum(one, other) + margin) - west + 1
    pair = np.repeat(np.arange(len(edge)), columns)
    return edge[pair], row[pair] * COLUMNS + west[pair] + count_up(columns)


def _row(lat: Array) -> NDArray[np.int32]:
    return np.clip(((lat + 90) * (1 / CELL_DEGREES)).astype(np.int32), 0, ROWS - 1)


def _column(lon: Array) -> NDArray[np.int32]:
    return np.clip(((lon + 180) * (1 / CELL_DEGREES)).astype(np.int32), 0, COLUMNS - 1)


def _segments(shapes: NDArray[np.object_]) -> tuple[Array, Array]:
    """Return the ends of all segments of rings, once where two shapes share one."""
    rings = shapely.get_rings(shapely.get_parts(shapes))
    lon_lat, ring = shapely.get_coordinates(rings, return_index=True)
    place, _ = pd.factorize(lon_lat.view(complex).ravel())
    begins = np.flatnonzero(ring[:-1] == ring[1:])
    low = np.minimum(place[begins], place[begins + 1])
    high = np.maximum(place[begins], place[begins + 1])
    again = pd.Series(low * len(place) + high).duplicated().to_numpy()
    begins = begins[(low < high) & ~again]
    return lon_lat[begins], lon_lat[begins + 1]


def _clearance(border_cells: Integers) -> NDArray[np.int8]:
    far = np.ones((ROWS, COLUMNS), dtype=bool)
    far.ravel()[border_cells] = False
    clear = far.astype(np.int8)
    for _ in range(MOST_CLEAR - 1):
        tall = far.copy()
        tall[1:] &= far[:-1]
        tall[:-1] &= far[1:]
        far = tall.copy()
        far[:, 1:] &= tall[:, :-1]
        far[:, :-1] &= tall[:, 1:]
        clear += far
    return clear.ravel()


def _cell_holders(clear: NDArray[np.int8], shapes: NDArray[np.object_]) -> NDArray[np.int32]:
    """Ask one point for each run of certified cells in a row."""
    certified = (clear > 0).reshape(ROWS, COLUMNS)
    begins = certified.copy()
    begins[:, 1:] &= ~certified[:, :-1]
    row, column = np.nonzero(begins)
    middle = np.column_stack([column - COLUMNS / 2, row - ROWS / 2]) + 0.5
    asked = first_holder(middle * CELL_DEGREES, shapes).astype(np.int32)
    run = np.append(np.flatnonzero(begins), certified.size)
    return np.append(np.full(run[0], -1, dtype=np.int32), np.repeat(asked, np.diff(run)))
