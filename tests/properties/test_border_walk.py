"""Kilometres told by cells, against the general way and against the plain reference."""

from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geodata import stretches as told_by_cells
from geodata.border_cuts import pieces_between_borders
from geodata.border_index import CELL_DEGREES, COLUMNS, border_index
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import NONE, SEA, leg_exposure, leg_stretches
from geodata.holders import first_holder
from geodata.lines import densify_lines
from geodata.vertices import Vertices, distance_km
from tests.benchmarks.exposure import random_legs
from tests.geodata.three_squares import leg, legs, squares
from tests.properties.edge_by_edge import exposure_among_borders

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Enclaves, small islands, shores of many islets, three countries in one place, both sides of 180.
HARD = {
    "Lesotho": (28.2, -29.6),
    "San Marino": (12.46, 43.94),
    "Monaco": (7.42, 43.74),
    "Nauru": (166.93, -0.53),
    "Male": (73.5, 4.2),
    "Aland": (20.5, 60.1),
    "Golden Triangle": (100.08, 20.35),
    "Baarle": (4.93, 51.44),
    "Scheldt": (4.2216, 51.3645),
    "Tumen": (130.65, 42.42),
    "Svalbard": (15.0, 79.5),
}
shift = st.floats(-0.3, 0.3)
# Poles and both sides of 180 among them.
degrees = {"width": 32, "allow_subnormal": False}
place = st.tuples(st.floats(-180, 180, **degrees), st.floats(-90, 90, **degrees))


@pytest.fixture(scope="module")
def land():
    unclaimed = read_unclaimed_land()[["geometry"]]
    nobodys = unclaimed.set_axis([NONE] * len(unclaimed)).rename_axis("iso3")
    return pd.concat([read_boundaries()[["geometry"]], nobodys])


@pytest.fixture(scope="module", autouse=True)
def _few_legs_are_told_by_cells_too():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(told_by_cells, "FEW_VERTICES", 0)
        yield


def apart(*places):
    return all(distance_km(np.array([a]), np.array([b]))[0] > 1 for a, b in pairwise(places))


def the_general_way(lines, land):
    """Stretches as ``leg_stretches`` lists them, cut by GEOS at every border."""
    drawn = densify_lines(lines)
    parts, leg_of_part = shapely.get_parts(drawn.geometry.to_numpy(), return_index=True)
    lon_lat, part = shapely.get_coordinates(parts, return_index=True)
    shapes = land.geometry.to_numpy()
    pieces = pieces_between_borders(Vertices(lon_lat=lon_lat, part=part), shapes)
    holder = first_holder(pieces.middle, shapes)
    names = np.append(land.index.to_numpy(dtype=object), SEA)
    table = pd.DataFrame({"leg": leg_of_part[pieces.part], "iso3": names[holder], "km": pieces.km})
    new = (table[["leg", "iso3"]] != table[["leg", "iso3"]].shift()).any(axis=1)
    return table.groupby(new.cumsum()).agg({"leg": "first", "iso3": "first", "km": "sum"})


def assert_as_the_general_way(lines, land):
    ours, general = leg_stretches(lines, land), the_general_way(lines, land)
    assert list(ours["leg_id"]) == list(lines.index[general["leg"]])
    assert list(ours["iso3"]) == list(general["iso3"])
    assert np.abs(ours["km"].to_numpy() - general["km"].to_numpy()).max() < 2e-9


@few
@given(
    name=st.sampled_from(sorted(HARD)), start=st.tuples(shift, shift), end=st.tuples(shift, shift)
)
def test_kilometres_by_country_are_the_plain_references(land, name, start, end):
    ends = [tuple(np.add(HARD[name], moved)) for moved in (start, end)]
    assume(apart(*ends))
    line = densify_lines(leg(*ends))[["geometry"]]
    ours = leg_exposure(line, land).set_index("iso3")["km"]
    plain = exposure_among_borders(line, land).set_index("iso3")["km"]
    off = ours.sub(plain, fill_value=0).abs()
    # 1e-10 km is a ten thousandth of a millimetre.
    assert (off <= 1e-9 * plain.reindex(off.index).fillna(0) + 1e-10).all(), off


@few
@given(places=st.lists(place, min_size=2, max_size=4))
def test_stretches_and_their_order_are_those_of_the_general_way(land, places):
    assume(apart(*places))
    assert_as_the_general_way(leg(*places), land)


