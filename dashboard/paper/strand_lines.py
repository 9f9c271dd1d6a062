"""Where the strands run on paper: projected, bowed where they fly, moved aside where they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from dashboard.paper.stroke import stroke_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from dashboard.paper.frame import Frame
    from dashboard.paper.strands import Strand

    Points = npt.NDArray[np.float64]

_BOW: Final = 0.16
_STEPS: Final = 28
_GAP_PX, _STEP_PX, _EASE_PX, _MOST_POINTS = 2.2, 10.0, 16.0, 72
_FLAT_PX: Final = 0.15


def strand_line(
    strand: Strand,
    frame: Frame,
    *,
    waypoints: pd.DataFrame,
    lines: gpd.GeoDataFrame,
    legend: Mapping[str, Any],
) -> Points:
    """Return the points of a strand in px, in the direction of travel.

    Parameters
    ----------
    strand, frame
        What is drawn, and where.
    waypoints
        Index ``waypoint_id``; ``lon, lat``.
    lines
        Index ``leg_id``; on the grid of the class. A flight has no line but its two ends.
    legend
        Widths of classes, which say how far aside strands of one link lie.
    """
    if strand.mode == "air":
        ends = waypoints.loc[[strand.from_id, strand.to_id], ["lon", "lat"]].to_numpy(dtype=float)
        course = bowed(*frame.at(ends))
    else:
        course = _joined(frame, lines.geometry[strand.leg_id])
    aside = _aside(strand, legend, frame.zoom)
    moved = _moved(course, aside) if aside else course
    return np.asarray(
        shapely.get_coordinates(shapely.simplify(shapely.linestrings(moved), _FLAT_PX))
    )


def bowed(start: Points, end: Points) -> Points:
    """Return a flight as a gently bowed arc between its two ends; not the path of an aircraft.

    It bows rightward where the ends lie above each other and upward where they lie beside each
    other, so that arcs stand clear of the lines on the ground.
    """
    dx, dy = end - start
    side = -1 if dy + dx / 2 < 0 else 1
    middle = (start + end) / 2 + np.array([dy, -dx]) * _BOW * side
    t = np.linspace(0, 1, _STEPS + 1)[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * (1 - t) * t * middle + t**2 * end)


def point_along(line: Points, part: float) -> tuple[float, float, float]:
    """Return x and y in px, and the angle in radians, a part of the way along a line."""
    course = shapely.linestrings(line)
    at = shapely.get_coordinates(shapely.line_interpolate_point(course, part, normalized=True))[0]
    steps = np.hypot(*np.diff(line, axis=0).T).cumsum()
    i = min(int(np.searchsorted(steps, steps[-1] * part)), len(line) - 2)
    dx, dy = line[i + 1] - line[i]
    return float(at[0]), float(at[1]), float(np.arctan2(dy, dx))


def length_of(line: Points) -> float:
    """Return the length of a line in px."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _joined(frame: Frame, shape: shapely.Geometry) -> Points:
    """Return a line on the ground as points in px; the parts of one cut at 180° are one again."""
    parts = [frame.at(shapely.get_coordinates(part)) for part in shapely.get_parts(shape)]
    return np.vstack(parts)


def _aside(strand: Strand, legend: Mapping[str, Any], zoom: float) -> float:
    if not strand.beside:
        return 0.0
    widths = [stroke_of(other, legend, zoom).width + _GAP_PX for other in strand.beside]
    before = sum(widths[: strand.slot])
    return before + widths[strand.slot] / 2 - sum(widths) / 2


def _moved(line: Points, aside: float) -> Points:
    """Return a line moved rightward of its way by some px, running back together at its ends."""
    count = int(np.clip(round(length_of(line) / _STEP_PX), 4, _MOST_POINTS))
    course = shapely.linestrings(line)
    parts = np.linspace(0, 1, count)
    even = shapely.get_coordinates(shapely.line_interpolate_point(course, parts, normalized=True))
    before, after = np.vstack([even[:1], even[:-1]]), np.vstack([even[1:], even[-1:]])
    along = after - before
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    step = length_of(line) / (count - 1)
    from_end = np.minimum(np.arange(count), count - 1 - np.arange(count)) * step
    near = np.minimum(1, from_end / _EASE_PX)
    by = (aside * near * (2 - near))[:, None]
    return np.asarray(even + np.column_stack([-along[:, 1], along[:, 0]]) * by)
