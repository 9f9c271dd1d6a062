"""Goes along legs and says which shape holds each stretch of them, in steps of many legs at once.

Almost all of it is told by cells (``geodata.border_walk``). Legs of which that leaves a doubt are
cut the general way (``geodata.border_cuts``), which is slower and bears any shape and any line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    """Some legs with a vertex at least every ``STEP_KM``; ``leg`` is that of each part."""

    vertices: Vertices
    gap_km: Array
    leg: Integers

    def leg_km(self, legs: int) -> Array:
        """Return the length of each of so many legs."""
        leg = self.leg[self.vertices.part]
        return np.bincount(leg, weights=self.gap_km, minlength=legs).astype(float)


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
    index = border_index(shapes)
    none = np.zeros(0, dtype=np.int64)
    found = [(none, none, np.zeros(0))]
    doubtful: list[_Drawn] = []
    leg_km = np.zeros(len(lines))
    for legs in _steps(lines):
        drawn = _drawn(lines.iloc[legs])
        told = stretches_by_cells(drawn.vertices, drawn.gap_km, index, shapes)
        leg_km[legs] = drawn.leg_km(legs.stop - legs.start)
        leg = drawn.leg + legs.start
        unsure = np.isin(leg, leg[told.unsure])
        sure = ~unsure[told.part]
        found.append((leg[told.part[sure]], told.holder[sure], told.km[sure]))
        if unsure.any():
            doubtful.append(replace(_only(drawn, unsure), leg=leg[unsure]))
    if doubtful:
        found.append(_cut_the_general_way(doubtful, shapes))
    leg, holder, km = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(leg, kind="stable")
    return LegStretches(leg=leg[order], holder=holder[order], km=km[order], leg_km=leg_km)


def _steps(lines: gpd.GeoDataFrame) -> Iterator[slice]:
    """Yield some legs after the other, all of them."""
    counts = shapely.get_num_coordinates(lines.geometry.to_numpy())
    last = np.flatnonzero(np.diff(np.cumsum(counts) // STEP_VERTICES, append=-1)) + 1
    for start, stop in pairwise([0, *last.tolist()]):
        yield slice(start, stop)


def _drawn(lines: gpd.GeoDataFrame) -> _Drawn:
    """Return the lines as they are, save those with too long an edge, which are drawn anew."""
    geometry = lines.geometry.to_numpy()
    drawn = _as_it_is(geometry)
    lon = drawn.vertices.lon_lat[:, 0]
    long = drawn.gap_km > STEP_KM * (1 + SLACK)
    long[:-1] |= (np.abs(np.diff(lon)) > HALF_TURN) & (drawn.gap_km[:-1] > 0)
    rough = drawn.leg_km(len(lines)) == 0
    rough[drawn.leg[drawn.vertices.part[long]]] = True
    if rough.any():
        geometry = geometry.copy()
        geometry[rough] = densify_lines(lines[rough]).geometry.to_numpy()
        drawn = _as_it_is(geometry)
    return drawn


def _as_it_is(geometry: NDArray[np.object_]) -> _Drawn:
    parts, leg = shapely.get_parts(geometry, return_index=True)
    lon_lat, part = shapely.get_coordinates(parts, return_index=True)
    gap_km = np.zeros(len(lon_lat))
    gap_km[:-1] = path_km(lon_lat)
    gap_km[np.flatnonzero(np.diff(part))] = 0
    return _Drawn(vertices=Vertices(lon_lat=lon_lat, part=part), gap_km=gap_km, leg=leg)


def _only(drawn: _Drawn, part: NDArray[np.bool_]) -> _Drawn:
    """Return some of the parts, numbered anew from 0."""
    kept = part[drawn.vertices.part]
    number = np.cumsum(part) - 1
    vertices = Vertices(
        lon_lat=drawn.vertices.lon_lat[kept], part=number[drawn.vertices.part[kept]]
    )
    return _Drawn(vertices=vertices, gap_km=drawn.gap_km[kept], leg=drawn.leg[part])


def _cut_the_general_way(
    doubtful: list[_Drawn], shapes: NDArray[np.object_]
) -> tuple[Integers, Integers, Array]:
    """Return leg, holder and km of stretches."""
    leg = np.concatenate([drawn.leg for drawn in doubtful])
    parts = [len(drawn.leg) for drawn in doubtful]
    before = np.cumsum(parts) - parts
    vertices = Vertices(
        lon_lat=np.concatenate([drawn.vertices.lon_lat for drawn in doubtful]),
        part=np.concatenate(
            [drawn.vertices.part + n for drawn, n in zip(doubtful, before, strict=True)]
        ),
    )
    pieces = pieces_between_borders(vertices, shapes)
    return leg[pieces.part], first_holder(pieces.middle, shapes), pieces.km
