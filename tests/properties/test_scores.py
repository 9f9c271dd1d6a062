"""What no recipe, leg or corridor may ever do, whatever the numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.aggregation import aggregate, round_half_up
from analysis.corridors import corridor_readings
from analysis.legs import leg_readings
from tests.analysis.world import world_recipe

COUNTRIES = ("AAA", "BBB", "CCC", "ORG")
READINGS = ["cumulative", "worst_reading", "km_high", "km_elevated_or_worse"]
AGGREGATES = ["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]

score = st.none() | st.floats(0, 10)
scores = st.fixed_dictionaries(dict.fromkeys(COUNTRIES[:3], score))
leg = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["land", "river/border", "air", "sea"]),
        "standing": st.sampled_from(["irregular", "custody", "protection", "dispatched"]),
        "way": st.lists(st.sampled_from(COUNTRIES), min_size=1, max_size=3, unique=True),
        "km": st.floats(0.1, 3000),
    }
)
# A network of several corridors in one reading: a table costs as much for one as for many.
network = st.lists(st.lists(leg, min_size=1, max_size=6), min_size=1, max_size=8)
unhurried = settings(deadline=None, max_examples=30)
few = settings(deadline=None, max_examples=10)


def legs_of(corridors: list[list[dict]]) -> pd.DataFrame:
    rows = [
        {
            "leg_id": f"{number}-{place}",
            "corridor_id": str(number),
            "seq": place,
            "mode": part["mode"],
            "standing": part["standing"],
            "protected_by": "AAA" if part["standing"] == "protection" else "",
            "countries_declared": ";".join(part["way"]),
        }
        for number, parts in enumerate(corridors)
        for place, part in enumerate(parts, start=1)
    ]
    return pd.DataFrame(rows).set_index("leg_id")


def read(
    corridors: list[list[dict]], risk: dict[str, float | None]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    legs = legs_of(corridors)
    every = [part for parts in corridors for part in parts]
    km = [
        {"leg_id": leg_id, "iso3": iso3, "km": part["km"]}
        for leg_id, part in zip(legs.index, every, strict=True)
        for iso3 in [*part["way"], "SEA"]
    ]
    steps = [
        {"leg_id": leg_id, "from_iso3": here, "to_iso3": there}
        for leg_id, part in zip(legs.index, every, strict=True)
        for here, there in zip(part["way"], part["way"][1:], strict=False)
    ]
    countries = pd.DataFrame(
        {"risk": pd.Series(risk, dtype=float), "grade": "low", "oldest_evidence": pd.NaT}
    ).assign(age_years=1.0)
    readings = leg_readings(
        legs,
        pd.DataFrame(km),
        crossings=pd.DataFrame(steps, columns=["leg_id", "from_iso3", "to_iso3"]),
        countries=countries,
        recipe=world_recipe(),
    )
    return readings, corridor_readings(legs, readings)


def never_lower(before: pd.DataFrame | pd.Series, after: pd.DataFrame | pd.Series) -> bool:
    """Say whether each figure that was there is still there and no lower."""
    known = before.notna()
    return bool(((after >= before - 1e-9) | ~known).to_numpy().all())


@given(corridors=network, more=leg, risk=scores)
@few
def test_appending_a_leg_never_lowers_a_reading(
    corridors: list[list[dict]], more: dict, risk: dict[str, float | None]
) -> None:
    _, before = read(corridors, risk)
    _, after = read([[*parts, more] for parts in corridors], risk)
    assert never_lower(before[READINGS], after.loc[before.index, READINGS])


@given(corridors=network, risk=scores, iso3=st.sampled_from(COUNTRIES[:3]), rise=st.floats(0, 10))
@few
def test_raising_the_score_of_a_country_never_lowers_a_reading(
    corridors: list[list[dict]], risk: dict[str, float | None], iso3: str, rise: float
) -> None:
    was = risk[iso3]
    raised = risk | {iso3: None if was is None else min(10.0, was + rise)}
    legs_before, before = read(corridors, risk)
    legs_after, after = read(corridors, raised)
    assert never_lower(legs_before["reading"], legs_after["reading"])
    assert never_lower(before[READINGS], after.loc[before.index, READINGS])


@given(corridors=network, risk=scores)
@few
def test_the_cumulative_figure_never_falls_along_the_way(
    corridors: list[list[dict]], risk: dict[str, float | None]
) -> None:
    legs, found = read(corridors, risk)
    for number, along in legs_of(corridors).join(legs["cumulative_so_far"]).groupby("corridor_id"):
        known = along["cumulative_so_far"].dropna()
        assert known.is_monotonic_increasing
        if len(known):
            assert known.iloc[-1] == pytest.approx(found.loc[number, "cumulative"])


@given(corridors=network, risk=scores)
@few
def test_a_reading_lies_between_the_scores_it_is_made_of(
    corridors: list[list[dict]], risk: dict[str, float | None]
) -> None:
    legs, _ = read(corridors, risk)
    known = [value for value in risk.values() if value is not None]
    found = legs["reading"].dropna()
    assert ((found >= min(known, default=0) - 1e-9) & (found <= max(known, default=0) + 1e-9)).all()


@pytest.mark.parametrize("how", AGGREGATES)
@given(
    values=st.lists(st.floats(0.1, 10) | st.just(float("nan")), min_size=3, max_size=3),
    weights=st.lists(st.floats(0, 5), min_size=3, max_size=3),
)
@unhurried
def test_an_aggregate_lies_between_its_children(
    how: str, values: list[float], weights: list[float]
) -> None:
    row = np.array([values])
    found = aggregate(row, np.array(weights), how=how)[0]  # type: ignore[arg-type]
    speaking = row[0][~np.isnan(row[0]) & (np.array(weights) > 0)]
    if speaking.size == 0:
        assert np.isnan(found)
    else:
        assert speaking.min() - 1e-9 <= found <= speaking.max() + 1e-9


@given(value=st.floats(0, 10), decimals=st.integers(0, 3))
def test_rounding_moves_a_figure_by_half_a_step_at_most(value: float, decimals: int) -> None:
    rounded = round_half_up(np.array([value]), decimals)[0]
    assert abs(rounded - value) <= 0.5 / 10**decimals + 1e-8
