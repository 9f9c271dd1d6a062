"""Each filter leaves what it names; a filter and its reverse leave every row once."""

from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dashboard.filters import (
    shown_corridors,
    shown_countries,
    shown_events,
    shown_facts,
    shown_flows,
    shown_incidents,
    shown_legs,
    shown_sources,
)
from dashboard.settings import FILTERS
from dashboard.year_spans import event_spans, fact_spans, year_spans

FEW = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LEFT = {
    "legs": lambda atlas, now, chosen: atlas.legs.index[shown_legs(atlas, now, chosen)],
    "countries": shown_countries,
    "facts": lambda *given: shown_facts(*given).index,
    "incidents": lambda *given: shown_incidents(*given).index,
    "events": lambda *given: shown_events(*given).index,
    "flows": lambda atlas, _, chosen: shown_flows(atlas, chosen).index,
    "sources": lambda *given: shown_sources(*given).index,
}
# Table and filter, where a row has one value of the filter: what is not left is left by the others.
ONE_VALUE = [
    *(("legs", name) for name in ("corridor", "risk_class", "status", "grade")),
    *(("countries", name) for name in ("country", "grade")),
    *(("facts", name) for name in ("country", "grade", "fact_kind", "source_kind")),
    *(("incidents", name) for name in ("country", "grade", "fact_kind", "source_kind")),
    *(("events", "grade"), ("flows", "grade"), ("sources", "source_kind")),
]
# Where it may have several: every row is left by some value, and by each that it has.
SEVERAL = [
    *(("legs", "country"), ("legs", "source_kind"), ("events", "country")),
    *(("events", "source_kind"), ("flows", "source_kind")),
]
SPANS = {
    "facts": lambda atlas, now: fact_spans(now.facts, atlas.sources),
    "incidents": lambda _, now: year_spans(now.incidents["date"]),
    "events": lambda _, now: event_spans(now.events),
    "flows": lambda atlas, _: year_spans(atlas.flows["year"]),
    "sources": lambda atlas, _: year_spans(atlas.sources["date"]),
}


def left(atlas, now, table, **chosen):
    return set(LEFT[table](atlas, now, replace(atlas.choices.default(), **chosen)))


def legs_left(atlas, readings, **filters):
    return shown_legs(atlas, readings, replace(atlas.choices.default(), **filters))


def test_no_filter_leaves_everything(atlas, now):
    assert legs_left(atlas, now).all()


@pytest.mark.parametrize("table", LEFT)
def test_no_filter_leaves_every_row(atlas, now, table):
    whole = {"legs": atlas, "flows": atlas, "sources": atlas}.get(table, now)
    every = getattr(whole, table).index if table != "countries" else atlas.choices.profile
    assert left(atlas, now, table) == set(every)


@pytest.mark.parametrize(("table", "name"), ONE_VALUE)
@given(pattern=st.lists(st.booleans(), min_size=3, max_size=9))
@FEW
def test_a_filter_and_its_reverse_partition_the_rows(atlas, now, table, name, pattern):
    asked = list(zip(getattr(atlas.choices, name), cycle(pattern), strict=False))
    assume(len({flag for _value, flag in asked}) > 1)
    one, rest = (
        left(atlas, now, table, **{name: tuple(value for value, flag in asked if flag is side)})
        for side in (True, False)
    )
    assert not one & rest
    assert one | rest == left(atlas, now, table)


def test_each_country_but_that_of_origin_has_one_class(atlas, now):
    parts = [left(atlas, now, "countries", risk_class=(one,)) for one in atlas.choices.risk_class]
    assert sum(map(len, parts)) == len(set().union(*parts))
    assert left(atlas, now, "countries") - set().union(*parts) == {"PRK"}


@pytest.mark.parametrize(("table", "name"), SEVERAL)
def test_values_together_leave_what_each_leaves_and_all_leave_everything(atlas, now, table, name):
    values = getattr(atlas.choices, name)
    alone = [left(atlas, now, table, **{name: (value,)}) for value in values]
    assert set().union(*alone) == left(atlas, now, table, **{name: values})
    assert left(atlas, now, table, **{name: values}) == left(atlas, now, table)
    assert any(part and part < left(atlas, now, table) for part in alone)


