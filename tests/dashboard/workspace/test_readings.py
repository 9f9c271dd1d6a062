import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from dashboard import alternatives, doors, leg_steps, scenarios, uncertainty
from dashboard.workspace.model import changed, empty_workspace
from dashboard.workspace.network import own_atlas
from dashboard.workspace.readings import read_own
from geodata.boundaries import read_boundaries, read_unclaimed_land
from tests.dashboard.workspace.worlds import NAME, judged, own_legs, own_place

NOW = dt.date(2026, 1, 20)


@pytest.fixture(scope="module")
def world():
    return {"boundaries": read_boundaries(), "unclaimed": read_unclaimed_land()}


@pytest.fixture(scope="module")
def workspace():
    return judged(own_place(own_legs()))


@pytest.fixture(scope="module")
def own(atlas, workspace, world):
    return own_atlas(atlas, workspace, **world)


@pytest.fixture(scope="module")
def mine(own, workspace):
    return read_own(own, workspace, recipe="refoulement", date=NOW)


def test_countries_that_were_not_declared_are_those_that_the_line_crosses(own):
    declared = own.legs["countries_declared"].tolist()
    assert declared[0] == "PRK;CHN"
    assert declared[1].startswith("CHN;")
    assert declared[2] == "THA;KOR"  # a flight exposes at its two ends


def test_own_legs_read_as_published_ones_of_the_same_shape_do(atlas, world):
    """Shipped legs brought in as own ones have the readings of the shipped ones."""
    corridor = atlas.legs[atlas.legs["corridor_id"] == "LAO-THA-N"]
    same = ["seq", "mode", "standing", "protected_by", "countries_declared"]
    rows = corridor[same].assign(line=atlas.lines.geometry.loc[corridor.index].to_wkt())
    brought = own_legs(
        name=corridor.index, corridor="LAO-THA-N", **{n: rows[n].to_numpy() for n in rows}
    )
    ours = read_own(own_atlas(atlas, brought, **world), brought, recipe="refoulement", date=NOW)
    published = read_own(atlas, empty_workspace(), recipe="refoulement", date=NOW)
    expected = published.readings.legs.loc[corridor.index, "reading"]
    np.testing.assert_allclose(ours.readings.legs["reading"], expected, rtol=1e-4)


def test_an_own_assessment_moves_what_it_touches_and_says_so(own, mine):
    plain = read_own(own, empty_workspace(), recipe="refoulement", date=NOW)
    moved = plain.readings.legs["reading"] != mine.readings.legs["reading"]
    assert frozenset(moved.index[moved]) == mine.legs
    assert mine.countries == {"CHN"}
    assert mine.corridors == {"ours"}
    assert plain.legs == frozenset()
    assert mine.changes["before"].tolist() == [10.0]


def test_scored_in_steps_the_figures_are_the_same_and_it_is_told_how_far_it_is(
    own, mine, workspace, monkeypatch
):
    monkeypatch.setattr(leg_steps, "AT_ONCE", 1)
    shares = []
    unread = replace(own)  # with nothing kept of an earlier reading
    again = read_own(
        unread, workspace, recipe="refoulement", date=NOW, progress=shares.append
    ).readings
    pd.testing.assert_frame_equal(again.legs, mine.readings.legs)
    pd.testing.assert_frame_equal(again.drivers, mine.readings.drivers)
    assert shares == sorted(shares)
    assert len(set(shares)) == len(own.legs) + 2
    assert shares[-1] == 1


def test_the_evidence_stays_as_it_was(atlas, now, workspace):
    before = now.indicators.copy()
    read_own(atlas, workspace, recipe="refoulement", date=NOW)
    pd.testing.assert_frame_equal(now.indicators, before)


def test_an_assessment_speaks_from_its_date_and_the_newest_speaks(atlas):
    both = judged(judged(empty_workspace(), since=["2020"]), since=["2024-05"], score=[4.0])
    for year, said in ((2019, None), (2021, 0.0), (2025, 4.0)):
        found = read_own(atlas, both, recipe="refoulement", date=dt.date(year, 6, 1)).readings
        one = found.assessed["CHN", "state_practice_of_return"]
        assert (one.score if one.basis == "own assessment" else None) == said


def test_the_second_version_that_a_conflict_left_counts_nowhere(atlas, workspace):
    held = pd.DataFrame(
        {"conflict_with": workspace.overrides.index}, index=workspace.overrides.index
    )
    found = changed(workspace, "overrides", held)
    assert not read_own(atlas, found, recipe="refoulement", date=NOW).countries


def test_a_country_without_evidence_can_be_assessed(atlas):
    found = read_own(atlas, judged(empty_workspace(), iso3=["UZB"]), recipe="refoulement", date=NOW)
    assert found.readings.countries.loc["UZB", "state_practice_of_return"] == 0.0
    assert np.isnan(found.readings.countries.loc["UZB", "legal_recognition"])


def test_intervals_scenarios_and_ways_take_own_legs(atlas, own, mine):
    intervals = uncertainty.read_intervals(own, mine.readings, uncertainty.read_rule())
    assert list(intervals.legs.index) == list(own.legs.index)
    scenario = scenarios.shipped_scenarios(atlas)["thailand-ends-transfers"]
    compared = scenarios.under_scenario(own, mine.readings, scenario)
    assert compared.legs["change"].abs().max() > 0
    search = alternatives.Search(
        start=own.legs["from_id"].iloc[0],
        goal=own.legs["to_id"].iloc[-1],
        aim="cumulative",
        count=1,
        leg_ids=tuple(own.legs.index),
    )
    ways = alternatives.find_alternatives(own, mine.readings, intervals.rule, search=search).ways
    assert len(ways) == 1


def test_a_workspace_without_legs_is_read_too(atlas, world):
    none = own_atlas(atlas, empty_workspace(), **world)
    assert read_own(none, empty_workspace(), recipe="refoulement", date=NOW).readings.legs.empty


def test_nothing_of_a_workspace_enters_what_sessions_share(atlas, own):
    assert NAME not in str(vars(doors))
    assert "ours" not in atlas.choices.corridor
    assert "ours" in own.choices.corridor
