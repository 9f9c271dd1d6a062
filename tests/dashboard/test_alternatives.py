"""Ways between two places: read as corridors are, never through what is not scored."""

from dataclasses import replace

import pytest

from analysis.pareto import on_the_front
from dashboard.alternatives import AIMS, Search, edges_of, find_alternatives
from dashboard.settings import AIMS as CHOICES
from dashboard.uncertainty import read_intervals, read_rule
from routes.status import MUTED

FIRST = {"start": "KP-NHG", "goal": "KR-SEL", "aim": "cumulative", "count": 30}


@pytest.fixture(scope="module")
def rule():
    return replace(read_rule(), spread=replace(read_rule().spread, draws=512))


@pytest.fixture
def find(atlas, now, rule):
    def found(**sought):
        leg_ids = sought.pop("leg_ids", tuple(atlas.legs.index))
        search = Search(**{**FIRST, **sought}, leg_ids=leg_ids)
        return find_alternatives(atlas, now, rule, search=search)

    return found


def test_the_screen_offers_every_aim():
    assert tuple(AIMS) == CHOICES


def test_a_way_that_is_a_corridor_has_its_readings(find, now):
    ways = find().ways
    whole = {way.corridors[0]: way for way in ways.itertuples() if len(way.corridors) == 1}
    assert {"LAO-THA-N", "MNG", "SEA-YEL", "EMB-SHE"} <= set(whole)
    for corridor, way in whole.items():
        for name in ("cumulative", "worst_reading", "km_high", "length_km"):
            assert getattr(way, name) == pytest.approx(now.corridors.loc[corridor, name])


def test_open_ways_come_lowest_first_and_as_many_as_asked(find):
    three, every = find(count=3).ways, find().ways
    ways = three[~three["closed"]]
    assert len(ways) == 3
    assert ways["cumulative"].is_monotonic_increasing
    assert ways["cumulative"].tolist() == every.loc[~every["closed"], "cumulative"].tolist()[:3]


def test_closed_ways_come_last_and_are_marked(find, now):
    ways = find(count=3).ways
    assert ways["closed"].is_monotonic_increasing
    closed = ways[ways["closed"]]
    assert ("SEA-YEL",) in set(closed["corridors"])
    assert set(now.status[[one for way in closed["corridors"] for one in way]]) <= set(MUTED)


def test_what_is_joined_from_several_corridors_is_told_apart(find, atlas):
    joined = [way for way in find().ways.itertuples() if not way.corridors]
    assert joined
    for way in joined:
        ends = atlas.legs.loc[list(way.leg_ids), ["from_id", "to_id"]]
        assert ends["from_id"].tolist()[1:] == ends["to_id"].tolist()[:-1]
        assert atlas.legs.loc[list(way.leg_ids), "corridor_id"].nunique() > 1


def test_a_front_is_what_no_other_way_beats_in_both(find):
    every = find().ways
    front = every[on_the_front(every, "length_km", "cumulative")]
    assert set(front["leg_ids"]) <= set(find(aim="length").ways["leg_ids"])


def test_by_worst_leg_every_tie_is_listed(find):
    ways = find(aim="worst_reading", count=1).ways
    assert len(ways) > 1
    assert ways.groupby("closed")["worst_reading"].nunique().max() == 1


def test_a_leg_without_a_reading_is_no_way_and_is_said(find, atlas, now):
    found = find(start="KP-PYG")
    assert found.ways.empty
    assert found.not_scored.index.tolist() == ["RUS-UNHCR-1"]
    edges = edges_of(atlas, now, atlas.legs.index)
    assert now.legs.loc[edges.index, "reading"].notna().all()


def test_the_filters_leave_out_legs(find, atlas):
    without = tuple(atlas.legs.index[atlas.legs["corridor_id"] != "SEA-YEL"])
    assert ("SEA-YEL",) in set(find().ways["corridors"])
    assert ("SEA-YEL",) not in set(find(leg_ids=without).ways["corridors"])


def test_the_interval_of_a_way_is_that_of_its_corridor(find, atlas, now, rule):
    found = find(count=2)
    own = found.intervals.set_index(["corridor_id", "reading"])
    shown = read_intervals(atlas, now, rule).corridors.set_index(["corridor_id", "reading"])
    numbers = {way.corridors[0]: way.Index for way in found.ways.itertuples() if way.corridors}
    for corridor in ("EMB-SHE", "SEA-YEL"):
        number = numbers[corridor]
        for end in ("low", "high"):
            ours = own.loc[(number, "cumulative"), end]
            assert ours == pytest.approx(shown.loc[(corridor, "cumulative"), end])
