"""The engine gets numbers right that nobody here wrote."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from analysis.aggregation import aggregate, round_half_up
from analysis.classes import class_words, ranks
from analysis.index import score_units
from analysis.recipe_text import parse_recipe
from tests.analysis.published import published, published_table, recipe_for

INFORM_LEVELS = {
    "Nature": "Natural",
    "People": "Human",
    "HAZARD": "HAZARD & EXPOSURE",
    "SEV": "Socio-Economic Vulnerability",
    "OtherVG": "Other Vulnerable Groups",
    "VG": "Vulnerable Groups",
    "VULN": "VULNERABILITY",
    "Instit": "Institutional",
    "Infra": "Infrastructure",
    "COPING": "LACK OF COPING CAPACITY",
    "RISK": "INFORM RISK",
}


@pytest.mark.parametrize(("node", "column"), INFORM_LEVELS.items())
def test_inform_2020_is_exact_for_191_countries_at_each_level(node: str, column: str) -> None:
    table = published_table("inform/inform_2020_v040.csv", "ISO3")
    ours = score_units(recipe_for("inform_2020.toml"), table)[node]
    assert (np.isclose(ours, table[column].astype(float), rtol=0, atol=1e-9)).sum() == 191


def test_inform_2020_classes_and_ranks_are_exact() -> None:
    table = published_table("inform/inform_2020_v040.csv", "ISO3")
    recipe = recipe_for("inform_2020.toml")
    risk = score_units(recipe, table)["RISK"]
    assert recipe.classes is not None
    assert (class_words(risk, recipe.classes) == table["RISK CLASS"]).sum() == 191
    assert (ranks(risk) == table["Rank"]).sum() == 191


def test_inform_2020_of_one_country_without_the_published_file() -> None:
    cells = {"Earthquake": 9.7, "Flood": 7.2, "Tsunami": 0, "Tropical Cyclone": 0, "Drought": 7.9}
    cells |= {"Epidemic": 6.9, "Projected Conflict Risk": 10, "Development & Deprivation": 8.5}
    cells |= {"Current Highly Violent Conflict Intensity": 10, "Inequality": 8.7}
    cells |= {"Aid Dependency": 4.8, "Uprooted people": 9.6, "Health Conditions": 2.1}
    cells |= {"Children U5": 5.2, "Recent Shocks": 10, "Food Security": 7.8, "DRR": 6.3}
    cells |= {"Governance": 8.1, "Communication": 6.3, "Physical infrastructure": 7.3}
    table = pd.DataFrame({**cells, "Access to health care": 7.6}, index=["AFG"])
    scores = score_units(recipe_for("inform_2020.toml"), table).loc["AFG"]
    expected = {"Nature": 6.5, "HAZARD": 8.8, "SEV": 7.6, "VG": 8.7, "VULN": 8.2, "RISK": 8.0}
    assert scores[list(expected)].round(9).to_dict() == expected


def test_hdi_2022_is_exact_for_193_countries() -> None:
    table = published_table("hdi/hdr2324_2022.csv", "iso3").dropna(subset=["hdi_2022"])
    ours = score_units(recipe_for("hdi_2022.toml"), table)["HDI"].to_numpy()
    published_hdi = table["hdi_2022"].to_numpy()
    assert np.isclose(round_half_up(ours, 3), published_hdi, rtol=0, atol=1e-9).sum() == 193


def test_hdi_2022_of_one_country_without_the_published_file() -> None:
    cells = {"le_2022": 62.879, "eys_2022": 10.70538475, "mys_2022": 2.514790058}
    table = pd.DataFrame({**cells, "gnipc_2022": 1335.205733}, index=["AFG"])
    assert score_units(recipe_for("hdi_2022.toml"), table).loc["AFG", "HDI"].round(3) == 0.462


def test_asem_aggregates_are_those_of_coinr() -> None:
    table = published_table("coinr/derived/ASEM_normalised_0_100.csv", "uCode")
    expected = published_table("coinr/derived/ASEM_aggregates.csv", "uCode")
    ours = score_units(recipe_for("asem.toml"), table)
    np.testing.assert_allclose(ours[expected.columns], expected, rtol=1e-12)
    scores = published_table("coinr/published_nominal_scores_ranks.csv", "uCode")
    assert (ranks(ours["Index"]).reindex(scores.index) == scores["Rank"]).all()


@pytest.mark.parametrize(
    ("how", "weights", "expected"),
    [
        ("geometric", [1, 1, 1], 1.8171205928321397),
        ("geometric", [1, 1, 2], 2.0597671439071177),
        ("harmonic", [2, 1, 1], 1.4117647058823528),
        ("arithmetic", [1, 1, 1], 2.0),
    ],
)
def test_the_means_of_one_two_three(how: str, weights: list[float], expected: float) -> None:
    values = np.array([[1.0, 2.0, 3.0]])
    found = aggregate(values, np.array(weights, dtype=float), how=how)  # type: ignore[arg-type]
    assert found[0] == pytest.approx(expected, rel=1e-15)


def test_the_small_cases_of_coinr() -> None:
    cases = json.loads(published("coinr/small_cases.json").read_text("utf-8"))
    threshold = cases["amean_data_threshold"]
    text = f"""id = "t"
    min_present = {threshold["dat_thresh"]}
    [nodes.y]
    aggregate = "arithmetic"
    children = ["i1", "i2", "i3"]"""
    table = pd.DataFrame(threshold["columns"])
    ours = score_units(parse_recipe(text, name="t.toml"), table)["y"]
    np.testing.assert_allclose(ours, np.array(threshold["y"], dtype=float))


@pytest.mark.parametrize(("x", "expected"), [(1, 0.1), (11, 1.0), (-1, 0.0)])
def test_goalposts_map_to_nought_and_one_and_are_caps(x: float, expected: float) -> None:
    text = """id = "g"
    [leaves.x]
    goalposts = [0, 10]
    cap = true
    [nodes.y]
    aggregate = "arithmetic"
    children = ["x"]"""
    table = pd.DataFrame({"x": [x]})
    assert score_units(parse_recipe(text, name="g.toml"), table)["y"].tolist() == [expected]
