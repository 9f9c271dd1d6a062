"""Printed parts add up to the printed sum, and none is further from itself than one last digit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rounding import rounded_parts

PARTS = st.lists(st.floats(0, 1e4), min_size=1, max_size=12)


@given(PARTS, st.integers(0, 2))
def test_rounded_parts_add_up_and_stay_near(parts, digits):
    rounded = rounded_parts(parts, digits=digits)
    unit = 10.0**-digits
    assert abs(sum(rounded) - sum(parts)) <= unit / 2 + 1e-6
    assert all(abs(one - part) < unit + 1e-6 for one, part in zip(rounded, parts, strict=True))


@pytest.mark.parametrize(
    ("parts", "digits", "rounded"),
    [
        ([3.5, 3.0], 2, [3.5, 3.0]),
        ([1 / 3] * 3, 2, [0.34, 0.33, 0.33]),
        ([0.4, 0.4, 0.2], 0, [1.0, 0.0, 0.0]),
        ([0.1 + 0.2, 0.7], 1, [0.3, 0.7]),
        ([], 2, []),
    ],
)
def test_the_largest_remainder_is_rounded_up(parts, digits, rounded):
    assert rounded_parts(parts, digits=digits) == rounded


def test_a_missing_part_stays_missing():
    one, other = rounded_parts([math.nan, 1.005], digits=2)
    assert math.isnan(one)
    assert other in (1.0, 1.01)
