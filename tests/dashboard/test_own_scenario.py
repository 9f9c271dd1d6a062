"""A reader's own scenario is checked at the door, written back as TOML, and kept by nobody else."""

import pytest

from analysis.errors import RecipeError
from analysis.scenario_toml import scenario_toml
from dashboard import scenarios
from dashboard.panels.comparison.own_scenario import refusal_panel
from dashboard.scenarios import Setting, shipped_scenarios

TEXT = 'id = "mine"\ntitle_en = "Mine"\ntitle_ko = "Mine"\nwhy = "to see"\njudgement = true\n'
CHINA = '[set.CHN.state_practice_of_return]\nvalue = 2\nwhy = "so"\njudgement = true\n'


def test_every_shipped_scenario_comes_back_from_its_text(atlas):
    for scenario in shipped_scenarios(atlas).values():
        again = scenarios.own_scenario(atlas, scenario_toml(scenario), scenario.name)
        assert again == scenario


def test_what_is_written_in_rows_is_a_scenario(atlas):
    rows = [
        Setting(iso3="CHN", dimension="state_practice_of_return", value="2,5", why='he said "so"'),
        Setting(iso3="LAO", dimension="legal_recognition", value="8", why="시험"),
    ]
    text = scenarios.written_scenario("Two \\ changes", "To see\nwhat moves.", rows)
    made = scenarios.own_scenario(atlas, text, "mine")
    assert [(one.iso3, one.value) for one in made.overrides] == [("CHN", 2.5), ("LAO", 8.0)]
    assert made.title_ko == "Two \\ changes"
    assert made.overrides[0].reason.why == 'he said "so"'
    assert all(one.reason.judgement for one in made.overrides)


@pytest.mark.parametrize(
    ("rows", "place", "expected"),
    [
        ([], "top level", "at least one table"),
        ([Setting(iso3="CHN", dimension="no", value="2", why="a")], "set.CHN.no", "one of"),
        (
            [Setting(iso3="LAO", dimension="legal_recognition", value="11", why="a")],
            "set.LAO.legal_recognition",
            "a score from 0 to 10",
        ),
        (
            [Setting(iso3="LAO", dimension="legal_recognition", value="", why="a")],
            "set.LAO.legal_recognition",
            "a score from 0 to 10",
        ),
        (
            [Setting(iso3="LAO", dimension="legal_recognition", value="1", why=" ")],
            "set.LAO.legal_recognition",
            "why as a string",
        ),
        ([Setting(iso3="?", dimension="x", value="1", why="a")], "the text", "TOML"),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_place(atlas, rows, place, expected):
    with pytest.raises(RecipeError) as refusal:
        scenarios.own_scenario(atlas, scenarios.written_scenario("T", "why", rows), "mine")
    assert refusal.value.node == place
    assert expected in refusal.value.expected


def test_a_text_that_nobody_wrote_by_hand_is_refused(atlas):
    with pytest.raises(RecipeError, match="at most 50,000"):
        scenarios.own_scenario(atlas, TEXT + CHINA + "#" * 50_000, "mine")


def test_a_refusal_says_where_what_and_what_was_expected_as_text(atlas):
    hostile = CHINA.replace("CHN", '"<script>alert(1)</script>"')
    with pytest.raises(RecipeError) as refusal:
        scenarios.own_scenario(atlas, TEXT + hostile, "mine")
    panel = str(refusal_panel(refusal.value))
    assert "Where" in panel
    assert "Expected" in panel
    assert "&lt;script&gt;" in panel
    assert "<script" not in panel
