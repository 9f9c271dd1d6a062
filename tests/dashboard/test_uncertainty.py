"""Intervals on the shipped data: they hold what is shown, widen with age, and keep their bytes."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.corridor_draws import corridor_draws
from analysis.draws import country_draws, undisturbed
from analysis.leaf_parts import parts_by
from analysis.leg_draws import leg_reading_draws
from dashboard import uncertainty

DATES = ["2026-01-20", "2008-06-01"]
RECIPES = ["refoulement", "table1"]


@pytest.fixture(scope="session")
def rule():
    return uncertainty.read_rule()


@pytest.fixture(scope="session")
def intervals(atlas, now, rule):
    return uncertainty.read_intervals(atlas, now, rule)


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("date", DATES)
def test_the_undisturbed_draw_is_every_figure_shown_to_the_last_bit(
    atlas, read, rule, recipe, date
):
    shown = read(recipe, date)
    uncertain = uncertainty.uncertain_readings(atlas, shown, rule)
    still = country_draws(uncertain, undisturbed(uncertain))
    terms = uncertainty.terms_for(atlas, shown, uncertain.figures.index)
    legs = leg_reading_draws(terms, still, rule=shown.leg_rule)[:, 0]
    corridors = corridor_draws(
        terms,
        still,
        corridor=atlas.legs["corridor_id"],
        rules=(shown.classes, shown.leg_rule),
    )
    np.testing.assert_array_equal(still.scores[: len(shown.countries), 0], shown.countries["risk"])
    np.testing.assert_array_equal(legs, shown.legs["reading"])
    for name, figures in corridors.readings.items():
        np.testing.assert_array_equal(figures[:, 0], shown.corridors[name])


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("date", DATES)
def test_every_interval_contains_what_is_shown(atlas, read, rule, recipe, date):
    found = uncertainty.read_intervals(atlas, read(recipe, date), rule)
    for table in (found.countries, found.legs, found.corridors):
        known = table[table["low"].notna()]
        assert (known["low"] <= known["shown"] + 1e-6).all()
        assert (known["high"] >= known["shown"] - 1e-6).all()


def test_a_grey_leg_has_no_interval_and_its_reason(intervals, now):
    grey = intervals.legs[intervals.legs["low"].isna()]
    assert grey.index.tolist() == now.legs.index[now.legs["reading"].isna()].tolist()
    assert set(grey["note"]) == {"not an escape leg"}
    assert intervals.countries.loc["PRK", "note"] == "not applicable"


def test_an_unknown_country_widens_the_leg_that_rests_on_it(intervals):
    legs = intervals.legs
    width = legs["high"] - legs["low"]
    assert width["EMB-SHE-3"] > width["EMB-SHE-2"]
    assert legs["shown"]["EMB-SHE-3"] == legs["shown"]["EMB-SHE-2"]


def test_china_stays_high_and_myanmar_is_hardly_known(intervals):
    assert intervals.countries.loc["CHN", "p High"] > 0.9
    assert intervals.countries.loc["MMR", ["p Moderate", "p Elevated"]].max() < 0.6


def test_pairs_are_of_all_corridors_and_readings(intervals, atlas):
    count = len(atlas.corridors)
    assert len(intervals.pairs) == 4 * count * (count - 1) / 2
    found = intervals.pairs.set_index(["reading", "first", "second"])
    assert found.loc[("cumulative", "LAO-DIR", "MNG"), "verdict"] == "first"
    assert set(found["verdict"]) >= {"first", "second", "not determined"}


def test_a_second_run_has_the_same_bytes(atlas, now, rule, intervals):
    again = uncertainty.read_intervals(atlas, now, rule)
    for name in ("countries", "legs", "corridors", "pairs", "ranks"):
        assert getattr(again, name).to_csv() == getattr(intervals, name).to_csv()


def test_wider_spreads_give_wider_intervals(atlas, now, rule, intervals):
    sure = replace(
        rule, spread=replace(rule.spread, spread_high=0.1, spread_medium=0.2, spread_low=0.4)
    )
    narrow = uncertainty.read_intervals(atlas, now, sure).countries
    wide = intervals.countries
    assert ((narrow["high"] - narrow["low"]) < (wide["high"] - wide["low"])).sum() == 13


@pytest.mark.parametrize("recipe", RECIPES)
def test_parts_add_up_to_every_leg_and_corridor(atlas, read, recipe):
    shown = read(recipe)
    parts = uncertainty.read_parts(atlas, shown)
    by_leg = parts.groupby("leg_id")[["reading", "exposure"]].sum(min_count=1)
    there = shown.legs["reading"].dropna()
    np.testing.assert_allclose(by_leg["reading"].reindex(there.index), there, atol=1e-9)
    by_corridor = parts_by(parts, ["corridor_id", "dimension"]).groupby("corridor_id")
    cumulative = by_corridor["exposure"].sum() / 1000
    np.testing.assert_allclose(cumulative, shown.corridors["cumulative"][cumulative.index])


def test_every_source_of_a_leg_is_one_of_the_evidence(atlas, now):
    parts = uncertainty.read_parts(atlas, now)
    assert set(parts["source_id"]) <= set(atlas.sources.index)
    assert set(parts["note"]) == {""}


def test_sensitivity_names_every_factor_and_what_enters(atlas, now, rule, intervals):
    table = uncertainty.leg_sensitivity(atlas, now, rule, "LAO-THA-N-5")
    entered = table[table["note"] == ""]
    assert set(entered["iso3"]) == {"", "LAO", "THA"}
    assert len(table) == len(intervals.factors) - 1  # two weights are one factor
    assert 0.8 < entered["first"].sum() < 1.01
    assert (entered["total"] >= entered["first"] - 3 * entered["first_error"]).all()


def test_a_missing_country_is_what_makes_its_leg_uncertain(atlas, now, rule):
    table = uncertainty.leg_sensitivity(atlas, now, rule, "EMB-SHE-3")
    assert table["factor"].tolist()[:2] == ["missing values", "PHL"]


def test_every_reading_of_a_corridor_has_its_own_sensitivity(atlas, now, rule):
    table = uncertainty.corridor_sensitivity(atlas, now, rule, "VNM-KHM-THA")
    border = table[table["factor"] == "border weight"].set_index("figure")["total"]
    assert border["cumulative"] > 0.1
    assert border["km_high"] == 0
    assert border["worst_reading"] < 1e-4  # a draw in which Viet Nam reads worse than China


def test_a_figure_that_is_not_shown_says_so(atlas, now, rule):
    for table in (
        uncertainty.leg_sensitivity(atlas, now, rule, "RUS-UNHCR-1"),
        uncertainty.country_sensitivity(atlas, now, rule, "PRK"),
    ):
        assert not table["first"].any()
        assert set(table["note"]) == {
            "not computed: no figure is shown",
            "does not enter this figure",
        }


@pytest.mark.parametrize("recipe", RECIPES)
def test_leaving_out_names_every_indicator_and_source(atlas, read, recipe):
    shown = read(recipe)
    table = uncertainty.read_left_out(atlas, shown)
    left = table.groupby("kind", sort=False)["left_out"].unique()
    assert left["indicator"].tolist() == list(shown.recipe.columns)
    parts = uncertainty.read_parts(atlas, shown)
    assert set(parts["source_id"]) - {""} <= set(left["source"])
    changed = table[table["note"] == ""]
    np.testing.assert_allclose(changed["without"] - changed["shown"], changed["change"], atol=1e-6)


def test_laos_without_the_return_of_2013_reads_lower(atlas, now):
    table = uncertainty.read_left_out(atlas, now).set_index(["left_out", "level", "id"])
    assert table.loc[("st_2013_la", "country", "LAO"), "change"].item() < -1
