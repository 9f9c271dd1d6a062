"""Many draws at once are the same scores, legs and corridors as each draw alone, bit for bit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.aggregation import aggregate
from analysis.groups import Groups, group_sums, running_sums
from analysis.leg_sums import leg_sums, term_arrays, unit_scores
from tests.analysis.world import world_recipe

COUNTRIES = pd.Index(["AAA", "BBB", "CCC"])
AGGREGATES = ["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]
RULE = world_recipe().legs
unhurried = settings(deadline=None, max_examples=60)

term = st.fixed_dictionaries(
    {
        "leg_id": st.sampled_from(["C-1", "C-2", "C-3"]),
        "iso3": st.sampled_from(["AAA", "BBB", "CCC", "ORG", "XXX"]),
        "other_iso3": st.sampled_from(["", "AAA", "BBB", "ORG"]),
        "kind": st.sampled_from(["km", "crossing"]),
        "weight_km": st.floats(0.1, 3000),
    }
).map(lambda cells: cells | {"other_iso3": "" if cells["kind"] == "km" else cells["other_iso3"]})
terms = st.lists(term, min_size=1, max_size=12)
draws = st.lists(st.tuples(*[st.floats(0, 10)] * 3), min_size=1, max_size=5)


def sums_of(rows: list[dict], scores: np.ndarray):
    arrays = term_arrays(
        pd.DataFrame(rows), pd.Index(["C-1", "C-2", "C-3"]), countries=COUNTRIES, rule=RULE
    )
    return leg_sums(arrays, unit_scores(arrays, scores))


@given(rows=terms, drawn=draws, missing=st.booleans())
@unhurried
def test_a_leg_reads_the_same_alone_and_among_other_draws(rows, drawn, missing):
    scores = np.array(drawn).T
    scores[2] = np.nan if missing else scores[2]
    together = sums_of(rows, scores)
    for place in range(scores.shape[1]):
        alone = sums_of(rows, scores[:, [place]])
        np.testing.assert_array_equal(alone.exposure[:, 0], together.exposure[:, place])
        np.testing.assert_array_equal(alone.reading(RULE)[:, 0], together.reading(RULE)[:, place])


@given(
    rows=terms,
    drawn=draws,
    raised=st.integers(0, 2),
    rise=st.floats(0, 10),
    border=st.floats(0.1, 10),
)
@unhurried
def test_raising_a_country_in_a_draw_never_lowers_a_leg(rows, drawn, raised, rise, border):
    scores = np.array(drawn).T
    more = scores.copy()
    more[raised] = np.minimum(10.0, more[raised] + rise)
    arrays = term_arrays(
        pd.DataFrame(rows), pd.Index(["C-1", "C-2", "C-3"]), countries=COUNTRIES, rule=RULE
    )
    before, after = (
        leg_sums(arrays, unit_scores(arrays, s), border=border) for s in (scores, more)
    )
    assert (after.exposure >= before.exposure).all()
    read = ~np.isnan(before.reading(RULE))
    assert (after.reading(RULE)[read] >= before.reading(RULE)[read]).all()


@pytest.mark.parametrize("how", AGGREGATES)
@given(
    figures=st.lists(st.tuples(*[st.floats(0.1, 10)] * 3), min_size=1, max_size=5),
    weights=st.tuples(*[st.floats(0.1, 5)] * 3),
)
@unhurried
def test_an_aggregate_is_the_same_for_one_draw_and_for_many(how, figures, weights):
    values = np.array([figures, figures])
    per_draw = np.array([weights] * len(figures))
    together = aggregate(values, per_draw, how=how)
    alone = aggregate(values[1], np.array(weights), how=how)
    np.testing.assert_array_equal(together[1], alone)


@given(
    rows=st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1e6)), max_size=9),
    more=st.floats(0, 1e6),
)
@unhurried
def test_a_sum_over_a_group_never_falls_along_the_way(rows, more):
    place = np.array([group for group, _ in rows] + [0], dtype=np.intp)
    values = np.array([value for _, value in rows] + [more])[:, None]
    groups = Groups(place=place, count=3)
    so_far, ends = running_sums(values, groups), group_sums(values, groups)
    for group in range(3):
        along = so_far[place == group, 0]
        assert (np.diff(along) >= 0).all()
        assert (along[-1] if len(along) else 0) == ends[group, 0]
    np.testing.assert_array_equal(group_sums(values[:, 0], groups), ends[:, 0])
