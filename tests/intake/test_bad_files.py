"""Files that are empty, cut off, misnamed, oddly encoded or too large: what a person is told."""

import io
import json
import zipfile
from dataclasses import replace

import geopandas as gpd
import openpyxl
import pytest
import shapely

from intake.errors import DataFileError
from intake.files.layers import Refused
from intake.files.limits import BROWSER
from intake.files.opened import raw_from_path
from tests.intake.own import (
    GOOD,
    HEAD,
    csv_of,
    faults,
    feature,
    geojson,
    line,
    raw,
    shapefile_parts,
    taken,
    texts,
    zipped,
)

KOREAN = csv_of(
    *(f"{n},서울역,126.9,37.5,129.1,35.2" for n in range(12)), head="번호,메모," + HEAD[7:]
)


def geopackage(folder, **columns):
    path = folder / "own.gpkg"
    frame = gpd.GeoDataFrame(
        {"leg_id": ["A"], **columns}, geometry=[shapely.LineString([(126.9, 37.5), (129.1, 35.2)])]
    )
    frame.set_crs("EPSG:4326").to_file(path, driver="GPKG", layer="legs")
    return path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(content):
    with pytest.raises(Refused, match="the file is empty"):
        raw(content)


def test_a_heading_without_rows_is_no_file_of_rows():
    with pytest.raises(Refused, match="found no rows"):
        raw(HEAD + "\n")


def test_a_wrong_ending_is_said_and_the_content_counts():
    intake = taken(geojson(line()), "legs.csv")
    assert len(intake.legs) == 1
    assert "ends in .csv, but the file is GeoJSON" in texts(intake.changes)


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", "old or password-protected Office file"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x00\x00\x27\x0a\x00", "without its companions"),
        (b"SQLite format 3\x00" + bytes(100), "not a GeoPackage"),
        (b"\x01\x02\x00\x00garbage", "not text"),
    ],
)
def test_another_kind_of_file_is_named(head, what):
    with pytest.raises(Refused, match=what) as refused:
        raw(head)
    assert "Save it as" in refused.value.remedy


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_geopackage_that_was_cut_off_is_refused_whole(tmp_path, share):
    content = geopackage(tmp_path)
    with pytest.raises(Refused, match=r"GeoPackage is cut off or damaged|not a GeoPackage"):
        raw(content[: int(len(content) * share)])


def test_an_archive_with_a_file_without_a_name_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"x")
    with pytest.raises(Refused, match="archive"):
        raw(held.getvalue())


