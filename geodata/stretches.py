"""Goes along legs and says which shape holds each stretch of them, in steps of many legs at once.

Almost all of it is told by cells (``geodata.border_walk``). Legs of which that leaves a doubt are
cut the general way (``geodata.border_cuts``), which is slower and bears any shape and any line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.border_cuts import pieces_between_borders
from geodata.border_index import border_index
from geodata.border_walk import stretches_by_cells
from geodata.holders import first_holder
from geodata.lines import STEP_KM, densify_lines
from geodata.short_geodesics import path_km
from geodata.vertices import HALF_TURN, SLACK, Array, Integers, Vertices

# Legs are taken together up to so many vertices: a few megabytes, which stay near the processor.
STEP_VERTICES = 200_000

# So few vertices are cut the general way at once: the index would take longer to make.
FEW_VERTICES = 20_000

# On a meridian or the equator, about; elsewhere a degree is shorter.
DEGREE_KM = 111

LINE_STRING = int(shapely.GeometryType.LINESTRING)


@dataclass(frozen=True, kw_only=True)
class LegStretches:
    """Stretches of legs, leg by leg, from start to end; neighbours may have the same holder.

    Parameters
    ----------
    leg
        Position of the leg among the lines.
    holder
        Number of the shape that holds the stretch, -1 for open water.
    km
        Length on the ellipsoid.
    leg_km
        Length of each leg, measured before any cut.
    """

    leg: Integers
    holder: Integers
    km: Array
    leg_km: Array


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """Some legs with a vertex at least every ``STEP_KM``.

    ``gap_km`` is the distance from each vertex to the next, 0 from the last of a part; ``leg`` is
    the leg of each part.
    """

    vertices: Vertices
    gap_km: Array
    leg: Integers
    leg_km: Array


def stretches(lines: gpd.GeoDataFrame, shapes: NDArray[np.object_]) -> LegStretches:
    """Return which shapes the legs run through, in order.

    Parameters
    ----------
    lines
        Index ``leg_id``; LineStrings or MultiLineStrings in EPSG:4326, vertices joined by
        geodesics.
    shapes
        Polygons or multipolygons; the first that holds a place counts.

    Raises
    ------
    LineError
        A line has no length.
    """
    none = np.zeros(0, dtype=np.int64)
    found = [(none, none, np.zeros(0))]
    doubtful: list[tuple[Vertices, Integers]] = []
    leg_km = np.zeros(len(lines))
    count = _drawn_count(lines)
    index = border_index(shapes) if count.sum() >= FEW_VERTICES else None
    for legs in _steps(count):
        drawn = _drawn(lines.iloc[legs])
        leg_km[legs] = drawn.leg_km
        leg = drawn.leg + legs.start
        if index is None:
            doubtful.append((drawn.vertices, leg))
            continue
        told = stretches_by_cells(drawn.vertices, drawn.gap_km, index, shapes)
        unsure = np.isin(leg, leg[told.unsure])
        sure = ~unsure[told.part]
        found.append((leg[told.part[sure]], told.holder[sure], told.km[sure]))
        if unsure.any():
            doubtful.append((_only(drawn.vertices, unsure), leg[unsure]))
    if doubtful:
        found.append(_cut_the_general_way(doubtful, shapes))
    leg, holder, km = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(leg, kind="stable")
    return LegStretches(leg=leg[order], holder=holder[order], km=km[order], leg_km=leg_km)


def _drawn_count(lines: gpd.GeoDataFrame) -> Array:
    """Return about how many vertices each leg will be drawn with, by its length in degrees."""
    geometry = lines.geometry.to_numpy()
    by_length = shapely.length(geometry) * DEGREE_KM / STEP_KM
    return np.asarray(np.maximum(shapely.get_num_coordinates(geometry), by_length))


def _steps(count: Array) -> Iterator[slice]:
    """Yield some legs after the other, all of them."""
    last = np.flatnonzero(np.diff(np.cumsum(count) // STEP_VERTICES, append=-1)) + 1
    for start, stop in pairwise([0, *last.tolist()]):
        yield slice(start, stop)


def _drawn(lines: gpd.GeoDataFrame) -> _Drawn:
    """Return the lines as they are, save those with too long an edge, which are drawn anew."""
    geometry = lines.geometry.to_numpy()
    drawn = _as_it_is(geometry)
    lon = drawn.vertices.lon_lat[:, 0]
    long = drawn.gap_km > STEP_KM * (1 + SLACK)
    long[:-1] |= (np.abs(np.diff(lon)) > HALF_TURN) & (drawn.gap_km[:-1] > 0)
    rough = drawn.leg_km == 0
    rough[drawn.leg[drawn.vertices.part[long]]] = True
    if rough.any():
        geometry = geometry.copy()
        geometry[rough] = densify_lines(lines[rough]).geometry.to_numpy()
        drawn = _as_it_is(geometry)
    return drawn


def _as_it_is(geometry: NDArray[np.object_]) -> _Drawn:
    parts, leg = geometry, np.arange(len(geometry))
    if (shapely.get_type_id(geometry) != LINE_STRING).any():
        parts, leg = shapely.get_parts(geometry, return_index=True)
    lon_lat, part = shapely.get_coordinates(parts, return_index=True)
    gap_km = np.zeros(len(lon_lat))
    gap_km[:-1] = path_km(lon_lat)
    gap_km[np.flatnonzero(np.diff(part))] = 0
    leg_km = np.bincount(leg[part], weights=gap_km, minlength=len(geometry))
    vertices = Vertices(lon_lat=lon_lat, part=part)
    return _Drawn(vertices=vertices, gap_km=gap_km, leg=leg, leg_km=leg_km.astype(float))


def _only(vertices: Vertices, part: NDArray[np.bool_]) -> Vertices:
    """Return some of the parts, numbered anew from 0."""
    kept = part[vertices.part]
    number = np.cumsum(part) - 1
    return Vertices(lon_lat=vertices.lon_lat[kept], part=number[vertices.part[kept]])


def _cut_the_general_way(
    doubtful: list[tuple[Vertices, Integers]], shapes: NDArray[np.object_]
) -> tuple[Integers, Integers, Array]:
    """Return leg, holder and km of stretches, from lines and the leg of each of their parts."""
    tables, legs = zip(*doubtful, strict=True)
    before = np.cumsum([0, *map(len, legs)])[:-1]
    vertices = Vertices(
        lon_lat=np.concatenate([table.lon_lat for table in tables]),
        part=np.concatenate([table.part + n for table, n in zip(tables, before, strict=True)]),
    )
    pieces = pieces_between_borders(vertices, shapes)
    holder = first_holder(pieces.middle, shapes)
    return np.concatenate(legs)[pieces.part], holder, pieces.km
