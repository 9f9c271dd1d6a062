"""Cuts many lines at borders with the help of the grid of ``geodata.border_index``.

An edge that stays in certified cells needs no geometry. The others are cut where they cross the
border segments of their cells, drawn as finely as ``geodata.border_cuts`` draws them, so that both
ways give the same places. What is too close to call is left to that way.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.border_cuts import fine_pieces
from geodata.border_index import COLUMNS, BorderIndex, cells_of, touched_cells
from geodata.holders import first_holder
from geodata.short_geodesics import (
    HIGHEST_LAT,
    ShortGeodesics,
    short_distance_km,
    short_geodesics,
)
from geodata.vertices import Array, Integers, Vertices, count_up

# A crossing nearer than this (0.01 mm) to a corner of the border or of the line is a close call.
CLOSE_DEGREES = 1e-10

# So is a stretch shorter than this (1 cm): a corner, or a border that two shapes draw differently.
CLOSE_KM = 1e-5

# Rounding may put a chord into the next cell by less than this.
HAIR_DEGREES = 1e-9

UNKNOWN = -2

Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Stretches:
    """Stretches of lines between two borders, in the order in which the lines run.

    Parameters
    ----------
    part
        Number of the line that each stretch belongs to.
    holder
        Number of the shape that holds it, -1 for open water.
    km
        Length on the ellipsoid.
    unsure
        Numbers of the lines that must be cut the general way; their stretches mean nothing.
    """

    part: Integers
    holder: Integers
    km: Array
    unsure: Integers


@dataclass(frozen=True, kw_only=True)
class _Begins:
    """Where stretches begin: at the start of a line or at a cut.

    ``edge`` and ``share`` of it say where; ``ahead_km`` is the way from the start of the edge.
    """

    edge: Integers
    share: Array
    ahead_km: Array


def stretches_by_cells(
    vertices: Vertices, gap_km: Array, index: BorderIndex, shapes: NDArray[np.object_]
) -> Stretches:
    """Return which shapes lines run through, and how far.

    Parameters
    ----------
    vertices
        The lines, with vertices at most ``geodata.lines.STEP_KM`` apart.
    gap_km
        Distance from each vertex of the table to the next; 0 where the next is another line's.
    index
        The index of ``shapes``.
    shapes
        Polygons or multipolygons; the first that holds a place counts.
    """
    lon_lat, line_ends = vertices.lon_lat, np.flatnonzero(np.diff(vertices.part))
    told, near = _told_by_cells(lon_lat, line_ends, index)
    cuts, unsure_edge = _cuts(lon_lat, near, gap_km[near], index)
    line_starts = np.append(0, line_ends + 1)
    begins = _in_order(line_starts, cuts)
    part, km = vertices.part[begins.edge], _stretch_km(gap_km, begins)
    # A certified stretch has a vertex here that says so: its first, or one next to a border cell.
    vertex = np.concatenate([line_starts, near, near + 1])
    vertex = vertex[told[vertex] != UNKNOWN]
    stretch = np.searchsorted(begins.edge + begins.share, vertex, side="right") - 1
    holder = np.full(len(part), UNKNOWN, dtype=np.int64)
    holder[stretch] = told[vertex]
    # Two vertices of one stretch that disagree: a border between them was not seen.
    disagreeing = stretch[holder[stretch] != told[vertex]]
    unsure = np.unique(
        np.concatenate([vertices.part[unsure_edge], part[km < CLOSE_KM], part[disagreeing]])
    )
    asked = np.flatnonzero((holder == UNKNOWN) & ~np.isin(part, unsure))
    holder[asked] = first_holder(_inside(lon_lat, gap_km, begins, asked), shapes)
    return Stretches(part=part, holder=holder, km=km, unsure=unsure)


def _told_by_cells(
    lon_lat: Array, line_ends: Integers, index: BorderIndex
) -> tuple[NDArray[np.int32], Integers]:
    """Return the holder of each vertex where its cell tells it, and the edges near borders."""
    row, column = cells_of(lon_lat)
    cell = row * COLUMNS + column
    clear = index.clear[cell]
    reach = np.maximum(np.abs(np.diff(row)), np.abs(np.diff(column)))
    near = reach >= np.maximum(clear[:-1], clear[1:])
    near[line_ends] = False
    return np.where(clear > 0, index.cell[cell], np.int32(UNKNOWN)), np.flatnonzero(near)


def _cuts(
    lon_lat: Array, edge: Integers, edge_km: Array, index: BorderIndex
) -> tuple[_Begins, Integers]:
    """Return where edges cross borders, and the edges that are too close to call."""
    start, end = lon_lat[edge], lon_lat[edge + 1]
    polar = np.maximum(np.abs(start[:, 1]), np.abs(end[:, 1])) > HIGHEST_LAT
    pairs = _pairs(start, end, index)
    calm = ~polar[pairs[0]]
    row, segment, low, high = _near_chord(start, end, (pairs[0][calm], pairs[1][calm]), index)
    # Of each edge, the pieces of its fine drawing that may cross the segment.
    pieces = fine_pieces(edge_km[row])
    first, last = (
        np.clip(np.floor(share * pieces), 0, pieces - 1).astype(np.int64) for share in (low, high)
    )
    pair = np.repeat(np.arange(len(row)), last - first + 1)
    step = first[pair] + count_up(last - first + 1)
    row, segment, pieces = row[pair], segment[pair], pieces[pair]
    drawn, course = np.unique(row, return_inverse=True)
    courses = short_geodesics(start[drawn], end[drawn])
    step_start, step_end = _drawn_step(courses, course, step, pieces)
    crosses, unsure, share = _crossing(
        step_start, step_end, index.start[segment], index.end[segment]
    )
    place = step_start + share[:, None] * (step_end - step_start)
    cuts = _Begins(
        edge=edge[row[crosses]],
        share=((step + share) / pieces)[crosses],
        ahead_km=short_distance_km(start[row[crosses]], place[crosses]),
    )
    return cuts, np.concatenate([edge[polar], edge[row[unsure]]])


def _drawn_step(
    courses: ShortGeodesics, row: Integers, step: Integers, pieces: Integers
) -> tuple[Array, Array]:
    """Return where one of the pieces of a finely drawn edge starts and ends."""
    return courses.at(row, step / pieces), courses.at(row, (step + 1) / pieces)


def _pairs(start: Array, end: Array, index: BorderIndex) -> tuple[Integers, Integers]:
    """Return each edge with each border segment of the cells that it touches."""
    row, cell = touched_cells(start, end, HAIR_DEGREES)
    border = index.clear[cell] == 0
    row, number = row[border], index.cell[cell[border]]
    first = index.first[number]
    counts = index.first[number + 1] - first
    return np.repeat(row, counts), index.segment[np.repeat(first, counts) + count_up(counts)]


def _near_chord(
    start: Array, end: Array, pairs: tuple[Integers, Integers], index: BorderIndex
) -> tuple[Integers, Integers, Array, Array]:
    """Keep pairs of edge and segment that may cross, with the shares of the edge between which."""
    row, segment = pairs
    # As complex numbers, so that one product turns a place to lie ahead (real) and beside
    # (imaginary) of the chord.
    origin, along = _complex(start), _complex(end - start)
    length = np.maximum(np.abs(along), HAIR_DEGREES)
    turn = np.conj(along) / length
    highest = np.radians(np.maximum(np.abs(start[:, 1]), np.abs(end[:, 1])))
    # Twice as far as the geodesic may lie off its chord: see the equation in short_geodesics.
    bulge = np.radians(length) * length * (np.tan(highest) + 0.02) / 4 + HAIR_DEGREES
    here, turned, reach = origin[row], turn[row], bulge[row]
    one = (_complex(index.start)[segment] - here) * turned
    other = (_complex(index.end)[segment] - here) * turned
    near = np.flatnonzero(
        (np.minimum(one.imag, other.imag) <= reach) & (np.maximum(one.imag, other.imag) >= -reach)
    )
    # A segment that comes near several cells of an edge is there several times.
    _, once = np.unique(row[near] * len(index.start) + segment[near], return_index=True)
    kept = near[once]
    row, segment, reach = row[kept], segment[kept], reach[kept]
    low, high = _ahead_within(one[kept], other[kept], reach)
    low, high = (low - reach) / length[row], (high + reach) / length[row]
    passed = (low <= 1) & (high >= 0)
    return row[passed], segment[passed], low[passed], high[passed]


def _ahead_within(
    one: NDArray[np.complex128], other: NDArray[np.complex128], reach: Array
) -> tuple[Array, Array]:
    """Return from where to where ahead a segment lies within reach to the left and right."""
    rise = (other - one).imag
    steep = np.abs(rise) > HAIR_DEGREES
    ends = np.stack([-reach, reach]) - one.imag
    shares = np.where(steep, np.clip(ends / np.where(steep, rise, 1), 0, 1), [[0.0], [1.0]])
    low, high = np.sort(one.real + shares * (other - one).real, axis=0)
    return low, high


def _complex(places: Array) -> NDArray[np.complex128]:
    return np.ascontiguousarray(places).view(np.complex128)[:, 0]


def _crossing(
    start: Array, end: Array, border_start: Array, border_end: Array
) -> tuple[Flags, Flags, Array]:
    """Tell for pairs of edges whether they cross, whether that is unsure, and at what share."""
    along, border = end - start, border_end - border_start
    length = np.maximum(np.hypot(*along.T), HAIR_DEGREES)
    border_length = np.maximum(np.hypot(*border.T), HAIR_DEGREES)
    one = _cross(along, border_start - start) / length
    other = _cross(along, border_end - start) / length
    before = _cross(border, start - border_start) / border_length
    after = _cross(border, end - border_start) / border_length
    low = np.maximum(np.minimum(one, other), np.minimum(before, after))
    high = np.minimum(np.maximum(one, other), np.maximum(before, after))
    crosses = (low < -CLOSE_DEGREES) & (high > CLOSE_DEGREES)
    unsure = (low <= CLOSE_DEGREES) & (high >= -CLOSE_DEGREES) & ~crosses
    rise = np.where(crosses, before - after, 1.0)
    return crosses, unsure, before / rise


def _cross(one: Array, other: Array) -> Array:
    return np.asarray(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])


def _in_order(line_starts: Integers, cuts: _Begins) -> _Begins:
    """Return the starts of lines and the cuts as one row."""
    nothing = np.zeros(len(line_starts))
    edge = np.append(line_starts, cuts.edge)
    share = np.append(nothing, cuts.share)
    order = np.lexsort((share, edge))
    ahead_km = np.append(nothing, cuts.ahead_km)
    return _Begins(edge=edge[order], share=share[order], ahead_km=ahead_km[order])


def _stretch_km(gap_km: Array, begins: _Begins) -> Array:
    whole = np.add.reduceat(gap_km, begins.edge)
    whole[:-1][np.diff(begins.edge) == 0] = 0
    # The last stretch of a line ends at its last vertex, where the next line is 0 km ahead.
    return np.asarray(whole - begins.ahead_km + np.append(begins.ahead_km[1:], 0))


def _inside(lon_lat: Array, gap_km: Array, begins: _Begins, stretch: Integers) -> Array:
    """Return a point of each stretch: half way along it, as far as its first edge goes."""
    edge, after = begins.edge[stretch], stretch + 1
    ends_here = np.append(begins.edge, -1)[after] == edge
    until = np.where(ends_here, np.append(begins.share, 1)[after], 1)
    pieces = fine_pieces(gap_km[edge])
    way = (begins.share[stretch] + until) / 2 * pieces
    step = np.minimum(way.astype(np.int64), pieces - 1)
    courses = short_geodesics(lon_lat[edge], lon_lat[edge + 1])
    start, end = _drawn_step(courses, np.arange(len(edge)), step, pieces)
    return start + (way - step)[:, None] * (end - start)
