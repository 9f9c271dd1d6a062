"""Readings on the shipped data: agreement with Table 1, as-of dates, what stays grey."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from analysis.assessed import evidence_dates
from analysis.errors import RecipeError
from dashboard import pipeline
from dashboard.panels.facts import people_words

TABLE1 = {"KOR": "Low", "USA": "Minimal", "CHN": "High"}


@pytest.mark.parametrize("recipe", ["refoulement", "table1"])
def test_both_recipes_agree_with_table_1(read, recipe):
    classes = read(recipe).countries["risk_class"]
    assert {iso3: classes[iso3] for iso3 in TABLE1} == TABLE1


def test_table_1_alone_is_silent_on_every_other_country(read):
    others = read("table1").countries.drop(index=[*TABLE1, "PRK"])
    assert others["risk"].isna().all()
    assert set(others["risk_class"]) == {"no data"}


def test_the_country_of_origin_is_not_applicable_rather_than_unknown(now):
    assert now.countries.loc["PRK", "risk_class"] == "not applicable"


def test_a_date_changes_figures(read):
    then, today = read(date="2010-01-01"), read()
    assert then.legs["reading"].ne(today.legs["reading"]).any()
    assert len(then.facts) < len(today.facts)
    assert len(then.incidents) < len(today.incidents)


def test_nothing_after_the_date_is_counted(read):
    then = read(date="2010-06-30")
    assert then.incidents["date"].max()[:7] <= "2010-06"
    assert then.indicators["evidence_date"].max() <= pd.Timestamp(then.date)


def test_a_leg_without_evidence_is_grey_and_says_why(read):
    legs = read("table1").legs
    grey = legs[legs["reading"].isna()]
    assert len(grey) > 0
    assert set(grey["risk_class"]) == {"no data"}
    assert (grey["reason"] != "").all()


def test_a_leg_sent_by_the_state_has_no_reading_and_no_legal_status(atlas, now):
    sent = now.legs[atlas.legs["standing"] == "dispatched"]
    assert len(sent) > 0
    assert sent["reading"].isna().all()
    assert sent["legal_status"].isna().all()


def test_muted_is_closed_historic_or_unknown(now):
    assert set(now.legs.loc[now.legs["muted"], "status"]) == {"closed", "historic", "unknown"}
    assert not now.legs.loc[~now.legs["muted"], "status"].isin(["closed", "historic"]).any()


def test_drivers_add_up_to_the_reading(now):
    known = now.drivers[now.drivers["score"].notna()].groupby("leg_id")
    means = known["contribution"].sum() / known["weight_km"].sum()
    read = now.legs["reading"].dropna()
    assert (means.reindex(read.index) - read).abs().max() < 1e-9


def test_the_cumulative_reading_ends_at_that_of_the_corridor(atlas, now):
    last = atlas.legs.groupby("corridor_id")["seq"].idxmax()
    ends = now.legs.loc[last].set_index("corridor_id")["cumulative_so_far"]
    difference = (ends - now.corridors["cumulative"]).abs()
    assert difference.max() < 1e-9


def test_a_leg_rests_on_the_unverified_only_through_a_country_that_does(now):
    unseen = set(now.countries.index[now.countries["unverified"]])
    drivers = now.drivers.set_index("leg_id")["iso3"]
    for leg_id in now.legs.index[now.legs["unverified"]]:
        assert unseen & set(drivers.loc[[leg_id]])
    assert now.legs["unverified"].any()


def test_a_state_is_party_from_its_accession(atlas, now):
    acceded = atlas.facts["dimension"].str.startswith("treaty_19") & (atlas.facts["iso3"] == "KHM")
    later = atlas.facts["year"].mask(acceded, 2020)
    changed = replace(atlas, facts=atlas.facts.assign(year=later))
    before = pipeline.read_risk(changed, "refoulement", dt.date(2019, 12, 31))
    assert before.treaty["KHM"] == "Not party"
    assert now.treaty["KHM"] == now.treaty["CHN"] == "Party to the Convention or its Protocol"
    assert now.treaty["THA"] == "Not party"


def test_bands_open_at_their_edge(atlas, now):
    bands = pipeline.leg_bands(atlas, now, "legal_recognition")
    assert set(bands.dropna()) <= set(pipeline.BANDS)
    assert bands["LAO-THA-N-1"] == "8–10"


@pytest.mark.parametrize("table", ["classes", "legs"])
def test_a_recipe_that_cannot_paint_a_map_is_refused(atlas, tmp_path, root, table):
    text = (root / "analysis" / "recipes" / "table1.toml").read_text("utf-8")
    head, *parts = text.split("\n[")
    kept = [part for part in parts if not part.startswith(table)]
    path = tmp_path / "mine.toml"
    path.write_text("\n[".join([head, *kept]), "utf-8")
    with pytest.raises(RecipeError, match=rf"mine\.toml.*\[{table}\]"):
        pipeline.read_risk(atlas, path, dt.date(2026, 1, 20))


def test_no_assessment_speaks_before_what_its_note_names(atlas):
    """An assessment that was written in view of later events must not be read on earlier dates."""
    facts = atlas.facts[atlas.facts["dimension"].str.startswith("assess_")]
    speaks = evidence_dates(facts, atlas.sources).dt.year
    named = facts["note"].str.findall(r"\b(?:19|20)\d\d\b").map(lambda years: max([*years, "0"]))
    assert not list(facts.index[named.astype(int) > speaks.fillna(3000)])


def test_a_return_is_counted_as_widely_as_every_source_counts_it(atlas, now):
    october = atlas.incidents.loc["CHN.2023-10-09.1"]
    assert (october["people_min"], october["counted_low"], october["counted_high"]) == (
        500,
        200,
        600,
    )
    held = {incident.Index: incident for incident in now.incidents_of["CHN"]}["CHN.2023-10-09.1"]
    assert people_words(held) == "500–600; with other counts 200–600"


def test_a_count_of_at_least_has_no_upper_end(atlas):
    told = atlas.incidents["summary"].str.contains(r"\bat least \d|\bover \d", regex=True)
    assert told.sum() >= 4
    assert atlas.incidents.loc[told, "people_max"].isna().all()
