"""Two states see the same draws: what they share cancels, what differs is what is drawn."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.corridor_draws import CorridorDraws
from analysis.draws import country_draws, sample
from analysis.two_states import difference_table, sample_together, state_changes
from tests.analysis.uncertain_world import shipped_spread, uncertain

WORLD = {"AAA": (9.0, 8.0), "BBB": (4.0, 3.0)}


def differences(one, other):
    points = sample_together(one, other)
    before, after = (
        country_draws(world, seen).scores for world, seen in zip((one, other), points, strict=True)
    )
    return after - before


def test_the_base_is_drawn_as_it_is_alone():
    base, other = uncertain(WORLD), uncertain({**WORLD, "CCC": (2.0, 2.0)})
    np.testing.assert_array_equal(sample_together(base, other)[0], sample(base))


def test_what_both_states_share_is_drawn_once_whatever_else_is_new():
    difference = differences(uncertain(WORLD), uncertain({**WORLD, "BBB": (8.0, 3.0)}))
    assert (difference[0] == 0).all()
    assert (difference[1] > 0).mean() > 0.95
    new = sample_together(uncertain({"AAA": (9.0, None)}), uncertain({"AAA": (9.0, 5.0)}))
    assert new[0].shape == new[1].shape


def test_further_factors_fill_their_dimensions_evenly_and_on_their_own():
    base = uncertain({"AAA": (9.0, 8.0)})
    other = uncertain({"AAA": (9.0, 8.0), "BBB": (5.0, 5.0)})
    points = sample_together(base, other)[1]
    correlations = np.corrcoef(points.T) - np.eye(points.shape[1])
    assert np.abs(points.mean(axis=0) - 0.5).max() < 0.01
    assert np.abs(correlations).max() < 0.15


@pytest.mark.parametrize(
    ("before", "after", "share", "verdict"),
    [
        ([1, 1, 1, 1], [2, 2, 2, 2], 1.0, "higher"),
        ([2, 2, 2, 2], [1, 1, 1, 1], 0.0, "lower"),
        ([1, 1, 1, 1], [1, 1, 1, 1], 0.5, "equal"),
        ([1, 1, 2, 2], [2, 2, 1, 1], 0.5, "not determined"),
        ([1, 3, 5, 7], [2, 4, 6, 6], 0.75, "not determined"),
    ],
)
def test_a_difference_is_counted_draw_by_draw(before, after, share, verdict):
    drawn = tuple(np.array([one], dtype=float) for one in (before, after))
    shown = (pd.Series([1.0]), pd.Series([1.5]))
    found = difference_table(drawn, shown, spread=shipped_spread()).iloc[0]
    assert (found["share_higher"], found["verdict"]) == (share, verdict)
    assert found["share_higher"] + found["share_lower"] == 1


def test_a_figure_that_one_state_does_not_show_is_not_compared():
    drawn = (np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]]))
    shown = (pd.Series([np.nan]), pd.Series([3.0]))
    found = difference_table(drawn, shown, spread=shipped_spread()).iloc[0]
    assert found["verdict"] == "unknown"
    assert found[["change", "change_low", "share_higher"]].isna().all()


def test_an_interval_of_the_difference_is_narrower_than_those_of_the_sides():
    wide = np.arange(100.0)[None, :]
    drawn = [
        CorridorDraws(corridors=pd.Index(["A"], name="corridor_id"), readings={"cumulative": one})
        for one in (wide, wide + 1)
    ]
    shown = [pd.DataFrame({"cumulative": [50.0 + up]}, index=drawn[0].corridors) for up in (0, 1)]
    found = state_changes(tuple(drawn), tuple(shown), spread=shipped_spread()).iloc[0]
    assert (found["change"], found["change_low"], found["change_high"]) == (1, 1, 1)
    assert found["before_high"] - found["before_low"] > 80
    assert found["corridor_id"] == "A"
