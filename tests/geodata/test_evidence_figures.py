"""Figures that follow from the evidence agree with what the evidence says of itself."""

import datetime as dt

import pandas as pd
import pytest

from geodata.evidence import (
    read_domestic_rules,
    read_facts,
    read_flows,
    read_incidents,
    read_sources,
)
from geodata.evidence_figures import (
    arrivals_through,
    evidence_horizon,
    non_refoulement_by_formula,
    verified,
)
from routes.tables import events_table, legs_table, waypoints_table


def test_formula_gives_the_assessed_commitment_of_every_country():
    facts = read_facts()
    assessed = facts[facts["dimension"] == "assess_non_refoulement_commitment"].set_index("iso3")
    computed = non_refoulement_by_formula(facts, read_domestic_rules())
    assert len(computed) == 13
    assert (computed == assessed["score"].reindex(computed.index)).all()


def world(*treaties: str, degree: str = "none", pact: bool = False) -> int:
    facts = pd.DataFrame({"iso3": "AAA", "dimension": [*treaties], "value": "party"})
    rules = pd.DataFrame({"degree": [degree], "return_instrument": [pact]}, index=["AAA"])
    return int(non_refoulement_by_formula(facts, rules)["AAA"])


@pytest.mark.parametrize(
    ("treaties", "score"),
    [
        ((), 10),
        (("treaty_1951_refugee_convention",), 8),
        (("treaty_1967_protocol",), 8),
        (("treaty_1951_refugee_convention", "treaty_1967_protocol"), 8),
        (("treaty_cat",), 8),
        (("treaty_iccpr",), 8),
        (("treaty_crc",), 9),
        (("treaty_cped",), 9),
    ],
)
def test_each_treaty_takes_its_points_off(treaties, score):
    assert world(*treaties) == score


def test_domestic_rule_and_return_pact_count():
    assert [world(degree=degree) for degree in ("full", "partial", "none")] == [8, 9, 10]
    assert world("treaty_cat", pact=True) == 9


def test_signature_without_ratification_counts_nothing():
    facts = pd.DataFrame(
        {"iso3": ["AAA"], "dimension": ["treaty_cat"], "value": ["signed, not ratified"]}
    )
    rules = pd.DataFrame({"degree": ["none"], "return_instrument": [False]}, index=["AAA"])
    assert non_refoulement_by_formula(facts, rules).tolist() == [10]


@pytest.mark.parametrize(("year", "total"), [(2022, 33_882), (2025, 34_538)])
def test_arrivals_add_up_to_the_official_total(year, total):
    assert arrivals_through(read_flows(), year) == total


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_arrivals_add_up_to_every_published_running_total(year):
    flows = read_flows()
    published = flows.query(f"series == 'kr_cumulative' and year == '{year}'")["value"]
    assert arrivals_through(flows, year) == published.iloc[0]


def test_the_block_headed_2001_repeats_three_years():
    flows = read_flows().query("series in ['kr_arrivals', 'kr_arrivals_block']")
    by_year = flows.set_index("year")["value"]
    assert by_year[["1999", "2000", "2001"]].sum() == by_year["1999-2001"]


def test_newest_date_known_to_the_day():
    tables = (read_sources(), read_incidents(), events_table())
    assert evidence_horizon(*tables) == dt.date(2026, 1, 20)


def test_months_and_years_do_not_move_the_horizon():
    table = pd.DataFrame({"date": ["2024-02-29", "2025", "2025-03", "n.d.", ""]})
    assert evidence_horizon(table) == dt.date(2024, 2, 29)


def test_horizon_without_a_day_is_refused():
    with pytest.raises(ValueError, match="no table holds a date known to the day"):
        evidence_horizon(pd.DataFrame({"date": ["2025"]}))


def test_rows_on_general_knowledge_alone_are_unverified():
    cells = pd.Series(["C-GK", "C-GK;C-GEO", "absence_note", "C-CALC", "", "C-GK;wp_kim"])
    flags = verified(cells, read_sources())
    assert flags.tolist() == [False, False, False, False, False, True]


def test_unverified_rows_of_the_shipped_evidence():
    sources, facts, flows = read_sources(), read_facts(), read_flows()
    assert (~verified(facts["source_id"], sources)).sum() == 8
    assert flows.index[~verified(flows["source_ids"], sources)].tolist() == ["kr_arrivals.1"]
    assert verified(legs_table()["source_ids"], sources).all()


def test_every_coordinate_rests_on_the_gazetteer():
    assert waypoints_table()["source_ids"].str.contains("C-GEO").all()
