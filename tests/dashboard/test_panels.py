"""Panels over all legs, corridors and countries: words for what is missing, sources, no markup."""

import re
from dataclasses import replace
from html import unescape

import numpy as np
import pytest

from dashboard.evidence.records import KINDS
from dashboard.evidence.shelves import shelf
from dashboard.language import speaking
from dashboard.later import read_later
from dashboard.literature import literature
from dashboard.panels.about import about
from dashboard.panels.corridor import corridor_panel
from dashboard.panels.corridor_list import corridor_table
from dashboard.panels.country import country_table
from dashboard.panels.country_head import country_head
from dashboard.panels.country_practice import OTHER, PRACTICE, STATUS
from dashboard.panels.country_profile import after_timeline, before_timeline
from dashboard.panels.edges import on_an_edge
from dashboard.panels.leg import leg_panel
from dashboard.panels.method import method
from dashboard.panels.overview import overview_panel
from dashboard.panels.side_by_side import side_by_side
from dashboard.panels.side_lines import Evidence
from dashboard.panels.table1 import corrections
from dashboard.pipeline import read_risk
from dashboard.recipe_words import field_name
from dashboard.uncertainty import read_intervals, read_rule
from dashboard.words import ANCHORS, DIMENSIONS
from geodata.schema import DIMENSIONS as FACT_DIMENSIONS

DATES = ("1999-01-01", "2005-06-01", "2015-06-01", "2023-10-09", "2026-01-20")
# "None found" and "None was found" are words of the evidence.
NOT_WORDS = re.compile(r"\bnan\b|\bNaN\b|\bNaT\b|\bNone\b(?! (?:was )?found)|&lt;NA&gt;|<NA>")
HOSTILE = "<script>alert(1)</script> {{7*7}} {% raw %} javascript:alert(1) \"'`<img onerror=x>"


# Table 1 says of China: None (Human Rights Watch, 2025).
PRINTED = re.compile(r"(None|없음)(?=<span class=\"atlas-dim\"> \(Human Rights Watch, 2025\))")


def unprinted(panel):
    return PRINTED.sub("", str(panel))


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(html)))


INTERVALS = {}
LATER = {}


def sure(atlas, readings):
    """Return the intervals of some readings, drawn once for each date and recipe."""
    key = (readings.recipe.id, readings.date)
    if key not in INTERVALS:
        INTERVALS[key] = read_intervals(atlas, readings, read_rule())
    return INTERVALS[key]


def at_end(atlas, readings):
    """Return what the end of the evidence has beyond some readings, read once for each."""
    key = (readings.recipe.id, readings.date)
    if key not in LATER:
        end = read_risk(atlas, readings.recipe.id, atlas.choices.last_date)
        LATER[key] = read_later(atlas, readings, end)
    return LATER[key]


def shown_leg(atlas, readings, leg_id, lang):
    with speaking(lang):
        sureness, later = sure(atlas, readings), at_end(atlas, readings)
        return leg_panel(atlas, readings, leg_id, sureness, later=later)


def shown_country(atlas, readings, iso3):
    intervals = sure(atlas, readings)
    later = at_end(atlas, readings)
    head = country_head(atlas, readings, iso3, intervals, later=later)
    after = after_timeline(atlas, readings, iso3, intervals)
    return f"{head}{before_timeline(atlas, readings, iso3, later)}{after}"


def compared(atlas, readings, *chosen):
    evidence = Evidence(atlas=atlas, readings=readings, intervals=sure(atlas, readings))
    return side_by_side(evidence, chosen)


def one_leg_per_link(atlas):
    return atlas.legs.index[~atlas.legs["link_id"].duplicated()]


# Nothing known yet, some and all; Table 1 is of 2026, and alone shows nothing before.
SHOWN = [("refoulement", DATES[0]), ("refoulement", DATES[2]), ("table1", DATES[0])]
SHOWN += [(recipe, DATES[-1]) for recipe in ("refoulement", "table1")]


@pytest.mark.parametrize(("recipe", "date"), SHOWN)
def test_nothing_missing_is_shown_as_a_value(atlas, read, recipe, date):
    readings = read(recipe, date)
    lang = "ko" if date == DATES[-1] else "en"  # both languages, without doing all twice
    legs = one_leg_per_link(atlas)
    if date not in (DATES[0], DATES[-1]):  # between nothing known and all: some of each corridor
        legs = legs[::4]
    with speaking(lang):
        panels = [
            *(shown_leg(atlas, readings, one, lang) for one in legs),
            *(corridor_panel(atlas, readings, one) for one in atlas.corridors.index),
            *(shown_country(atlas, readings, one) for one in atlas.choices.profile),
            compared(atlas, readings, *atlas.choices.profile),
            overview_panel(atlas, readings, np.ones(len(atlas.legs), dtype=bool)),
            method(atlas, readings, sure(atlas, readings)),
        ]
    assert [
        found.group() for panel in panels if (found := NOT_WORDS.search(unprinted(panel)))
    ] == []


