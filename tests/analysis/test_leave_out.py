"""Without an indicator or a source, figures are those of the evidence that remains."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.leave_out import (
    Whole,
    facts_without,
    incidents_without,
    left_out,
    sources_in_use,
    without_indicator,
)
from analysis.leg_sums import term_arrays
from analysis.leg_terms import leg_terms
from tests.analysis.uncertain_world import found, two_leaves
from tests.analysis.world import borders, kilometres, one_leg

RECIPE = two_leaves()
COUNTRIES = pd.Index(["AAA", "BBB"])


def whole() -> Whole:
    leg = one_leg("AAA;BBB")
    terms = leg_terms(leg, kilometres(AAA=100, BBB=300), crossings=borders(), rule=RECIPE.legs)
    arrays = term_arrays(terms, leg.index, countries=COUNTRIES, rule=RECIPE.legs)
    rules = (RECIPE.classes, RECIPE.legs)
    return Whole(recipe=RECIPE, rules=rules, terms=arrays, corridor=leg["corridor_id"])


def test_without_an_indicator_the_other_speaks_for_country_leg_and_corridor():
    indicators = found({"AAA": (10.0, 2.0), "BBB": (4.0, 4.0)})
    remaining = without_indicator(indicators, "practice")
    table = left_out(indicators, {("indicator", "practice"): remaining}, whole=whole())
    figures = table.set_index(["level", "figure"])
    assert figures.loc[("country", "risk"), ["shown", "without"]].tolist() == [6, 2]
    assert figures.loc[("leg", "reading"), "change"].item() == -1.0
    assert figures.loc[("corridor", "cumulative"), "change"].item() == -0.4
    assert figures.loc[("corridor", "km_elevated_or_worse"), "change"].item() == -100


def test_a_figure_that_rests_on_it_alone_is_lost_and_said():
    indicators = found({"AAA": (10.0, None), "BBB": (4.0, 4.0)})
    remaining = without_indicator(indicators, "practice")
    table = left_out(indicators, {("indicator", "practice"): remaining}, whole=whole())
    lost = table[table["note"] == "no figure without it"]
    assert lost[["level", "id"]].to_numpy().tolist() == [["country", "AAA"]]
    assert lost["without"].isna().all()


def test_what_changes_nothing_says_so():
    indicators = found({"AAA": (4.0, 4.0), "BBB": (4.0, 4.0)})
    remaining = without_indicator(indicators, "practice")
    table = left_out(indicators, {("indicator", "practice"): remaining}, whole=whole())
    assert table[["left_out", "note"]].to_numpy().tolist() == [["practice", "changes no figure"]]


def test_sources_in_use_are_those_of_indicators_that_speak():
    indicators = found({"AAA": (4.0, None), "BBB": (None, None)})
    joined = indicators.replace({"source_ids": {"src_aaa": "two;one"}})
    assert sources_in_use(joined, RECIPE) == ["one", "two"]


def test_facts_lose_what_a_source_says_and_keep_their_countries_and_columns():
    facts = pd.DataFrame(
        {
            "iso3": "AAA",
            "dimension": ["assess_x", "practice", "treaty_cat", "treaty_cat"],
            "value": ["judged", "high", "party", "party"],
            "score": [3.0, np.nan, np.nan, np.nan],
            "year": [2001.0, 2002.0, 2003.0, 2004.0],
            "source_id": ["s", "s", "s", "t"],
        }
    )
    kept = facts_without(facts, "s", RECIPE)
    assert kept["dimension"].tolist() == ["assess_x", "practice", "treaty_cat"]
    assert kept["value"].tolist() == ["", "", "party"]
    assert kept[["score", "year"]].iloc[:2].isna().all(axis=None)
    assert incidents_without(facts, "s")["source_id"].tolist() == ["t"]
