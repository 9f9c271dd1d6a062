"""Records of the evidence: found by words, set beside what differs, followed to their numbers."""

import datetime as dt

import pandas as pd
import pytest

from dashboard.evidence.beside import beside, corrections_of, disagreements
from dashboard.evidence.moved import moved_by
from dashboard.evidence.records import KINDS, record_keys, resting_on, sources_of, table_of
from dashboard.evidence.search import folded, search_index
from dashboard.evidence.shelves import shelf
from dashboard.evidence.shown import hits
from dashboard.evidence.titles import record_title, statement
from dashboard.language import speaking
from dashboard.made_numbers import made_with, shown_charts

CHINA = "fact:CHN.assess_state_practice_of_return.1"
LAOS = "fact:LAO.assess_state_practice_of_return.1"


@pytest.fixture(scope="module")
def index(atlas):
    return search_index(atlas)


@pytest.fixture(scope="module")
def shown(atlas, now):
    return shown_charts(atlas, now)


def test_every_word_must_be_found_in_any_order_case_or_accent(index):
    found = hits(index, "CHINA october Résponse")
    assert not found
    assert "correction:returns_october_2023" in hits(index, "october CHINA 2023 returned")
    assert hits(index, "viet nam") == hits(index, "NAM Viêt")


@pytest.mark.parametrize("words", ["강제송환 중국", "2023년 10월 중국"])
def test_korean_words_find_what_english_data_say(index, words):
    found = hits(index, words)
    assert found
    assert any("CHN" in key or "2023-10" in key for key in found)


def test_a_pattern_is_searched_as_text(index):
    assert not hits(index, ".*")
    assert not hits(index, "<script>")


def test_search_finds_whole_syllables_only():
    assert folded("북한") in folded("북한이탈주민")
    assert folded("부") not in folded("북한")


def test_every_record_has_a_title_a_statement_and_its_sources(atlas):
    for key in record_keys(atlas):
        assert record_title(atlas, key)
        assert statement(atlas, key)
        assert sources_of(atlas, key)


def test_a_source_and_the_rows_that_cite_it_agree(atlas):
    rows = {key for source in atlas.sources.index for key in resting_on(atlas, source)}
    cited = {key for key in record_keys(atlas) if not key.startswith("source:")}
    assert rows == cited


def test_the_parts_of_a_record_and_of_the_others_add_up_to_the_country(atlas, now):
    dimensions = ("state_practice_of_return", "cooperation_with_dprk_on_return")
    parts = 0.0
    for dimension in dimensions:
        moved = moved_by(atlas, now, f"fact:LAO.assess_{dimension}.1").set_index(["level", "id"])
        parts += moved.loc[("country", "LAO"), "part"]
    assert parts == pytest.approx(now.countries.loc["LAO", "risk"])


def test_without_a_record_a_number_is_what_the_atlas_would_show(atlas, now):
    moved = moved_by(atlas, now, LAOS).set_index(["level", "id", "figure"])
    row = moved.loc[("country", "LAO", "risk")]
    assert row["shown"] == now.countries.loc["LAO", "risk"]
    assert row["without"] != row["shown"]
    assert ("leg", "LAO-THA-N-5", "reading") in moved.index
    assert set(moved.index.get_level_values("level")) == {"dimension", "country", "leg", "corridor"}


def test_a_number_stays_where_a_rule_says_the_same_without_the_record(atlas, now):
    moved = moved_by(atlas, now, CHINA).set_index(["level", "id"])
    assert moved.loc[("country", "CHN"), "part"] == pytest.approx(5)
    assert moved.loc[("country", "CHN"), "without"] == pytest.approx(10)


def test_a_record_that_no_index_reads_moves_nothing(atlas, now):
    assert moved_by(atlas, now, "figure:kr_arrivals.8").empty
    assert moved_by(atlas, now, "fact:CHN.treaty_cat.1").empty


def test_before_an_assessment_its_incidents_move_the_numbers(atlas, read):
    then = read(date="2012-01-01")
    named = then.indicators[then.indicators["basis"] == "rule"]["evidence_ids"]
    incident = next(one for ids in named for one in ids.split(";") if one in atlas.incidents.index)
    moved = moved_by(atlas, then, f"incident:{incident}")
    assert (moved["level"] == "dimension").any()


