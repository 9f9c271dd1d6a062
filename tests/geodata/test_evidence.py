"""The shipped evidence is whole, and one changed cell is refused at its place."""

import pytest

from geodata.evidence import (
    DATA,
    read_corrections,
    read_countries,
    read_domestic_rules,
    read_facts,
    read_flows,
    read_incidents,
    read_sources,
    read_table1,
)
from geodata.evidence_check import check_evidence
from geodata.schema import ASSESSED, DIMENSIONS, TREATIES
from intake.errors import BadCell, DataFileError
from routes.tables import corridors_table, waypoints_table
from tests.mutate import with_cell


def test_shipped_files_pass_every_check():
    check_evidence()


def test_every_row_of_the_evidence_is_here():
    read = (read_facts, read_incidents, read_flows, read_sources)
    assert [len(table()) for table in read] == [318, 80, 111, 307]


@pytest.mark.parametrize(
    ("place", "typed", "column"),
    [
        (("facts.csv", 21, "score"), "11", "score"),
        (("facts.csv", 21, "score"), "-1", "score"),
        (("facts.csv", 21, "score"), "high", "score"),
        (("facts.csv", 21, "dimension"), "asess_legal_recognition", "dimension"),
        (("facts.csv", 21, "source_id"), "nobody_2020", "source_id"),
        (("facts.csv", 21, "source_id"), "unhcr_2003;kbs_2024_mfa", "source_id"),
        (("facts.csv", 21, "iso3"), "CN", "iso3"),
        (("facts.csv", 21, "iso3"), "FRA", "iso3"),
        (("facts.csv", 21, "iso3"), "MNG", "fact_id"),
        (("facts.csv", 21, "year"), "20O3", "year"),
        (("facts.csv", 21, "confidence"), "certain", "confidence"),
        (("facts.csv", 16, "value"), "joined", "value"),
        (("facts.csv", 16, "score"), "3", "score"),
        (("incidents.csv", 40, "date"), "2013-02-29", "date"),
        (("incidents.csv", 40, "kind"), "return", "kind"),
        (("incidents.csv", 40, "people_max"), "1.5", "people_max"),
        (("incidents.csv", 8, "people_max"), "3", "people_max"),
        (("incidents.csv", 40, "source_id"), "", "source_id"),
        (("flows.csv", 4, "value"), "forty-one", "value"),
        (("flows.csv", 4, "source_ids"), "C-NONE", "source_ids"),
        (("flows.csv", 4, "year"), "1995-1", "year"),
        (("sources.csv", 9, "how_seen"), "heard", "how_seen"),
        (("sources.csv", 9, "date"), "2021-13", "date"),
        (("table1.csv", 2, "KOR"), "", "KOR"),
        (("table1.csv", 2, "feeds_risk"), "yes", "feeds_risk"),
        (("corrections.csv", 2, "source_ids"), "C-NONE", "source_ids"),
        (("corrections.csv", 2, "reason"), "", "reason"),
        (("domestic_rules.csv", 2, "degree"), "some", "degree"),
        (("domestic_rules.csv", 2, "degree_fact_ids"), "CHN.nothing.1", "degree_fact_ids"),
        (("countries.csv", 2, "iso3"), "CHN", "iso3"),
    ],
)
def test_changed_cell_is_refused_at_its_place(tmp_path, place, typed, column):
    folder = with_cell(DATA, tmp_path / "geodata", place, typed)
    with pytest.raises(BadCell) as caught:
        check_evidence(folder)
    assert (caught.value.file, caught.value.line) == place[:2]
    assert caught.value.column == column


def test_row_taken_out_of_table_1_is_missed(tmp_path):
    folder = with_cell(DATA, tmp_path / "geodata", ("table1.csv", 2, "dimension"), "status")
    with pytest.raises(DataFileError, match="expected legal_status, integration_duration"):
        check_evidence(folder)


def test_arrivals_that_do_not_add_up_are_refused(tmp_path):
    folder = with_cell(DATA, tmp_path / "geodata", ("flows.csv", 20, "value"), "2915")
    with pytest.raises(DataFileError, match="add up to 33883, expected 33882"):
        check_evidence(folder)