@pytest.mark.parametrize("table", SPANS)
@given(cut=st.integers(1960, 2025))
@FEW
def test_a_period_and_the_years_around_it_leave_every_dated_row(atlas, now, table, cut):
    first, last = atlas.choices.years
    before, after = (
        ((first, cut), (cut + 1, last)) if table != "sources" else ((0, cut), (cut + 1, last))
    )
    spans = SPANS[table](atlas, now)
    early, late = (left(atlas, now, table, period=period) for period in (before, after))
    assert early | late == set(spans.index[spans["first"].notna()])
    assert early & late == set(spans.index[(spans["first"] <= cut) & (spans["last"] > cut)])


def test_a_period_leaves_the_legs_of_corridors_in_use_in_it(atlas, now):
    used = {
        row.corridor_id
        for row in atlas.statuses.itertuples()
        if row.start_year <= 2015
        and row.end_year >= 2012
        and row.code not in ("closed", "historic", "unknown")
    }
    legs = left(atlas, now, "legs", period=(2012, 2015))
    assert set(atlas.legs.loc[list(legs), "corridor_id"]) == used
    assert used < set(atlas.corridors.index)


def test_the_last_status_runs_to_the_end_of_the_evidence(atlas, now):
    end = atlas.choices.last_date.year
    assert left(atlas, now, "legs", period=(end, end)) == {
        leg for leg, muted in now.legs["muted"].items() if not muted
    }


def test_a_corridor_leaves_the_evidence_of_the_countries_it_touches(atlas, now):
    facts = left(atlas, now, "facts", corridor=("MNG",))
    assert set(now.facts.loc[list(facts), "iso3"]) == {"PRK", "CHN", "MNG", "KOR"}
    assert left(atlas, now, "facts", corridor=("MNG",), country=("THA",)) == set()
    assert left(atlas, now, "flows", corridor=("MNG",), country=("THA",)) == set()


def test_sources_are_those_that_the_rows_left_name(atlas, now):
    shown = left(atlas, now, "sources", fact_kind=("treaty",), country=("LAO",))
    facts = left(atlas, now, "facts", fact_kind=("treaty",), country=("LAO",))
    assert shown == set(now.facts.loc[list(facts), "source_id"])


@pytest.mark.parametrize("table", LEFT)
def test_every_filter_narrows_or_passes_whole(atlas, now, table):
    whole = left(atlas, now, table)
    for name in FILTERS:
        value = (2012, 2015) if name == "period" else getattr(atlas.choices, name)[:1]
        assert left(atlas, now, table, **{name: value}) <= whole


def test_every_leg_touches_a_country_that_can_be_chosen(atlas, now):
    assert legs_left(atlas, now, country=atlas.choices.country).all()


def test_a_country_leaves_the_legs_that_declare_it(atlas, now):
    left = legs_left(atlas, now, country=("LAO",))
    assert list(left) == [("LAO" in text) for text in atlas.legs["countries_declared"]]
    assert 0 < left.sum() < len(left)


def test_filters_narrow_together(atlas, now):
    both = legs_left(atlas, now, country=("LAO",), risk_class=("High",))
    alone = legs_left(atlas, now, country=("LAO",)) & legs_left(atlas, now, risk_class=("High",))
    assert (both == alone).all()


def test_missing_is_a_class_that_can_be_asked_for(atlas, now):
    left = legs_left(atlas, now, risk_class=("no data",))
    assert now.legs.loc[left, "reading"].isna().all()
    assert left.sum() == now.legs["reading"].isna().sum()


def test_status_follows_the_date(atlas, read):
    settings = {"status": ("suspended",)}
    then, today = read(date="2021-06-01"), read()
    assert legs_left(atlas, then, **settings).sum() != legs_left(atlas, today, **settings).sum()


def test_corridors_keep_the_order_of_the_data(atlas, now):
    left = shown_corridors(atlas, legs_left(atlas, now, country=("MNG", "LAO")))
    assert list(left) == [one for one in atlas.corridors.index if one in set(left)]
    assert "MNG" in left
    assert "EMB-BJS" not in left
