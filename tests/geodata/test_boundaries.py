import json
import shutil

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geodata.boundaries import (
    BOUNDARIES_FILE,
    DATA,
    DISPUTED_FILE,
    UNCLAIMED_FILE,
    read_boundaries,
    read_disputed_lines,
    read_unclaimed_land,
)
from geodata.checksums import MANIFEST, read_manifest, sha256_of
from intake.errors import DataFileError
from routes.tables import waypoints_table


@pytest.fixture(scope="module")
def boundaries() -> gpd.GeoDataFrame:
    return read_boundaries()


@pytest.fixture
def folder(tmp_path):
    for name in (BOUNDARIES_FILE, DISPUTED_FILE, UNCLAIMED_FILE, MANIFEST):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


def test_every_country_has_its_own_code_and_both_names(boundaries):
    assert boundaries.index.is_unique
    assert boundaries.index.is_monotonic_increasing
    assert boundaries.index.str.fullmatch("[A-Z]{3}").all()
    assert (boundaries["name_en"].str.len() > 0).all()
    assert boundaries["name_ko"].str.contains(r"[가-힣]").all()


def test_shapes_are_whole_and_in_degrees(boundaries):
    assert boundaries.crs == "EPSG:4326"
    assert boundaries.is_valid.all()
    assert set(boundaries.geom_type) == {"MultiPolygon"}
    west, south, east, north = boundaries.total_bounds
    assert (west, south, east) == (-180, -90, 180)
    assert north < 84


def test_countries_do_not_overlap(boundaries):
    shapes = boundaries.geometry.to_numpy()
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = one < other
    shared = shapely.area(shapely.intersection(shapes[one[pairs]], shapes[other[pairs]]))
    # Square degrees: 1e-10 is about a square metre.
    assert shared.max() < 1e-10


@pytest.mark.parametrize("iso3", ["SGP", "HKG", "MAC", "PRK", "KOR", "TWN", "MCO", "XKX", "PSE"])
def test_small_and_contested_places_are_there(boundaries, iso3):
    assert iso3 in boundaries.index


def test_every_waypoint_stands_in_the_country_it_names(boundaries):
    places = waypoints_table()
    # A stand-in at one decimal may lie 0.1 degree off the shore.
    apart = [
        shapely.distance(boundaries.geometry[row["iso3"]], shapely.Point(row["lon"], row["lat"]))
        for _, row in places.iterrows()
    ]
    assert max(apart) < 0.1


def test_korean_names_are_those_in_use(boundaries):
    names = boundaries["name_ko"]
    assert (names["PRK"], names["KOR"], names["LAO"]) == ("북한", "대한민국", "라오스")


def test_borders_are_fine_enough_for_the_corridors(boundaries):
    vertices = shapely.get_num_coordinates(boundaries.geometry.to_numpy())
    assert vertices.sum() > 500_000
    assert dict(zip(boundaries.index, vertices, strict=True))["LAO"] > 1500


def test_the_area_of_a_country_is_about_right(boundaries):
    areas = boundaries.loc[["KOR", "LAO", "SGP"]].to_crs("ESRI:54034").area / 1e6
    assert np.allclose(areas, [100_000, 230_800, 720], rtol=0.3)
    assert areas["LAO"] == pytest.approx(230_800, rel=0.03)


def test_the_line_between_the_koreas_is_a_line_of_control():
    lines = read_disputed_lines()
    koreas = lines[(lines["iso3_left"] == "PRK") & (lines["iso3_right"] == "KOR")]
    assert list(koreas["kind"]) == ["line of control"]
    assert set(lines["kind"]) == {"disputed", "indefinite", "line of control"}


def test_disputed_lines_name_countries_of_the_layer(boundaries):
    lines = read_disputed_lines()
    assert lines["iso3_left"].isin(boundaries.index).all()
    assert lines["iso3_right"].isin(boundaries.index).all()


def test_unclaimed_land_is_outside_every_country(boundaries):
    land = read_unclaimed_land()
    held = shapely.union_all(boundaries.geometry.to_numpy())
    assert shapely.area(shapely.intersection(land.geometry.to_numpy(), held)).max() < 1e-10


READERS = {
    BOUNDARIES_FILE: read_boundaries,
    DISPUTED_FILE: read_disputed_lines,
    UNCLAIMED_FILE: read_unclaimed_land,
}


@pytest.mark.parametrize("name", READERS)
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(DataFileError, match=f"{name}: the file is missing"):
        READERS[name](folder)


@pytest.mark.parametrize("name", READERS)
def test_one_changed_byte_is_found(folder, name):
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(DataFileError, match="damaged"):
        READERS[name](folder)


def test_the_remedy_for_a_shipped_file_is_a_command(monkeypatch):
    monkeypatch.setattr("geodata.checksums.sha256_of", lambda _: "0" * 64)
    with pytest.raises(DataFileError) as refused:
        read_boundaries()
    assert "git checkout -- geodata/data/boundaries.parquet" in refused.value.remedy


def test_a_file_that_is_no_parquet_is_refused_without_a_manifest_too(folder):
    (folder / MANIFEST).unlink()
    (folder / BOUNDARIES_FILE).write_text("iso3,geometry\n")
    with pytest.raises(DataFileError, match="cannot be read as GeoParquet"):
        read_boundaries(folder)


def test_a_parquet_file_of_something_else_is_refused(folder):
    (folder / MANIFEST).unlink()
    shutil.copy(DATA / UNCLAIMED_FILE, folder / BOUNDARIES_FILE)
    with pytest.raises(DataFileError, match="name_en"):
        read_boundaries(folder)


def test_a_damaged_manifest_is_named(folder):
    (folder / MANIFEST).write_text("{")
    with pytest.raises(DataFileError, match=MANIFEST):
        read_boundaries(folder)


def test_every_file_is_what_the_manifest_says():
    for name, recorded in read_manifest(DATA)["files"].items():
        path = DATA / name
        assert (sha256_of(path), path.stat().st_size) == (recorded["sha256"], recorded["bytes"])


def test_the_manifest_says_where_every_file_comes_from():
    manifest = json.loads((DATA / MANIFEST).read_text(encoding="utf-8"))
    for recorded in manifest["files"].values():
        part = manifest["parts"][recorded["part"]]
        assert part["packages"]
        assert all(len(digest) == 64 for digest in part["sources"].values())
