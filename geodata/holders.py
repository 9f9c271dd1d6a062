"""Says which of many shapes holds a point."""

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.vertices import Array, Integers


def first_holder(points: Array, shapes: NDArray[np.object_]) -> Integers:
    """Return the number of the first shape that holds each point, -1 where none does.

    Parameters
    ----------
    points
        Longitude and latitude in degrees, one point a row.
    shapes
        Polygons or multipolygons. They are prepared, so that the next question is answered faster.
    """
    point, shape = shapely.STRtree(shapes).query(shapely.points(points))
    holder = np.full(len(points), -1, dtype=np.int64)
    # Backwards, so that the first of several shapes has the last word.
    for number in np.unique(shape)[::-1]:
        inside = point[shape == number]
        shapely.prepare(shapes[number])
        held = shapely.intersects_xy(shapes[number], points[inside])
        holder[inside[held]] = number
    return holder
