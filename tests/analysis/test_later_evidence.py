"""What a past date did not have yet is named with the day on which it first arrives."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analysis.as_of import COOPERATION, PRACTICE, indicators_on
from analysis.later_evidence import evidence_begins, later_evidence
from tests.analysis.test_as_of import REFOULEMENT, SOURCES, assessed, facts, incidents

TREATY = {"iso3": "AAA", "dimension": "bilateral_agreement_dprk", "year": 2012, "score": None}
FACTS = facts(
    assessed("penalty_on_arrest_detention", 3.0, year=2015),
    assessed("access_to_protection_actors", 2.0, year=2001),
    assessed("access_to_protection_actors", 6.0, year=2016),
    assessed(PRACTICE, 8.0, year=2018),
    TREATY,
)
INCIDENTS = incidents(("2011-05", "detention"), ("2013-02-03", "refoulement"))
PAST, END = dt.date(2011, 1, 1), dt.date(2020, 1, 1)


def on(date):
    return indicators_on(FACTS, SOURCES, incidents=INCIDENTS, recipe=REFOULEMENT, date=date)


@pytest.fixture(scope="module")
def later():
    begins = evidence_begins(FACTS, SOURCES, incidents=INCIDENTS, recipe=REFOULEMENT)
    return later_evidence(on(PAST), on(END), begins=begins, date=PAST).loc["AAA"]


@pytest.mark.parametrize(
    ("dimension", "first"),
    [
        (PRACTICE, "2013-02-03"),
        (COOPERATION, "2012-01-01"),
        ("penalty_on_arrest_detention", "2015-01-01"),
    ],
)
def test_a_dimension_without_evidence_names_the_day_on_which_it_first_has_a_score(
    later, dimension, first
):
    assert later["first"][dimension] == pd.Timestamp(first)
    day = dt.date.fromisoformat(first)
    before, since = (
        on(date).set_index("dimension")["score"][dimension]
        for date in (day - dt.timedelta(days=1), day)
    )
    assert pd.isna(before)
    assert not pd.isna(since)


def test_another_value_stands_beside_that_of_the_end(later):
    found = later.loc["access_to_protection_actors"]
    assert (found["score"], found["score_end"]) == (2.0, 6.0)
    assert pd.isna(found["first"])


def test_what_reads_the_same_is_not_told(later):
    assert "legal_recognition" not in later.index
    begins = evidence_begins(FACTS, SOURCES, incidents=INCIDENTS, recipe=REFOULEMENT)
    assert later_evidence(on(END), on(END), begins=begins, date=END).empty
