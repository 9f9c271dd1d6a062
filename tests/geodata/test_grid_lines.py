"""Lines whose every vertex lies on one grid: ends kept, bends kept, cut at 180 degrees."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata.grid_lines import lines_on_grid
from geodata.lines import leg_lines


def drawn(*ends, decimals=1):
    waypoints = pd.DataFrame([ends[0], ends[1]], index=["a", "b"], columns=["lon", "lat"])
    legs = pd.DataFrame({"from_id": ["a"], "to_id": ["b"]}, index=pd.Index(["x"], name="leg_id"))
    lines = leg_lines(legs, waypoints)
    return lines, lines_on_grid(lines, decimals)


@pytest.mark.parametrize(
    "ends",
    [((129.8, 41.8), (100.1, 20.3)), ((100.5, 13.8), (-118.2, 34.1)), ((0.0, 0.0), (0.1, 0.0))],
)
def test_every_vertex_is_on_the_grid_and_the_ends_stay(ends):
    _, found = drawn(*ends)
    at = found.geometry.get_coordinates().to_numpy()
    assert np.abs(at * 10 - np.rint(at * 10)).max() < 1e-9
    assert tuple(at[0]) == ends[0]
    assert tuple(at[-1]) == ends[1]


def test_a_long_line_still_bends_where_the_geodesic_does():
    exact, found = drawn((129.8, 41.8), (-118.2, 34.1))
    assert found.geometry.iloc[0].hausdorff_distance(exact.geometry.iloc[0]) < 0.15


def test_a_line_over_180_degrees_stays_in_two_parts():
    _, found = drawn((100.5, 13.8), (-118.2, 34.1))
    shape = found.geometry.iloc[0]
    assert shape.geom_type == "MultiLineString"
    assert [part.bounds[2] for part in shape.geoms].count(180.0) == 1
    assert np.abs(np.diff(shapely.get_coordinates(shape.geoms[0])[:, 0])).max() < 180


def test_the_class_decides_the_grid():
    _, coarse = drawn((129.8, 41.8), (100.1, 20.3), decimals=0)
    at = coarse.geometry.get_coordinates().to_numpy()
    assert (at == np.rint(at)).all()


def test_no_line_is_no_line():
    none = gpd.GeoDataFrame({"length_km": []}, geometry=[], crs="EPSG:4326")
    assert lines_on_grid(none, 1).empty
