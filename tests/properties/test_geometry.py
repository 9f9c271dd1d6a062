from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geodata.boundaries import read_boundaries
from geodata.exposure import border_crossings, leg_exposure
from geodata.lines import densify_lines
from tests.geodata.three_squares import leg, legs, squares
from tests.properties.edge_by_edge import exposure_edge_by_edge

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

place = st.tuples(st.floats(-180, 180, width=32), st.floats(-85, 85, width=32))
near_squares = st.tuples(st.floats(-5, 40, width=32), st.floats(-5, 15, width=32))


def apart(*places: tuple[float, float]) -> bool:
    return all(shapely.Point(a).distance(shapely.Point(b)) > 0.01 for a, b in pairwise(places))


def along_a_border(*places: tuple[float, float]) -> bool:
    """Whether an edge runs on a border, where its own rounding decides the side it is on."""
    borders = squares().boundary.union_all().buffer(1e-6)
    return shapely.LineString(places).intersection(borders).length > 0.001


def by_country(exposure: pd.DataFrame) -> "pd.Series[float]":
    return exposure.groupby(["leg_id", "iso3"])["km"].sum()


@pytest.fixture(scope="module")
def boundaries() -> gpd.GeoDataFrame:
    return read_boundaries()


@few
@given(places=st.lists(place, min_size=2, max_size=5))
def test_kilometres_are_conserved_anywhere_on_earth(boundaries, places):
    assume(apart(*places))
    line = leg(*places)
    km = leg_exposure(line, boundaries)["km"]
    assert km.sum() == pytest.approx(densify_lines(line)["length_km"].iloc[0], rel=1e-9)
    assert (km > 0).all()


# Over the border at 10 degrees east and the shores at 20 and 25, never along one of them: there a
# line's own rounding decides the side, and two right answers differ.
west = st.tuples(st.floats(9, 9.75, width=32), st.floats(1, 9, width=32))
east = st.tuples(st.floats(10.25, 11, width=32), st.floats(1, 9, width=32))


@few
@given(start=west, end=east, lon=st.sampled_from([0, 10, 15]))
def test_kilometres_agree_with_the_plain_reference(start, end, lon):
    line = leg((start[0] + lon, start[1]), (end[0] + lon, end[1]))
    plain = by_country(exposure_edge_by_edge(line, squares()))
    ours = by_country(leg_exposure(line, squares()))
    assert list(ours.index.sort_values()) == list(plain.index)
    assert (ours - plain).abs().max() <= 1e-9 * plain.sum() + 1e-8


@few
@given(places=st.lists(place, min_size=2, max_size=3))
def test_the_way_back_has_the_same_kilometres(boundaries, places):
    assume(apart(*places))
    there = by_country(leg_exposure(leg(*places), boundaries))
    back = by_country(leg_exposure(leg(*reversed(places)), boundaries))
    both = pd.concat([there, back], axis=1, keys=["there", "back"]).fillna(0)
    assert (both["there"] - both["back"]).abs().max() <= 1e-9 * both["there"].sum() + 1e-5


@few
@given(places=st.lists(place, min_size=2, max_size=3))
def test_the_way_back_crosses_the_same_borders_backwards(places):
    assume(apart(*places) and not along_a_border(*places))
    there = border_crossings(leg(*places), squares())
    back = border_crossings(leg(*reversed(places)), squares())
    assert list(there["from_iso3"]) == list(back["to_iso3"])[::-1]
    assert list(there["to_iso3"]) == list(back["from_iso3"])[::-1]


@few
@given(places=st.lists(place, min_size=2, max_size=5))
def test_added_vertices_do_not_change_the_length(places):
    assume(apart(*places))
    once = densify_lines(leg(*places))
    twice = densify_lines(once)
    assert twice["length_km"].iloc[0] == pytest.approx(once["length_km"].iloc[0], rel=1e-12)
    assert np.abs(shapely.get_coordinates(once.geometry)[:, 0]).max() <= 180


@few
@given(places=st.lists(place, min_size=2, max_size=4))
def test_no_edge_of_a_drawn_line_jumps_over_180_degrees(places):
    assume(apart(*places))
    for part in shapely.get_parts(densify_lines(leg(*places)).geometry.to_numpy()):
        assert np.abs(np.diff(shapely.get_coordinates(part)[:, 0])).max() <= 180


@few
@given(data=st.data(), ends=st.lists(st.tuples(near_squares, near_squares), min_size=2, max_size=5))
def test_the_order_of_the_rows_changes_nothing(data, ends):
    assume(all(apart(*pair) for pair in ends))
    lines = legs({f"leg-{row}": shapely.LineString(pair) for row, pair in enumerate(ends)})
    shuffled = lines.iloc[data.draw(st.permutations(range(len(ends))))]
    one, other = (
        by_country(leg_exposure(lines, squares())),
        by_country(leg_exposure(shuffled, squares())),
    )
    pd.testing.assert_series_equal(one, other, rtol=1e-12)


@few
@given(places=st.lists(near_squares, min_size=2, max_size=4))
def test_a_leg_alone_reads_as_it_does_among_others(places):
    assume(apart(*places))
    alone = leg_exposure(leg(*places, leg_id="b"), squares())
    lines = {name: shapely.LineString([(1, 1), (30, 9)]) for name in "ac"}
    among = leg_exposure(legs({"b": shapely.LineString(places)} | lines), squares())
    pd.testing.assert_frame_equal(alone, among[among["leg_id"] == "b"], rtol=1e-12)
