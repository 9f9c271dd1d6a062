"""The one window of the map: the world from 30° W eastward to 330° E, in Mercator units.

The window is cut in the Atlantic, so that Moscow, Asia, the Pacific and Washington stand on one
map in that order. A unit is a 65,536th of the circumference; at zoom 7 two units are one pixel.
"""

from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

WEST: Final = -30.0
EAST: Final = 330.0
SOUTH: Final = -60.0
NORTH: Final = 81.0
UNITS: Final = 65_536

# The part of the window that has detail, in degrees: west, south, east, north.
DETAIL: Final = (60.0, -12.0, 155.0, 60.0)


def in_window(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape in longitudes from -180 to 180 as it lies in the window.

    Parameters
    ----------
    shape
        Geometry in EPSG:4326.

    Returns
    -------
    Geometry
        The same in longitudes from -30 to 330, cut to the latitudes of the window.
    """
    east = shapely.intersection(shape, shapely.box(WEST, SOUTH, 180, NORTH))
    west = shapely.intersection(shape, shapely.box(-180, SOUTH, WEST, NORTH))
    if west.is_empty:
        return east
    moved = shapely.transform(west, lambda points: points + np.array([360.0, 0.0]))
    return shapely.union_all([east, moved])


def units(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return positions in whole units, x eastward from 30° W, y southward from the top of the map.

    Parameters
    ----------
    points
        Longitude (-30 to 330) and latitude in degrees, one position a row.

    Reference
    ---------
    Spherical Mercator as web maps use it (EPSG:3857).
    """
    x = (points[:, 0] - WEST) / 360
    sine = np.sin(np.radians(points[:, 1]))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    whole: NDArray[np.int64] = np.rint(np.column_stack([x, y]) * UNITS).astype(np.int64)
    return whole


def coded(points: NDArray[np.float64]) -> list[int]:
    """Return a line as x, y, dx, dy, … in units, points that fall on one another left out.

    ``points`` are one or more, as ``units`` takes them.
    """
    whole = units(points)
    moved = np.any(np.diff(whole, axis=0) != 0, axis=1)
    kept = whole[np.concatenate([[True], moved])]
    steps = np.diff(kept, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    return [int(step) for step in steps.ravel()]
