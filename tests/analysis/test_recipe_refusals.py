"""A recipe that cannot mean what it says is refused by file, node and expectation."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import CellError, RecipeError
from analysis.index import score_units
from analysis.recipe_text import parse_recipe
from tests.analysis.published import TESTS
from tests.analysis.world import REASON, RECIPE

NODE = '[nodes.{0}]\naggregate = "{2}"\nchildren = [{1}]\n'
SHIPPED = TESTS.parent / "analysis" / "recipes"


def node(name: str, children: str, *, how: str = "arithmetic", more: str = "") -> str:
    return NODE.format(name, children, how) + more + "\n"


def refused(text: str) -> str:
    with pytest.raises(RecipeError) as refusal:
        parse_recipe(f'id = "r"\n{text}', name="r.toml")
    assert str(refusal.value).startswith("r.toml, ")
    return str(refusal.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (node("a", '"b"') + node("b", '"a"'), "nodes.a: found a circle among a, b"),
        (node("a", '"a"'), "a circle among a"),
        (node("a", '"x"') + node("b", '"x"'), "'x', already a child of a"),
        (node("a", '"x", "x"'), "expected a child with one parent"),
        (node("a", '"x", "y"', more="weights = [1]"), "found 1 weights, expected 2"),
        (node("a", '"x", "y"', more="weights = [1, -2]"), "found the weight -2"),
        (node("a", '"x", "y"', more="weights = [0, 0]"), "at least one weight above 0"),
        (node("a", '"x"', more='weights = ["1"]'), "weights as a list of finite numbers"),
        (node("a", '"x"', more="weights = [nan]"), "weights as a list of finite numbers"),
        (node("a", '"x"', how="mean"), "aggregate as one of arithmetic, geometric"),
        (node("a", '"x"', more="wieghts = [1]"), "the key 'wieghts'"),
        (node("a", "{ id = 'x', factor = -1 }"), "a factor above 0"),
        (node("a", ""), "children as a list"),
        ("", "found no node"),
        ("colour = 1\n" + node("a", '"x"'), "the key 'colour'"),
        ("min_present = 2\n" + node("a", '"x"'), "min_present from 0 to 1"),
        ("decimals = 1.5\n" + node("a", '"x"'), "a whole number from 0 to 9"),
        ("missing = 'zero'\n" + node("a", '"x"'), "missing as one of skip, fail"),
        (node("a", '"x"') + "[leaves.y]\ncap = true", "a column that one node names"),
        (node("a", '"x"') + "[leaves.a]\ncap = true", "found a node of that name"),
        (node("a", '"x"') + "[leaves.x]\ncap = true", "goalposts to go with it"),
        (node("a", '"x"') + "[leaves.x]\ngoalposts = [5, 1]", "the lower one first"),
        (node("a", '"x"') + "[leaves.x]\ngoalposts = [0, 1]\ntransform = 'log'", "above 0"),
        (node("a", '"x"') + "[legs.crossing_km]\nvalue = 1", "legs.min_known: found no value"),
        (node("a", '"x"', more="why = 'so'"), "found a why alone"),
        (node("a", '"x"') + "[classes]\nnames = ['L', 'L']\nedges = [1]", "no two alike"),
        (node("a", '"x"', more="why = 'so'\nreference = 'B'"), "a key of the table [references]"),
        ("[nodes", "expected TOML"),
    ],
)
def test_a_recipe_is_refused_in_words(text: str, words: str) -> None:
    assert words in refused(text)


@pytest.mark.parametrize(
    ("place", "before", "after", "words"),
    [
        ("practice.half_life_years", "10", "0", "a number of years above 0"),
        ("practice.best_grade", '"medium"', '"fair"', "one of low, medium, high"),
        ("practice.systematic", "10", "12", "a value from 0 to 10"),
        ("practice.destinations", '["KOR"', '["kor"', "found 'kor', expected codes of countries"),
        ("cooperation.returns", "9", "90", "a value from 0 to 10"),
        ("commitment.start", "10", "11", "a value from 0 to 10"),
        ("legs.origin", '["PRK"]', '["prk"]', "found 'prk', expected codes of countries"),
    ],
)
def test_a_rule_beyond_its_scale_or_of_an_unknown_word_is_refused(
    place: str, before: str, after: str, words: str
) -> None:
    text = (SHIPPED / "refoulement.toml").read_text(encoding="utf-8")
    told = f"[{place}]\nvalue = {before}"
    assert told in text
    with pytest.raises(RecipeError) as refusal:
        parse_recipe(text.replace(told, f"[{place}]\nvalue = {after}"), name="r.toml")
    assert f"r.toml, {place}: found " in str(refusal.value)
    assert words in str(refusal.value)


def test_a_number_of_the_method_without_its_reason_is_refused() -> None:
    with pytest.raises(RecipeError, match=r"legs\.crossing_km: found a value alone"):
        parse_recipe(RECIPE.replace(REASON, "", 1), name="r.toml")


def test_an_unknown_column_is_refused_with_the_one_that_was_meant() -> None:
    recipe = parse_recipe('id = "r"\n' + node("a", '"Flod"'), name="r.toml")
    with pytest.raises(RecipeError, match=r"r\.toml, nodes\.a: .*'Flod'.*'Flood'"):
        score_units(recipe, pd.DataFrame({"Flood": [1]}))


@pytest.mark.parametrize("how", ["geometric", "harmonic"])
@pytest.mark.parametrize("wrong", [0, -1])
def test_a_mean_of_ratios_refuses_what_is_not_above_nought(how: str, wrong: int) -> None:
    recipe = parse_recipe('id = "r"\n' + node("a", '"x", "y", "z"', how=how), name="r.toml")
    table = pd.DataFrame({"x": [1], "y": [2], "z": [wrong]}, index=["CHN"])
    with pytest.raises(CellError, match="z under node a, unit CHN"):
        score_units(recipe, table)


@pytest.mark.parametrize("cell", ["seven", "inf", float("inf")])
def test_a_cell_that_is_no_number_is_refused(cell: object) -> None:
    recipe = parse_recipe('id = "r"\n' + node("a", '"x"'), name="r.toml")
    with pytest.raises(CellError, match="column x, unit CHN"):
        score_units(recipe, pd.DataFrame({"x": [cell]}, index=["CHN"]))


def test_a_word_that_the_recipe_does_not_know_is_refused() -> None:
    text = node("a", '"x"') + "[leaves.x.words]\nHigh = 9"
    recipe = parse_recipe('id = "r"\n' + text, name="r.toml")
    with pytest.raises(CellError, match="'Low', expected one of High"):
        score_units(recipe, pd.DataFrame({"x": ["Low"]}))


@pytest.mark.parametrize("name", ["refoulement", "table1"])
def test_every_number_of_a_shipped_recipe_has_its_reason(name: str) -> None:
    recipe = parse_recipe((SHIPPED / f"{name}.toml").read_text("utf-8"), name=name)
    reasoned = {reason.where for reason in recipe.reasons}
    assert {f"leaves.{leaf.id}" for leaf in recipe.leaves} <= reasoned
    assert {f"nodes.{node_id}" for node_id in recipe.node_ids} <= reasoned
    assert "classes" in reasoned
    assert all(reason.judgement or reason.reference for reason in recipe.reasons)


def test_equal_texts_give_equal_recipes_that_can_key_a_cache() -> None:
    text = (SHIPPED / "refoulement.toml").read_text("utf-8")
    first, second = (parse_recipe(text, name="r") for _ in range(2))
    assert {first: "seen"}[second] == "seen"
