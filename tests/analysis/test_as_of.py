"""Evidence speaks from its date; before that a rule may, or nobody does."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from analysis.as_of import indicators_on
from analysis.countries import country_index
from analysis.dates import start_of
from analysis.recipe_text import parse_recipe
from tests.analysis.published import TESTS

RECIPES = TESTS.parent / "analysis" / "recipes"
REFOULEMENT = parse_recipe((RECIPES / "refoulement.toml").read_text("utf-8"), name="refoulement")
PRACTICE, COOPERATION = "state_practice_of_return", "cooperation_with_dprk_on_return"
SOURCES = pd.DataFrame(
    {
        "date": ["2010-06", "n.d.", "2020"],
        "how_seen": ["stored page", "stored page", "general knowledge"],
    },
    index=pd.Index(["old", "undated", "guess"], name="source_id"),
)
FACT = {"value": "analyst judgement", "year": pd.NA, "source_id": "old", "confidence": "medium"}
INCIDENT = {"iso3": "AAA", "people_min": 5, "source_id": "old", "reliability": "high"}


def facts(*rows: dict[str, object]) -> pd.DataFrame:
    anchor = {"iso3": "AAA", "dimension": "assess_legal_recognition", "score": 4.0}
    return (
        pd.DataFrame([FACT | row for row in ({**anchor}, *rows)]).rename_axis("fact_id").rename(str)
    )


def incidents(*rows: tuple[str, str]) -> pd.DataFrame:
    cells = [INCIDENT | {"date": date, "kind": kind} for date, kind in rows]
    columns = ["date", "kind", *INCIDENT]
    return pd.DataFrame(cells, columns=columns).rename_axis("incident_id").rename(str)


def assessed(dimension: str, score: float, **cells: object) -> dict[str, object]:
    return {"iso3": "AAA", "dimension": f"assess_{dimension}", "score": score, **cells}


def indicator(
    dimension: str, date: str, *rows: dict[str, object], happened: tuple[tuple[str, str], ...] = ()
) -> pd.Series:
    day = dt.date.fromisoformat(date)
    table = indicators_on(
        facts(*rows), SOURCES, incidents=incidents(*happened), recipe=REFOULEMENT, date=day
    )
    return table.set_index(["iso3", "dimension"]).loc[("AAA", dimension)]


def practice(date: str, *happened: tuple[str, str]) -> float:
    return float(indicator(PRACTICE, date, happened=happened)["score"])


def test_a_date_known_to_the_month_or_year_begins_with_it() -> None:
    starts = start_of(pd.Series(["2016", "2016-03", "2016-03-09", "n.d.", None]))
    days = [str(day)[:10] for day in starts]
    assert days == ["2016-01-01", "2016-03-01", "2016-03-09", "NaT", "NaT"]


@pytest.mark.parametrize(("date", "score"), [("2010-05-31", np.nan), ("2010-06-01", 7.0)])
def test_an_assessment_speaks_from_the_date_of_its_source(date: str, score: float) -> None:
    row = indicator(PRACTICE, date, assessed(PRACTICE, 7.0))
    np.testing.assert_equal(row["score"], score)


def test_the_year_of_a_fact_goes_before_the_date_of_its_source() -> None:
    row = indicator(PRACTICE, "2005-01-01", assessed(PRACTICE, 7.0, year=2004))
    assert (row["score"], row["age_years"]) == (7.0, pytest.approx(1.0, abs=0.01))


def test_an_undated_source_speaks_always_and_has_no_age() -> None:
    row = indicator(PRACTICE, "1990-01-01", assessed(PRACTICE, 7.0, source_id="undated"))
    assert row["score"] == 7.0
    assert row["undated"]
    assert np.isnan(row["age_years"])


def test_the_newest_of_two_assessments_speaks() -> None:
    rows = [assessed(PRACTICE, 7.0, source_id="guess"), assessed(PRACTICE, 2.0)]
    assert indicator(PRACTICE, "2021-01-01", *rows)["score"] == 7.0
    assert indicator(PRACTICE, "2019-01-01", *rows)["score"] == 2.0


def test_a_source_that_nobody_saw_is_marked() -> None:
    row = indicator(PRACTICE, "2021-01-01", assessed(PRACTICE, 7.0, source_id="guess"))
    assert row["unverified"]


def test_what_does_not_apply_is_not_the_same_as_missing() -> None:
    cells = {"value": "not applicable", "score": np.nan}
    row = indicator(PRACTICE, "2021-01-01", {**assessed(PRACTICE, 0.0), **cells})
    assert not row["applicable"]
    assert indicator(PRACTICE, "2021-01-01")["applicable"]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("refoulement",), 8.0),
        (("refoulement", "safe_transfer"), 6.0),
        (("safe_transfer",), 2.0),
        (("refoulement",) * 3, 10.0),
        (("detention", "policy_change"), np.nan),
    ],
)
def test_practice_is_read_from_fresh_incidents(kinds: tuple[str, ...], expected: float) -> None:
    happened = [("2019-03", kind) for kind in kinds]
    np.testing.assert_equal(practice("2020-01-01", *happened), expected)


def test_a_return_of_long_ago_weighs_less_than_one_of_last_year() -> None:
    fresh, old = (
        practice("2020-01-01", ("2019", "refoulement")),
        practice("2020-01-01", ("2004", "refoulement")),
    )
    assert fresh == 8.0
    assert 4.0 < old < 6.1


def test_an_incident_outside_the_window_or_after_the_date_says_nothing() -> None:
    assert np.isnan(practice("2020-01-01", ("1999", "refoulement")))
    assert np.isnan(practice("2020-01-01", ("2020-01-02", "refoulement")))


def test_an_assessment_goes_before_the_rule_and_newer_incidents_are_counted() -> None:
    row = indicator(
        PRACTICE, "2020-01-01", assessed(PRACTICE, 2.0), happened=(("2019", "refoulement"),)
    )
    assert (row["score"], row["basis"], row["newer_incidents"]) == (2.0, "assessed", 1)


@pytest.mark.parametrize(
    ("returns", "expected"), [(0, 5.0), (1, 9.0), (3, 10.0)], ids=["none", "one", "many"]
)
def test_cooperation_is_read_from_an_agreement_and_returns(returns: int, expected: float) -> None:
    signed = {"iso3": "AAA", "dimension": "bilateral_agreement_dprk", "year": 2015, "score": np.nan}
    happened = (("2019", "refoulement"),) * returns
    assert indicator(COOPERATION, "2020-01-01", signed, happened=happened)["score"] == expected
    assert np.isnan(indicator(COOPERATION, "2014-12-31", signed, happened=happened)["score"])


def test_no_agreement_found_gives_no_figure_for_cooperation() -> None:
    row = indicator(COOPERATION, "2020-01-01", happened=(("2019", "refoulement"),))
    assert np.isnan(row["score"])


def test_a_treaty_counts_from_its_year_and_a_signature_does_not() -> None:
    cells = {"iso3": "AAA", "dimension": "treaty_cat", "score": np.nan}
    party, signed = cells | {"value": "party", "year": 2012}, cells | {"value": "signed"}
    name = "non_refoulement_commitment"
    assert indicator(name, "2011-12-31", party)["score"] == 10.0
    assert indicator(name, "2012-01-01", party)["score"] == 8.0
    assert indicator(name, "2012-01-01", signed)["score"] == 10.0


def test_commitment_by_rule_stays_on_its_scale() -> None:
    cells = {"iso3": "AAA", "score": np.nan, "year": 2012}
    signed = cells | {"dimension": "bilateral_agreement_dprk", "value": "in force"}
    later = cells | {"dimension": "treaty_cat", "value": "party", "year": 2015}
    name = "non_refoulement_commitment"
    assert indicator(name, "2013-01-01", signed, later)["score"] == 10.0
    assert indicator(name, "2016-01-01", signed, later)["score"] == 9.0


def test_the_index_counts_what_is_present_and_takes_the_weakest_grade() -> None:
    rows = [
        assessed(PRACTICE, 8.0, confidence="high"),
        assessed(COOPERATION, 4.0, confidence="low"),
    ]
    table = indicators_on(
        facts(*rows), SOURCES, incidents=incidents(), recipe=REFOULEMENT, date=dt.date(2021, 1, 1)
    )
    row = country_index(table, REFOULEMENT).loc["AAA"]
    assert (row["risk"], row["risk_class"], row["grade"]) == (6.0, "Elevated", "low")
    assert (row["n_present"], row["n_expected"], row["basis"]) == (2, 2, "assessed")


def test_a_country_without_evidence_has_no_data_and_not_the_lowest_class() -> None:
    table = indicators_on(
        facts(), SOURCES, incidents=incidents(), recipe=REFOULEMENT, date=dt.date(2021, 1, 1)
    )
    row = country_index(table, REFOULEMENT).loc["AAA"]
    assert (row["risk_class"], row["n_present"], row["grade"]) == ("no data", 0, "")
