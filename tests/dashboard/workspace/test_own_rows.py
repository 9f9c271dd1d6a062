"""Rows of a file and of a table become records; own corridors stand beside the published ones."""

import datetime as dt
import json

import pandas as pd
import pytest

from dashboard.known_names import known_names
from dashboard.maps.own_view import own_view
from dashboard.uncertainty import read_rule
from dashboard.workspace.brought_in import brought_in, was_brought_in
from dashboard.workspace.edited import EDITABLE, edited, rows_with
from dashboard.workspace.errors import RecordError
from dashboard.workspace.files import VARIABLE, workspace_names, workspace_path
from dashboard.workspace.model import empty_workspace
from dashboard.workspace.network import own_atlas
from dashboard.workspace.own_tables import corridor_rows, leg_rows, own_figures
from dashboard.workspace.readings import read_own
from geodata.boundaries import read_boundaries, read_unclaimed_land
from intake.files.intake import take_in
from tests.dashboard.workspace.worlds import judged, own_legs, own_place
from tests.intake.own import csv_of, raw

HEAD = "구간,경로,출발경도,출발위도,도착경도,도착위도,수단,국가,표시"
ROWS = ("가,우리,129.8,41.8,125.3,43.9,육로,북한;중국,x", "나,우리,125.3,43.9,100.5,13.75,육로,,")


@pytest.fixture(scope="module")
def intake(atlas):
    known = known_names(atlas.waypoints, atlas.place_names)
    return take_in(raw(csv_of(*ROWS, head=HEAD)), "own.csv", known=known)


@pytest.fixture(scope="module")
def figures(atlas):
    workspace = own_place(judged(own_legs()))
    own = own_atlas(atlas, workspace, boundaries=read_boundaries(), unclaimed=read_unclaimed_land())
    read = read_own(own, workspace, recipe="refoulement", date=dt.date(2026, 1, 20))
    return own_figures(read, read_rule()), workspace


def test_every_good_row_of_a_file_becomes_a_restricted_record(intake):
    legs = brought_in(empty_workspace(), intake).workspace.legs
    assert legs["name"].tolist() == ["가", "나"]
    assert legs["corridor"].tolist() == ["우리", "우리"]
    assert set(legs["record_class"]) == {"restricted"}


def test_what_a_record_has_no_column_for_stays_with_it_under_its_heading(intake):
    legs = brought_in(empty_workspace(), intake).workspace.legs
    assert json.loads(legs["extra"].iloc[0]) == {"leg_id": "가", "row": "2", "표시": "x"}


def test_a_file_that_was_brought_in_is_known_again(intake):
    assert not was_brought_in(empty_workspace(), intake.fingerprint)
    again = brought_in(empty_workspace(), intake).workspace
    assert was_brought_in(again, intake.fingerprint)


def test_protection_by_nobody_is_said_and_counts_as_irregular():
    row = "A,129.8,41.8,125.3,43.9,protection"
    file = csv_of(row, head="leg_id,from_lon,from_lat,to_lon,to_lat,standing")
    brought = brought_in(empty_workspace(), take_in(raw(file), "own.csv"))
    assert brought.workspace.legs["standing"].tolist() == ["irregular"]
    assert brought.changes[0].rows == (2,)


def test_a_table_as_a_person_left_it_changes_adds_and_removes():
    before = own_legs()
    rows = before.legs[list(EDITABLE["legs"])].iloc[:2].copy()
    rows.iloc[0, rows.columns.get_loc("note")] = "seen"
    line = "LINESTRING (100 20, 101 21)"
    rows.loc["new 1"] = pd.Series({"mode": "land", "standing": "irregular", "line": line})
    after = edited(before, "legs", rows)
    assert list(after.legs.index[:2]) == list(before.legs.index[:2])
    assert after.legs["note"].iloc[0] == "seen"
    assert after.legs["line"].iloc[2] == line
    assert len(after.legs) == 3


def test_of_a_page_of_a_table_nothing_else_is_removed():
    before = own_legs()
    page = before.legs[list(EDITABLE["legs"])].iloc[:2]
    after = edited(before, "legs", page.iloc[:1], shown=page.index)
    assert list(after.legs.index) == [before.legs.index[0], before.legs.index[2]]


def test_rows_are_found_by_the_words_of_any_text():
    legs = own_legs().legs.assign(note=["Seen (twice)", "", ""])
    assert len(rows_with(legs, "seen (")) == 1
    assert len(rows_with(legs, " ")) == 3


def test_a_table_with_a_fault_changes_nothing_and_names_it():
    before = own_legs()
    rows = before.legs[list(EDITABLE["legs"])].assign(line="LINESTRING (1 2)")
    with pytest.raises(RecordError, match="column line"):
        edited(before, "legs", rows)


def test_own_and_published_corridors_have_the_same_columns_and_intervals_hold_the_figure(
    atlas, now, figures
):
    own, _workspace = figures
    mine = corridor_rows(own.own.atlas, own.own.readings, own.intervals, touched=own.own.corridors)
    published = corridor_rows(atlas, now, None, touched=frozenset())
    assert list(mine) == list(published)
    assert (mine["worst_low"] <= mine["worst_high"]).all()
    assert mine["own_assessment"].all()
    assert published["cumulative_low"].isna().all()


def test_every_leg_that_an_own_assessment_touches_is_marked(figures):
    own, _workspace = figures
    rows = leg_rows(own)
    assert rows["own_assessment"].tolist() == [True, True, False]


def test_the_map_is_told_each_own_leg_to_a_metre_and_no_address(figures):
    own, workspace = figures
    told = own_view(own, workspace, "risk")
    assert told["sizes"][0] >= 2
    assert told["steps"][:2] == [12983719, 4181234]
    assert sum(told["sizes"]) * 2 == len(told["steps"])
    assert len(told["codes"]) == len(told["modes"]) == 3
    assert [place["name"] for place in told["places"]] == ["the hub"]


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "x" * 60, "a\0b"])
def test_a_workspace_is_named_by_words_and_lies_in_its_folder(name, monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert workspace_path("현장 메모 2").parent == tmp_path
    assert workspace_names() == []
    with pytest.raises(Exception, match="no name of a file"):
        workspace_path(name)