def test_a_zip_that_was_cut_off_is_refused():
    content = zipped(shapefile_parts())
    with pytest.raises(Refused, match="archive is cut off or damaged"):
        raw(content[: len(content) // 2])


@pytest.mark.parametrize("lost", [".shx", ".dbf", ".prj"])
def test_a_shapefile_without_a_companion_is_read_and_that_is_said(lost):
    parts = {name: part for name, part in shapefile_parts().items() if not name.endswith(lost)}
    intake = taken(zipped(parts))
    assert len(intake.legs) == 1
    assert f"own{lost} is missing" in texts(intake.changes)


def test_a_shapefile_without_its_shapes_is_refused():
    parts = {name: part for name, part in shapefile_parts().items() if not name.endswith(".shp")}
    with pytest.raises(Refused, match=r"without its \.shp"):
        raw(zipped(parts))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_korean_text_is_read_in_every_encoding(encoding):
    intake = taken(KOREAN.encode(encoding))
    assert list(intake.legs["note"]) == ["서울역"] * 12
    assert intake.questions == ()


def test_under_ten_rows_the_encoding_is_asked_with_how_the_text_would_read():
    few = "\n".join(KOREAN.splitlines()[:3]).encode("cp949")
    (question,) = taken(few).questions
    assert question.key == "encoding"
    assert "서울역" in question.choices[0].words
    assert taken(few, encoding="cp949", given={"encoding": "cp949"}).questions == ()


def test_an_answer_to_the_encoding_counts_only_once_the_file_was_read_again():
    few = "\n".join(KOREAN.splitlines()[:3]).encode("cp949")
    assert [question.key for question in taken(few, given={"encoding": "big5"}).questions] == [
        "encoding"
    ]


def test_a_wrong_answer_to_the_encoding_is_refused_with_a_way_out():
    with pytest.raises(Refused, match="not in the encoding utf-8"):
        raw("서울,1\n".encode("cp949"), encoding="utf-8")


def test_decimal_commas_between_semicolons_are_read_and_said():
    intake = taken("leg_id;from_lon;from_lat;to_lon;to_lat\nA;126,9;37,5;129,1;35,2\n")
    assert intake.legs.geometry.iloc[0].coords[0] == (126.9, 37.5)
    assert "Decimal commas" in texts(intake.changes)


def test_two_hundred_columns_are_read_and_one_more_is_refused():
    def wide(columns):
        names = ",".join(f"c{n}" for n in range(columns - 5))
        return f"{HEAD},{names}\n{GOOD}{',1' * (columns - 5)}\n"

    assert len(taken(wide(200)).legs) == 1
    with pytest.raises(Refused, match="found 201 columns"):
        raw(wide(201))


def test_a_cell_of_a_megabyte_sets_its_row_aside_alone():
    huge = GOOD.replace("A", "B", 1) + "," + "x" * 1_000_000
    intake = taken(csv_of(GOOD + ",short", huge, head=HEAD + ",note"))
    assert faults(intake) == [
        "line 3, note: found 1,000,000 letters, expected 10,000 letters at most. Shorten the cell."
    ]


def test_links_in_kml_are_counted_and_never_followed():
    intake = taken(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        "<NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href></Link></NetworkLink>"
        "<Placemark><name>A</name><LineString><coordinates>126.9,37.5,0 129.1,35.2,0</coordinates>"
        "</LineString></Placemark></Document></kml>",
        "own.kml",
    )
    assert len(intake.legs) == 1
    assert "Not read: 1 links to other addresses." in texts(intake.changes)


def test_gpx_extensions_become_columns():
    intake = taken(
        '<gpx version="1.1"><trk><name>A</name><extensions><x:mode xmlns:x="u">land</x:mode>'
        '</extensions><trkseg><trkpt lat="37.5" lon="126.9"><ele>9</ele></trkpt>'
        '<trkpt lat="35.2" lon="129.1"/></trkseg></trk></gpx>',
        "own.gpx",
    )
    assert list(intake.legs["mode"]) == ["land"]
    assert "Not read: 1 heights of points." in texts(intake.changes)


def workbook(rows, **more):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title in more.get("sheets", ()):
        book.create_sheet(title)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_macros_and_links_is_read_as_values_and_both_are_said():
    content = workbook([HEAD.split(","), ["A", 126.9, 37.5, 129.1, 35.2]])
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    intake = taken(out.getvalue(), "own.xlsm")
    assert len(intake.legs) == 1
    assert "macros; they were not run" in texts(intake.changes)
    assert "links to other files; they were not followed" in texts(intake.changes)


def test_rows_above_the_headings_of_a_sheet_and_empty_sheets_are_said():
    rows = [["2024년 경로 현황"], [], HEAD.split(","), ["A", 126.9, 37.5, 129.1, 35.2]]
    intake = taken(workbook(rows, sheets=["빈 시트"]), "own.xlsx")
    assert list(intake.legs["row"]) == [4]
    assert "Row 1 above the headings was left out" in texts(intake.changes)
    assert "빈 시트 has no rows" in texts(intake.changes)


def test_headings_in_two_rows_are_joined_where_one_stands_over_several_columns():
    rows = ["2024 routes;;;;", "id;출발;;도착;", ";경도;위도;경도;위도", "A;126,9;37,5;129,1;35,2"]
    intake = taken("\n".join(rows))
    assert intake.legs.geometry.iloc[0].coords[0] == (126.9, 37.5)
    assert list(intake.legs["row"]) == [4]
    assert "Rows 2 and 3 were read as headings together" in texts(intake.changes)


def test_a_row_of_data_under_a_gap_in_the_headings_stays_a_row():
    intake = taken("이름,,경도,위도\n캠프,메모,127,37\n")
    assert len(intake.places) == 1


def test_a_foreign_crs_member_is_obeyed():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::5179"}}
    intake = taken(geojson(line([[955000, 1950000], [1140000, 1680000]]), crs=crs))
    lon, lat = intake.legs.geometry.iloc[0].coords[0]
    assert (round(lon, 1), round(lat, 1)) == (127.0, 37.5)


def test_one_feature_a_line_is_read_and_a_broken_line_is_set_aside():
    good = json.dumps(feature(line(), leg_id="A"))
    intake = taken(f"{good}\n{good[:40]}\n", "own.geojsonl")
    assert (len(intake.legs), len(intake.set_aside)) == (1, 1)
    assert faults(intake)[0].startswith("line 2: found ")


def test_the_same_file_twice_has_the_same_fingerprint():
    assert taken(csv_of(GOOD)).fingerprint == taken(csv_of(GOOD), "again.csv").fingerprint
    assert taken(csv_of(GOOD)).fingerprint != taken(csv_of(GOOD + " ")).fingerprint


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path):
    with pytest.raises(DataFileError, match=r"gone.csv: the file cannot be opened"):
        raw_from_path(tmp_path / "gone.csv")
    with pytest.raises(DataFileError, match="no file"):
        raw_from_path(tmp_path)


def test_too_many_rows_are_refused_with_the_limit():
    with pytest.raises(Refused, match="expected at most 3"):
        raw(csv_of(*[GOOD] * 5), limits=replace(BROWSER, features=3))


def test_marks_of_rows_set_aside_do_not_come_in_with_the_mended_rows():
    intake = taken(csv_of("3,swapped," + GOOD, head="row,problem," + HEAD))
    assert len(intake.legs) == 1
    assert not {"problem", "row (own)"} & set(intake.legs)
    assert "is left out" in texts(intake.changes)


def test_an_open_quotation_mark_refuses_the_file_and_names_the_line():
    with pytest.raises(Refused, match="begins on line 3"):
        raw(csv_of(GOOD, 'B,"126.9,37.5', GOOD))


def test_json_that_is_cut_off_is_refused():
    with pytest.raises(Refused, match="cut off or damaged"):
        raw(geojson(line(), line())[:-30])
