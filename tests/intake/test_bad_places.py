"""Places that are swapped, in metres, off the planet or no line: what a person is told."""

import json

import geopandas as gpd
import numpy as np
import pytest
import shapely

from intake.errors import DataFileError
from intake.files.layers import Refused
from tests.intake.own import GOOD, LINE, csv_of, faults, feature, geojson, line, raw, taken, texts

POINTS = "name,lon,lat"


def area(*ring):
    return {"type": "Polygon", "coordinates": [ring]}


def start(intake):
    return tuple(round(number, 1) for number in intake.legs.geometry.iloc[0].coords[0])


def test_swapped_latitude_and_longitude_are_asked_and_obeyed():
    swapped = csv_of("A,37.5,126.9,35.2,129.1")
    (question,) = taken(swapped).questions
    assert question.key == "coordinates"
    assert start(taken(swapped)) == (126.9, 37.5)
    left = taken(swapped, given={"coordinates": "as given"})
    assert "found longitude 37.5, latitude 126.9" in faults(left)[0]
    assert "from_lon, from_lat, to_lon, to_lat:" in faults(left)[0]
    assert "Exchange longitude and latitude in this row" in faults(left)[0]


@pytest.mark.parametrize("place", ["127,91", "181,37.5", "-180.1,0"])
def test_a_place_off_the_planet_is_set_aside_among_good_ones(place):
    intake = taken(csv_of("a,127,37.5", f"b,{place}", "c,128,36", head=POINTS))
    assert (len(intake.places), len(intake.set_aside)) == (2, 1)
    assert "expected longitude -180 to 180 and latitude -90 to 90" in faults(intake)[0]


@pytest.mark.parametrize("cell", ["NaN", "inf", "", "north", "37.5.1"])
def test_a_cell_that_is_no_coordinate_is_named_by_its_column(cell):
    intake = taken(csv_of("a,127,37.5", f"b,127,{cell}", head="이름,경도,위도"))
    assert len(intake.places) == 1
    assert faults(intake)[0].startswith("line 3, 위도: found ")


def test_not_a_number_in_geojson_sets_its_feature_aside():
    intake = taken(geojson(line(), line([[float("nan"), 1], [2, 2]])))
    assert (len(intake.legs), len(intake.set_aside)) == (1, 1)


@pytest.mark.parametrize(
    "lat", ["37°30'00\"N", "37 30 00 N", "북위 37도 30분", "37° 30\u2032", "37.5°"]
)
def test_degrees_minutes_and_seconds_are_read_and_said(lat):
    cell = '"' + lat.replace('"', '""') + '"'
    intake = taken(csv_of(f"a,127,{cell}", head=POINTS))
    assert intake.places.geometry.iloc[0].y == 37.5
    assert "Degrees, minutes and seconds" in texts(intake.changes)


@pytest.mark.parametrize(
    ("x", "y", "code"), [(14_135_000, 4_510_000, "EPSG:3857"), (955_000, 1_950_000, "EPSG:5179")]
)
def test_metres_without_a_system_are_asked(x, y, code):
    intake = taken(csv_of(f"a,{x},{y}", head=POINTS))
    (question,) = intake.questions
    assert (question.key, question.choices[0].value) == ("crs", code)
    assert round(intake.places.geometry.iloc[0].x) == 127
    assert taken(csv_of(f"a,{x},{y}", head=POINTS), given={"crs": code}).questions == ()


def test_metres_in_geojson_that_names_no_system_are_asked_too():
    intake = taken(geojson(line([[14_135_000, 4_510_000], [14_370_000, 4_190_000]])))
    assert [question.key for question in intake.questions] == ["crs"]


def test_utm_52_north_is_converted_and_said():
    intake = taken(csv_of("a,323000,4152000", head=POINTS), given={"crs": "EPSG:32652"})
    assert round(intake.places.geometry.iloc[0].x) == 127
    assert "converted from WGS 84 / UTM zone 52N" in texts(intake.changes)


@pytest.mark.parametrize(
    "name",
    [
        "+proj=longlat +nadgrids=/etc/passwd",
        "EPSG:99999999",
        'GEOGCS["x",EXTENSION["PROJ4","+proj=longlat +nadgrids=/etc/passwd"]]',
        "no system",
    ],
)
def test_a_system_that_is_not_known_or_names_a_file_is_refused(name):
    crs = {"type": "name", "properties": {"name": name}}
    with pytest.raises(DataFileError, match="which is not known"):
        taken(geojson(line(), crs=crs))


