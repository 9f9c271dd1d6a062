"""Reads the provinces of the countries that the atlas covers, and says which one a point lies in.

They are generalised (about 1 km) and serve to make places coarser, not to draw borders; names are
those of the source and imply no endorsement.
"""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geodata.boundaries import DATA, read_layer

PROVINCES_FILE = "provinces.parquet"
# A point farther from every province, at sea or in a country that is not covered, lies in none.
NEAR_DEGREES = 0.2


def read_provinces(folder: Path = DATA) -> gpd.GeoDataFrame:
    """Return the first-level units of the countries with evidence.

    Parameters
    ----------
    folder
        The folder of the data files.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``province``; ``iso3``; ``name``; ``lon``, ``lat`` of its stand-in, a point of it at
        one decimal of a degree; ``geometry`` (EPSG:4326). Units smaller than 0.05 square degrees
        count as part of the nearest larger one.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_layer(folder / PROVINCES_FILE, ["iso3", "name", "lon", "lat", "geometry"])


def province_of(points: np.ndarray[Any, Any], provinces: gpd.GeoDataFrame) -> np.ndarray[Any, Any]:
    """Return the row of the province of each point, -1 where it lies in none.

    Parameters
    ----------
    points
        Rows of longitude, latitude in degrees.
    provinces
        The result of `read_provinces`.
    """
    found = np.full(len(points), -1)
    if len(points):
        place, row = provinces.sindex.nearest(
            shapely.points(points), max_distance=NEAR_DEGREES, return_all=False
        )
        found[place] = row
    return found
