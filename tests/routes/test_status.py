"""Status is read period by period, looked up by date, and refused where it cannot be read."""

import datetime as dt

import pytest

from geodata.evidence import read_sources
from intake.errors import BadCell
from routes.check import check_routes
from routes.read import DATA
from routes.status import MUTED, status_on, status_table
from tests.mutate import with_cell


def on(year: int, corridor_id: str) -> str:
    return status_on(status_table(), dt.date(year, 7, 1))[corridor_id]


def test_one_row_per_period():
    table = status_table()
    assert len(table) == 52
    assert table.query("corridor_id == 'LAO-DIR'")["code"].tolist() == [
        "active",
        "disrupted",
        "secondary",
        "suspended",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("year", "corridor_id", "code"),
    [
        (2002, "LAO-THA-N", "unknown"),
        (2003, "LAO-THA-N", "emerging"),
        (2013, "LAO-DIR", "disrupted"),
        (2004, "VNM-DIR", "closing"),
        (2025, "VNM-DIR", "closed"),
        (2026, "VNM-DIR", "closed"),
        (2040, "THA-USA", "suspended"),
        (1990, "MNG", "unknown"),
    ],
)
def test_status_on_a_date(year, corridor_id, code):
    assert on(year, corridor_id) == code


def test_every_corridor_has_a_status_on_every_date():
    table = status_table()
    assert len(status_on(table, dt.date(1960, 1, 1))) == 16
    assert set(status_on(table, dt.date(1960, 1, 1))) == {"unknown"}


def test_a_gap_between_periods_is_unknown():
    table = status_table()
    gap = table[~((table["corridor_id"] == "LAO-DIR") & (table["start_year"] == 2013))]
    assert status_on(gap, dt.date(2013, 7, 1))["LAO-DIR"] == "unknown"


def test_muted_codes_are_those_of_the_evidence():
    assert {"closed", "historic", "unknown"} == MUTED


def test_looking_up_changes_nothing():
    table = status_table()
    before = table.copy()
    status_on(table, dt.date(2020, 1, 1))
    assert table.equals(before)


GOOD = "2003-2005:emerging:first [C-GK]"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (GOOD + " | 2006-2019:dominant", "in period 2 of 2: start-end"),
        (GOOD + " | 2006-2019:open:text [C-GK]", "in period 2 of 2: a code out of"),
        (GOOD + " | 2005-2019:active:text [C-GK]", "a start after 2005"),
        ("2005-2003:active:text [C-GK]", "in period 1 of 1: an end that is not before"),
        ("2003:active:text [C-GK]", "in period 1 of 1: start-end"),
        ("2003-2005:active: [C-GK]", "in period 1 of 1: start-end"),
        ("2003-2005:active:text", "in period 1 of 1: start-end"),
        (GOOD + "|" + GOOD, "start-end"),
    ],
)
def test_malformed_period_is_refused_with_its_place(tmp_path, typed, words):
    folder = with_cell(DATA, tmp_path / "routes", ("corridors.csv", 3, "status_periods"), typed)
    with pytest.raises(BadCell) as caught:
        status_table(folder)
    assert (caught.value.line, caught.value.column) == (3, "status_periods")
    assert words in str(caught.value)


def test_unknown_source_of_a_period_is_refused(tmp_path):
    typed = "2003-2005:emerging:first [C-NONE]"
    folder = with_cell(DATA, tmp_path / "routes", ("corridors.csv", 3, "status_periods"), typed)
    with pytest.raises(BadCell, match="C-NONE"):
        check_routes(folder, source_ids=set(read_sources().index))
