"""The countries of the world as GeoJSON, the country layer of the naive map."""

import json
from typing import Any

import geopandas as gpd
import shapely

from geodata.boundaries import read_boundaries

TOLERANCE_DEG = 0.05
GRID_DEG = 0.01


def country_layer() -> dict[str, Any]:
    """Return the borders, simplified to about the detail of Natural Earth's 1:50m."""
    countries = read_boundaries()
    shapes = shapely.simplify(countries.geometry.to_numpy(), TOLERANCE_DEG)
    rounded = shapely.set_precision(shapes, GRID_DEG)
    table = gpd.GeoDataFrame(countries[["name_en"]], geometry=rounded, crs=countries.crs)
    found: dict[str, Any] = json.loads(table.to_json())
    return found


def layer_kb() -> int:
    """Return the size of the layer as text, in kB."""
    return len(json.dumps(country_layer())) // 1000
