"""Each file, opened again by the library that its users use, holds what the screen shows."""

import datetime as dt
import io
import json
import socket
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest

from dashboard.commands.score import corridor_rows, leg_rows
from dashboard.exports.formats import FORMATS
from dashboard.exports.inert import RUN
from dashboard.panels.corridor_list import corridor_table
from dashboard.publication.publish import publish, publish_dataset
from tests.dashboard.private_atlas import LAT, LON, WORDS, with_private
from tests.dashboard.unpacked import unpacked

ROWS = ("csv", "xlsx", "geojson", "gpkg", "geoparquet", "datapackage")
SHORTEST = 6  # a shorter name of a machine may stand in any text
OF_THE_VIEW = ROWS[:-1]
# The sheet's other formats and the atlas are set from the same drawing: see test_paper_files.
OPENED = [name for name in FORMATS if name not in {"slide", "png", "atlas"}]
KEYS = {"legs": "leg_id", "corridors": "corridor_id", "waypoints": "waypoint_id"}


@pytest.fixture(scope="module")
def settings(atlas):
    return replace(atlas.choices.default(), country=("LAO",), date=dt.date(2023, 10, 9))


@pytest.fixture(scope="module")
def then(read):
    return read(date="2023-10-09")


@pytest.fixture(scope="module")
def view(atlas, settings):
    return publish(atlas, settings)


@pytest.fixture(scope="module")
def files(atlas, settings):
    return written(atlas, settings)


def written(atlas, settings):
    """A file of each format, from one publication of the view and one of the dataset."""
    view, dataset = publish(atlas, settings), publish_dataset(atlas, settings)
    return {name: FORMATS[name].write(dataset if FORMATS[name].whole else view) for name in OPENED}


def zipped(body):
    return zipfile.ZipFile(io.BytesIO(body))


def table(files, name, what, tmp_path):
    """A table of a file as a user reads it, by its key."""
    body = files[name]
    if name in {"csv", "datapackage"}:
        found = pd.read_csv(zipped(body).open(f"{what}.csv"))
    elif name == "xlsx":
        found = pd.read_excel(io.BytesIO(body), sheet_name=what)
    elif name == "geojson":
        document = json.loads(body)
        rows = document.get(what) or [one["properties"] for one in document["features"]]
        found = pd.DataFrame(rows)
        found = found[found["table"] == what] if "table" in found else found
    elif name == "gpkg":
        (tmp_path / "a.gpkg").write_bytes(body)
        found = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer=what)
    else:
        found = pq.read_table(zipped(body).open(f"{what}.parquet")).to_pandas()
    return found.set_index(KEYS[what])


@pytest.mark.parametrize("name", OF_THE_VIEW)
def test_readings_and_intervals_are_those_of_the_screen(atlas, then, files, name, tmp_path):
    legs = table(files, name, "legs", tmp_path)
    same = leg_rows(atlas, then, list(atlas.corridors.index)).loc[legs.index]
    assert len(legs) == 10
    for column in ("reading", "length_km", "exposure", "cumulative_so_far", "km_known"):
        assert np.allclose(legs[column].astype(float), same[column], equal_nan=True), column
    assert list(legs["risk_class"]) == list(same["risk_class"])
    assert (legs["reading_low"] <= legs["reading"]).all()


@pytest.mark.parametrize("name", OF_THE_VIEW)
def test_corridors_are_those_of_the_list_on_the_screen(atlas, then, files, name, tmp_path):
    corridors = table(files, name, "corridors", tmp_path)
    on_screen = corridor_table(atlas, then).loc[corridors.index]
    assert np.allclose(corridors["cumulative"].round(1), on_screen["cumulative"])
    assert list(corridors["status"]) == list(on_screen["status"])
    printed = corridor_rows(then, list(corridors.index))
    assert np.allclose(corridors["weight_unknown_km"], printed["weight_unknown_km"])


