"""Draws lines with every vertex on one fixed grid, so that a line says no more than its places."""

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray


def lines_on_grid(lines: gpd.GeoDataFrame, decimals: int) -> gpd.GeoDataFrame:
    """Return lines whose vertices are all rounded to so many decimals of a degree.

    A line is first thinned to within half a cell of where it ran, which leaves a short geodesic
    its two ends and a long one as many vertices as its bend asks for; so rounding draws no stairs.
    Rounding is always to the same grid: the same line twice says nothing more than once.

    Parameters
    ----------
    lines
        Index ``leg_id``; lines of one or more parts in degrees, as ``leg_lines`` gives them, whose
        two ends are on the grid.
    decimals
        Decimals of a degree; 1 is a grid of about 11 km.

    Returns
    -------
    gpd.GeoDataFrame
        As given, with other shapes. A part shorter than a cell may vanish.
    """
    parts, owner = shapely.get_parts(lines.geometry.to_numpy(), return_index=True)
    thinned = shapely.simplify(parts, 10.0**-decimals / 2)
    rounded = shapely.transform(thinned, lambda at: np.round(at, decimals) + 0.0)  # no minus zero
    drawn = shapely.remove_repeated_points(rounded)
    kept = shapely.length(drawn) > 0
    shapes = [_joined(drawn[kept & (owner == line)]) for line in range(len(lines))]
    return lines.set_geometry(gpd.GeoSeries(shapes, index=lines.index, crs=lines.crs))


def _joined(parts: NDArray[np.object_]) -> shapely.Geometry:
    whole: shapely.Geometry
    whole = parts[0] if len(parts) == 1 else shapely.MultiLineString(list(parts))
    return whole
