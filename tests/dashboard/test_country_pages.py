"""Country pages: a profile for each country, countries side by side, Table 1 word for word."""

import csv
import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import doors

ROOT = Path(__file__).parents[2]
IN_TABLE_1 = ("KOR", "USA", "CHN")
COUNTRIES = (
    *("CAN", "CHN", "GBR", "JPN", "KHM", "KOR", "LAO", "MMR"),
    *("MNG", "PHL", "PRK", "RUS", "SGP", "THA", "USA", "VNM"),
)


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)


def opened(page, **address):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"dashboard/pages/{page}.py").run()


def html(app):
    return " ".join(element.proto.body for element in app.get("html"))


def words(text):
    whole = re.sub(r'<span class="atlas-date">([^<]*)</span>', r"\1", text)  # inside a word
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", whole)))


def printed():
    """Table 1 as the file has it, without the code that is tested: rows as dictionaries."""
    with (ROOT / "geodata/data/table1.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_country_of_the_data_is_opened_below(atlas):
    assert set(COUNTRIES) == set(atlas.choices.profile)


@pytest.mark.parametrize("iso3", COUNTRIES)
def test_a_country_has_its_page(atlas, now, iso3):
    app = opened("country", profile=iso3)
    assert not app.exception
    page = words(html(app))
    assert atlas.country_names[iso3] in page
    for part in ("Law", "Practice", "Legs that touch it", "What is not known", "Sources"):
        assert f" {part} " in page
    assert all(str(one.summary) in page for one in now.incidents_of.get(iso3, ()))
    assert ("As printed" in page) == (iso3 in IN_TABLE_1)


@pytest.mark.parametrize("iso3", ["SGP", "PHL"])
def test_a_country_without_assessment_says_so_and_shows_no_figure(iso3):
    page = html(opened("country", profile=iso3))
    assert "No assessment: the evidence holds nothing" in words(page)
    assert "Six dimensions" not in page
    assert 'class="atlas-scale"' not in page


@pytest.mark.parametrize("iso3", IN_TABLE_1)
def test_a_profile_holds_table_1_whole_and_word_for_word(iso3):
    page = words(html(opened("country", profile=iso3)))
    for line in printed():
        said = f"{line['label']} {line[iso3]}"
        assert " ".join(said.split()) in page


def test_the_comparison_agrees_with_table_1_word_for_word():
    page = html(opened("side_by_side"))
    group = page.split("Table 1 of the white paper")[-1].split("</tbody>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", group, re.DOTALL)
    assert len(lines) == len(printed()) == 7
    for line, expected in zip(lines, printed(), strict=True):
        label, *cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)
        assert words(label).strip() == expected["label"]
        for iso3, cell in zip(IN_TABLE_1, cells, strict=True):
            assert words(cell).strip().startswith(" ".join(expected[iso3].split()))
            assert "white paper" in words(cell)


def test_a_country_outside_table_1_has_evidence_or_no_data_in_its_lines():
    page = html(opened("side_by_side", compared=["THA", "SGP"]))
    group = page.split("Table 1 of the white paper")[-1].split("</tbody>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", group, re.DOTALL)
    cells = [re.findall(r"<td>(.*?)</td>", line, re.DOTALL) for line in lines]
    thailand, singapore = ([words(pair[place]).strip() for pair in cells] for place in (0, 1))
    assert thailand[0].startswith("illegal entrant, then removed to ROK rather than DPRK")
    assert thailand[1:6] == ["no data"] * 5
    assert thailand[6].startswith("2.0 Moderate")
    assert all(cell.startswith("no data") for cell in singapore)


def test_corrections_stand_beside_the_comparison_with_their_reason(atlas):
    page = words(html(opened("side_by_side")))
    for line in atlas.corrections.itertuples():
        assert words(line.evidence_says) in page
        assert words(line.reason) in page


@pytest.mark.parametrize("compared", [["THA"], ["CHN", "LAO", "THA", "VNM", "MMR", "KHM"]])
def test_one_country_is_too_few_and_six_are_cut_to_five(compared):
    app = opened("side_by_side", compared=compared)
    assert not app.exception
    columns = html(app).count('<th scope="col">')
    assert columns == (5 if len(compared) > 5 else 0)
    assert bool(app.info) == (len(compared) < 2)


def test_the_table_of_all_holds_every_country_and_shows_what_is_missing(atlas):
    table = opened("countries").dataframe[0].value
    assert len(table) == len(atlas.choices.profile)
    singapore = table.set_index("country").loc["Singapore"]
    assert singapore["risk_class"] == "no data"
    assert singapore[["risk", "interval", "grade", "treaty"]].isna().all()


def test_a_choice_of_countries_is_kept_in_the_address():
    app = opened("side_by_side", compared=["THA", "LAO"])
    app.multiselect(key="set_compared").set_value(["MNG", "THA"]).run()
    assert app.query_params["compared"] == ["MNG", "THA"]
    assert html(app).count('<th scope="col">') == 2