def coordinates(name, body, tmp_path):
    """Every coordinate of a file."""
    if name in {"csv", "datapackage", "xlsx"}:
        places = table({name: body}, name, "waypoints", tmp_path)
        return places[["lon", "lat"]].to_numpy().ravel()
    if name == "gpkg":
        (tmp_path / "a.gpkg").write_bytes(body)
        shapes = [gpd.read_file(tmp_path / "a.gpkg", layer=one) for one in ("legs", "waypoints")]
    elif name == "geojson":
        shapes = [gpd.read_file(io.BytesIO(body))]
    else:
        shapes = [
            gpd.read_parquet(zipped(body).open(f"{one}.parquet")) for one in ("legs", "waypoints")
        ]
    return np.concatenate([one.geometry.get_coordinates().to_numpy().ravel() for one in shapes])


@pytest.mark.parametrize("name", ROWS)
def test_every_coordinate_lies_on_the_grid_of_the_class(files, name, tmp_path):
    found = coordinates(name, files[name], tmp_path)
    assert len(found) >= 14
    assert np.abs(found * 10 - np.rint(found * 10)).max() < 1e-8


@pytest.fixture(scope="module")
def beside_private(atlas, settings):
    return written(with_private(atlas), settings)


@pytest.mark.parametrize("name", OPENED)
def test_the_same_view_is_the_same_bytes_and_what_is_withheld_in_none(beside_private, files, name):
    assert beside_private[name] == files[name]
    numbers = [form for value in (LON, LAT) for form in forms(value)]
    for where, body in unpacked(beside_private[name], name):
        assert not [one for one in (*numbers, WORDS.encode(), b"ZZ-PRV") if one in body], where


def forms(value):
    """How a coordinate may stand in a file: digits, hundredths, doubles, floats."""
    digits = f"{value % 1:.5f}"[2:]
    return [
        digits.encode(),
        struct.pack("<d", value),
        struct.pack(">d", value),
        struct.pack("<f", value),
    ]


@pytest.mark.parametrize("name", OPENED)
def test_no_file_says_where_when_or_by_whom_it_was_made(files, root, name):
    host, today = socket.gethostname(), dt.datetime.now(dt.UTC)
    traces = [str(root), f"{today:%Y-%m-%d}", str(Path(gettempdir(), "_"))[:-1], str(Path.home())]
    traces += [host] * (len(host) >= SHORTEST)
    for where, body in unpacked(files[name], name):
        assert not [one for one in traces if one.encode() in body], where


def test_zips_hold_one_time_and_no_owner(files):
    for name, body in files.items():
        if body[:2] == b"PK":
            for member in zipped(body).infolist():
                assert member.date_time == (1980, 1, 1, 0, 0, 0), name
                assert (member.extra, member.comment) == (b"", b""), name


def test_the_workbook_has_only_the_properties_that_it_may(files):
    found = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).properties
    told = {name: value for name, value in vars(found).items() if value}
    day = dt.datetime(2026, 1, 20)  # noqa: DTZ001 - a workbook knows no zone
    assert told == {"title": "Corridor Atlas", "created": day, "modified": day}


def test_the_workbook_is_laid_out_for_reading(view, files):
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert book.sheetnames == ["Read me", *view.tables, "codebook"]
    legs = book["legs"]
    assert legs.freeze_panes == "B2"
    assert legs.auto_filter.ref.startswith("A1:")
    head = {cell.value: cell.column_letter for cell in legs[1]}
    assert legs[f"{head['reading']}2"].number_format == "0.0"
    assert legs[f"{head['length_km']}2"].number_format == "#,##0"
    assert isinstance(legs[f"{head['oldest_evidence']}2"].value, dt.datetime)
    assert isinstance(legs[f"{head['muted']}2"].value, bool)


@pytest.mark.parametrize("name", OF_THE_VIEW)
def test_every_file_says_what_it_is_and_how_to_cite_it(files, view, name):
    body = b"".join(body for _, body in unpacked(files[name], name)).decode("utf-8", "replace")
    wanted = [view.about.fingerprint, "refoulement", "2023-10-09", "2026-01-20", "CC BY 4.0"]
    wanted += ["Corridor Atlas contributors (2026)", "country=LAO", "Lower end of the interval"]
    assert not [words for words in wanted if words not in body]