@pytest.mark.parametrize(
    ("geometry", "found"),
    [
        (line([[127, 37]]), "a line of 1 points"),
        (line([[127, 37], [127, 37]]), "a line without length"),
        (line([]), "a line of 0 points"),
        (None, "no place"),
        (area([0, 0], [1, 1], [1, 0], [0, 1], [0, 0]), "crosses itself at 0.5, 0.5"),
        (area([0, 0], [1, 1], [1, 0], [0, 0]), "found an area, expected one line"),
        ({"type": "MultiPoint", "coordinates": LINE}, "several shapes in one"),
        ({"type": "GeometryCollection", "geometries": []}, "'GeometryCollection'"),
        ({"type": "Curve", "coordinates": LINE}, "'Curve'"),
        (line([[127], [128]]), "expected a longitude and a latitude"),
        (line("x"), "expected a list of positions"),
    ],
)  # fmt: skip
def test_a_shape_that_is_no_leg_is_set_aside_with_its_own_words(geometry, found):
    intake = taken(geojson(line(), geometry))
    assert (len(intake.legs), intake.rows) == (1, 2)
    assert faults(intake)[0].startswith("feature 2")
    assert found in faults(intake)[0]


def test_lines_and_points_in_one_file_become_legs_and_places():
    intake = taken(geojson(line(), {"type": "Point", "coordinates": [127, 37]}))
    assert (len(intake.legs), len(intake.places)) == (1, 1)


def test_heights_are_dropped_and_that_is_said():
    intake = taken(geojson(line([[126.9, 37.5, 10], [129.1, 35.2, 20]])))
    assert not intake.legs.has_z.any()
    assert "Heights and measures were dropped" in texts(intake.changes)


def test_a_line_of_a_million_vertices_is_refused_with_its_row(tmp_path):
    places = np.column_stack([np.linspace(126, 127, 1_000_000), np.full(1_000_000, 37.5)])
    lines = [shapely.LineString(LINE), shapely.LineString(places)]
    gpd.GeoDataFrame(geometry=lines, crs=4326).to_file(tmp_path / "own.gpkg")
    with pytest.raises(Refused, match="up to row 2, expected at most 1,000,000"):
        raw((tmp_path / "own.gpkg").read_bytes())


def test_brackets_in_brackets_are_refused_before_they_are_read():
    deep = feature(line(), deep=1)
    text = json.dumps(deep).replace('"deep": 1', '"deep": ' + "[" * 10_000 + "]" * 10_000)
    with pytest.raises(Refused, match=r"brackets 10,00\d deep"):
        raw(text)


def test_two_numbers_in_a_cell_are_two_ends():
    intake = taken(csv_of('A,"37.5, 126.9","129.1, 35.2"', head="id,from,to"))
    assert start(intake) == (126.9, 37.5)
    assert "latitude and longitude, in this order" in texts(intake.changes)


def test_wkt_is_read_from_a_column():
    rows = ['A,"LINESTRING (126.9 37.5, 129.1 35.2)"', "B,LINESTRING (1 2)", "C,"]
    intake = taken(csv_of(*rows, head="id,wkt"))
    assert (list(intake.legs.index), intake.rows) == (["A"], 3)


def test_ends_are_found_by_name_in_the_file_or_in_the_atlas():
    rows = ["P,Camp,,,127.1,40.1", "A,,Camp,Seoul,,", "B,,Seoul,Bankok,,"]
    intake = taken(csv_of(*rows, head="id,name,from,to,lon,lat"))
    assert (list(intake.legs.index), list(intake.places.index)) == (["A"], ["P"])
    assert "Is 'bangkok' meant?" in faults(intake)[0]


def test_a_good_leg_needs_nothing_said():
    intake = taken(csv_of(GOOD))
    assert (intake.changes, intake.remarks, intake.questions, intake.set_aside) == ((), (), (), ())


def test_no_heading_that_tells_a_place_is_asked_and_mended_by_hand():
    odd = csv_of("A,126.9,37.5", head="kilo,lima,mike")
    assert [question.key for question in taken(odd).questions] == ["mapping"]
    mended = taken(odd, mapping={"lon": "lima", "lat": "mike"})
    assert (len(mended.places), mended.questions) == (1, ())
