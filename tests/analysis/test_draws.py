"""What a draw varies, how far, and that the draw which varies nothing is the figure shown."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.draws import country_draws, sample, uncertain_index, undisturbed
from analysis.factors import value_spread
from analysis.recipe_text import parse_recipe
from tests.analysis.uncertain_world import (
    TWO,
    countries_of,
    found,
    shipped_spread,
    two_leaves,
    uncertain,
)
from tests.analysis.world import REASON

SCORES = {"AAA": (10.0, 8.0), "BBB": (0.0, 3.0), "CCC": (4.0, None), "ZZZ": (None, None)}
HOW = ["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]


@pytest.mark.parametrize("how", HOW)
def test_the_undisturbed_draw_is_the_figure_shown(how):
    scores = {"AAA": (10.0, 8.0), "BBB": (0.05, 3.0), "CCC": (4.0, None), "ZZZ": (None, None)}
    recipe = two_leaves(how)
    world = uncertain(scores, recipe=recipe)
    drawn = country_draws(world, undisturbed(world)).scores[:, 0]
    figures = {"arithmetic": (9.0, 1.525, 4.0), "max": (10.0, 3.0, 4.0), "min": (8.0, 0.05, 4.0)}
    if how in figures:
        np.testing.assert_array_equal(drawn, [*figures[how], np.nan])
    assert np.isnan(drawn).tolist() == [False, False, False, True]
    assert 0.05 <= drawn[1] <= 3.0


@pytest.mark.parametrize(
    ("grade", "age", "points"),
    [
        ("high", 0.0, 0.5),
        ("medium", 10.0, 1.5),
        ("low", 10.0, 2.5),
        ("low", 40.0, 2.89),
        ("high", np.nan, 1.5),
        ("", 0.0, 2.0),
    ],
)
def test_a_value_spreads_by_grade_and_grows_with_age(grade, age, points):
    assert value_spread(grade, age, shipped_spread()) == pytest.approx(points)


def test_incidents_that_nobody_has_weighed_widen_a_value_up_to_knowing_nothing():
    rule = shipped_spread()
    spreads = [value_spread("high", 2.0, rule, newer_incidents=count) for count in (0, 3, 99)]
    assert spreads == pytest.approx([0.6, 0.9, rule.widest])


def test_a_newer_incident_widens_the_drawn_value_of_its_state_alone():
    indicators = found(SCORES).assign(newer_incidents=[4, *[0] * (2 * len(SCORES) - 1)])
    recipe = two_leaves()
    world = uncertain_index(
        indicators, countries_of(indicators, recipe), recipe=recipe, spread=shipped_spread()
    )
    spreads = {factor.name: factor.spread for factor in world.factors}
    assert spreads["AAA practice"] == pytest.approx(spreads["AAA cooperation"] + 0.4)


def test_a_value_stays_on_its_scale_and_in_the_middle_of_what_is_drawn():
    world = uncertain(SCORES, spread=shipped_spread(own_aggregate=1, alternatives=()))
    drawn = country_draws(world, sample(world)).scores
    assert np.nanmin(drawn) >= 0
    assert np.nanmax(drawn) <= 10
    one_leaf = drawn[2, np.isin(np.arange(512), country_draws(world, sample(world)).blocks[0])]
    assert np.median(one_leaf) == pytest.approx(4.0, abs=0.02)


def test_missing_stays_missing_in_half_of_the_draws_and_is_drawn_in_the_others():
    world = uncertain(SCORES)
    drawn = country_draws(world, sample(world))
    left, filled = drawn.blocks
    assert len(left) == len(filled) == 256
    assert np.isnan(drawn.scores[3, left]).all()
    silent = drawn.scores[3, filled]
    assert np.quantile(silent, [0.05, 0.5, 0.95]) == pytest.approx([0.5, 5, 9.5], abs=0.1)


def test_a_missing_value_widens_the_interval():
    with_gap, without = uncertain({"CCC": (4.0, None)}), uncertain({"CCC": (4.0, 4.0)})
    wide, narrow = (np.std(country_draws(w, sample(w)).scores[0]) for w in (with_gap, without))
    assert wide > narrow


def test_worse_evidence_widens_the_interval():
    grades = [uncertain({"AAA": (5.0, 5.0)}, grade=grade) for grade in ("high", "medium", "low")]
    spreads = [np.std(country_draws(world, sample(world)).scores[0]) for world in grades]
    assert spreads == sorted(spreads)


def test_the_alternatives_lean_to_both_sides():
    world = uncertain({"AAA": (9.0, 1.0)}, spread=shipped_spread(spread_per_year=0))
    middle = np.tile(undisturbed(world), (3, 1))
    middle[:, 0] = [0.0, 0.6, 0.9]
    assert country_draws(world, middle).scores[0] == pytest.approx([5.0, 3.0, 9.0])


def test_a_weight_of_one_and_a_half_against_a_half_is_three_to_one():
    world = uncertain({"AAA": (8.0, 4.0)})
    points = undisturbed(world)
    points[0, [3, 4]] = [1.0, 0.0]
    assert country_draws(world, points).scores[0, 0] == pytest.approx(7.0)


def test_zero_is_lifted_only_where_an_alternative_needs_it():
    world = uncertain({"AAA": (0.0, 0.0)})
    points = np.tile(undisturbed(world), (2, 1))
    points[1, 0] = 0.6
    assert country_draws(world, points).scores[0].tolist() == pytest.approx([0.0, 0.1])


def test_the_border_weight_is_halved_and_doubled():
    world = uncertain({"AAA": (5.0, 5.0)})
    points = np.tile(undisturbed(world), (3, 1))
    points[:, 2] = [0.0, 0.5, 1.0]
    assert country_draws(world, points).border.tolist() == [0.5, 1.0, 2.0]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    world, again = uncertain(SCORES), uncertain(SCORES)
    assert sample(world).tobytes() == sample(again).tobytes()
    assert (
        sample(world).tobytes()
        != sample(uncertain(SCORES, spread=shipped_spread(seed=7))).tobytes()
    )


def test_a_number_of_draws_that_is_no_power_of_two_is_drawn_as_well():
    world = uncertain(SCORES)
    few = uncertain(SCORES, spread=shipped_spread(weight_share=0.1))
    assert sample(world).shape == (512, 12)
    assert len(country_draws(few, sample(few)[:300]).border) == 300


def test_the_country_people_leave_is_never_drawn():
    world = uncertain({"AAA": (5.0, 5.0), "ORG": (None, None)})
    assert np.isnan(country_draws(world, sample(world)).scores[1]).all()


def test_a_leaf_with_a_scale_of_its_own_is_drawn_on_that_scale():
    leaf = f"[leaves.practice]\ngoalposts = [0, 10]\n{REASON}\n\n[classes]"
    text = TWO.replace("[classes]", leaf).replace('"practice", "cooperation"', '"practice"')
    recipe = parse_recipe(text, name="unit.toml")
    world = uncertain({"AAA": (5.0, None), "ZZZ": (None, None)}, recipe=recipe)
    drawn = country_draws(world, sample(world))
    assert np.nanmax(drawn.scores) <= 1
    assert np.std(drawn.scores[0]) == pytest.approx(0.12, abs=0.005)
    assert np.nanmax(drawn.scores[1]) > 0.9
