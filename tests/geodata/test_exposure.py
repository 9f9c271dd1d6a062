from itertools import pairwise

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import border_crossings, declared_disagreements, leg_exposure
from geodata.lines import densify_lines, leg_lines
from routes.tables import legs_table, waypoints_table
from tests.geodata.three_squares import CRS, leg, legs, squares


def rows(exposure: pd.DataFrame) -> list[tuple[str, float]]:
    return [(iso3, round(km, 3)) for iso3, km in zip(exposure["iso3"], exposure["km"], strict=True)]


@pytest.fixture(scope="module")
def boundaries() -> gpd.GeoDataFrame:
    return read_boundaries()


@pytest.fixture(scope="module")
def shipped(boundaries: gpd.GeoDataFrame) -> tuple[pd.DataFrame, gpd.GeoDataFrame, pd.DataFrame]:
    all_legs = legs_table()
    lines = leg_lines(all_legs, waypoints_table())
    return all_legs, lines, leg_exposure(lines, boundaries, unclaimed=read_unclaimed_land())


def test_each_country_gets_its_degrees_along_the_equator():
    world = squares().set_geometry(squares().translate(0, -5))
    exposure = leg_exposure(leg((8, 0), (30, 0)), world)
    degree = 111.31949079327358
    assert rows(exposure) == [
        ("AAA", round(2 * degree, 3)),
        ("BBB", round(10 * degree, 3)),
        ("SEA", round(5 * degree, 3)),
        ("CCC", round(5 * degree, 3)),
    ]


def test_a_leg_on_the_open_sea_is_all_sea():
    line = leg((40, 20), (50, 30))
    exposure = leg_exposure(line, squares())
    assert list(exposure["iso3"]) == ["SEA"]
    assert exposure["km"][0] == pytest.approx(densify_lines(line)["length_km"].iloc[0], rel=1e-12)


def test_a_leg_inside_one_country_has_one_row():
    assert list(leg_exposure(leg((1, 1), (9, 9)), squares())["iso3"]) == ["AAA"]


def test_overlapping_countries_are_not_counted_twice():
    wide = shapely.buffer(squares().geometry.to_numpy(), 1, join_style="mitre")
    world = squares().set_geometry(gpd.GeoSeries(wide, index=squares().index, crs=CRS))
    line = leg((5, 5), (15, 5))
    exposure = leg_exposure(line, world)
    assert exposure["km"].sum() == pytest.approx(densify_lines(line)["length_km"].iloc[0], rel=1e-9)
    assert list(exposure["iso3"]) == ["AAA", "BBB"]


def test_land_of_no_country_is_a_row_of_its_own():
    island = gpd.GeoDataFrame(geometry=[shapely.box(21, 0, 23, 10)], crs=CRS)
    exposure = leg_exposure(leg((19, 5), (26, 5)), squares(), unclaimed=island)
    assert list(exposure["iso3"]) == ["BBB", "SEA", "NONE", "CCC"]


def test_a_leg_along_a_border_is_counted_once_for_the_first_country():
    exposure = leg_exposure(leg((10, 2), (10, 8)), squares())
    assert list(exposure["iso3"]) == ["AAA"]


def test_a_leg_that_touches_a_corner_has_no_row_for_it():
    exposure = leg_exposure(leg((-2, 0), (0, 0), (0, -2)), squares())
    assert exposure.query("iso3 == 'AAA'")["km"].sum() < 1


def test_a_hole_in_a_country_is_not_the_country():
    holed = squares().iloc[:1]
    holed = holed.set_geometry(holed.difference(shapely.box(4, 4, 6, 6)))
    exposure = leg_exposure(leg((1, 5), (9, 5)), holed)
    assert list(exposure["iso3"]) == ["AAA", "SEA"]
    assert exposure["km"][1] == pytest.approx(2 * 110.9, abs=0.2)


def test_a_long_line_of_two_vertices_follows_the_geodesic_not_the_chord():
    # Half way from New York to London the chord is at 46 degrees north, the geodesic at 52.
    north = gpd.GeoDataFrame(
        index=pd.Index(["NTH"], name="iso3"), geometry=[shapely.box(-60, 51, -20, 60)], crs=CRS
    )
    exposure = leg_exposure(leg((-74.0, 40.7), (-0.1, 51.5)), north).set_index("iso3")["km"]
    assert exposure["NTH"] > 1500


def test_a_country_on_both_sides_of_180_degrees_is_one_row():
    fiji = gpd.GeoDataFrame(
        index=pd.Index(["FJI"], name="iso3"),
        geometry=[
            shapely.MultiPolygon([shapely.box(170, -20, 180, 0), shapely.box(-180, -20, -170, 0)])
        ],
        crs=CRS,
    )
    exposure = leg_exposure(leg((175, -10), (-175, -10)), fiji)
    assert list(exposure["iso3"]) == ["FJI"]
    # The parallel at 10 degrees south is 1,096.4 km long here, the geodesic a little shorter.
    assert exposure["km"][0] == pytest.approx(1096.4, abs=0.1)