def test_a_fact_stands_beside_the_others_on_its_dimension(atlas):
    others = beside(atlas, "fact:CHN.returns_reported_cumulative.1")
    assert others == ("fact:CHN.returns_reported_cumulative.2",)
    assert not beside(atlas, LAOS)


def test_a_figure_is_followed_to_its_corrections(atlas):
    assert "arrivals_2009" in corrections_of(atlas, "figure:kr_arrivals.15")
    assert "arrivals_2009" in corrections_of(atlas, "source:C-MOU-CN")


def test_conflicts_hold_every_correction_and_every_other_figure(atlas):
    keys = set(disagreements(atlas)["one"])
    assert {f"correction:{one}" for one in atlas.corrections.index} <= keys
    other = atlas.flows.index[atlas.flows["alt_value"].notna()]
    assert {f"figure:{one}" for one in other} <= keys


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_shelf_shows_every_record_and_no_empty_text(atlas, now, kind, lang):
    with speaking(lang):
        table = shelf(atlas, now, kind)
    if kind != "correction":
        assert len(table) == len(table_of(atlas, kind))
    texts = table.select_dtypes(include=["object", "str"])
    assert not texts.isin(["", "nan", "<NA>"]).to_numpy().any()


def test_a_shelf_ends_with_the_as_of_date(atlas, read):
    table = shelf(atlas, read(date="2012-01-01"), "incident")
    assert table["date"].max() < str(dt.date(2012, 1, 2))
    assert pd.Series(table.index).str.startswith("incident:").all()


def test_a_figure_leads_to_every_chart_and_sentence_that_it_makes(atlas, now, shown):
    made = made_with(atlas, now, "figure:kr_arrivals.15", shown=shown)
    assert set(made["level"]) == {"chart"}
    assert set(made["id"]) == {"arrivals", "share-of-women"}
    year = made[(made["id"] == "arrivals") & (made["number"] == "2009")].iloc[0]
    assert (year["shown"], year["without"]) == ("2,914", "")
    assert made["without"].str.contains("Most in 2008").any()


def test_an_incident_leads_to_its_mark_and_to_the_counts_of_its_country(atlas, now, shown):
    made = made_with(atlas, now, "incident:CHN.2023-10-09.1", shown=shown).set_index(
        ["level", "id"]
    )
    assert made.loc[("country", "CHN"), "shown"].startswith("14 returns")
    assert made.loc[("country", "CHN"), "without"].startswith("13 returns")
    assert "China, 2023-10-09" in set(made.loc[("chart", "returns"), "number"])


def test_a_count_of_an_event_widens_the_range_of_its_return(atlas, now, shown):
    made = made_with(atlas, now, "figure:cn_returns.4", shown=shown).set_index("number")
    assert made.loc["China, 2023-10-09", "shown"] == "200–600"
    assert made.loc["China, 2023-10-09", "without"] == "500–600"


def test_an_event_leads_to_its_charts_and_corridors(atlas, now, shown):
    made = made_with(atlas, now, "event:2023-08-27.1", shown=shown)
    assert {"chart", "corridor"} == set(made["level"])
    assert {"arrivals", "returns"} <= set(made["id"])


def test_a_correction_of_a_year_concerns_that_year_alone(atlas):
    assert "arrivals_2009" not in corrections_of(atlas, "figure:kr_arrivals.25")
    assert "returns_october_2023" not in corrections_of(atlas, "figure:cn_returns.2")
    assert "figure:kr_arrivals.15" in beside(atlas, "correction:arrivals_2009")


def test_no_id_of_a_source_stands_in_a_sentence(atlas, now):
    for kind in KINDS:
        table = shelf(atlas, now, kind)
        texts = [
            str(cell)
            for name in ("note", "value", "summary", "why")
            if name in table
            for cell in table[name].dropna()
        ]
        words = {word.strip("().,;") for text in texts for word in text.split()}
        assert not words & set(atlas.sources.index)


def test_facts_stand_newest_first_by_what_they_speak_of_else_by_their_source(atlas, now):
    table = shelf(atlas, now, "fact")
    spoken = table["year"].fillna(table["source_date"].str[:4])
    years = pd.to_numeric(spoken, errors="coerce").dropna().astype(int).tolist()
    assert len(years) > 300
    assert years == sorted(years, reverse=True)
