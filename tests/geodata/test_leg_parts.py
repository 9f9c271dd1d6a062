"""A file read part by part is the file read at once, whatever way it keeps its rows and ids."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.leg_files import read_leg_lines
from geodata.leg_parts import LegPart, leg_parts, read_leg_part, refuse_repeated_ids
from intake.errors import DataFileError

ROWS = 23
IDS = {
    "leg_id": {"leg_id": [f"leg {row}" for row in range(ROWS)]},
    "id": {"id": range(100, 100 + ROWS)},
    "both": {"id": [1.5] * ROWS, "leg_id": [row / 2 for row in range(ROWS)]},
    "none": {"name": ["a"] * ROWS},
}
INDICES = {
    "index of names": pd.Index([f"leg {row}" for row in range(ROWS)], name="leg_id"),
    "range in the header": pd.RangeIndex(1000, 1000 + 3 * ROWS, 3, name="leg_id"),
    "range without a name": pd.RangeIndex(5, 5 + ROWS),
}


def frame(columns=None, index=None, **shape):
    lines = [shapely.LineString([(x, 10), (x + 0.4, 10.1)]) for x in range(ROWS)]
    return gpd.GeoDataFrame(columns, index=index, geometry=lines, crs="EPSG:4326", **shape)


def saved(table, folder, **options):
    path = folder / "legs.parquet"
    table.to_parquet(path, **options)
    return path


def in_parts(path, at_most=5):
    parts = [read_leg_part(path, part) for part in leg_parts(path, at_most=at_most)]
    together = pd.concat(parts)
    return together.set_axis(together.index.astype("object"))


@pytest.mark.parametrize("columns", IDS.values(), ids=IDS)
def test_ids_are_those_of_the_file_read_at_once(tmp_path, columns):
    path = saved(frame(columns), tmp_path)
    pd.testing.assert_frame_equal(in_parts(path), read_leg_lines(path))


@pytest.mark.parametrize("index", INDICES.values(), ids=INDICES)
def test_ids_in_the_index_are_found(tmp_path, index):
    path = saved(frame(index=index), tmp_path)
    pd.testing.assert_frame_equal(in_parts(path), read_leg_lines(path))


@pytest.mark.parametrize("size", [1, 4, 7, 100])
def test_parts_and_row_groups_need_not_agree(tmp_path, size):
    path = saved(frame(IDS["leg_id"]), tmp_path, row_group_size=size)
    for at_most in (1, 6, 23, 50):
        pd.testing.assert_frame_equal(in_parts(path, at_most), read_leg_lines(path))


@pytest.mark.parametrize("crs", ["EPSG:32652", "EPSG:3857"])
def test_coordinates_are_converted_alike(tmp_path, crs):
    path = saved(frame(IDS["leg_id"]).to_crs(crs), tmp_path)
    assert (in_parts(path).geometry == read_leg_lines(path).geometry).all()


def test_parts_are_about_as_large(tmp_path):
    parts = leg_parts(saved(frame(), tmp_path), at_most=10)
    assert [part.stop - part.start for part in parts] == [7, 8, 8]


def test_only_what_is_asked_for_is_unpacked(tmp_path):
    parts = [LegPart(start=20, stop=23), LegPart(start=0, stop=1)]
    path = saved(frame(IDS["leg_id"]), tmp_path)
    assert [list(read_leg_part(path, part).index) for part in parts] == [
        ["leg 20", "leg 21", "leg 22"],
        ["leg 0"],
    ]


def test_a_fault_names_the_row_of_the_file(tmp_path):
    table = frame(IDS["leg_id"])
    table.loc[17, "geometry"] = shapely.Point(1, 2)
    path = saved(table, tmp_path)
    with pytest.raises(DataFileError, match=r"row 18: found a Point, expected a LineString"):
        in_parts(path)


def repeated(folder, **cells):
    columns = {"leg_id": [f"leg {row}" for row in range(ROWS)]}
    for row, cell in cells.items():
        columns["leg_id"][int(row.removeprefix("row_")) - 1] = cell
    return saved(frame(columns), folder)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"row_21": "leg 2"}, r"row 21: found leg_id 'leg 2', as in row 3, expected a new one"),
        ({"row_4": "", "row_9": None}, r"row 4: found no leg_id, expected a name of the leg"),
    ],
)
def test_an_id_in_two_parts_is_refused_in_the_words_of_the_file_read_at_once(
    tmp_path, cells, words
):
    path = repeated(tmp_path, **cells)
    for read in (read_leg_lines, lambda path: refuse_repeated_ids(path, tmp_path / "ids")):
        with pytest.raises(DataFileError, match=words):
            read(path)


@pytest.mark.parametrize("columns", IDS.values(), ids=IDS)
def test_ids_of_their_own_are_let_through(tmp_path, columns):
    refuse_repeated_ids(saved(frame(columns), tmp_path), tmp_path / "ids")


def test_two_ids_with_one_mark_are_no_fault(tmp_path, monkeypatch):
    # As if all hashes fell together: the ids themselves are compared then.
    monkeypatch.setattr(pd.util, "hash_array", lambda ids: pd.Series(ids).str.len().to_numpy("u8"))
    refuse_repeated_ids(saved(frame(IDS["leg_id"]), tmp_path), tmp_path / "ids")
    with pytest.raises(DataFileError, match="row 21"):
        refuse_repeated_ids(repeated(tmp_path, row_21="leg 2"), tmp_path / "ids")


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda path: path.write_bytes(b'{"type": "FeatureCollection"}'), "expected GeoParquet"),
        (lambda path: path.write_bytes(b"PAR1 and nothing more"), "the file is damaged"),
        (lambda path: pd.DataFrame({"leg_id": ["a"]}).to_parquet(path), "Parquet without shapes"),
        (lambda path: frame().set_crs(None, allow_override=True).to_parquet(path), "no coordinate"),
        (lambda path: frame().to_parquet(path, geometry_encoding="geoarrow"), "expected WKB"),
        (frame()[:0].to_parquet, "found no row"),
        (lambda _path: None, "the file cannot be opened"),
    ],
)
def test_what_cannot_be_read_in_parts_is_refused_in_words(tmp_path, made, words):
    path = tmp_path / "legs.parquet"
    made(path)
    with pytest.raises(DataFileError, match=words):
        in_parts(path)
