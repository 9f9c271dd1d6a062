"""Cuts lines at every border they meet.

The cuts are made first and the pieces are told apart afterwards, each by one point in its middle.
So no stretch of a line can be counted twice or lost, whatever the shapes do.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.vertices import Array, Integers, Vertices, distance_km, subdivided

# A border is looked for in runs of this many segments: short enough for small boxes in the tree,
# long enough to keep the tree small.
RUN_SEGMENTS = 64

# Edges near a border are drawn again this finely, so that the chord on which the cut is found
# lies within 3 mm of the geodesic at 60 degrees of latitude, and a cut lengthens the line by less
# than a thousandth of a millimetre.
FINE_STEP_KM = 0.25

# How far from a border an edge still counts as near: more than a 10 km chord leaves its geodesic
# anywhere between 84 degrees north and south.
NEAR_DEGREES = 0.0005

# Cuts closer than this (1 mm) are one cut: two neighbours hold the same border twice.
SAME_PLACE_KM = 1e-6


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """Stretches of lines between two cuts, in the order in which the lines run.

    Parameters
    ----------
    part
        Number of the line that each piece belongs to.
    km
        Length on the ellipsoid.
    middle
        Longitude and latitude of a point inside the piece, off every border.
    """

    part: Integers
    km: Array
    middle: Array


def pieces_between_borders(vertices: Vertices, shapes: NDArray[np.object_]) -> Pieces:
    """Cut lines at every border of any shape.

    Parameters
    ----------
    vertices
        The lines, with vertices at most ``geodata.lines.STEP_KM`` apart.
    shapes
        Polygons or multipolygons in longitude and latitude (EPSG:4326).

    Returns
    -------
    Pieces
        At least one for each line.
    """
    borders = _border_runs(shapes)
    tree = shapely.STRtree(borders)
    fine = _fine_near_borders(vertices, tree)
    edge, share = _cuts(fine, tree)
    return _pieces(*_with_cuts(fine, edge, share))


def fine_pieces(km: Array) -> Integers:
    """Return in how many pieces edges near a border are drawn: each under ``FINE_STEP_KM``.

    ``km`` are the lengths of the edges on the ellipsoid; one number of 2 or more for each.
    """
    return np.maximum(np.floor(km / FINE_STEP_KM).astype(np.int64) + 1, 2)


def _border_runs(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    rings = shapely.get_rings(shapely.get_parts(shapes))
    lon_lat, ring = shapely.get_coordinates(rings, return_index=True)
    size = np.bincount(ring, minlength=len(rings))
    runs_of_ring = -(-(size - 1) // RUN_SEGMENTS)
    ring_of_run = np.repeat(np.arange(len(rings)), runs_of_ring)
    number = np.arange(len(ring_of_run)) - (np.cumsum(runs_of_ring) - runs_of_ring)[ring_of_run]
    ring_start = np.cumsum(size) - size
    start = ring_start[ring_of_run] + number * RUN_SEGMENTS
    last = np.minimum(start + RUN_SEGMENTS, (ring_start + size - 1)[ring_of_run])
    length = last - start + 1
    run = np.repeat(np.arange(len(start)), length)
    place = start[run] + np.arange(length.sum()) - (np.cumsum(length) - length)[run]
    return np.asarray(shapely.linestrings(lon_lat[place], indices=run))


def _fine_near_borders(vertices: Vertices, tree: shapely.STRtree) -> Vertices:
    near, _ = tree.query(_chords(vertices), predicate="dwithin", distance=NEAR_DEGREES)
    near = np.unique(near)
    before = vertices.edges[near]
    km = distance_km(vertices.lon_lat[before], vertices.lon_lat[before + 1])
    step_km = np.full(len(vertices.edges), np.inf)
    step_km[near] = np.maximum(km, SAME_PLACE_KM) / fine_pieces(km)
    return subdivided(vertices, step_km)


def _cuts(vertices: Vertices, tree: shapely.STRtree) -> tuple[Integers, Array]:
    """Return the edges that meet a border, and at what share of the edge."""
    chords = _chords(vertices)
    edge, run = tree.query(chords, predicate="intersects")
    meets = shapely.intersection(chords[edge], tree.geometries[run])
    # A stretch along a border meets it in a line: both its ends are cuts.
    place, meet = shapely.get_coordinates(meets, return_index=True)
    edge = edge[meet]
    start = vertices.lon_lat[vertices.edges[edge]]
    along = vertices.lon_lat[vertices.edges[edge] + 1] - start
    share = ((place - start) * along).sum(axis=1) / (along * along).sum(axis=1)
    return edge.astype(np.int64), np.clip(share, 0, 1)


def _with_cuts(vertices: Vertices, edge: Integers, share: Array) -> tuple[Vertices, Integers]:
    """Return the lines with a vertex at every cut, and 1 where a vertex is a cut."""
    order = np.lexsort((share, edge))
    edge, share = edge[order], share[order]
    before = vertices.edges[edge]
    start, end = vertices.lon_lat[before], vertices.lon_lat[before + 1]
    places = start + share[:, None] * (end - start)
    is_cut = np.insert(np.zeros(len(vertices.part), dtype=np.int64), before + 1, 1)
    with_cuts = Vertices(
        lon_lat=np.insert(vertices.lon_lat, before + 1, places, axis=0),
        part=np.insert(vertices.part, before + 1, vertices.part[before]),
    )
    return with_cuts, is_cut


def _pieces(vertices: Vertices, is_cut: Integers) -> Pieces:
    edges = vertices.edges
    start, end = vertices.lon_lat[edges], vertices.lon_lat[edges + 1]
    km = distance_km(start, end)
    part = vertices.part[edges]
    piece = _piece_of_edge(part, km, is_cut[edges] == 1)
    first = np.flatnonzero(np.diff(piece, prepend=-1))
    # The longest edge of a piece holds its middle: it is the one farthest from rounding.
    longest = np.lexsort((-km, piece))[first]
    return Pieces(
        part=part[first],
        km=np.bincount(piece, weights=km).astype(float),
        middle=(start[longest] + end[longest]) / 2,
    )


def _piece_of_edge(part: Integers, km: Array, from_cut: NDArray[np.bool_]) -> Integers:
    """Return the number of each edge's piece; lines, and cuts at places of their own, begin one."""
    behind_km = np.cumsum(km) - km
    line_starts = np.diff(part, prepend=-1) != 0
    line_end_km = np.append(behind_km[line_starts][1:], km.sum())
    left_km = line_end_km[np.cumsum(line_starts) - 1] - behind_km
    candidate = line_starts | (from_cut & (left_km > SAME_PLACE_KM))
    places = np.flatnonzero(candidate)
    apart = np.diff(behind_km[places], prepend=-np.inf) > SAME_PLACE_KM
    begins = np.zeros(len(part), dtype=bool)
    begins[places[apart | line_starts[places]]] = True
    return np.asarray(np.cumsum(begins) - 1)


def _chords(vertices: Vertices) -> NDArray[np.object_]:
    edges = vertices.edges
    pairs = np.stack([vertices.lon_lat[edges], vertices.lon_lat[edges + 1]], axis=1)
    return np.asarray(shapely.linestrings(pairs))
