"""The parts of a figure add up to it, whatever the recipe, and are those that explain names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.countries import recipe_cells
from analysis.explain import explain
from analysis.index import score_units
from analysis.leaf_parts import country_parts, leg_parts, parts_by
from analysis.leg_terms import leg_terms
from analysis.legs import leg_drivers, leg_readings
from analysis.recipe_text import parse_recipe
from tests.analysis.uncertain_world import countries_of, found, two_leaves
from tests.analysis.world import RECIPE, borders, kilometres, one_leg

HOW = ["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]
TREE = """
[nodes.risk]
aggregate = "{outer}"
children = ["inner", {{ id = "cooperation", factor = 0.7 }}]
weights = [2, 1]
floor = {floor}

[nodes.inner]
aggregate = "{inner}"
children = ["practice", "third"]
"""
unhurried = settings(deadline=None, max_examples=30)
value = st.none() | st.floats(0.5, 10)


def tree(outer: str, inner: str, *, decimals: int | None, floor: float):
    head, tail = RECIPE.split("[nodes.risk]")
    rest = tail[tail.index("[classes]") :]
    rounding = "" if decimals is None else f"decimals = {decimals}\n"
    nodes = TREE.format(outer=outer, inner=inner, floor=floor)
    return parse_recipe(head + rounding + nodes + rest, name="tree.toml")


def three_leaves(practice: float | None, cooperation: float | None, third: float | None):
    pair = found({"AAA": (practice, cooperation)})
    more = found({"AAA": (third, None)}).iloc[:1].assign(dimension="third")
    return pd.concat([pair, more], ignore_index=True)


@given(
    values=st.tuples(value, value, value),
    outer=st.sampled_from(HOW),
    inner=st.sampled_from(HOW),
    decimals=st.sampled_from([None, 0, 1]),
    floor=st.sampled_from([0.0, 3.0]),
)
@unhurried
def test_the_parts_of_a_country_add_up_to_its_figure(values, outer, inner, decimals, floor):
    recipe = tree(outer, inner, decimals=decimals, floor=floor)
    indicators = three_leaves(*values)
    shown = score_units(recipe, recipe_cells(indicators, recipe))["risk"]
    parts = country_parts(indicators, recipe)
    np.testing.assert_allclose(parts.sum(axis=1, skipna=False), shown, atol=1e-9)


@given(values=st.tuples(value, value, value))
@unhurried
def test_the_parts_of_a_plain_mean_are_those_of_explain(values):
    recipe = tree("arithmetic", "arithmetic", decimals=None, floor=0.0)
    indicators = three_leaves(*values)
    (root,) = explain(recipe, recipe_cells(indicators, recipe), unit="AAA")
    parts = country_parts(indicators, recipe).loc["AAA"]
    for child in root.children:
        below = [part.id for part in child.children] or [child.id]
        told = child.contribution or 0.0
        assert root.value is None or parts[below].sum() == pytest.approx(told, abs=1e-9)


@given(
    scores=st.tuples(*[st.tuples(st.none() | st.floats(0, 10), st.floats(0, 10))] * 2),
    km=st.tuples(st.floats(1, 2000), st.floats(1, 2000)),
    how=st.sampled_from(["arithmetic", "inverse_geometric", "max", "min"]),
)
@unhurried
def test_the_parts_of_a_leg_add_up_to_it_by_every_key(scores, km, how):
    recipe, leg = two_leaves(how), one_leg("AAA;BBB")
    indicators = found(dict(zip(["AAA", "BBB"], scores, strict=True)))
    given_ = {
        "crossings": borders("AAA", "BBB"),
        "countries": countries_of(indicators, recipe),
        "recipe": recipe,
    }
    exposure = kilometres(AAA=km[0], BBB=km[1])
    readings = leg_readings(leg, exposure, **given_)
    drivers = leg_drivers(leg, exposure, **given_)
    parts = leg_parts(drivers, indicators, readings=readings, recipe=recipe)
    for key in ("iso3", "dimension", "source_id"):
        by = parts_by(parts, ["leg_id", key])
        assert by["reading"].sum() == pytest.approx(readings.loc["C-1", "reading"], abs=1e-9)
        assert by["exposure"].sum() == pytest.approx(
            readings.loc["C-1", "exposure"], rel=1e-9, abs=1e-9
        )


def test_terms_of_the_leg_are_counted_where_the_stricter_side_is():
    recipe, leg = two_leaves(), one_leg("AAA;BBB")
    indicators = found({"AAA": (2.0, 2.0), "BBB": (8.0, 4.0)})
    given_ = {
        "crossings": borders("AAA", "BBB"),
        "countries": countries_of(indicators, recipe),
        "recipe": recipe,
    }
    exposure = kilometres(AAA=100, BBB=100)
    assert len(leg_terms(leg, exposure, crossings=given_["crossings"], rule=recipe.legs)) == 3
    parts = leg_parts(
        leg_drivers(leg, exposure, **given_),
        indicators,
        readings=leg_readings(leg, exposure, **given_),
        recipe=recipe,
    )
    assert parts["exposure"].tolist() == [100.0, 100.0, 800.0, 400.0]
    assert parts_by(parts, ["leg_id", "source_id"])["share"].tolist() == [6 / 7, 1 / 7]


def test_several_sources_share_their_indicator_and_what_is_missing_says_so():
    recipe, leg = two_leaves(), one_leg("AAA")
    indicators = found({"AAA": (6.0, None)}).replace({"source_ids": {"src_aaa": "one;two"}})
    given_ = {"crossings": borders(), "countries": countries_of(indicators, recipe)}
    exposure = kilometres(AAA=100)
    parts = leg_parts(
        leg_drivers(leg, exposure, **given_, recipe=recipe),
        indicators,
        readings=leg_readings(leg, exposure, **given_, recipe=recipe),
        recipe=recipe,
    )
    assert parts["reading"].tolist() == [3.0, 3.0, 0.0]
    assert parts["source_id"].tolist() == ["one", "two", ""]
    assert parts["note"].tolist() == ["", "", "missing, its weight goes to the others"]
