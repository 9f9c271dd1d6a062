"""The words in which a recipe of any kind is told, beyond what our own recipes use."""

import pytest

from analysis.recipe import Leaf
from dashboard.language import speaking
from dashboard.recipe_words import rounding_rule, scale_rule, stands

INCOME = Leaf(
    id="GNI per capita", low=100, high=75000, transform="log", direction=-1, cap=True, scale=10
)


def test_a_scale_is_told_in_the_order_in_which_it_is_computed():
    assert scale_rule(INCOME) == (
        "values beyond 100 and 75000 are cut to them; the natural logarithm is taken; "
        "100 to 75000, mapped to 10 to 0"
    )
    with speaking("ko"):
        assert "자연로그" in scale_rule(INCOME)
        assert "10–0" in scale_rule(INCOME)


@pytest.mark.parametrize(
    ("leaf", "told"),
    [
        (Leaf(id="a", low=0, high=10, scale=10), "0 to 10, mapped to 0 to 10"),
        (Leaf(id="a", low=0, high=1), "0 to 1, mapped to 0 to 1"),
        (Leaf(id="a"), "as it stands"),
    ],
)
def test_a_column_that_stands_as_it_is_needs_no_words(leaf, told):
    assert stands(leaf)
    assert scale_rule(leaf) == told


@pytest.mark.parametrize(
    "leaf",
    [
        INCOME,
        Leaf(id="a", transform="log"),
        Leaf(id="a", low=0, high=10, scale=10, direction=-1),
        Leaf(id="a", low=0, high=10, scale=10, cap=True),
        Leaf(id="a", low=0, high=10, scale=1),
        Leaf(id="a", words=(("High", 9.0),)),
    ],
)
def test_a_column_that_is_changed_is_told(leaf):
    assert not stands(leaf)
    assert scale_rule(leaf) != "as it stands"


def test_rounding_names_its_decimals():
    assert rounding_rule(1) == "Every node is rounded half up before it goes on; decimals: 1."
