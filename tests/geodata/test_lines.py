import numpy as np
import pytest
import shapely
from pyproj import Geod

from geodata.lines import STEP_KM, LineError, densify_lines, leg_lines
from geodata.vertices import distance_km
from tests.geodata.three_squares import leg, legs, links, waypoints

FLINDERS = (144 + 25 / 60 + 29.52440 / 3600, -(37 + 57 / 60 + 3.72030 / 3600))
BUNINYONG = (143 + 55 / 60 + 35.38390 / 3600, -(37 + 39 / 60 + 10.15610 / 3600))


def test_the_flinders_buninyong_line_has_its_published_length():
    # Published for GRS80: 54,972.271 m. WGS84 differs from GRS80 by 0.1 mm in its minor axis.
    places = waypoints(F=FLINDERS, B=BUNINYONG)
    lines = leg_lines(links(leg=("F", "B")), places)
    assert lines.loc["leg", "length_km"] == pytest.approx(54.972271, abs=5e-7)


def test_new_york_to_london_is_half_way_at_52_degrees_north():
    places = waypoints(NY=(-74.0, 40.7), LON=(-0.1, 51.5))
    line = leg_lines(links(leg=("NY", "LON")), places).geometry["leg"]
    lon, lat = line.coords[len(line.coords) // 2]
    assert lat == pytest.approx(52.4, abs=0.1)
    assert -45 < lon < -40


def test_vertices_stand_at_most_a_step_apart_on_the_geodesic():
    places = waypoints(A=(127.0, 37.6), B=(-77.0, 38.9))
    line = leg_lines(links(leg=("A", "B")), places)
    parts = [shapely.get_coordinates(part) for part in line.geometry["leg"].geoms]
    steps = np.concatenate([distance_km(part[:-1], part[1:]) for part in parts])
    assert steps.max() <= STEP_KM * (1 + 1e-9)
    assert steps.sum() == pytest.approx(line.loc["leg", "length_km"], rel=1e-13)


def test_a_chord_stays_within_four_metres_of_the_geodesic_at_60_degrees():
    geod = Geod(ellps="WGS84")
    east, north, _ = geod.fwd(10.0, 60.0, 90.0, STEP_KM * 1000)
    azimuth, _, metres = geod.inv(10.0, 60.0, east, north)
    middle = geod.fwd(10.0, 60.0, azimuth, metres / 2)[:2]
    _, _, apart = geod.inv(*middle, (10.0 + east) / 2, (60.0 + north) / 2)
    assert 1 < apart < 4


def test_a_line_over_180_degrees_is_cut_there_and_keeps_its_length():
    places = waypoints(FJI=(178.4, -18.1), WSM=(-171.8, -13.8))
    line = leg_lines(links(leg=("FJI", "WSM")), places)
    west, east = line.geometry["leg"].geoms
    assert west.coords[-1][0] == 180
    assert east.coords[0] == (-180, west.coords[-1][1])
    parts = [shapely.get_coordinates(part) for part in (west, east)]
    km = sum(distance_km(part[:-1], part[1:]).sum() for part in parts)
    assert km == pytest.approx(line.loc["leg", "length_km"], rel=1e-13)


@pytest.mark.parametrize("start", [180.0, -180.0])
def test_a_line_that_starts_on_180_degrees_stays_in_one_piece(start: float):
    line = densify_lines(leg((start, 0), (-170, 0))).geometry["leg"]
    assert line.geom_type == "LineString"
    assert line.bounds == (-180, 0, -170, 0)


def test_a_line_over_the_pole_keeps_its_length():
    lines = densify_lines(leg((10, 80), (-170, 80)))
    assert lines.loc["leg", "length_km"] == pytest.approx(2 * 1116.828, abs=0.01)


def test_two_waypoints_on_one_spot_are_refused_with_their_names():
    places = waypoints(A=(127.0, 37.6), B=(127.0, 37.6))
    with pytest.raises(LineError, match="leg L-1: A and B stand on the same spot"):
        leg_lines(links(**{"L-1": ("A", "B")}), places)


def test_an_unknown_waypoint_is_refused_with_its_leg_and_column():
    with pytest.raises(LineError, match="leg L-1, column to_id: found 'X'"):
        leg_lines(links(**{"L-1": ("A", "X")}), waypoints(A=(127.0, 37.6)))


def test_no_legs_give_no_lines():
    lines = leg_lines(links(a=("A", "B")).iloc[:0], waypoints(A=(0, 0), B=(1, 1)))
    assert list(lines.columns) == ["length_km", "geometry"]
    assert lines.empty


def test_a_line_without_length_is_refused():
    with pytest.raises(LineError, match="leg dot: the line has no length"):
        densify_lines(leg((5, 5), (5, 5), leg_id="dot"))


def test_the_parts_of_a_line_are_not_joined():
    parts = shapely.MultiLineString([[(0, 0), (1, 0)], [(5, 0), (6, 0)]])
    lines = densify_lines(legs({"leg": parts}))
    assert lines.loc["leg", "length_km"] == pytest.approx(2 * 111.3195, abs=1e-3)


def test_lines_given_are_left_as_they_were():
    given = leg((0, 0), (20, 10))
    densify_lines(given)
    assert len(given.geometry["leg"].coords) == 2
    assert list(given.columns) == ["geometry"]
