"""A scenario changes what it names and nothing else, and is refused where it cannot be."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest

from analysis.draws import uncertain_index
from analysis.errors import RecipeError
from analysis.recipe_text import parse_recipe
from analysis.scenario import scenario_changes, scenario_indicators
from analysis.scenario_compared import compared_figures
from analysis.scenario_text import Changeable, parse_scenario
from tests.analysis.uncertain_world import countries_of, found, shipped_spread, two_leaves
from tests.analysis.world import REASON, RECIPE

KNOWN = Changeable(
    countries=("AAA", "BBB"),
    leaves={"practice": (), "cooperation": (), "other": (), "word": ("good", "bad")},
)
HEAD = f'id = "s"\ntitle_en = "If"\ntitle_ko = "만약"\n{REASON}\n'
EVIDENCE = {"AAA": (10.0, 10.0), "BBB": (4.0, None)}


def setting(iso3: str, leaf: str, value: object) -> str:
    return f"[set.{iso3}.{leaf}]\nvalue = {value}\n{REASON}\n"


def scenario(*settings: str):
    return parse_scenario(HEAD + "".join(settings), name="s.toml", changeable=KNOWN)


def test_the_named_values_are_changed_and_no_other():
    evidence = found(EVIDENCE)
    before = evidence.copy()
    given = scenario(setting("AAA", "practice", 2))
    changed = scenario_indicators(evidence, given, two_leaves())
    pd.testing.assert_frame_equal(evidence, before)
    assert changed["score"].tolist()[:3] == [2.0, 10.0, 4.0]
    assert changed["basis"].tolist() == ["scenario", "assessed", "assessed", ""]
    assert countries_of(changed, two_leaves())["risk"].to_dict() == {"AAA": 6.0, "BBB": 4.0}


def test_a_scenario_can_fill_what_is_missing():
    given = scenario(setting("BBB", "cooperation", 8))
    changed = scenario_indicators(found(EVIDENCE), given, two_leaves())
    assert countries_of(changed, two_leaves()).loc["BBB", ["risk", "basis"]].tolist() == [
        6,
        "mixed",
    ]


def test_a_given_value_is_not_evidence_and_is_not_drawn():
    given = scenario(setting("AAA", "practice", 2))
    recipe = two_leaves()
    changed = scenario_indicators(found(EVIDENCE), given, recipe)
    countries, spread = countries_of(changed, recipe), shipped_spread()
    world = uncertain_index(changed, countries, recipe=recipe, spread=spread)
    spreads = {factor.name: factor.spread for factor in world.factors}
    assert changed.loc[0, ["grade", "source_ids"]].tolist() == ["", ""]
    assert pd.isna(changed.loc[0, "evidence_date"])
    assert (spreads["AAA practice"], spreads["AAA cooperation"]) == (0.0, pytest.approx(1.2))


def test_every_value_is_listed_with_what_it_does_not_do():
    given = scenario(
        setting("AAA", "practice", 10), setting("AAA", "other", 3), setting("BBB", "practice", 5)
    )
    table = scenario_changes(found(EVIDENCE), given, two_leaves())
    assert table["note"].tolist() == [
        "the evidence has this value already",
        "this recipe does not read it",
        "",
    ]
    np.testing.assert_equal(table["before"].tolist(), [10.0, np.nan, 4.0])
    assert table["judgement"].all()


def test_a_word_counts_as_the_recipe_reads_it():
    leaf = f'[leaves.word]\n{REASON}\n[leaves.word.words]\n"good" = 1\n"bad" = 9\n'
    text = RECIPE.replace('children = ["practice"]', 'children = ["word"]')
    recipe = parse_recipe(text.replace("[classes]", leaf + "[classes]"), name="w.toml")
    evidence = found({"AAA": (9.0, None)}).iloc[:1].assign(dimension="word", value="bad")
    changed = scenario_indicators(evidence, scenario(setting("AAA", "word", '"good"')), recipe)
    assert countries_of(changed, recipe).loc["AAA", "risk"] == 1.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (setting("AAB", "practice", 2), "set.AAB: found the country 'AAB', expected one of AAA"),
        (setting("AAA", "practise", 2), "the indicator 'practise', expected one of practice"),
        (setting("AAA", "practice", 11), "value = 11, expected a score from 0 to 10"),
        (setting("AAA", "practice", -1), "a score from 0 to 10"),
        (setting("AAA", "practice", "nan"), "a score from 0 to 10"),
        (setting("AAA", "practice", '"bad"'), "value = 'bad', expected a score from 0 to 10"),
        (setting("AAA", "practice", "true"), "a score from 0 to 10"),
        (setting("AAA", "word", 3), "value = 3, expected one of good, bad"),
        (f"[set.AAA.practice]\n{REASON}", "found no value"),
        ("[set.AAA.practice]\nvalue = 2", "a value alone"),
        ("[set.AAA.practice]\nvalue = 2\nwhy = 'so'", "a reference or judgement = true"),
        (setting("AAA", "practice", 2) + "weight = 1", "the key 'weight'"),
        ("set = 3", "a table"),
        ("", "at least one table such as"),
        ("[sett.AAA.practice]\nvalue = 2", "the key 'sett'"),
        ("[set", "expected TOML"),
        ("set = " + "[" * 5000, "expected TOML"),
        ("set = " + "9" * 5000, "expected TOML"),
        (setting("AAA", "practice", "9" * 400), "a score from 0 to 10"),
    ],
)
def test_what_cannot_be_is_refused_by_place(text, words):
    with pytest.raises(RecipeError, match=re.escape(words)) as refusal:
        scenario(text)
    assert str(refusal.value).startswith("s.toml, ")


@pytest.mark.parametrize("key", ["id", "title_en", "title_ko", "why"])
def test_a_scenario_needs_a_name_and_a_reason(key):
    text = re.sub(rf"(?m)^{key} = .*\n", "", HEAD, count=1)
    with pytest.raises(RecipeError, match=key):
        parse_scenario(text + setting("AAA", "practice", 2), name="s.toml", changeable=KNOWN)


def test_a_figure_that_appears_is_a_change_without_a_difference():
    one, two = pd.Series([1.0, np.nan, 3.0]), pd.Series([1.0, 2.0, 3.5])
    table = compared_figures(one, two, two_leaves().classes)
    np.testing.assert_equal(table["change"].tolist(), [0.0, np.nan, 0.5])
    assert table["changed"].tolist() == [False, True, True]
    assert table["baseline_class"].tolist() == ["Low", "no data", "Moderate"]
