"""A CSV file is read as typed, and the first thing wrong with it is named with its place."""

from pathlib import Path

import pandera.pandas as pa
import pytest

from intake.columns import (
    coordinate,
    decimal,
    figure,
    figure_or_missing,
    flag,
    integer,
    matching,
    one_of,
    partial_date,
    text,
)
from intake.csv_table import column_names, read_csv_table
from intake.errors import BadCell, BadRow, DataFileError

SCHEMA = pa.DataFrameSchema(
    {
        "place_id": matching("Key.", r"[A-Z]+", expected="capital letters", unique=True),
        "lon": coordinate("Longitude.", -180, 180),
        "people": integer("People.", 0, 1000, unit="people", empty=True),
        "share": decimal("Share.", 0, 100, unit="percent", empty=True),
        "mode": one_of("Mode.", ("land", "air")),
        "open": flag("Open."),
        "date": partial_date("Date.", empty=True),
        "note": text("Note.", empty=True),
    },
    strict=True,
)
HEADER = "place_id,lon,people,share,mode,open,date,note"
GOOD = "A,129.8,7,12.5,land,True,2013-05,"


@pytest.fixture
def write(tmp_path: Path):
    def _write(*rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
        path = tmp_path / "places.csv"
        path.write_bytes("\n".join([header, *rows, ""]).encode(encoding))
        return path

    return _write


def refusal(path: Path) -> BadCell:
    with pytest.raises(BadCell) as caught:
        read_csv_table(path, SCHEMA)
    return caught.value


def test_good_row_keeps_text_and_converts_numbers(write):
    row = read_csv_table(write(GOOD), SCHEMA).iloc[0]
    assert row[["place_id", "lon", "people", "share"]].tolist() == ["A", 129.8, 7, 12.5]
    assert row["open"] is True or row["open"] == True  # noqa: E712
    assert row["note"] == ""


def test_empty_number_is_missing_and_empty_text_is_empty(write):
    table = read_csv_table(write("A,129.8,,,land,False,,"), SCHEMA)
    assert table["people"].isna().all()
    assert table["share"].isna().all()
    assert table["date"].tolist() == [""]


def test_the_words_nan_and_null_stay_words(write):
    table = read_csv_table(write(GOOD + "NaN", GOOD.replace("A", "B", 1) + "NULL"), SCHEMA)
    assert table["note"].tolist() == ["NaN", "NULL"]


def test_index_is_the_line_an_editor_shows(write):
    quoted = '"two\nlines\nmore"'
    table = read_csv_table(write(GOOD + quoted, GOOD.replace("A", "B", 1)), SCHEMA)
    assert table.index.tolist() == [2, 5]


def test_bad_cell_after_a_quoted_line_break_has_its_true_line(write):
    error = refusal(write(GOOD + '"two\nlines"', "B,129.8,7,1,boat,True,,"))
    assert (error.line, error.column, error.found) == (4, "mode", "boat")


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("129.8", "129.85", "lon"),
        ("129.8", "129", "lon"),
        ("129.8", "180.1", "lon"),
        ("129.8", "", "lon"),
        ("129.8", "NaN", "lon"),
        (",7,", ",1e2,", "people"),
        (",7,", ", 7,", "people"),
        (",7,", ",07,", "people"),
        (",7,", ",7.0,", "people"),
        (",7,", ",-1,", "people"),
        (",7,", ",\u0667,", "people"),
        ("12.5", "inf", "share"),
        ("12.5", "1e1", "share"),
        ("12.5", '"12,5"', "share"),
        ("land", "Land", "mode"),
        ("land", "land ", "mode"),
        ("True", "true", "open"),
        ("True", "1", "open"),
        ("True", "", "open"),
        ("2013-05", "2013-13", "date"),
        ("2013-05", "2013-02-30", "date"),
        ("2013-05", "03/04/2024", "date"),
        ("A,", "a,", "place_id"),
        ("A,", '"A\n",', "place_id"),
        ("A,", "A\u200b,", "place_id"),
    ],
)
def test_cell_that_does_not_fit_is_refused_at_its_place(write, old, new, column):
    error = refusal(write(GOOD.replace(old, new, 1)))
    assert (error.line, error.column) == (2, column)


def test_message_says_where_what_expected_and_what_to_do(write):
    message = str(refusal(write(GOOD.replace("land", "boat"))))
    assert message.startswith("places.csv line 2, column mode: found 'boat', expected one of land")
    assert "put back a whole copy of places.csv" in message


def test_further_bad_cells_are_counted(write):
    bad = GOOD.replace("land", "boat")
    error = refusal(write(bad, bad.replace("A", "B", 1).replace("129.8", "181.0")))
    assert error.others == 2
    assert "2 more bad cells" in str(error)