@few
@given(data=st.data(), name=st.sampled_from(["LSO", "SMR", "NRU", "MDV", "FJI", "PRK", "LAO"]))
def test_a_line_over_vertices_of_a_border_is_cut_as_the_general_way_cuts_it(land, data, name):
    corners = shapely.get_coordinates(land.geometry[name])
    corner = st.integers(0, len(corners) - 1).map(lambda row: tuple(corners[row]))
    before, over, after = data.draw(place), data.draw(corner), data.draw(corner)
    assume(apart(before, over, after))
    assert_as_the_general_way(leg(before, over, after), land)


@few
@given(data=st.data(), name=st.sampled_from(["LSO", "SMR", "PRK", "LAO", "RUS"]))
def test_a_line_along_a_border_keeps_its_length(land, data, name):
    ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(land.geometry[name]))[0])
    first = data.draw(st.integers(0, len(ring) - 2))
    line = leg(*map(tuple, ring[first : first + data.draw(st.integers(2, 30))]))
    km = leg_exposure(line, land)["km"]
    assert km.sum() == pytest.approx(densify_lines(line)["length_km"].iloc[0], rel=1e-9)
    assert (km > 0).all()


def test_legs_in_all_directions_are_told_by_cells_as_by_the_general_way(land, monkeypatch):
    lines = random_legs(300)
    expected = the_general_way(lines, land)
    monkeypatch.delattr(told_by_cells, "_cut_the_general_way")
    ours = leg_stretches(lines, land)
    assert list(ours["iso3"]) == list(expected["iso3"])
    assert np.abs(ours["km"].to_numpy() - expected["km"].to_numpy()).max() < 1e-9


def test_overlapping_shapes_count_the_first_wherever_the_line_begins():
    # B lies in A, C over the edges of both: wrong if sides of borders were taken for countries.
    index = pd.Index(["AAA", "BBB", "CCC", "DDD"], name="iso3")
    boxes = [(0, 0, 4, 4), (1, 1, 2, 2), (3, 0, 6, 4), (5, 3, 9, 9)]
    world = gpd.GeoDataFrame(index=index, geometry=[shapely.box(*box) for box in boxes], crs=4326)
    lines = legs(
        {f"{x}": shapely.LineString([(x, 1.3), (x + 5.017, 3.7)]) for x in np.arange(-1, 7, 0.37)}
    )
    assert_as_the_general_way(lines, world)


def test_parts_of_a_leg_that_do_not_meet_are_told_one_by_one():
    two = shapely.MultiLineString([[(1.03, 1.1), (2.07, 1.3)], [(21.1, 3.3), (26.2, 3.7)]])
    lines = legs({"a": two, "b": shapely.LineString([(9.31, 1.17), (10.62, 1.29)])})
    assert list(leg_stretches(lines, squares())["iso3"]) == ["AAA", SEA, "CCC", "AAA", "BBB"]


def test_few_legs_read_alike_without_the_index(land, monkeypatch):
    lines = random_legs(100)
    by_cells = leg_stretches(lines, land)
    monkeypatch.setattr(told_by_cells, "FEW_VERTICES", 10_000)
    monkeypatch.delattr(told_by_cells, "border_index")
    pd.testing.assert_frame_equal(leg_stretches(lines, land), by_cells, rtol=1e-9)


def test_many_steps_of_legs_read_as_one(land, monkeypatch):
    lines = random_legs(100)
    whole = leg_stretches(lines, land)
    monkeypatch.setattr(told_by_cells, "STEP_VERTICES", 500)
    pd.testing.assert_frame_equal(leg_stretches(lines, land), whole, rtol=1e-12)


@few
@given(data=st.data())
def test_a_certified_cell_lies_wholly_in_what_it_says(land, data):
    shapes = land.geometry.to_numpy()
    index = border_index(shapes)
    # Those next to border cells are where a mistake would show.
    cell = data.draw(st.sampled_from(np.flatnonzero(index.clear == 1)[::97].tolist()))
    row, column = divmod(cell, COLUMNS)
    west, south = column * CELL_DEGREES - 180, row * CELL_DEGREES - 90
    box = shapely.box(west, south, west + CELL_DEGREES, south + CELL_DEGREES)
    meeting = shapely.STRtree(shapes).query(box, predicate="intersects")
    assert list(meeting) == [number for number in [index.cell[cell]] if number >= 0]
    assert all(shapely.contains(shapes[number], box) for number in meeting)


def test_the_index_of_the_same_shapes_is_made_once():
    one = border_index(squares().geometry.to_numpy())
    assert border_index(squares().geometry.to_numpy()) is one
