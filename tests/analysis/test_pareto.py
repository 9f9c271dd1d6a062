"""The front keeps what nobody beats, ties together, and leaves out what has no figure."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.pareto import on_the_front

FIGURES = st.one_of(st.integers(0, 5).map(float), st.just(np.nan))


def test_the_front_of_a_few_units():
    table = pd.DataFrame({"km": [1.0, 2, 3, 2, np.nan], "risk": [9.0, 5, 5, 5, 0]}, list("abcde"))
    assert list(table.index[on_the_front(table, "km", "risk")]) == ["a", "b", "d"]


@given(st.lists(st.tuples(FIGURES, FIGURES), max_size=8))
def test_a_unit_is_on_the_front_if_and_only_if_nobody_beats_it(rows):
    table = pd.DataFrame(rows, columns=["x", "y"], dtype=float)
    found = on_the_front(table, "x", "y")
    for i, (x, y) in enumerate(rows):
        beaten = any(a <= x and b <= y and (a < x or b < y) for a, b in rows)
        assert found[i] == (not beaten and not np.isnan(x) and not np.isnan(y))


@pytest.mark.parametrize("column", ["x", "y"])
def test_all_missing_is_no_front(column):
    table = pd.DataFrame({"x": [1.0, 2.0], "y": [1.0, 2.0]}).assign(**{column: np.nan})
    assert not on_the_front(table, "x", "y").any()
