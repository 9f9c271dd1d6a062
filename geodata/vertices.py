"""Vertices of many lines in one table, joined by geodesics on the WGS84 ellipsoid."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")

# A step measured again may come out a hair too long; it is not cut in two for that.
SLACK = 1e-9

HALF_TURN = 180

Array = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Vertices:
    """Vertices of many lines, one after another.

    Parameters
    ----------
    lon_lat
        One vertex a row: longitude and latitude in degrees.
    part
        Number of the line that each vertex belongs to; ascending.
    """

    lon_lat: Array
    part: Integers

    @property
    def edges(self) -> Integers:
        """Positions of the vertices that an edge starts from; it ends at the next one."""
        return np.flatnonzero(self.part[:-1] == self.part[1:])

    def edge_km(self) -> Array:
        """Return the length of every edge, in kilometres on the ellipsoid."""
        start, end = self.lon_lat[self.edges], self.lon_lat[self.edges + 1]
        return distance_km(start, end)


def distance_km(start: Array, end: Array) -> Array:
    """Return the geodesic distance between points, row by row.

    Parameters
    ----------
    start, end
        Longitude and latitude in degrees on WGS84, one point a row.

    Returns
    -------
    Array
        Kilometres on the ellipsoid.

    Reference
    ---------
    Karney (2013), Algorithms for geodesics, Journal of Geodesy 87, 43-55.
    """
    _, _, metres = WGS84.inv(*start.T, *end.T)
    return np.asarray(metres, dtype=float) / 1000


def subdivided(vertices: Vertices, step_km: Array | float) -> Vertices:
    """Return the same lines with vertices added on the geodesic along each edge.

    Parameters
    ----------
    vertices
        The lines.
    step_km
        Longest edge wanted, in kilometres: one figure, or one for each edge.

    Returns
    -------
    Vertices
        Every vertex there was, and new ones at equal distances between them.
    """
    edges = vertices.edges
    start, end = vertices.lon_lat[edges], vertices.lon_lat[edges + 1]
    azimuth, _, metres = WGS84.inv(*start.T, *end.T)
    pieces = np.maximum(np.ceil(np.asarray(metres) / 1000 / step_km - SLACK), 1).astype(np.int64)
    edge = np.repeat(np.arange(len(edges)), pieces - 1)
    share = (count_up(pieces - 1) + 1) / pieces[edge]
    lon, lat, _ = WGS84.fwd(
        start[edge, 0],
        start[edge, 1],
        np.asarray(azimuth)[edge],
        np.asarray(metres)[edge] * share,
    )
    added = np.column_stack([lon, lat]).reshape(-1, 2)
    after = edges[edge] + 1
    return Vertices(
        lon_lat=np.insert(vertices.lon_lat, after, added, axis=0),
        part=np.insert(vertices.part, after, vertices.part[edges[edge]]),
    )


@dataclass(frozen=True, kw_only=True)
class CutVertices:
    """Lines cut into pieces.

    Parameters
    ----------
    vertices
        The pieces; ``part`` numbers them from 0.
    origin
        Number of the line that each piece was cut from.
    """

    vertices: Vertices
    origin: Integers


def cut_at_180(vertices: Vertices) -> CutVertices:
    """Return lines cut in two wherever an edge passes 180 degrees of longitude.

    Parameters
    ----------
    vertices
        The lines. An edge over more than 180 degrees of longitude is taken to go the short way.

    Returns
    -------
    CutVertices
        Pieces that end and begin at 180 and -180 degrees, on the geodesic of the edge.
    """
    edges = vertices.edges
    jump = np.abs(vertices.lon_lat[edges, 0] - vertices.lon_lat[edges + 1, 0]) > HALF_TURN
    before = edges[jump]
    seam = _seam(vertices.lon_lat[before], vertices.lon_lat[before + 1])
    at = np.repeat(before + 1, 2)
    lon_lat = np.insert(vertices.lon_lat, at, seam, axis=0)
    origin = np.insert(vertices.part, at, vertices.part[at - 1])
    # The second of the two vertices on the seam begins a new piece.
    begins = np.zeros(len(lon_lat), dtype=np.int64)
    begins[before + 1 + 2 * np.arange(len(before)) + 1] = 1
    piece = _piece_numbers(origin, begins)
    kept = _with_an_extent(lon_lat, piece)
    numbers = _piece_numbers(piece[kept], np.zeros(int(kept.sum()), dtype=np.int64))
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    return CutVertices(
        vertices=Vertices(lon_lat=lon_lat[kept], part=numbers), origin=origin[kept][first]
    )


def _piece_numbers(group: Integers, begins: Integers) -> Integers:
    """Return piece numbers from 0, one more where the group changes or ``begins`` is 1."""
    changes = np.diff(group, prepend=group[:1]) != 0
    return np.cumsum(changes | (begins == 1)).astype(np.int64)


def _with_an_extent(lon_lat: Array, piece: Integers) -> NDArray[np.bool_]:
    """Tell the vertices of real pieces from those of a piece that is a single point."""
    first = np.flatnonzero(np.diff(piece, prepend=-1))
    size = np.maximum.reduceat(lon_lat, first) - np.minimum.reduceat(lon_lat, first)
    return np.asarray(size.max(axis=1) > 0)[piece]


def _seam(start: Array, end: Array) -> Array:
    """Return where each edge meets 180 degrees, as the two vertices on either side of it."""
    azimuth, _, metres = WGS84.inv(*start.T, *end.T)
    low, high = np.zeros(len(start)), np.asarray(metres, dtype=float)
    side = np.sign(start[:, 0])
    for _ in range(60):
        middle = (low + high) / 2
        lon, _, _ = WGS84.fwd(start[:, 0], start[:, 1], azimuth, middle)
        passed = np.sign(lon) != side
        low, high = np.where(passed, low, middle), np.where(passed, middle, high)
    _, lat, _ = WGS84.fwd(start[:, 0], start[:, 1], azimuth, low)
    here = np.column_stack([side * HALF_TURN, lat])
    there = np.column_stack([-side * HALF_TURN, lat])
    return np.stack([here, there], axis=1).reshape(-1, 2)


def count_up(counts: Integers) -> Integers:
    """Return 0, 1, ... up to each count, one run after another.

    A count is left out of its run, and 0 makes none.

    Examples
    --------
    >>> count_up(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    offsets = np.repeat(np.cumsum(counts) - counts, counts)
    return np.asarray(np.arange(counts.sum()) - offsets)
