"""Which legs are drawn once for all: those that read the same in every draw, and no others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.draws import CountryDraws
from analysis.leg_draws import leg_reading_draws
from analysis.leg_profiles import first_of_profile
from analysis.leg_sums import term_arrays
from tests.analysis.world import world_recipe

RULE = world_recipe().legs
DRAWS = CountryDraws(
    countries=pd.Index(["AAA", "BBB", "CCC"]),
    scores=np.array([[1.0, 9.0], [6.0, 2.0], [np.nan, np.nan]]),
    border=np.array([0.5, 2.0]),
    blocks=(np.array([0, 1]),),
)

KM_A, KM_B, KM_C = ("AAA", "", "km"), ("BBB", "", "km"), ("CCC", "", "km")
END_A, END_B = ("AAA", "", "end"), ("BBB", "", "end")
BORDER, BORDER_BACK = ("AAA", "BBB", "crossing"), ("BBB", "AAA", "crossing")
HALF_KNOWN, FROM_ORIGIN = ("AAA", "CCC", "crossing"), ("AAA", "ORG", "crossing")
ORIGIN_KM = ("ORG", "", "km")


def terms(*legs: dict[tuple[str, str, str], float]):
    rows = [
        {"leg_id": f"L{place}", "iso3": here, "other_iso3": there, "kind": kind, "weight_km": km}
        for place, leg in enumerate(legs)
        for (here, there, kind), km in leg.items()
    ]
    ids = pd.Index([f"L{place}" for place in range(len(legs))])
    return term_arrays(pd.DataFrame(rows), ids, countries=DRAWS.countries, rule=RULE)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({KM_A: 100}, {KM_A: 700}, True),
        ({KM_A: 100}, {KM_A: 50, END_A: 100}, True),
        ({KM_A: 100, KM_B: 300}, {KM_A: 50, KM_B: 150}, True),
        ({KM_A: 100, KM_B: 300}, {KM_A: 300, KM_B: 100}, False),
        ({KM_A: 100, KM_B: 100}, {KM_A: 100, END_B: 100}, False),
        ({KM_A: 100, BORDER: 100}, {KM_A: 100, BORDER_BACK: 100}, True),
        ({KM_A: 100, KM_B: 10, HALF_KNOWN: 50}, {KM_A: 100, KM_B: 10, END_A: 50}, True),
        ({KM_A: 100, FROM_ORIGIN: 100, ORIGIN_KM: 900}, {KM_A: 100}, True),
        ({KM_A: 100, KM_C: 100}, {KM_A: 100}, False),
        ({KM_A: 100, KM_C: 10}, {KM_A: 100, KM_C: 90}, False),
    ],
)
def test_legs_are_alike_if_the_same_scores_have_the_same_shares(one, other, alike):
    arrays = terms(one, other)
    assert (first_of_profile(arrays, DRAWS)[1] == 0) == alike
    figures = leg_reading_draws(arrays, DRAWS, rule=RULE)
    if alike:
        np.testing.assert_allclose(figures[0], figures[1], rtol=1e-12)
