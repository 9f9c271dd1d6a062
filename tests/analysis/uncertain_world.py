"""A hand-made world of three countries with evidence, drawn by a rule of few draws."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.countries import country_index
from analysis.draws import Uncertain, uncertain_index
from analysis.recipe_text import parse_recipe
from analysis.uncertainty_rule import Spread, parse_uncertainty
from tests.analysis.world import RECIPE

if TYPE_CHECKING:
    from analysis.recipe import Recipe

SHIPPED = Path(__file__).parents[2] / "analysis" / "uncertainty.toml"
TWO = RECIPE.replace('children = ["practice"]', 'children = ["practice", "cooperation"]')
LEAVES = ("practice", "cooperation")


def shipped_spread(**changes: object) -> Spread:
    spread = parse_uncertainty(SHIPPED.read_text("utf-8"), name="uncertainty.toml").spread
    return replace(spread, draws=512, **changes)  # type: ignore[arg-type]


def two_leaves(how: str = "arithmetic") -> Recipe:
    return parse_recipe(TWO.replace("arithmetic", how), name="world.toml")


def found(
    scores: dict[str, tuple[float | None, float | None]], *, grade: str = "medium", age: float = 4.0
) -> pd.DataFrame:
    """Return indicators as `indicators_on` has them: practice and cooperation by country."""
    rows = [
        {"iso3": iso3, "dimension": dimension, "score": np.nan if score is None else score}
        for iso3, pair in scores.items()
        for dimension, score in zip(LEAVES, pair, strict=True)
    ]
    table = pd.DataFrame(rows).astype({"score": float})
    present = table["score"].notna()
    return table.assign(
        value="",
        grade=np.where(present, grade, ""),
        evidence_date=pd.Timestamp("2020-01-01"),
        age_years=np.where(present, age, np.nan),
        basis=np.where(present, "assessed", ""),
        source_ids=np.where(present, "src_" + table["iso3"].str.lower(), ""),
        applicable=True,
        undated=False,
        unverified=False,
        newer_incidents=0,
    )


def countries_of(indicators: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    six = pd.DataFrame({"iso3": indicators["iso3"].unique()}).merge(
        pd.DataFrame({"dimension": _SIX}), how="cross"
    )
    return country_index(pd.concat([indicators, six.assign(**_EMPTY)]), recipe)


def uncertain(
    scores: dict[str, tuple[float | None, float | None]],
    *,
    recipe: Recipe | None = None,
    spread: Spread | None = None,
    grade: str = "medium",
) -> Uncertain:
    used, indicators = recipe or two_leaves(), found(scores, grade=grade)
    return uncertain_index(
        indicators,
        countries_of(indicators, used),
        recipe=used,
        spread=spread or shipped_spread(),
    )


_SIX = (
    *("legal_recognition", "non_refoulement_commitment", "state_practice_of_return"),
    *("access_to_protection_actors", "cooperation_with_dprk_on_return"),
    "penalty_on_arrest_detention",
)
_EMPTY = {
    "score": np.nan,
    "value": "",
    "grade": "",
    "evidence_date": pd.NaT,
    "age_years": np.nan,
    "basis": "",
    "source_ids": "",
    "applicable": True,
    "undated": False,
    "unverified": False,
    "newer_incidents": 0,
}