def test_fact_ids_count_within_country_and_dimension():
    treaties = read_facts().query("iso3 == 'CHN' and dimension == 'bilateral_agreement_dprk'")
    wanted = [f"CHN.bilateral_agreement_dprk.{number}" for number in (1, 2, 3)]
    assert treaties.index.tolist() == wanted


def test_only_assessed_rows_are_our_judgement():
    facts = read_facts()
    assert (facts["judgement"] == facts["dimension"].str.startswith("assess_")).all()
    assert facts.loc[~facts["judgement"], "score"].isna().all()


def test_every_declared_dimension_occurs():
    assert set(read_facts()["dimension"]) == set(DIMENSIONS)


def test_every_country_states_every_treaty_once():
    facts = read_facts()
    counts = facts[facts["dimension"].isin(TREATIES)].groupby("iso3")["dimension"].nunique()
    assert (counts == 6).all()
    assert len(counts) == 14


def test_host_countries_are_assessed_on_every_dimension():
    facts = read_facts().query("iso3 != 'PRK'")
    counts = facts[facts["judgement"]].groupby("iso3")["dimension"].nunique()
    assert (counts == len(ASSESSED)).all()


def test_origin_country_is_blank_on_the_dimensions_of_hosts():
    scores = read_facts().query("iso3 == 'PRK' and judgement")["score"]
    assert scores.notna().sum() == 2


def test_every_country_of_a_waypoint_has_a_name():
    assert set(waypoints_table()["iso3"]) <= set(read_countries().index)


def test_the_atlas_speaks_of_itself_alone():
    text = "".join(path.read_text(encoding="utf-8") for path in DATA.glob("*.csv")).lower()
    assert "session" not in text.replace("session of", "")
    assert read_sources().loc["absence_note", "publisher"] == "Corridor Atlas"


def test_table_1_is_whole_and_as_printed():
    table = read_table1()
    assert table.loc["legal_status", ["KOR", "CHN"]].tolist() == ["Citizenship", "No recognition"]
    assert table.loc["legal_status", "USA"].endswith("after adjudication (Woo, 2024)")
    risk = table.loc["refoulement_risk", ["KOR", "USA", "CHN"]].tolist()
    assert risk == ["Low", "Minimal after recognition", "High"]
    assert (table["CHN_citation"] == "(Human Rights Watch, 2025)").all()


def test_two_rows_of_table_1_feed_the_risk():
    table = read_table1()
    assert table.index[table["feeds_risk"]].tolist() == ["legal_status", "refoulement_risk"]


@pytest.mark.parametrize("iso3", ["KOR", "USA"])
def test_citations_of_table_1_stand_in_its_words(iso3):
    table = read_table1()
    pairs = zip(table[iso3], table[f"{iso3}_citation"], strict=True)
    assert all(words.endswith(citation) for words, citation in pairs)


def test_the_facts_of_table_1_are_its_own_words():
    facts, table = read_facts(), read_table1()
    for iso3 in ("KOR", "USA", "CHN"):
        for dimension in table.index:
            fact = facts.loc[f"{iso3}.table1_{dimension}.1", "value"]
            assert fact == table.loc[dimension, iso3]


def test_the_known_conflicts_are_data():
    corrections = read_corrections()
    assert {
        "refugee_status_in_china",
        "arrivals_2009",
        "returns_october_2023",
        "returns_2024_2025_overlap",
        "thai_counts_2005_2009",
        "people_in_hiding_in_china",
    } <= set(corrections.index)


def test_the_corrected_arrivals_are_the_figure_of_the_series():
    flows = read_flows().query("series == 'kr_arrivals' and year == '2009'")
    official = f"{flows['value'].iloc[0]:,.0f}"
    assert official in read_corrections().loc["arrivals_2009", "evidence_says"]


def test_claims_of_the_white_paper_name_their_section():
    corrections = read_corrections()
    ours = corrections[corrections["claimed_by"] == "white paper"]
    assert ours["place"].str.match(r"Section \d").all()


def test_domestic_rules_cover_every_assessed_host():
    facts = read_facts()
    hosts = facts[facts["dimension"] == "assess_non_refoulement_commitment"].dropna(
        subset=["score"]
    )
    assert set(read_domestic_rules().index) == set(hosts["iso3"])


def test_corridors_rest_on_sources_that_are_listed():
    listed = set(read_sources().index)
    cited = corridors_table()["source_ids"].str.split(";").explode()
    assert set(cited) <= listed
