import json
import sqlite3

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.leg_files import read_leg_lines
from intake.errors import DataFileError

LINE = {"type": "LineString", "coordinates": [[127.0, 37.6], [129.5, 42.9]]}
ENDS = ([(127.0, 37.6), (129.5, 42.9)], [(1, 2), (3, 4)])


def lines(**columns: list[object]) -> gpd.GeoDataFrame:
    geometry = [shapely.LineString(ends) for ends in ENDS]
    return gpd.GeoDataFrame(columns or {"leg_id": ["a", "b"]}, geometry=geometry, crs="EPSG:4326")


def geojson(tmp_path, *features, **members):
    path = tmp_path / "legs.geojson"
    wrapped = [{"type": "Feature", "properties": None} | feature for feature in features]
    content = {"type": "FeatureCollection", "features": wrapped} | members
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def saved(frame: gpd.GeoDataFrame, folder, kind: str):
    path = folder / f"legs.{kind}"
    if kind == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, driver={"gpkg": "GPKG", "geojson": "GeoJSON"}[kind])
    return path


@pytest.mark.parametrize("kind", ["gpkg", "geojson", "parquet"])
def test_every_format_gives_the_same_lines(tmp_path, kind):
    read = read_leg_lines(saved(lines(), tmp_path, kind))
    assert list(read.index) == ["a", "b"]
    assert read.crs == "EPSG:4326"
    assert read.geometry.iloc[0].equals_exact(lines().geometry.iloc[0], 1e-9)
    assert read.attrs["notes"] == []


@pytest.mark.parametrize("kind", ["gpkg", "parquet", "geojson"])
def test_the_content_counts_and_not_the_name(tmp_path, kind):
    path = saved(lines(), tmp_path, kind).rename(tmp_path / "legs.csv")
    assert len(read_leg_lines(path)) == 2


@pytest.mark.parametrize("kind", ["gpkg", "parquet", "geojson"])
@pytest.mark.parametrize("crs", ["EPSG:32652", "EPSG:5179", "EPSG:3857"])
def test_coordinates_of_another_system_are_converted_and_said(tmp_path, kind, crs):
    korea = lines().iloc[:1]
    read = read_leg_lines(saved(korea.to_crs(crs), tmp_path, kind))
    assert read.geometry.iloc[0].equals_exact(korea.geometry.iloc[0], 1e-6)
    assert "converted" in read.attrs["notes"][0]


@pytest.mark.parametrize("kind", ["gpkg", "parquet", "geojson"])
def test_without_leg_id_the_column_id_is_taken_and_said(tmp_path, kind):
    read = read_leg_lines(saved(lines(id=["x", "y"]), tmp_path, kind))
    assert list(read.index) == ["x", "y"]
    assert read.attrs["notes"] == ["No column leg_id was found: id was taken instead."]


@pytest.mark.parametrize("kind", ["gpkg", "parquet"])
def test_without_any_id_the_rows_are_numbered_and_it_is_said(tmp_path, kind):
    read = read_leg_lines(saved(lines(name=["x", "y"]), tmp_path, kind))
    assert list(read.index) == ["1", "2"]
    assert "numbered by row" in read.attrs["notes"][0]


def test_heights_are_dropped_and_it_is_said(tmp_path):
    high = {"type": "LineString", "coordinates": [[1, 2, 30], [3, 4, 50]]}
    read = read_leg_lines(geojson(tmp_path, {"geometry": high, "id": "a"}))
    assert not read.has_z.any()
    assert "Heights and measures were dropped." in read.attrs["notes"]


def test_a_byte_order_mark_is_read_over(tmp_path):
    path = geojson(tmp_path, {"geometry": LINE, "id": "a"})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert list(read_leg_lines(path).index) == ["a"]


BAD = {
    "null": (None, "row 2: found no geometry"),
    "empty": ({"type": "LineString", "coordinates": []}, "row 2: found no geometry"),
    "point": (
        {"type": "Point", "coordinates": [1, 2]},
        "row 2: found a Point, expected a Line",
    ),
    "area": (
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
        "row 2: found a Polygon",
    ),
    "one point": ({"type": "LineString", "coordinates": [[1, 2]]}, "row 2: found a geometry"),
    "no length": (
        {"type": "LineString", "coordinates": [[1, 2], [1, 2]]},
        "row 2: found a line without length",
    ),
    "swapped": (
        {"type": "LineString", "coordinates": [[37.6, 127.0], [42.9, 129.5]]},
        "row 2: found longitude 37.6, latitude 127",
    ),
    "metres": (
        {"type": "LineString", "coordinates": [[14137575, 4523440], [14415874, 5295580]]},
        "names its coordinate system",
    ),
    "text": (
        {"type": "LineString", "coordinates": [["a", "b"], [1, 2]]},
        "row 2: found a geometry",
    ),
    "unknown": ({"type": "Circle", "coordinates": [1, 2]}, "row 2: found a geometry"),
    "not a number": (
        {"type": "LineString", "coordinates": [[float("nan"), 2], [1, 2]]},
        "row 2: found a geometry",
    ),
}


