"""A plain second way to the kilometres by country: one edge and one country at a time."""

from itertools import pairwise

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
# So short a chord is the geodesic to within 1e-9 of any figure that is compared.
STEP_METRES = 250


def exposure_edge_by_edge(lines: gpd.GeoDataFrame, boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Kilometres of each leg in each country and at sea, for lines that do not pass 180 degrees."""
    rows = []
    for leg_id, line in lines.geometry.items():
        vertices = list(line.coords)
        for start, end in pairwise(vertices):
            for edge in short_edges(start, end):
                rows += [(leg_id, iso3, km) for iso3, km in shares(edge, boundaries)]
    table = pd.DataFrame(rows, columns=["leg_id", "iso3", "km"])
    return table.groupby(["leg_id", "iso3"])["km"].sum().reset_index()


def short_edges(start: tuple[float, float], end: tuple[float, float]) -> list[shapely.LineString]:
    _, _, metres = GEOD.inv(*start, *end)
    pieces = max(int(metres // STEP_METRES) + 1, 2)
    inner = GEOD.npts(*start, *end, pieces - 1)
    path = [start, *inner, end]
    return [shapely.LineString(pair) for pair in pairwise(path)]


def shares(edge: shapely.LineString, boundaries: gpd.GeoDataFrame) -> list[tuple[str, float]]:
    inside = []
    rest = edge
    for iso3, shape in boundaries.geometry.items():
        inside.append((iso3, length_km(shapely.intersection(rest, shape))))
        rest = shapely.difference(rest, shape)
    return [(iso3, km) for iso3, km in [*inside, ("SEA", length_km(rest))] if km]


def length_km(shape: shapely.Geometry) -> float:
    return float(GEOD.geometry_length(shape)) / 1000


def exposure_among_borders(lines: gpd.GeoDataFrame, land: gpd.GeoDataFrame) -> pd.DataFrame:
    """As ``exposure_edge_by_edge``, of a whole world: each edge meets only the shapes round it."""
    tree = shapely.STRtree(land.geometry.to_numpy())
    tables = []
    for leg_id, line in lines.geometry.items():
        for pair in pairwise(line.coords):
            box = shapely.LineString(pair).buffer(0.01).bounds
            around = land.iloc[sorted(tree.query(shapely.box(*box)))]
            clipped = around.set_geometry(shapely.clip_by_rect(around.geometry.to_numpy(), *box))
            edge = gpd.GeoDataFrame(geometry=[shapely.LineString(pair)], index=[leg_id])
            tables.append(exposure_edge_by_edge(edge, clipped))
    return pd.concat(tables).groupby(["leg_id", "iso3"], sort=False)["km"].sum().reset_index()
