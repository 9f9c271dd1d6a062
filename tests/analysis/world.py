"""A hand-made world: origin ORG, then AAA and BBB in a row, and an index of one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.recipe_text import parse_recipe

if TYPE_CHECKING:
    from analysis.recipe import Recipe

REASON = 'why = "a test"\njudgement = true'
RECIPE = f"""
id = "world"

[nodes.risk]
aggregate = "arithmetic"
children = ["practice"]

[classes]
names = ["Minimal", "Low", "Moderate", "Elevated", "High"]
edges = [1, 2, 4, 8.5]

[legs.crossing_km]
value = 100
{REASON}

[legs.min_known]
value = 0.5
{REASON}

[legs.elevated]
value = "Elevated"
{REASON}

[legs.origin]
value = ["ORG"]
{REASON}
"""


def world_recipe() -> Recipe:
    return parse_recipe(RECIPE, name="world.toml")


def countries(**risk: float) -> pd.DataFrame:
    day = pd.Timestamp("2020-01-01")
    return pd.DataFrame(
        {
            "risk": pd.Series(risk, dtype=float),
            "grade": "medium",
            "oldest_evidence": day,
            "age_years": 6.0,
        }
    ).rename_axis("iso3")


def one_leg(
    declared: str, *, mode: str = "land", standing: str = "irregular", protected_by: str = ""
) -> pd.DataFrame:
    cells = {"corridor_id": "C", "seq": 1, "mode": mode, "standing": standing}
    named = {**cells, "protected_by": protected_by, "countries_declared": declared}
    return pd.DataFrame(named, index=pd.Index(["C-1"], name="leg_id"))


def kilometres(**km: float) -> pd.DataFrame:
    return pd.DataFrame({"leg_id": "C-1", "iso3": list(km), "km": list(km.values())})


def borders(*countries_met: str) -> pd.DataFrame:
    steps = {"from_iso3": countries_met[:-1], "to_iso3": countries_met[1:]}
    return pd.DataFrame({"leg_id": "C-1", **{name: list(step) for name, step in steps.items()}})