def test_rows_keep_the_order_of_the_legs():
    lines = legs({name: shapely.LineString([(1, 1), (9, 9)]) for name in "cab"})
    assert list(leg_exposure(lines, squares())["leg_id"]) == ["c", "a", "b"]


def test_no_legs_give_no_rows():
    exposure = leg_exposure(legs({"a": shapely.LineString([(1, 1), (9, 9)])}).iloc[:0], squares())
    assert list(exposure.columns) == ["leg_id", "iso3", "km"]
    assert exposure.empty


def test_crossings_come_in_the_order_of_travel():
    crossings = border_crossings(leg((5, 5), (30, 5)), squares())
    assert list(crossings["from_iso3"]) == ["AAA", "BBB", "SEA"]
    assert list(crossings["to_iso3"]) == ["BBB", "SEA", "CCC"]
    assert list(crossings["order"]) == [1, 2, 3]
    assert crossings["at_km"].is_monotonic_increasing


def test_a_leg_within_a_country_crosses_nothing():
    assert border_crossings(leg((1, 1), (9, 9)), squares()).empty


def declared(mode: str, countries: str) -> pd.DataFrame:
    index = pd.Index(["leg"], name="leg_id")
    return pd.DataFrame({"mode": mode, "countries_declared": countries}, index=index)


def test_a_country_crossed_and_not_declared_is_listed():
    exposure = leg_exposure(leg((5, 5), (15, 5)), squares())
    listed = declared_disagreements(declared("land", "AAA"), exposure)
    assert listed[["iso3", "disagreement"]].to_numpy().tolist() == [
        ["BBB", "crossed, not declared"]
    ]


def test_a_country_declared_and_not_crossed_is_listed():
    exposure = leg_exposure(leg((1, 5), (5, 5)), squares())
    listed = declared_disagreements(declared("land", "AAA;CCC"), exposure)
    assert listed[["iso3", "km"]].to_numpy().tolist() == [["CCC", 0.0]]


def test_a_clipped_corner_below_the_tolerance_is_not_listed():
    exposure = leg_exposure(leg((5, 5), (10.05, 5)), squares())
    assert declared_disagreements(declared("land", "AAA"), exposure).empty
    assert len(declared_disagreements(declared("land", "AAA"), exposure, least_km=5)) == 1


def test_flights_are_not_compared_and_ships_may_be_at_sea():
    flight = leg_exposure(leg((5, 5), (30, 5)), squares())
    assert declared_disagreements(declared("air", "AAA;CCC"), flight).empty
    ship = leg_exposure(leg((19, 5), (26, 5)), squares())
    assert declared_disagreements(declared("sea", "BBB;CCC"), ship).empty
    assert list(declared_disagreements(declared("land", "BBB;CCC"), ship)["iso3"]) == ["SEA"]


def test_the_rows_of_every_shipped_leg_add_up_to_its_length(shipped):
    _, lines, exposure = shipped
    sums = exposure.groupby("leg_id")["km"].sum().loc[lines.index]
    assert ((sums - lines["length_km"]).abs() / lines["length_km"]).max() < 1e-11


def test_every_shipped_leg_ends_in_the_country_it_says(shipped):
    all_legs, _, exposure = shipped
    held = exposure.groupby("leg_id")["iso3"].agg(set)
    ends = waypoints_table()["iso3"]
    for leg_id, row in all_legs.iterrows():
        assert {ends[row["from_id"]], ends[row["to_id"]]} <= held[leg_id], leg_id


def test_every_disagreement_on_a_shipped_leg_has_a_note(shipped):
    all_legs, _, exposure = shipped
    listed = declared_disagreements(all_legs, exposure)
    assert len(listed) > 0
    notes = all_legs.loc[listed["leg_id"], "countries_note"]
    assert (notes.str.len() > 20).all()


def test_known_figures_of_shipped_legs(shipped):
    _, _, exposure = shipped
    km = exposure.set_index(["leg_id", "iso3"])["km"]
    # The straight line from Kunming to northern Laos clips Viet Nam; Vladivostok to Moscow, China.
    assert km["LAO-THA-N-4", "VNM"] == pytest.approx(35.1, abs=1)
    assert km["RUS-UNHCR-2", "CHN"] == pytest.approx(1192, abs=5)


def test_neighbours_on_a_shipped_line_are_never_the_same(shipped, boundaries):
    _, lines, _ = shipped
    for _, crossings in border_crossings(lines, boundaries).groupby("leg_id"):
        assert (crossings["from_iso3"] != crossings["to_iso3"]).all()
        for one, next_one in pairwise(crossings.itertuples()):
            assert one.to_iso3 == next_one.from_iso3
