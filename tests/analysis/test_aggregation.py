"""Missing values, rounding, floors, factors and the tree that explains a figure."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.aggregation import round_half_up
from analysis.classes import NO_DATA, class_words, ranks
from analysis.explain import explain
from analysis.index import score_units
from analysis.recipe import Classes, Recipe
from analysis.recipe_text import parse_recipe
from tests.analysis.published import recipe_for

AGGREGATES = ["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]


def recipe_of(how: str, *, top: str = "", more: str = "") -> Recipe:
    text = f'id = "r"\n{top}\n[nodes.a]\naggregate = "{how}"\nchildren = ["x", "y"]\n{more}'
    return parse_recipe(text, name="r.toml")


def score(recipe: Recipe, x: object, y: object) -> float:
    return float(score_units(recipe, pd.DataFrame({"x": [x], "y": [y]}))["a"].iloc[0])


@pytest.mark.parametrize("how", AGGREGATES)
def test_one_missing_child_leaves_the_other_to_speak(how: str) -> None:
    assert score(recipe_of(how), 3.0, "x") == pytest.approx(3.0)


@pytest.mark.parametrize("how", AGGREGATES)
def test_a_missing_child_fails_the_node_where_the_recipe_says_so(how: str) -> None:
    assert np.isnan(score(recipe_of(how, top='missing = "fail"'), 3.0, ""))


@pytest.mark.parametrize("how", AGGREGATES)
def test_nothing_present_is_missing_and_never_nought(how: str) -> None:
    assert np.isnan(score(recipe_of(how), None, "x"))


@pytest.mark.parametrize("how", AGGREGATES)
def test_a_child_of_weight_nought_does_not_speak(how: str) -> None:
    assert score(recipe_of(how, more="weights = [1, 0]"), 3.0, 9.0) == pytest.approx(3.0)


def test_too_few_children_are_not_enough() -> None:
    assert np.isnan(score(recipe_of("arithmetic", top="min_present = 0.6"), 3.0, None))
    assert score(recipe_of("arithmetic", top="min_present = 0.5"), 3.0, None) == 3.0


def test_weights_are_renormalised_over_what_is_present() -> None:
    assert score(recipe_of("arithmetic", more="weights = [3, 1]"), 2.0, 6.0) == 3.0


def test_halves_are_rounded_up_and_not_to_even() -> None:
    rounded = round_half_up(np.array([0.25, 2.45, 1.25, np.nan]), 1)
    np.testing.assert_array_equal(rounded, [0.3, 2.5, 1.3, np.nan])


def test_a_figure_is_rounded_before_it_feeds_the_next() -> None:
    more = '[nodes.b]\naggregate = "arithmetic"\nchildren = ["a", "z"]'
    recipe = recipe_of("arithmetic", top="decimals = 1", more=more)
    table = pd.DataFrame({"x": [1.0], "y": [1.1], "z": [1.1]})
    assert score_units(recipe, table).iloc[0].tolist() == [1.1, 1.1]


def test_a_floor_lifts_and_a_factor_shrinks() -> None:
    assert score(recipe_of("min", more="floor = 2.5"), 1.0, 3.0) == 2.5
    text = 'id="r"\n[nodes.a]\naggregate="max"\nchildren=["x", {id="y", factor=0.5}]'
    assert score(parse_recipe(text, name="r.toml"), 1.0, 4.0) == 2.0


def test_goalposts_turn_round_and_take_logarithms() -> None:
    leaf = '[leaves.x]\ngoalposts = [1, 100]\ntransform = "log"\ndirection = -1\nscale = 10'
    assert score(recipe_of("max", more=leaf), 10.0, None) == pytest.approx(5.0)


def test_the_index_is_kept_and_the_table_is_not_changed() -> None:
    table = pd.DataFrame({"x": ["1", "x"], "y": ["", "2"]}, index=["CHN", "LAO"])
    before = table.copy()
    assert score_units(recipe_of("arithmetic"), table).index.tolist() == ["CHN", "LAO"]
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize("how", AGGREGATES)
def test_contributions_add_up_to_the_unrounded_figure(how: str) -> None:
    table = pd.DataFrame({"x": [2.0], "y": [7.0]}, index=["CHN"])
    (tree,) = explain(recipe_of(how, more="weights = [1, 3]"), table, unit="CHN")
    parts = [child.contribution or 0.0 for child in tree.children]
    assert sum(parts) == pytest.approx(tree.unrounded, rel=1e-12)
    assert [child.share for child in tree.children] == [0.25, 0.75]


def test_the_tree_of_inform_lets_a_reader_recompute_the_figure() -> None:
    columns = recipe_for("inform_2020.toml").columns
    table = pd.DataFrame({column: [4.0] for column in columns}, index=["CHN"])
    tree = explain(recipe_for("inform_2020.toml"), table, unit="CHN")[0]
    assert [child.id for child in tree.children] == ["HAZARD", "VULN", "COPING"]
    assert tree.value == pytest.approx(4.0)


def test_a_class_opens_at_its_edge_and_missing_is_no_data() -> None:
    classes = Classes(names=("Minimal", "Low", "High"), edges=(1.0, 8.5), node="risk")
    scores = pd.Series([0.0, 0.99, 1.0, 8.49, 8.5, 10.0, np.nan])
    expected = ["Minimal", "Minimal", "Low", "Low", "High", "High", NO_DATA]
    assert class_words(scores, classes).tolist() == expected


def test_equal_scores_share_the_best_place() -> None:
    assert ranks(pd.Series([3.0, 5.0, 3.0, 1.0])).tolist() == [2, 1, 2, 4]
