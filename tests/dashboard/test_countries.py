"""What the atlas holds on one country: law on the date, spans of time and people, legs, gaps."""

import datetime as dt

import pandas as pd
import pytest

from dashboard.countries import gaps
from dashboard.countries.law import treaties
from dashboard.countries.legs import legs_inside
from dashboard.countries.timeline import incident_spans


def test_a_treaty_that_is_joined_after_the_date_is_not_held(read):
    assert treaties(read(date="2015-06-01"), "KOR")["treaty_cped"] is None
    assert treaties(read(), "KOR")["treaty_cped"].year == 2023


def test_a_country_without_facts_has_six_treaties_without_data(now):
    assert set(treaties(now, "SGP").values()) == {None}
    assert len(treaties(now, "SGP")) == 6


@pytest.mark.parametrize("iso3", ["CHN", "LAO", "THA", "KOR", "VNM"])
def test_kilometres_inside_are_those_of_the_exposure_each_link_once(atlas, now, iso3):
    found = legs_inside(atlas, now, iso3)
    legs = atlas.legs[~atlas.legs["link_id"].duplicated() & (atlas.legs["mode"] != "air")]
    exposed = atlas.exposure[atlas.exposure["iso3"] == iso3]
    expected = exposed[exposed["leg_id"].isin(legs.index)]["km"].sum()
    assert found["km"].sum() == pytest.approx(expected)


def test_a_line_that_crosses_undeclared_is_told_apart(atlas, now):
    laos = legs_inside(atlas, now, "LAO")
    assert list(laos.index[~laos["declared"]]) == ["VNM-DIR-5"]
    assert laos.loc["VNM-DIR-5", "km"] == pytest.approx(316, abs=1)


def test_a_flight_has_no_kilometres_inside_a_country(atlas, now):
    found = legs_inside(atlas, now, "SGP")
    assert set(found["mode"]) == {"air"}
    assert found["km"].isna().all()


def test_a_span_is_as_wide_as_its_date_is_vague(now):
    spans = incident_spans(now, "CHN")
    day, month, year = "CHN.2023-10-09.1", "CHN.2012-03.1", "CHN.2004.1"
    width = (spans["end"] - spans["start"]).dt.days
    assert (width[day], width[month], width[year]) == (1, 31, 366)


def test_a_span_keeps_the_range_of_people_and_an_unknown_number_missing(now):
    spans = incident_spans(now, "CHN")
    assert tuple(spans.loc["CHN.2023-10-09.1", ["people_min", "people_max"]]) == (500, 600)
    assert pd.isna(spans.loc["CHN.2004.1", "people_max"])
    assert pd.isna(spans.loc["CHN.2014-02-17.1", "people_min"])


def test_no_incident_after_the_date_is_in_the_spans(read):
    spans = incident_spans(read(date="2015-06-01"), "CHN")
    assert spans["start"].max() <= pd.Timestamp(dt.date(2015, 6, 1))


@pytest.mark.parametrize("iso3", ["CHN", "LAO", "MNG", "RUS", "SGP"])
def test_a_year_is_silent_or_has_an_outcome_and_never_both(now, iso3):
    silent = {
        year for first, last in gaps.silent_years(now, iso3) for year in range(first, last + 1)
    }
    spans = incident_spans(now, iso3)
    heard = set(spans.loc[spans["kind"] != "policy_change", "start"].dt.year)
    assert not silent & heard
    assert silent | heard >= set(range(1999, 2026))


def test_what_is_known_not_to_be_known_of_laos_is_said(now):
    assert (2015, 2025) in gaps.silent_years(now, "LAO")
    assert "rok_embassy_access" in gaps.kinds_without_a_fact(now, "LAO")


def test_counts_that_differ_are_listed_and_equal_ones_are_not(now):
    disputed = {incident.Index for incident in gaps.disputed_counts(now, "CHN")}
    assert "CHN.2023-10-09.1" in disputed
    assert "CHN.2021-07-14.1" not in disputed


def test_the_corrections_of_a_country_are_those_that_name_it(atlas):
    korea = gaps.corrections_for(atlas, "KOR")
    assert "arrivals_2009" in korea.index
    assert "refugee_status_in_china" not in korea.index
    assert gaps.corrections_for(atlas, "MNG").empty


def test_a_profile_lists_every_source_that_its_statements_name(atlas, now):
    for iso3 in atlas.choices.profile:
        listed = set(gaps.sources_of(atlas, now, iso3))
        used = {fact.source_id for fact in now.facts_of.get(iso3, ())}
        used |= {incident.source_id for incident in now.incidents_of.get(iso3, ())}
        assert used <= listed <= set(atlas.sources.index)
    assert "song_2014" in gaps.sources_of(atlas, now, "CHN")
