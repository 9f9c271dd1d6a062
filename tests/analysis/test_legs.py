"""What a leg exposes a person to, by mode and standing, in a world of three countries."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.legs import leg_dimension, leg_drivers, leg_readings
from tests.analysis.world import borders, countries, kilometres, one_leg, world_recipe

NO_BORDERS = borders()
RISK = countries(AAA=10.0, BBB=4.0)


def reading(
    leg: pd.DataFrame,
    km: pd.DataFrame,
    crossings: pd.DataFrame = NO_BORDERS,
    scores: pd.DataFrame = RISK,
) -> pd.Series:
    table = leg_readings(leg, km, crossings=crossings, countries=scores, recipe=world_recipe())
    return table.loc["C-1"]


def test_a_ground_leg_is_weighed_by_its_kilometres() -> None:
    row = reading(one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200))
    assert (row["reading"], row["exposure"], row["risk_class"]) == (6.0, 1800.0, "Elevated")


def test_a_border_counts_at_the_stricter_side() -> None:
    row = reading(one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200), borders("AAA", "BBB"))
    assert (row["exposure"], row["weight_km"]) == (2800.0, 400.0)


def test_a_border_that_the_line_meets_again_and_again_counts_once() -> None:
    met = borders("AAA", "BBB", "AAA", "SEA", "BBB")
    row = reading(one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200), met)
    assert row["weight_km"] == 400.0


def test_a_border_with_an_unscored_country_counts_at_the_known_side() -> None:
    row = reading(one_leg("AAA;ZZZ"), kilometres(AAA=100, ZZZ=10), borders("AAA", "ZZZ"))
    assert (row["reading"], row["weight_km"], row["km_unknown"]) == (10.0, 200.0, 10.0)


def test_the_origin_is_not_scored_and_not_unknown() -> None:
    row = reading(one_leg("ORG;AAA"), kilometres(ORG=900, AAA=100), borders("ORG", "AAA"))
    assert (row["reading"], row["known_share"], row["km_not_applicable"]) == (10.0, 1.0, 900.0)


def test_a_country_that_the_straight_line_clips_is_shown_and_not_scored() -> None:
    met = borders("AAA", "BBB", "AAA")
    row = reading(one_leg("AAA"), kilometres(AAA=100, BBB=50), met)
    assert (row["reading"], row["km_undeclared"], row["weight_km"]) == (10.0, 50.0, 100.0)


def test_water_and_land_of_nobody_are_counted_apart() -> None:
    row = reading(one_leg("AAA"), kilometres(AAA=100, SEA=70, NONE=5))
    assert (row["reading"], row["km_sea"], row["km_unmatched"]) == (10.0, 70.0, 5.0)


def test_a_leg_mostly_unknown_is_grey_and_keeps_what_is_known() -> None:
    row = reading(one_leg("AAA;ZZZ"), kilometres(AAA=40, ZZZ=60))
    assert np.isnan(row["reading"])
    assert (row["risk_class"], row["reason"]) == ("no data", "too little is known")
    assert row["exposure"] == 400.0


def test_a_flight_exposes_to_its_two_ends_alone() -> None:
    leg = one_leg("AAA;BBB", mode="air", standing="custody")
    row = reading(leg, kilometres(AAA=10, ZZZ=3000, BBB=20), borders("AAA", "ZZZ", "BBB"))
    assert (row["reading"], row["weight_km"], row["km_not_counted"]) == (7.0, 200.0, 3030.0)


def test_a_sea_leg_has_land_and_two_coasts_and_no_open_water() -> None:
    leg = one_leg("AAA;BBB", mode="sea")
    row = reading(leg, kilometres(AAA=10, SEA=500, BBB=20), borders("AAA", "SEA", "BBB"))
    assert row["exposure"] == 10 * 10 + 20 * 4 + 100 * 10 + 100 * 4
    assert row["weight_km"] == 230.0


@pytest.mark.parametrize("mode", ["air", "land"])
def test_a_leg_under_protection_counts_the_protecting_state_once(mode: str) -> None:
    leg = one_leg("AAA;BBB", mode=mode, standing="protection", protected_by="BBB")
    row = reading(leg, kilometres(AAA=100, BBB=100), borders("AAA", "BBB"))
    assert (row["reading"], row["weight_km"], row["driver_iso3"]) == (4.0, 100.0, "BBB")


def test_a_dispatched_leg_is_grey_with_its_reason() -> None:
    row = reading(one_leg("AAA;BBB", standing="dispatched"), kilometres(AAA=100, BBB=100))
    assert np.isnan(row["reading"])
    assert (row["reason"], row["exposure"]) == ("not an escape leg", 0.0)


def test_the_kilometres_of_a_leg_add_up_to_its_length() -> None:
    km = kilometres(ORG=1, AAA=2, BBB=3, ZZZ=4, SEA=5, NONE=6)
    row = reading(one_leg("ORG;AAA;ZZZ"), km)
    used = ["km_known", "km_unknown", "km_not_applicable", "km_sea", "km_unmatched"]
    assert row[[*used, "km_undeclared", "km_not_counted"]].sum() == 21.0


def test_drivers_add_up_to_the_exposure() -> None:
    leg, km, met = one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200), borders("AAA", "BBB")
    drivers = leg_drivers(leg, km, crossings=met, countries=RISK, recipe=world_recipe())
    assert drivers["contribution"].sum() == reading(leg, km, met)["exposure"]
    assert drivers["kind"].tolist() == ["km", "km", "crossing"]


def test_grade_and_age_are_those_of_the_weakest_and_oldest() -> None:
    scores = RISK.assign(grade=["high", "low"], age_years=[1.0, 20.0])
    row = reading(one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200), scores=scores)
    assert (row["grade"], row["age_years"]) == ("low", 20.0)


def test_any_score_of_countries_can_colour_a_leg() -> None:
    scores = pd.Series({"AAA": 1.0, "BBB": 4.0}, name="access")
    leg, km = one_leg("AAA;BBB"), kilometres(AAA=100, BBB=200)
    table = leg_dimension(leg, km, crossings=NO_BORDERS, scores=scores, recipe=world_recipe())
    assert (table["reading"].iloc[0], table["grade"].iloc[0]) == (3.0, "")


def test_no_legs_give_no_readings() -> None:
    none = one_leg("AAA").iloc[:0]
    table = leg_readings(
        none, kilometres(AAA=1), crossings=NO_BORDERS, countries=RISK, recipe=world_recipe()
    )
    assert table.empty
