"""The timeline of incidents: ranges as ranges, no count never as zero, reliability by shape."""

import datetime as dt
import math

import pandas as pd
import pytest

from dashboard.charts.incidents import incident_timeline
from dashboard.panels.country_practice import SINCE, reliabilities, timeline_table

UNTIL = dt.date(2026, 1, 20)


@pytest.fixture(scope="module")
def chart(now):
    table = timeline_table(now, "CHN")
    return incident_timeline(table, grades=reliabilities(), since=SINCE, until=UNTIL).to_dict()


def drawn(chart):
    (rows,) = (rows for rows in chart["datasets"].values() if "low" in rows[0])
    return pd.DataFrame(rows)


def test_a_range_of_people_is_as_high_as_its_ends_are_apart(chart):
    marks = drawn(chart)
    october = marks[marks["date"] == "2023-10-09"].iloc[0]
    assert october["high"] - october["low"] == pytest.approx(math.log10(600 / 200))
    assert october["people"] == "500–600; with other counts 200–600"


def test_no_count_stands_below_one_person_and_says_so(chart):
    marks = drawn(chart)
    silent = marks[marks["people"] == "no count"]
    assert len(silent)
    assert (silent["low"] == silent["bottom"]).all()
    counted = marks.drop(silent.index)
    assert (counted["low"] > counted["bottom"]).all()


def test_at_least_is_an_open_end(chart):
    marks = drawn(chart)
    assert set(marks.loc[marks["open_end"], "people"]) == {
        "at least 28",
        "at least 41",
        "at least 212",
        "at least 5,000",
    }


def test_reliability_has_a_shape_and_a_word(chart):
    shapes = [
        layer["encoding"]["shape"] for layer in chart["layer"] if "shape" in layer["encoding"]
    ]
    (shape,) = shapes
    assert shape["scale"]["domain"] == ["high", "medium", "low"]
    assert len(set(shape["scale"]["range"])) == 3
    assert shape["legend"]["title"] == "Reliability of the report"


def test_every_label_of_the_axis_has_its_own_place(chart):
    axis = chart["layer"][0]["encoding"]["y"]["axis"]
    assert len(set(axis["values"])) == len(axis["values"])
    assert axis["labelExpr"].count("no count") == 4
