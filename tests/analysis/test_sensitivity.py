"""Shares of variance of a score where they can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.sensitivity import of_country, sensitivity
from tests.analysis.uncertain_world import shipped_spread, two_leaves, uncertain

# Neither choices nor the ends of the scale play a part: a score is the mean of two normal values.
PLAIN = {"own_aggregate": 1, "alternatives": (), "weight_share": 0, "spread_per_year": 0}


def shares(world, iso3: str = "AAA", risk: float = 5.0):
    table = sensitivity(world, of_country(iso3), iso3=[iso3], shown={"risk": risk})
    return table.set_index("factor")


def test_two_values_alike_make_half_of_the_variance_each():
    found = shares(uncertain({"AAA": (5.0, 5.0)}, spread=shipped_spread(**PLAIN)))
    np.testing.assert_allclose(
        found.loc[["AAA practice", "AAA cooperation"], "first"], 0.5, atol=0.01
    )
    np.testing.assert_allclose(
        found.loc[["AAA practice", "AAA cooperation"], "total"], 0.5, atol=0.01
    )


def test_a_missing_value_is_an_interplay_of_the_choice_and_the_draw():
    plain = shipped_spread(**PLAIN, spread_high=0, spread_medium=0)
    found = shares(uncertain({"AAA": (5.0, None)}, spread=plain))
    # Half of the draws are 5, the other half (5 + u) / 2 with u even from 0 to 10: the draw alone
    # explains half of the variance, the rest needs both.
    assert found.loc["AAA cooperation", "first"] == pytest.approx(0.5, abs=0.01)
    assert found.loc["missing values", "first"] == pytest.approx(0.0, abs=0.01)
    assert found.loc["missing values", "total"] == pytest.approx(0.5, abs=0.01)


def test_weights_are_one_factor_and_matter_only_between_unequal_values():
    still = shipped_spread(**PLAIN | {"weight_share": 0.5}, spread_high=0, spread_medium=0)
    unequal = shares(uncertain({"AAA": (9.0, 1.0)}, spread=still))
    assert unequal.loc["weights", "first"] == pytest.approx(1.0, abs=0.01)
    equal = shares(uncertain({"AAA": (5.0, 5.0)}, spread=still))
    assert equal.loc["weights", "note"] == "the figure does not vary"


def test_another_country_does_not_enter():
    found = shares(uncertain({"AAA": (5.0, 5.0), "BBB": (5.0, 5.0)}))
    others = found[found["iso3"] == "BBB"]
    assert set(others["note"]) == {"does not enter this figure"}
    assert not others[["first", "total"]].any(axis=None)
    assert found.index[-2:].tolist() == others.index.tolist()


def test_no_figure_no_shares():
    found = shares(uncertain({"AAA": (None, None)}), risk=np.nan)
    assert found["first"].isna().all()
    assert set(found["note"]) == {"not computed: no figure is shown"}


def test_a_country_without_alternatives_knows_no_aggregate():
    spread = shipped_spread(own_aggregate=1, alternatives=())
    assert (
        shares(uncertain({"AAA": (9.0, 1.0)}, recipe=two_leaves("max"), spread=spread)).loc[
            "aggregate", "total"
        ]
        == 0
    )
