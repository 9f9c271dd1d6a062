"""The index on the shipped evidence: what Table 1 says holds, and each date makes sense."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from analysis.as_of import indicators_on
from analysis.corridors import corridor_readings
from analysis.countries import country_index
from analysis.legs import leg_drivers, leg_readings
from analysis.recipe_text import parse_recipe
from geodata.boundaries import read_boundaries
from geodata.evidence import read_facts, read_incidents, read_sources
from geodata.exposure import border_crossings, leg_exposure
from geodata.lines import leg_lines
from routes.tables import legs_table, waypoints_table
from tests.analysis.published import TESTS

if TYPE_CHECKING:
    import pandas as pd

HORIZON = "2026-01-31"
PARTS = (
    *("km_known", "km_unknown", "km_not_applicable", "km_sea"),
    *("km_unmatched", "km_undeclared", "km_not_counted"),
)


@cache
def index_on(day: str, name: str = "refoulement") -> pd.DataFrame:
    text = (TESTS.parent / "analysis" / "recipes" / f"{name}.toml").read_text("utf-8")
    recipe = parse_recipe(text, name=name)
    rows = indicators_on(
        read_facts(),
        read_sources(),
        incidents=read_incidents(),
        recipe=recipe,
        date=dt.date.fromisoformat(day),
    )
    return country_index(rows, recipe)


@cache
def legs_at_the_horizon() -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    text = (TESTS.parent / "analysis" / "recipes" / "refoulement.toml").read_text("utf-8")
    lines, boundaries = leg_lines(legs_table(), waypoints_table()), read_boundaries()
    given = {
        "crossings": border_crossings(lines, boundaries),
        "countries": index_on(HORIZON),
        "recipe": parse_recipe(text, name="refoulement"),
    }
    exposure = leg_exposure(lines, boundaries)
    readings = leg_readings(legs_table(), exposure, **given)
    return readings, leg_drivers(legs_table(), exposure, **given), lines["length_km"]


@pytest.mark.parametrize("name", ["refoulement", "table1"])
@pytest.mark.parametrize(("iso3", "word"), [("CHN", "High"), ("KOR", "Low"), ("USA", "Minimal")])
def test_the_index_agrees_with_table_1(name: str, iso3: str, word: str) -> None:
    assert index_on(HORIZON, name).loc[iso3, "risk_class"] == word


def test_the_united_states_read_below_korea_as_in_table_1() -> None:
    risk = index_on(HORIZON)["risk"]
    assert risk["USA"] < risk["KOR"] < risk["CHN"]


def test_table_1_alone_speaks_of_three_countries() -> None:
    known = index_on(HORIZON, "table1")["risk"].dropna()
    assert known.to_dict() == {"CHN": 9.25, "KOR": 1.5, "USA": 0.5}


def test_the_means_of_practice_and_cooperation_are_those_of_the_evidence() -> None:
    expected = {"CHN": 10, "RUS": 8, "LAO": 6.5, "VNM": 5.5, "MMR": 4, "KHM": 3}
    expected |= {"MNG": 2.5, "THA": 2, "KOR": 1, "USA": 0}
    assert index_on(HORIZON).loc[list(expected), "risk"].to_dict() == expected


def test_the_country_people_leave_is_not_applicable_and_not_unknown() -> None:
    row = index_on(HORIZON).loc["PRK"]
    assert row["risk_class"] == "not applicable"
    assert (row["n_expected"], row["penalty_on_arrest_detention"]) == (0, 10.0)


def test_no_rule_reads_the_country_people_leave_as_a_host_state() -> None:
    assert np.isnan(index_on("2000-12-31").loc["PRK", "non_refoulement_commitment"])


@pytest.mark.parametrize("year", [2000, 2005, 2010, 2015, 2020, 2025])
def test_china_reads_high_in_every_period_of_the_evidence(year: int) -> None:
    assert index_on(f"{year}-12-31").loc["CHN", "risk_class"] == "High"


def test_one_hand_over_by_korea_is_sparse_evidence_until_it_is_assessed() -> None:
    days = ("2019-11-06", "2020-01-01", "2026-01-31")
    found = [index_on(day).loc["KOR", "state_practice_of_return"] for day in days]
    np.testing.assert_equal(found, [np.nan, 3.0, 1.0])


def test_viet_nam_reads_worse_after_the_return_of_2015() -> None:
    before, after = (index_on(day).loc["VNM", "risk"] for day in ("2015-09-30", "2015-11-01"))
    assert before < after


def test_an_assessed_commitment_is_the_treaty_rule_or_at_most_two_below() -> None:
    early, late = index_on("2012-12-31"), index_on(HORIZON)
    assert early.loc["CHN", "non_refoulement_commitment"] == 6.0
    assert late.loc["CHN", "non_refoulement_commitment"] == 5.0


def test_the_kilometres_of_every_leg_add_up_to_its_length() -> None:
    readings, _, length_km = legs_at_the_horizon()
    assert (readings[list(PARTS)].sum(axis=1) - length_km).abs().max() < 1e-6


def test_the_drivers_of_every_leg_add_up_to_its_exposure() -> None:
    readings, drivers, _ = legs_at_the_horizon()
    sums = drivers.groupby("leg_id")["contribution"].sum().reindex(readings.index).fillna(0)
    np.testing.assert_allclose(sums, readings["exposure"], rtol=1e-12)


def test_every_leg_is_read_but_those_that_are_no_escape() -> None:
    readings, _, _ = legs_at_the_horizon()
    grey = readings[readings["reading"].isna()]
    assert grey.index.tolist() == ["RUS-UNHCR-1", "RUS-CONS-1"]


def test_the_worst_leg_of_a_corridor_through_china_is_in_china() -> None:
    readings, _, _ = legs_at_the_horizon()
    corridors = corridor_readings(legs_table(), readings)
    row = corridors.loc["LAO-THA-N"]
    assert (row["worst_leg_id"], row["worst_reading"]) == ("LAO-THA-N-1", 10.0)
    assert row["cumulative"] == readings.loc["LAO-THA-N-7", "cumulative_so_far"]
