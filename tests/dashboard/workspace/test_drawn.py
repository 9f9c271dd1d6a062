"""A leg drawn on the map: through the door of a file, read as it will be, and taken back."""

import datetime as dt
import json

import pytest

from dashboard.maps.own_names import own_leg_name, own_leg_named
from dashboard.uncertainty import read_rule
from dashboard.workspace import network
from dashboard.workspace.desk import Desk
from dashboard.workspace.draft import drawn_from, fresh_draft
from dashboard.workspace.drawn import drawn_alone, intake_of_drawn, points_of, with_drawn
from dashboard.workspace.model import empty_workspace
from dashboard.workspace.network import own_atlas
from dashboard.workspace.one_leg import one_leg
from dashboard.workspace.own_tables import own_figures
from dashboard.workspace.readings import read_own
from geodata.boundaries import read_boundaries, read_unclaimed_land
from intake.files.known import Known
from tests.dashboard.workspace.worlds import NAME, judged, own_legs

LINE = ((129.5, 42.9), (123.4, 41.8), (102.7, 25.0))
DATE = dt.date(2026, 1, 20)


def drawn(line=LINE, **cells):
    return intake_of_drawn(line, {"mode": "land", "standing": "irregular", **cells}, Known())


@pytest.fixture(scope="module")
def world():
    return {"boundaries": read_boundaries(), "unclaimed": read_unclaimed_land()}


@pytest.fixture(scope="module")
def whole(atlas, world):
    workspace = judged(own_legs())
    mine = own_atlas(atlas, workspace, **world)
    return read_own(mine, workspace, recipe="refoulement", date=DATE)


def test_a_drawn_line_is_refused_in_the_words_of_a_file():
    found = drawn(line=((129.5, 42.9), (129.5, 42.9)))
    assert found.legs.empty
    assert "two different" in str(found.set_aside[0].sentence)


def test_a_drawn_leg_becomes_a_record_with_what_was_written_beside_it():
    kept = with_drawn(empty_workspace(), drawn(corridor="ours", note="by day", date="2024-05"))
    leg = kept.legs.iloc[0]
    assert (leg["corridor"], leg["note"], leg["date"]) == ("ours", "by day", "2024-05")
    assert points_of(leg["line"]) == LINE


def test_another_line_of_a_leg_leaves_its_id_and_the_other_legs_alone():
    before = own_legs()
    first, *others = before.legs.index
    after = with_drawn(before, drawn(name=NAME, corridor="ours"), first)
    assert points_of(after.legs.loc[first, "line"]) == LINE
    assert after.legs.loc[first, "seq"] == before.legs.loc[first, "seq"]
    assert after.legs.loc[others].equals(before.legs.loc[others])


@pytest.mark.parametrize(
    "told",
    ["", "[]", '{"mark": "m", "n": 1, "line": [[1]]}', '{"mark": "m", "n": 1, "line": [[1, NaN]]}'],
)
def test_what_the_map_does_not_tell_is_no_line(told):
    assert drawn_from(told) is None


def test_a_draft_that_is_discarded_is_of_no_leg():
    draft = fresh_draft("some-record", LINE)
    told = drawn_from(json.dumps({"mark": draft.mark, "n": 3, "line": []}))
    assert draft.with_line(told).of == ""


def test_the_map_names_a_leg_and_is_understood(whole):
    leg_ids = whole.atlas.legs.index
    name = own_leg_name(leg_ids[2], "m", leg_ids)
    assert own_leg_named(name, "m", leg_ids) == leg_ids[2]
    assert own_leg_name("gone", "m", leg_ids) is None


def test_a_leg_by_itself_reads_as_among_all_and_names_the_own_assessment_in_it(whole):
    rule = read_rule()
    every = own_figures(whole, rule).intervals.legs
    for leg_id in whole.atlas.legs.index:
        alone = one_leg(whole, leg_id, rule)
        assert alone.readings.legs.loc[leg_id, "reading"] == pytest.approx(
            whole.readings.legs.loc[leg_id, "reading"], nan_ok=True
        )
        assert alone.intervals.legs.loc[leg_id, "low"] == pytest.approx(
            every.loc[leg_id, "low"], abs=0.3, nan_ok=True
        )
        assert bool(len(alone.changes)) == (leg_id in whole.legs)


def test_a_drawn_leg_is_read_before_it_is_kept(atlas, world):
    alone = drawn_alone(judged(own_legs()), drawn())
    mine = own_atlas(atlas, alone, **world)
    read = read_own(mine, alone, recipe="refoulement", date=DATE)
    assert len(read.atlas.legs) == 1
    assert read.atlas.lines["length_km"].iloc[0] == pytest.approx(3_100, rel=0.1)
    assert read.legs  # the own assessment of China is in it


def test_the_last_change_can_be_taken_back_once():
    desk = Desk(workspace=own_legs())
    changed = desk.with_workspace(empty_workspace())
    assert changed.taken_back().workspace is desk.workspace
    assert changed.taken_back().before is None


def test_legs_are_measured_part_by_part_as_all_at_once(atlas, world, monkeypatch):
    whole = own_atlas(atlas, own_legs(), **world)
    shares = []
    monkeypatch.setattr(network, "AT_ONCE", 2)
    parts = own_atlas(atlas, own_legs(), **world, progress=shares.append)
    assert shares == [pytest.approx(2 / 3), 1.0]
    for name in ("exposure", "crossings"):
        one, other = (getattr(found, name).drop(columns="leg_id") for found in (whole, parts))
        assert one.equals(other)
