"""Rows set aside come back in the format of their file, marked, to be mended and read again."""

import io
import json

import openpyxl
import pytest

from dashboard.workspace.marked_files import marked_file
from dashboard.workspace.sample import sample_file
from intake.files.intake import take_in
from intake.files.opened import raw_from_bytes

HEAD = ["leg", "from_lon", "from_lat", "to_lon", "to_lat", "note"]
ROWS = [
    ["good", 129.5, 42.9, 123.4, 41.8, ""],
    ["bad", 129.5, 95.1, 123.4, 41.8, "=1+1"],
]


def taken(content, name):
    return take_in(raw_from_bytes(content, name), name)


@pytest.fixture(scope="module")
def workbook():
    book = openpyxl.Workbook()
    book.active.title = "legs"
    for row in (HEAD, *ROWS):
        book.active.append(["'=1+1" if cell == "=1+1" else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_comes_back_as_a_workbook_that_reads_again(workbook):
    made = marked_file(taken(workbook, "a.xlsx"))
    assert made.ending == "xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(made.content)).active
    head, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    marked = dict(zip(head, row, strict=True))
    assert "95.1" in marked["problem"]
    assert not marked["note"].startswith("=")
    sheet.cell(2, head.index("from_lat") + 1).value = "42.9"
    out = io.BytesIO()
    sheet.parent.save(out)
    assert len(taken(out.getvalue(), "b.xlsx").legs) == 1


def test_geojson_comes_back_as_geojson():
    line = {"type": "LineString", "coordinates": [[129.5, 95.1], [123.4, 41.8]]}
    whole = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": line, "properties": {"note": "n"}},
            {"type": "Feature", "geometry": None, "properties": {}},
        ],
    }
    made = marked_file(taken(json.dumps(whole).encode(), "a.geojson"))
    first, second = json.loads(made.content)["features"]
    assert first["geometry"] == line
    assert first["properties"]["problem"]
    assert second["geometry"] is None


def test_a_csv_comes_back_as_a_csv():
    text = "\n".join(",".join(map(str, row)) for row in (HEAD, *ROWS))
    made = marked_file(taken(text.encode(), "a.csv"))
    assert made.ending == "csv"
    assert "'=1+1" in made.content.decode("utf-8-sig")


def test_the_sample_has_good_rows_and_one_fault_to_learn_from(atlas):
    sample = sample_file(atlas)
    found = taken(sample.content, sample.name)
    assert found.rows_set_aside == 1
    assert len(found.legs) == found.rows - 1 > 5
    assert not found.questions