def test_a_formula_is_a_text_with_an_apostrophe(atlas, settings):
    hostile = [f"{start}HYPERLINK(1)" for start in RUN]
    facts = atlas.facts.copy()
    facts.loc[facts.index[facts["iso3"] == "LAO"][: len(hostile)], "note"] = hostile
    published = publish(replace(atlas, facts=facts), settings)
    text = zipped(FORMATS["csv"].write(published)).open("facts.csv")
    notes = pd.read_csv(io.TextIOWrapper(text, "utf-8", newline=""))["note"]
    assert {f"'{text}" for text in hostile} <= set(notes)
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(published)))["facts"]
    cells = [cell for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert [(cell.data_type, str(cell.value)[0]) for cell in cells] == [("s", "'")] * len(RUN)


def test_no_cell_of_a_workbook_is_a_formula(files):
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "b", "d"}


def test_features_have_ids_and_missing_is_null(files):
    document = json.loads(files["geojson"])
    ids = [one["id"] for one in document["features"]]
    assert len(set(ids)) == len(ids) == 17
    assert "NaN" not in files["geojson"].decode()
    assert all(one["properties"]["protected_by"] != "" for one in document["features"][:10])


def test_the_parquet_files_carry_the_codebook_and_types(files):
    opened = pq.read_table(zipped(files["geoparquet"]).open("legs.parquet"))
    told = json.loads(opened.schema.metadata[b"corridor_atlas"])
    assert [row["column"] for row in told["codebook"]] == opened.column_names[:-1]
    assert str(opened.schema.field("oldest_evidence").type) == "date32[day]"
    assert str(opened.schema.field("seq").type) == "int64"


def test_the_geopackage_has_layers_and_described_columns(files, tmp_path):
    (tmp_path / "a.gpkg").write_bytes(files["gpkg"])
    layers = dict(pyogrio.list_layers(tmp_path / "a.gpkg"))
    assert (layers["legs"], layers["waypoints"]) == ("LineString", "Point")
    assert {"corridors", "sources", "about", "codebook"} < set(layers)
    legs = gpd.read_file(tmp_path / "a.gpkg", layer="legs")
    assert legs.crs.to_epsg() == 4326
    assert legs["oldest_evidence"].dtype.kind == "M"


@pytest.fixture(scope="module")
def nothing(atlas):
    return publish(atlas, replace(atlas.choices.default(), country=("MNG",), corridor=("SEA-YEL",)))


@pytest.mark.parametrize("name", ["csv", "xlsx", "geojson", "gpkg", "geoparquet", "bibtex"])
def test_a_view_with_nothing_left_still_makes_a_file(nothing, name, tmp_path):
    body = {name: FORMATS[name].write(nothing)}
    if name in {"csv", "xlsx", "gpkg", "geoparquet"}:
        assert table(body, name, "legs", tmp_path).empty
    assert len(body[name]) > 1000


def test_words_are_those_of_the_language_and_columns_stay(atlas, settings):
    korean = FORMATS["csv"].write(publish(atlas, replace(settings, lang="ko")))
    codebook = pd.read_csv(zipped(korean).open("codebook.csv"))
    assert codebook["column"].str.isascii().all()
    assert "구간의 키: 경로와 번호." in set(codebook["description"])
    assert "라오스" in zipped(korean).read("README.txt").decode()


def test_what_table_1_says_is_not_read_as_missing(files):
    with zipfile.ZipFile(io.BytesIO(files["csv"])) as archive:
        name = next(one for one in archive.namelist() if one.endswith("table1.csv"))
        from_csv = pd.read_csv(archive.open(name))
    from_book = pd.read_excel(io.BytesIO(files["xlsx"]), sheet_name="table1")
    for table in (from_csv, from_book):
        assert table[["KOR", "USA", "CHN"]].notna().all(axis=None)
        assert table["CHN"].str.startswith("None (Human Rights Watch").sum() == 5
