"""What no interval, pair or rank may ever do, whatever the evidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corridor_draws import corridor_draws, corridor_intervals
from analysis.corridors import corridor_readings
from analysis.draws import country_draws, sample, undisturbed
from analysis.leg_draws import leg_intervals, leg_reading_draws
from analysis.leg_profiles import first_of_profile
from analysis.leg_sums import term_arrays
from analysis.leg_terms import leg_terms
from analysis.legs import leg_readings
from analysis.pairs import pair_shares, rank_intervals
from tests.analysis.uncertain_world import (
    countries_of,
    found,
    two_leaves,
    uncertain,
)

COUNTRIES = ("AAA", "BBB", "CCC", "ORG")
RECIPE = two_leaves()
RULES = (RECIPE.classes, RECIPE.legs)
unhurried = settings(deadline=None, max_examples=15)

value = st.none() | st.integers(0, 10).map(float)
scores = st.fixed_dictionaries(
    {
        **dict.fromkeys(COUNTRIES[:3], st.tuples(value, value)),
        "ORG": st.just((None, None)),
    }
)
leg = st.fixed_dictionaries(
    {
        "corridor_id": st.sampled_from(["C", "D"]),
        "mode": st.sampled_from(["land", "air", "sea"]),
        "standing": st.sampled_from(["irregular", "custody", "protection", "dispatched"]),
        "way": st.lists(st.sampled_from((*COUNTRIES, "XXX")), min_size=1, max_size=3, unique=True),
        "km": st.sampled_from([1.0, 50.0, 400.0]),
    }
)
corridors = st.lists(leg, min_size=1, max_size=7)
grades = st.sampled_from(["high", "medium", "low"])


class World:
    """Legs, their terms and figures, and what is uncertain about them."""

    def __init__(self, parts: list[dict], evidence: dict, *, grade: str = "medium") -> None:
        legs = pd.DataFrame(parts).assign(seq=range(len(parts)))
        legs["protected_by"] = np.where(legs["standing"] == "protection", "AAA", "")
        legs["countries_declared"] = legs.pop("way").str.join(";")
        self.legs = legs.set_index(pd.Index([f"L-{n}" for n in legs["seq"]], name="leg_id"))
        given_ = {"exposure": self._kilometres(parts), "crossings": self._borders(parts)}
        self.countries = countries_of(found(evidence, grade=grade), RECIPE)
        self.readings = leg_readings(self.legs, **given_, countries=self.countries, recipe=RECIPE)
        self.corridors = corridor_readings(self.legs, self.readings)
        self.uncertain = uncertain(evidence, recipe=RECIPE, grade=grade)
        self.terms = term_arrays(
            leg_terms(self.legs, **given_, rule=RECIPE.legs),
            self.legs.index,
            countries=self.uncertain.figures.index,
            rule=RECIPE.legs,
        )
        self.draws = country_draws(self.uncertain, sample(self.uncertain))

    def drawn(self, draws=None):
        corridor = self.legs["corridor_id"]
        return corridor_draws(self.terms, draws or self.draws, corridor=corridor, rules=RULES)

    def leg_table(self) -> pd.DataFrame:
        return leg_intervals(
            self.terms, self.draws, readings=self.readings, rules=RULES, interval=0.9
        )

    @staticmethod
    def _kilometres(parts: list[dict]) -> pd.DataFrame:
        rows = [
            {"leg_id": f"L-{n}", "iso3": iso3, "km": part["km"]}
            for n, part in enumerate(parts)
            for iso3 in part["way"]
        ]
        return pd.DataFrame(rows)

    @staticmethod
    def _borders(parts: list[dict]) -> pd.DataFrame:
        rows = [
            {"leg_id": f"L-{n}", "from_iso3": here, "to_iso3": there}
            for n, part in enumerate(parts)
            for here, there in zip(part["way"], part["way"][1:], strict=False)
        ]
        return pd.DataFrame(rows, columns=["leg_id", "from_iso3", "to_iso3"])


def contains(table: pd.DataFrame) -> bool:
    known = table[table["low"].notna()]
    return bool(
        (known["low"] <= known["shown"] + 1e-6).all()
        and (known["high"] >= known["shown"] - 1e-6).all()
    )


@given(parts=corridors, evidence=scores)
@unhurried
def test_the_undisturbed_draw_is_what_is_shown(parts, evidence):
    world = World(parts, evidence)
    still = country_draws(world.uncertain, undisturbed(world.uncertain))
    legs = leg_reading_draws(world.terms, still, rule=RECIPE.legs)[:, 0]
    np.testing.assert_array_equal(legs, world.readings["reading"])
    for name, figures in world.drawn(still).readings.items():
        np.testing.assert_array_equal(figures[:, 0], world.corridors[name])


@given(parts=corridors, evidence=scores, raised=st.sampled_from(range(3)), rise=st.floats(0, 10))
@unhurried
def test_raising_a_country_in_every_draw_never_lowers_a_reading(parts, evidence, raised, rise):
    world = World(parts, evidence)
    more = world.draws.scores.copy()
    more[raised] = np.minimum(10.0, more[raised] + rise)
    raised_draws = replace(world.draws, scores=more)
    before, after = world.drawn(), world.drawn(raised_draws)
    for name, figures in before.readings.items():
        there = ~np.isnan(figures)
        assert (after.readings[name][there] >= figures[there] - 1e-9).all()


@given(parts=corridors, evidence=scores, grade=grades)
@unhurried
def test_a_leg_drawn_once_for_all_its_like_reads_as_if_drawn_itself(parts, evidence, grade):
    world = World(parts, evidence, grade=grade)
    figures = leg_reading_draws(world.terms, world.draws, rule=RECIPE.legs)
    first = first_of_profile(world.terms, world.draws)
    np.testing.assert_allclose(figures[first], figures, rtol=1e-9)
    assert (first <= np.arange(len(first))).all()


@given(parts=corridors, evidence=scores, grade=grades)
@unhurried
def test_shares_of_classes_pairs_and_ranks_add_up(parts, evidence, grade):
    world = World(parts, evidence, grade=grade)
    legs = world.leg_table()
    read = legs[legs["low"].notna()].filter(like="p ")
    np.testing.assert_allclose(read.sum(axis=1), 1.0, atol=1e-5)
    drawn = world.drawn()
    pairs = pair_shares(drawn, clear=0.8)
    compared = pairs[pairs["verdict"] != "unknown"]
    np.testing.assert_allclose(compared["share_first"] + compared["share_second"], 1, atol=1e-5)
    ranks = rank_intervals(drawn, world.corridors, interval=0.9)
    known = ranks[ranks["low"].notna()]
    assert ((known["low"] <= known["median"]) & (known["median"] <= known["high"])).all()


@given(parts=corridors, evidence=scores, grade=grades)
@unhurried
def test_the_same_seed_gives_the_same_bytes(parts, evidence, grade):
    one, two = (World(parts, evidence, grade=grade) for _ in range(2))
    assert one.leg_table().to_csv() == two.leg_table().to_csv()
    tables = [corridor_intervals(w.drawn(), w.corridors, interval=0.9).to_csv() for w in (one, two)]
    assert tables[0] == tables[1]


@given(evidence=st.tuples(st.floats(0, 10), st.floats(0, 10)), grade=grades, km=st.floats(1, 3000))
@unhurried
def test_the_interval_of_one_country_contains_what_is_shown(evidence, grade, km):
    parts = [
        {"corridor_id": "C", "mode": "land", "standing": "irregular", "way": ["AAA"], "km": km}
    ]
    silent = dict.fromkeys(COUNTRIES[1:], (None, None))
    world = World(parts, {"AAA": evidence, **silent}, grade=grade)
    assert contains(world.leg_table())
    assert contains(corridor_intervals(world.drawn(), world.corridors, interval=0.9))
