"""Which corridor reads worse is counted draw by draw, ties half."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.corridor_draws import CorridorDraws
from analysis.pairs import pair_shares, rank_intervals


def drawn(one: list[float], two: list[float]) -> CorridorDraws:
    return CorridorDraws(
        corridors=pd.Index(["A", "B"]), readings={"cumulative": np.array([one, two])}
    )


def pair(one: list[float], two: list[float]) -> dict:
    return pair_shares(drawn(one, two), clear=0.8).iloc[0].to_dict()


@pytest.mark.parametrize(
    ("one", "two", "share", "ties", "verdict"),
    [
        ([2, 2, 2, 2], [1, 1, 1, 1], 1.0, 0.0, "first"),
        ([1, 1, 1, 1], [2, 2, 2, 2], 0.0, 0.0, "second"),
        ([2, 2, 2, 1, 1], [2, 1, 1, 2, 2], 0.5, 0.2, "not determined"),
        ([1, 1, 1, 1, 2], [1, 1, 1, 1, 1], 0.6, 0.8, "equal"),
        ([2, 2, 2, 2, 1], [1, 1, 1, 1, 2], 0.8, 0.0, "first"),
        ([2 + 1e-12] * 2, [2.0] * 2, 0.5, 1.0, "equal"),
    ],
)
def test_a_pair_is_counted_draw_by_draw(one, two, share, ties, verdict):
    found = pair(one, two)
    assert (found["share_first"], found["share_ties"], found["verdict"]) == (share, ties, verdict)
    assert found["share_first"] + found["share_second"] == 1


def test_a_draw_without_one_figure_is_left_out_and_said():
    found = pair([2, np.nan, 2, 2], [1, 1, 1, np.nan])
    assert (found["share_first"], found["share_read"]) == (1.0, 0.5)


def test_corridors_that_never_have_both_figures_are_not_compared():
    found = pair([np.nan, np.nan], [1, 1])
    assert found["verdict"] == "unknown"
    assert np.isnan(found["share_first"])


def test_the_worst_reading_is_rank_1_and_equal_ones_share_the_best_rank():
    three = CorridorDraws(
        corridors=pd.Index(["A", "B", "C"], name="corridor_id"),
        readings={"cumulative": np.array([[5.0] * 10, [3.0] * 9 + [9.0], [3.0] * 9 + [np.nan]])},
    )
    shown = pd.DataFrame({"cumulative": [5.0, 3.0, 3.0]}, index=three.corridors)
    table = rank_intervals(three, shown, interval=0.9).set_index("corridor_id")
    assert table["shown_rank"].tolist() == [1, 2, 2]
    assert table["median"].tolist() == [1, 2, 2]
    assert table["low"].tolist() == [1, 1, 2]
    assert table["high"].tolist() == [2, 2, 2]
