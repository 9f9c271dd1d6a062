"""Names beside a chart never lie on each other and keep the order of their points."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.label_column import label_places


@given(st.lists(st.floats(0, 40), min_size=1, max_size=20))
def test_names_keep_their_distance_and_stay_on_the_chart(figures):
    places = label_places(pd.Series(figures), gap=1.5, top=40.0)
    ordered = places.sort_values()
    assert (ordered.diff().dropna() >= 1.5 - 1e-9).all()
    assert ordered.iloc[0] >= -1e-9
    assert ordered.iloc[-1] <= 40 + 1e-9


def test_a_name_with_room_stands_at_its_point():
    places = label_places(pd.Series({"A": 10.0, "B": 30.0}), gap=2, top=40)
    assert places.to_dict() == {"A": 10.0, "B": 30.0}


def test_too_many_names_share_what_room_there_is():
    places = label_places(pd.Series([5.0] * 11), gap=10, top=40)
    assert sorted(places) == pytest.approx([4.0 * number for number in range(11)])
