"""Every table of every page: each column says what it is, and what is missing says "no data"."""

import json
import re

import pandas as pd
import pytest
from streamlit.column_config import NumberColumn

from dashboard import doors
from dashboard.panels.plain_table import MOST_ON_PAPER, on_paper
from tests.dashboard.test_pages import PAGES, started

PLACES = [(page, {}) for page in PAGES] + [
    ("evidence", {"shelf": kind}) for kind in ("incident", "event", "figure", "correction")
]
PLACES += [("evidence", {"shelf": "source", "record": "source:ohchr_2023"})]


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)


@pytest.mark.parametrize(("page", "address"), PLACES)
def test_every_column_has_a_name_and_a_help_and_nothing_missing_shows_as_a_number(page, address):
    for table in started(page, **address).dataframe:
        columns = json.loads(table.proto.columns)
        shown = [name for name in table.value.columns if not columns.get(name, {}).get("hidden")]
        assert not [name for name in shown if not columns.get(name, {}).get("help")], page
        assert not [name for name in shown if not columns[name].get("label")], page
        assert table.proto.placeholder == "no data"
        assert not table.value.isin(["nan", "NaN", "<NA>"]).to_numpy().any()
        assert not _unnamed(table.value)


def test_on_paper_whole_numbers_are_whole_and_a_hidden_column_is_left_out():
    table = pd.DataFrame({"km": [1234.0, None], "risk": [7.0, 2.5], "hidden": [1, 2]})
    columns = {"km": NumberColumn("Length"), "risk": NumberColumn("Risk", format="%.1f")}
    told = str(on_paper(table, {**columns, "hidden": None}))
    assert re.findall("<td[^>]*>([^<]*)", told) == ["1,234", "7.0", "no data", "2.5"]


def test_a_table_that_is_too_long_for_paper_says_so():
    told = str(on_paper(pd.DataFrame({"km": range(MOST_ON_PAPER + 1)}), {}))
    assert "201 rows are too many" in told
    assert "<table" not in told


def _unnamed(table: pd.DataFrame) -> list[str]:
    """Return the columns of figures that are kept as text, and would not sort as figures."""
    return [
        str(name)
        for name, cells in table.items()
        if cells.dtype == "object"
        and cells.map(lambda cell: isinstance(cell, float)).all()
        and cells.notna().any()
    ]