def test_pages_without_a_date_hold_no_missing_value(atlas):
    for page in (about(atlas), corrections(atlas)):
        assert not NOT_WORDS.search(str(page))


@pytest.mark.parametrize("date", DATES)
def test_tables_hold_no_missing_value_as_text(atlas, read, date):
    readings = read(date=date)
    found = [
        corridor_table(atlas, readings),
        country_table(atlas, readings, sure(atlas, readings), later=at_end(atlas, readings)),
        *(shelf(atlas, readings, kind) for kind in KINDS),
    ]
    shown = [table.drop(columns="note", errors="ignore") for table in found]
    texts = {cell for table in shown for cell in table.to_numpy().ravel() if isinstance(cell, str)}
    assert not texts & {"nan", "NaN", "NaT", "<NA>", ""}


def test_the_country_of_origin_says_that_it_is_not_scored(atlas, now):
    for panel in (shown_country(atlas, now, "PRK"), shown_leg(atlas, now, "MNG-1", "en")):
        assert "Country of origin: not scored" in words(panel)


def test_a_leg_sent_by_the_state_says_why_it_is_grey(atlas, now):
    for leg_id in atlas.legs.index[atlas.legs["standing"] == "dispatched"]:
        assert "Grey because it is not an escape leg" in words(shown_leg(atlas, now, leg_id, "en"))


def test_a_leg_with_too_little_known_says_so(atlas, read):
    readings = read("table1")
    short = readings.legs.index[readings.legs["reason"] == "too little is known"]
    assert "Grey because too little is known" in words(shown_leg(atlas, readings, short[0], "en"))


@pytest.mark.parametrize("iso3", ["SGP", "PHL"])
def test_a_country_without_evidence_says_no_data(atlas, now, iso3):
    leg_id = atlas.legs.index[atlas.touches[iso3]][0]
    assert "No data: the evidence holds nothing" in words(shown_leg(atlas, now, leg_id, "en"))


def test_undeclared_kilometres_are_said(atlas, now):
    panel = words(shown_leg(atlas, now, "VNM-DIR-5", "en"))
    assert "Lao PDR 316 km, Cambodia 276 km, which the corridor is not reported to enter" in panel


def test_a_figure_opens_onto_its_assessments_and_their_sources(atlas, now):
    panel = str(shown_leg(atlas, now, "LAO-THA-N-2", "en"))
    _, rest = panel.split("Explain this figure")
    opened = rest[: rest.index("Straight line")]
    assert "State practice of return: 10 of 10" in opened
    assert 'class="atlas-source" open>' in opened
    assert atlas.sources.loc["ohchr_2023", "url"] in opened


def test_newer_incidents_than_the_assessment_are_said(atlas, now):
    count = int(now.countries.loc["CHN", "newer_incidents"])
    assert count > 0
    said = words(shown_country(atlas, now, "CHN"))
    assert f"{count} newer incident{' is' if count == 1 else 's are'} recorded" in said


def test_what_nobody_has_seen_is_marked(atlas, now):
    leg_id = now.legs.index[now.legs["unverified"]][0]
    assert "unverified" in words(shown_leg(atlas, now, leg_id, "en"))
    assert "unverified" in words(shown_country(atlas, now, "KHM"))


def test_the_words_of_table_1_open_onto_the_white_paper(atlas, now):
    panel = str(shown_leg(atlas, now, "LAO-THA-N-2", "en"))
    after = panel.split("Table 1 of the white paper (2026): legal status “No recognition”")[1]
    assert "id wp_kim" in after[:1200]


def test_korean_names_are_shown_in_korean(atlas, now):
    panel = words(shown_leg(atlas, now, "LAO-THA-N-4", "ko"))
    assert "중국" in panel
    assert atlas.corridors.loc["LAO-THA-N", "name_ko"] in panel


def test_the_status_on_the_date_opens_onto_who_reports_it(atlas, read):
    panel = words(shown_leg(atlas, read(date="2026-01-20"), "LAO-THA-N-2", "en"))
    assert "reduced: about 200 people a year reach the South by all routes" in panel


def test_a_status_of_an_earlier_date_says_nothing_that_was_written_later(atlas, read):
    panel = words(shown_leg(atlas, read(date="2015-06-01"), "LAO-THA-N-2", "en"))
    assert "dominant" in panel
    assert "largest share of reported arrivals" not in panel


@pytest.mark.parametrize("date", DATES)
def test_the_marked_period_is_the_status_on_the_date(atlas, read, date):
    readings = read(date=date)
    for corridor_id, code in readings.status.items():
        panel = words(corridor_panel(atlas, readings, corridor_id))
        marked = re.findall(r"on the date \d{4}–\d{4} (\w+)", panel)
        assert marked == ([] if code == "unknown" and not marked else [code])


