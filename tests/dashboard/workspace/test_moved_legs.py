"""Legs that a scenario moves: own and published, with both intervals."""

import pytest

from dashboard.scenarios import shipped_scenarios
from dashboard.uncertainty import read_rule
from dashboard.workspace.model import empty_workspace
from dashboard.workspace.moved_legs import moved_legs
from dashboard.workspace.own_tables import OwnFigures, own_figures
from dashboard.workspace.readings import read_own


@pytest.fixture(scope="module")
def published(atlas):
    view = atlas.choices.default()
    own = read_own(atlas, empty_workspace(), recipe=view.recipe, date=view.date)
    return own_figures(own, read_rule())


@pytest.fixture(scope="module")
def moved(atlas, published):
    scenario = shipped_scenarios(atlas)["thailand-ends-transfers"]
    return moved_legs(published, scenario, read_rule())


def test_only_legs_that_meet_the_country_move_and_the_largest_change_is_first(atlas, moved):
    assert 0 < len(moved.legs) < moved.all_legs == len(atlas.legs)
    declared = atlas.legs.loc[moved.legs.index, "countries_declared"]
    assert declared.str.contains("THA").all()
    assert moved.legs["change"].abs().is_monotonic_decreasing


def test_each_side_has_the_interval_of_its_own_reading(moved):
    rows = moved.legs.dropna()
    assert len(rows)
    for side in ("baseline", "scenario"):
        assert (rows[f"{side}_low"] <= rows[side] + 0.1).all()
        assert (rows[side] <= rows[f"{side}_high"] + 0.1).all()
    apart = rows["scenario_low"] > rows["baseline_high"]
    assert (rows["apart"] >= apart).all()


def test_without_intervals_the_change_is_told_alone(atlas, published):
    bare = OwnFigures(own=published.own, intervals=None, leg_intervals=None)
    scenario = shipped_scenarios(atlas)["thailand-ends-transfers"]
    found = moved_legs(bare, scenario, read_rule()).legs
    assert found["scenario_low"].isna().all()
    assert found["change"].notna().any()
    assert not found["apart"].any()
