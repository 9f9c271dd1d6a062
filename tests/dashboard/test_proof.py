"""The page Proof computes what it claims, and would say so if a figure differed."""

from dataclasses import replace

import pytest

from dashboard.panels.proof import proof
from dashboard.proof import general_index, proofs


@pytest.fixture(scope="module")
def found(atlas, now):
    return {one.title: one for one in proofs(atlas, now)}


def test_every_figure_comes_out_as_expected(found):
    assert {title: one.reproduced for title, one in found.items()} == {
        title: len(one.table) for title, one in found.items()
    }
    assert len(found["INFORM Risk Index 2020"].table) == 22
    assert len(found["Kilometres are conserved"].table) == 87


def test_only_independent_published_figures_are_counted_as_proof(atlas, now, found, sure):
    published = sum(len(one.table) for one in found.values() if not one.own)
    page = str(proof(atlas, now, sure))
    assert f"{published} of {published} figures that others published come out the same" in page
    assert {title for title, one in found.items() if not one.own} == {
        "INFORM Risk Index 2020",
        "Human Development Index 2022",
        "Length of a surveyed line",
        "Shortest paths of a textbook graph",
    }
    apart = page.split("Not counted as proof")[1]
    assert "was asked for, and proves nothing" in apart
    assert "Table 1 of the white paper" in apart


def test_a_figure_that_differs_is_counted_as_different(atlas, now, sure):
    wrong = atlas.published.copy()
    wrong.loc["inform-2020.CHN.31", "value"] += 0.1
    changed = {one.title: one for one in proofs(replace(atlas, published=wrong), now)}
    assert changed["INFORM Risk Index 2020"].reproduced == 21
    assert "differs" in str(proof(replace(atlas, published=wrong), now, sure))


def test_a_wrong_input_is_noticed(atlas, now):
    wrong = atlas.published.copy()
    wrong.loc["hdi-2022.LAO.4", "value"] *= 1.1
    changed = {one.title: one for one in proofs(replace(atlas, published=wrong), now)}
    assert changed["Human Development Index 2022"].reproduced == 4


def test_table_1_follows_the_date(atlas, read):
    early = {one.title: one for one in proofs(atlas, read(date="1999-01-01"))}
    assert early["Table 1 of the white paper"].reproduced < 3


def test_a_general_index_puts_china_and_thailand_in_one_class(atlas, now):
    table = general_index(atlas, now)
    assert set(table["general_class"]) == {"Medium"}
    assert table.loc["CHN", "our_class"] != table.loc["THA", "our_class"]


def test_every_proof_that_rests_on_a_source_leads_to_it(atlas, now, found, sure):
    page = str(proof(atlas, now, sure))
    for one in found.values():
        assert all(f"id {source_id}" in page for source_id in one.source_ids)