def test_every_kind_of_fact_has_its_place_in_the_profile():
    starts = (*STATUS, *PRACTICE, *(start for group in OTHER.values() for start in group))
    law = ("treaty_", "domestic_", "bilateral_")
    read_elsewhere = ("assess_", "table1_")
    placed = {name for name in FACT_DIMENSIONS if name.startswith((*starts, *law, *read_elsewhere))}
    assert placed == set(FACT_DIMENSIONS)


def test_text_of_a_stranger_stays_text(atlas, read):
    hostile = replace(
        atlas,
        waypoints=atlas.waypoints.assign(name_en=HOSTILE),
        corridors=atlas.corridors.assign(name_en=HOSTILE, description=HOSTILE),
        sources=atlas.sources.assign(publisher=HOSTILE, title=HOSTILE, url=HOSTILE),
        facts=atlas.facts.assign(note=HOSTILE),
        incidents=atlas.incidents.assign(summary=HOSTILE),
        corrections=atlas.corrections.assign(claim=HOSTILE),
    )
    readings = replace(read(), facts=hostile.facts, incidents=hostile.incidents)
    for panel in (
        shown_leg(hostile, readings, "LAO-THA-N-4", "en"),
        corridor_panel(hostile, readings, "LAO-THA-N"),
        shown_country(hostile, readings, "CHN"),
        compared(hostile, readings, "CHN", "LAO"),
        corrections(hostile),
    ):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} {% raw %} javascript:" in str(panel)
        names = set(re.findall(r"</?([a-z0-9]+)", str(panel)))
        assert not names & {"script", "img", "a", "iframe", "style"}
        attributes = " ".join(re.findall(r"<[^>]*>", str(panel)))
        assert not re.search(r"href=|src=|\son\w+=|javascript:", attributes)


@pytest.mark.parametrize("recipe", ["refoulement", "table1"])
def test_the_method_names_every_field_of_the_recipe_in_words(atlas, read, recipe):
    readings = read(recipe)
    page = unescape(str(method(atlas, readings, sure(atlas, readings))))
    for reason in readings.recipe.reasons:
        assert f'<td data-label="What">{field_name(reason)}</td>' in page
        assert reason.why in page
    assert not re.search(r"[a-z]_[a-z]", words(page))


def test_what_moves_nothing_is_not_listed_among_what_moves(atlas, now):
    page = words(method(atlas, now, sure(atlas, now)))
    moving, rest = page.split("Rules that stand in where nobody has assessed")
    standing_in, silent = rest.split("Rules that move no figure of this index")
    assert "Weight of a border" in moving
    assert "Incident" not in moving
    assert "An incident speaks for so many years" in standing_in
    assert "Less for the Convention against Torture" in silent
    assert "“Non-refoulement commitment on paper”" in silent


def test_the_method_cites_every_work_beside_a_formula_and_in_full(atlas, now):
    page = unescape(str(method(atlas, now, sure(atlas, now))))
    formulas, full = page.split("<h4>References</h4>")
    for work in literature().values():
        assert work.full in full
        assert work.short in formulas


def test_an_edge_and_those_who_sit_on_it_are_named_with_the_share_of_draws(atlas, now):
    page = words(method(atlas, now, sure(atlas, now)))
    assert list(on_an_edge(now).index) == ["KOR", "MMR", "THA"]
    assert "belongs to the higher, graver class" in page
    share = sure(atlas, now).countries.loc["THA", "p Moderate"]
    assert f"Moderate {100 * share:.0f} % of draws" in page


def test_the_method_gives_the_reason_of_everything_that_is_varied(atlas, now):
    page = unescape(str(method(atlas, now, sure(atlas, now))))
    assert all(reason.why in page for reason in read_rule().reasons)


def test_a_leg_says_its_interval_and_the_share_of_its_class(atlas, now):
    panel = words(shown_leg(atlas, now, "LAO-THA-N-6", "en"))
    row = sure(atlas, now).legs.loc["LAO-THA-N-6"]
    assert f"{row['low']:.1f} to {row['high']:.1f} in 90 % of 10,000 draws" in panel
    assert f"Moderate in {row['p Moderate']:.0%}".replace("%", " %") in panel


def test_a_leg_without_a_figure_claims_no_interval(atlas, now):
    silent = now.legs.index[now.legs["reading"].isna()][0]
    assert "10,000 draws" not in words(shown_leg(atlas, now, silent, "en"))


def test_the_method_prints_the_anchors_of_every_assessed_dimension(atlas, now):
    page = words(method(atlas, now, sure(atlas, now)))
    assert set(ANCHORS) == set(DIMENSIONS)
    assert all(words(text) in page for text in ANCHORS.values())
