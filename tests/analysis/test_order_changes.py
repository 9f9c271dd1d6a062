"""What is left out turns an order only where one corridor comes to read lower than another."""

import numpy as np
import pandas as pd

from analysis.order_changes import class_changes, order_changes
from tests.analysis.uncertain_world import two_leaves

SHOWN = pd.DataFrame(
    {"cumulative": [30.0, 20.0, 20.0, np.nan], "worst_reading": [9.0, 9.0, 5.0, np.nan]},
    index=["A", "B", "C", "D"],
).assign(km_high=0.0, km_elevated_or_worse=0.0)


def changes(*rows):
    columns = ["left_out", "level", "id", "figure", "shown", "without"]
    return pd.DataFrame(rows, columns=columns).assign(kind="source")


def turned(*rows, among="ABCD"):
    table = order_changes(changes(*rows), SHOWN, among=list(among))
    return table[["left_out", "reading", "first", "second"]].to_numpy().tolist()


def test_an_order_turns_where_the_worse_one_comes_to_read_lower():
    without = ("book", "corridor", "A", "cumulative", 30.0, 10.0)
    assert turned(without) == [
        ["book", "cumulative", "A", "B"],
        ["book", "cumulative", "A", "C"],
    ]
    assert turned(without, among="BC") == []


def test_ties_and_lost_figures_do_not_turn():
    broken = ("book", "corridor", "B", "cumulative", 20.0, 21.0)
    tied = ("book", "corridor", "C", "worst_reading", 5.0, 9.0)
    lost = ("page", "corridor", "A", "cumulative", 30.0, np.nan)
    assert turned(broken, tied, lost) == []


def test_each_thing_is_left_out_by_itself():
    one = ("book", "corridor", "B", "cumulative", 20.0, 40.0)
    other = ("page", "corridor", "C", "cumulative", 20.0, 40.0)
    assert turned(one, other) == [
        ["book", "cumulative", "A", "B"],
        ["page", "cumulative", "A", "C"],
    ]


def test_another_class_is_told_and_so_is_a_figure_that_is_lost():
    table = class_changes(
        changes(
            ("book", "leg", "A-1", "reading", 3.0, 9.0),
            ("book", "leg", "A-2", "reading", 8.9, 9.0),
            ("book", "country", "AAA", "risk", 3.0, np.nan),
        ),
        two_leaves().classes,
    )
    assert table["id"].tolist() == ["A-1", "AAA"]
    assert table["without_class"].tolist() == ["High", "no data"]
