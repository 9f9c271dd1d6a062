"""Whatever text a CSV writer writes, the reader gives back, on the line where it stands."""

import csv
import io
import tempfile
from pathlib import Path

import pandera.pandas as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.columns import text
from intake.csv_table import read_csv_table

SCHEMA = pa.DataFrameSchema({"a": text("A.", empty=True), "b": text("B.", empty=True)}, strict=True)
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]) | st.just("\n")
).map(str.strip)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8)


def written(rows: list[tuple[str, str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([("a", "b"), *rows])
    return stream.getvalue()


@settings(deadline=None)
@given(ROWS)
def test_text_comes_back_as_written(rows):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(written(rows), encoding="utf-8", newline="")
        table = read_csv_table(path, SCHEMA)
    assert list(table.itertuples(index=False, name=None)) == rows


@settings(deadline=None)
@given(ROWS)
def test_index_is_the_line_on_which_the_row_begins(rows):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(written(rows), encoding="utf-8", newline="")
        lines = read_csv_table(path, SCHEMA).index.tolist()
    starts = [2 + written(rows[:number]).count("\n") - 1 for number in range(len(rows))]
    assert lines == starts