@pytest.mark.parametrize(("geometry", "said"), BAD.values(), ids=BAD)
def test_a_bad_shape_is_refused_with_its_row(tmp_path, geometry, said):
    path = geojson(tmp_path, {"geometry": LINE, "id": "a"}, {"geometry": geometry, "id": "b"})
    with pytest.raises(DataFileError, match=f"legs.geojson: .*{said}"):
        read_leg_lines(path)


def test_an_id_used_twice_is_refused_with_both_rows(tmp_path):
    with pytest.raises(DataFileError, match="row 2: found leg_id 'a', as in row 1"):
        read_leg_lines(saved(lines(leg_id=["a", "a"]), tmp_path, "gpkg"))


def test_a_missing_id_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="row 2: found no leg_id"):
        read_leg_lines(saved(lines(leg_id=["a", None]), tmp_path, "parquet"))


def test_a_file_without_rows_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="found no row"):
        read_leg_lines(geojson(tmp_path))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"leg_id,lon,lat\n",
        b"<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>",
        b'{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline"}',
        b'{"type": "Topology", "objects": {}}',
        b'{"type": "FeatureCollection", "features": [',
        b'{"type": "FeatureCollection", "features": [1]}',
        b'{"type": "FeatureCollection"}',
        b'{"a":' * 100_000,
        b"PAR1 and nothing else PAR1",
        b"SQLite format 3\x00" + b"\x00" * 84,
    ],
)
def test_what_is_none_of_the_three_is_refused_by_name(tmp_path, content):
    path = tmp_path / "legs.geojson"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=r"legs\.geojson"):
        read_leg_lines(path)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(DataFileError, match=r"legs\.gpkg: the file cannot be opened"):
        read_leg_lines(tmp_path / "legs.gpkg")


def test_a_truncated_geopackage_is_refused(tmp_path):
    path = saved(lines(), tmp_path, "gpkg")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(DataFileError, match=r"legs\.gpkg"):
        read_leg_lines(path)


def test_of_a_geopackage_with_places_the_lines_are_read(tmp_path):
    path = saved(lines(), tmp_path, "gpkg")
    places = gpd.GeoDataFrame(geometry=gpd.points_from_xy([1], [2]), crs="EPSG:4326")
    places.to_file(path, layer="a_places", driver="GPKG")
    assert list(read_leg_lines(path).index) == ["a", "b"]


def test_a_geopackage_of_two_layers_is_refused_with_their_names(tmp_path):
    path = saved(lines(), tmp_path, "gpkg")
    lines().to_file(path, layer="other", driver="GPKG")
    with pytest.raises(DataFileError, match=r"2 layers \(legs, other\)"):
        read_leg_lines(path)


def test_a_view_in_a_geopackage_is_never_run(tmp_path):
    path = saved(lines(), tmp_path, "gpkg")
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE legs RENAME TO kept")
        database.execute(
            "CREATE VIEW legs AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS fid, NULL AS geom FROM n"
        )
        database.execute("UPDATE gpkg_geometry_columns SET table_name = 'legs'")
    database.close()
    with pytest.raises(DataFileError, match="found 0 layers"):
        read_leg_lines(path)


def test_a_parquet_file_without_a_coordinate_system_is_refused(tmp_path):
    path = saved(lines().set_crs(None, allow_override=True), tmp_path, "parquet")
    with pytest.raises(DataFileError, match="found no coordinate system"):
        read_leg_lines(path)


def test_a_parquet_table_without_shapes_is_refused(tmp_path):
    path = tmp_path / "legs.parquet"
    pd.DataFrame({"leg_id": ["a"]}).to_parquet(path)
    with pytest.raises(DataFileError, match=r"legs\.parquet"):
        read_leg_lines(path)


def test_the_key_of_a_saved_frame_is_read_back(tmp_path):
    read = read_leg_lines(saved(lines().set_index("leg_id"), tmp_path, "parquet"))
    assert list(read.index) == ["a", "b"]


def test_markup_in_an_id_stays_as_typed(tmp_path):
    read = read_leg_lines(geojson(tmp_path, {"geometry": LINE, "id": "{{7*7}}<b>"}))
    assert list(read.index) == ["{{7*7}}<b>"]


def test_an_unknown_coordinate_in_parquet_is_refused(tmp_path):
    frame = lines().iloc[:1].copy()
    frame.geometry = [shapely.LineString([(float("inf"), 2), (3, 4)])]
    with pytest.raises(DataFileError, match="row 1: found longitude inf"):
        read_leg_lines(saved(frame, tmp_path, "parquet"))
