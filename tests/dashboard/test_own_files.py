"""A file of a reader's own beside the atlas: countries it crosses, the command that checks it."""

import pytest
from pyproj import Geod

from dashboard.__main__ import main
from dashboard.known_names import known_names
from dashboard.own_files import compared_with_countries
from geodata.boundaries import read_boundaries, read_unclaimed_land
from intake.files.intake import take_in
from tests.intake.own import GOOD, csv_of, raw, taken, texts

COUNTRIES = "leg_id,from_lon,from_lat,to_lon,to_lat,countries"


def remarks(*rows):
    intake = taken(csv_of(*rows, head=COUNTRIES))
    return compared_with_countries(intake, read_boundaries(), read_unclaimed_land())


@pytest.fixture(scope="module")
def known(atlas):
    return known_names(atlas.waypoints, atlas.place_names)


def test_a_leg_over_open_sea_and_one_outside_any_country_are_taken_and_remarked():
    intake = remarks("A,150,20,160,20,", "B,0,-85,10,-85,")
    assert len(intake.legs) == 2
    assert "Leg A lies in no country" in texts(intake.remarks)


def test_a_leg_that_crosses_other_countries_than_it_declares_is_remarked():
    intake = remarks("A,100.5,13.8,104.0,18.0,CHN")
    assert "Leg A crosses THA" in texts(intake.remarks)
    assert "Leg A declares CHN, which its line does not cross" in texts(intake.remarks)


def test_coordinates_in_china_are_said_to_be_of_unknown_shift():
    assert "(GCJ-02)" in texts(remarks("A,126.5,45.8,125.3,43.9,CHN").remarks)
    assert "(GCJ-02)" not in texts(remarks("A,100.5,13.8,100.6,14.8,THA").remarks)


def test_a_leg_across_180_degrees_is_taken_the_short_way():
    intake = remarks("A,179.0,50,-179.0,50,")
    assert len(intake.legs) == 1
    assert "lies in no country" in texts(intake.remarks)  # the long way crosses many
    metres = Geod(ellps="WGS84").geometry_length(intake.legs.geometry.iloc[0])
    assert round(metres / 1000) == 143


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KR", "KOR"),
        ("KOR", "KOR"),
        ("South Korea", "KOR"),
        ("대한민국", "KOR"),
        ("북한", "PRK"),
        ("DPRK", "PRK"),
        ("중국", "CHN"),
        ("Burma", "MMR"),
        ("베트남", "VNM"),
    ],
)
def test_countries_are_known_by_codes_and_names_in_both_languages(known, name, code):
    intake = take_in(raw(csv_of(f"{GOOD},{name}", head=COUNTRIES)), "own.csv", known=known)
    assert list(intake.legs["countries_declared"]) == [code]


def test_places_of_the_atlas_and_korean_words_of_modes_are_known(known):
    file = csv_of("방콕,Bangkok,air", "방콕,서울(인천),항공", head="출발,도착,수단")
    intake = take_in(raw(file), "own.csv", known=known)
    assert list(intake.legs["mode"]) == ["air"]
    assert "a line without length" in str(intake.set_aside[0].sentence)


def test_check_says_what_was_taken_and_writes_both_sorts_of_rows(tmp_path, capsys):
    file = tmp_path / "own.csv"
    file.write_bytes(csv_of(GOOD, GOOD.replace("A", "B").replace("37.5", "=97")).encode())
    assert main(["check", str(file), "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "Rows read: 2. Good: 1 leg and 0 places. Set aside: 1." in told
    assert "line 3, from_lat: found '=97'" in told
    marked = (tmp_path / "out/set_aside.csv").read_text("utf-8")
    assert "'=97" in marked
    assert "B" not in (tmp_path / "out/legs.geojson").read_text("utf-8")


def test_check_answers_and_maps_until_nothing_is_asked(tmp_path, capsys):
    file = tmp_path / "own.csv"
    file.write_text(csv_of("03/04/2024,126.9,37.5", head="kilo,lima,mike"))
    options = ["--map", "lon=lima", "--map", "lat=mike", "--map", "date=kilo"]
    assert main(["check", str(file), *options]) == 1
    assert "--answer dates='day first'" in capsys.readouterr().out
    assert main(["check", str(file), *options, "--answer", "dates=day first"]) == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--map", "speed=x"], "found the field 'speed'"),
        (["--map", "lon"], "expected a name, = and a value"),
        ([], "the file is empty"),
    ],
)
def test_check_refuses_in_words(tmp_path, capsys, options, words):
    file = tmp_path / "own.csv"
    file.touch()
    assert main(["check", str(file), *options]) == 2
    assert words in capsys.readouterr().err