def test_key_used_twice_names_both_lines(write):
    error = refusal(write(GOOD, GOOD))
    assert error.column == "place_id"
    assert "lines 2, 3" in error.expected


def test_long_cell_is_shortened_in_the_message(write):
    assert len(str(refusal(write(GOOD.replace("land", "x" * 5000))))) < 400


@pytest.mark.parametrize("rows", [(GOOD + ",extra",), ("A,129.8",), (GOOD, "")])
def test_ragged_row_is_named_by_line(write, rows):
    with pytest.raises(BadRow, match="expected 8 cells") as caught:
        read_csv_table(write(*rows), SCHEMA)
    assert caught.value.line == len(rows) + 1


def test_open_quotation_mark_is_named_by_the_line_it_begins_on(write):
    with pytest.raises(BadRow, match="cannot be read") as caught:
        read_csv_table(write(GOOD, GOOD.replace("A", "B", 1) + '"open', GOOD), SCHEMA)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (HEADER.replace(",note", ""), "missing 'note'"),
        (HEADER.replace("mode", "moed"), "missing 'mode'; not known 'moed'"),
        (HEADER + ",note", "named twice 'note'"),
        (HEADER.replace("mode", "Mode"), "not known 'Mode'"),
    ],
)
def test_wrong_columns_are_named(write, header, words):
    with pytest.raises(DataFileError) as caught:
        read_csv_table(write(GOOD, header=header), SCHEMA)
    assert words in caught.value.fault


def test_columns_in_another_order_are_read(write):
    path = write("land,A,129.8,7,12.5,True,,", header="mode," + HEADER.replace("mode,", ""))
    assert list(read_csv_table(path, SCHEMA).columns) == HEADER.split(",")


def test_byte_order_mark_is_accepted(write):
    assert len(read_csv_table(write(GOOD, encoding="utf-8-sig"), SCHEMA)) == 1


def test_other_encoding_is_named_with_its_line(write):
    with pytest.raises(DataFileError, match=r"not UTF-8: byte 0x.. on line 2"):
        read_csv_table(write(GOOD + "서울", encoding="cp949"), SCHEMA)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"  \n"])
def test_empty_file_is_said_to_be_empty(tmp_path, content):
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match="the file is empty"):
        read_csv_table(path, SCHEMA)


def test_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(DataFileError, match=r"places\.csv: the file is missing"):
        read_csv_table(tmp_path / "places.csv", SCHEMA)


def test_folder_in_place_of_a_file_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="cannot be opened"):
        read_csv_table(tmp_path, SCHEMA)


OWN = pa.DataFrameSchema(
    {"cost": figure("Cost.", 0, 1e9, unit="any"), "score": figure_or_missing("Score.", unit="any")},
    strict="filter",
)


@pytest.mark.parametrize("cell", ["1e-05", "1E3", "+2", ".5", "5.", "007"])
def test_numbers_of_a_reader_may_be_written_as_programs_write_them(write, cell):
    table = read_csv_table(write(f"{cell},{cell}", header="cost,score"), OWN)
    assert table.iloc[0].tolist() == [float(cell)] * 2


@pytest.mark.parametrize("cell", ["nan", "inf", "1e999", "1_000", "0x10", "1,5", " 1", "٣"])
@pytest.mark.parametrize("column", ["cost", "score"])
def test_what_is_no_finite_number_is_refused_in_a_table_of_a_reader(write, cell, column):
    row = {"cost": "1", "score": "1", column: f'"{cell}"'}
    with pytest.raises(BadCell) as caught:
        read_csv_table(write(",".join(row.values()), header="cost,score"), OWN)
    assert (caught.value.line, caught.value.column, caught.value.found) == (2, column, cell)


@pytest.mark.parametrize("cell", ["", "x"])
def test_an_empty_cell_and_x_are_missing_where_the_column_says_so(write, cell):
    assert read_csv_table(write(f"1,{cell}", header="cost,score"), OWN)["score"].isna().all()
    with pytest.raises(BadCell, match="column cost"):
        read_csv_table(write(f"{cell},1", header="cost,score"), OWN)


def test_further_columns_stay_unread_where_the_schema_filters(write):
    table = read_csv_table(write("#VALUE!,1,1,2", header="note,cost,score,note"), OWN)
    assert list(table.columns) == ["cost", "score"]
    with pytest.raises(DataFileError, match="missing 'cost'"):
        read_csv_table(write("1,1", header="note,score"), OWN)
    with pytest.raises(DataFileError, match="named twice 'cost'"):
        read_csv_table(write("1,1,1", header="cost,cost,score"), OWN)


def test_the_header_alone(write):
    assert column_names(write(GOOD)) == HEADER.split(",")
