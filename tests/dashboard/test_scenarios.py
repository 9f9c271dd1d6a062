"""The shipped scenarios rest on the evidence, say why, and leave the baseline alone."""

import pytest

from analysis.errors import RecipeError
from dashboard import scenarios as what_if
from dashboard import uncertainty


@pytest.fixture(scope="session")
def scenarios(atlas):
    return what_if.shipped_scenarios(atlas)


def test_six_scenarios_are_shipped_in_two_languages(scenarios):
    assert len(scenarios) == 6
    for name, scenario in scenarios.items():
        assert scenario.name == f"{name}.toml"
        assert scenario.title_en.startswith("If ")
        assert any("가" <= letter <= "힣" for letter in scenario.title_ko)
        assert scenario.reason.why
        assert all(override.reason.judgement for override in scenario.overrides)


def test_every_reference_is_a_source_of_the_evidence(atlas, scenarios):
    cited = set(atlas.source_lines.values())
    for scenario in scenarios.values():
        assert scenario.reason.reference in cited, scenario.id


def test_a_scenario_stands_beside_the_baseline_and_never_in_it(atlas, now, scenarios):
    before = now.indicators.copy()
    found = what_if.under_scenario(atlas, now, scenarios["china-recognises-refugees"])
    assert found.baseline is now
    assert now.indicators.equals(before)
    assert found.readings.countries.loc["CHN", "risk"] < now.countries.loc["CHN", "risk"]
    assert found.countries.index[found.countries["changed"]].tolist() == ["CHN"]
    assert found.readings.countries.loc["CHN", "legal_status"] == "Refugee or asylum status"


def test_every_scenario_changes_some_leg_and_corridor(atlas, now, scenarios):
    for scenario in scenarios.values():
        found = what_if.under_scenario(atlas, now, scenario)
        assert found.legs["changed"].any(), scenario.id
        assert found.corridors["changed"].any(), scenario.id
        assert not found.legs.loc["RUS-UNHCR-1", "changed"]


def test_table_1_alone_says_that_it_does_not_read_a_scenario(atlas, read, scenarios):
    found = what_if.under_scenario(atlas, read("table1"), scenarios["laos-returns-a-group"])
    assert not found.legs["changed"].any()
    assert (found.changes["note"] != "").all()


def test_what_a_scenario_gives_is_not_drawn(atlas, now, scenarios):
    found = what_if.under_scenario(atlas, now, scenarios["laos-returns-a-group"])
    drawn = uncertainty.read_intervals(atlas, found.readings, uncertainty.read_rule())
    assert drawn.countries.loc["LAO", ["low", "median", "high"]].tolist() == [8.0, 8.0, 8.0]


def test_the_country_people_leave_cannot_be_changed(atlas, tmp_path, root):
    text = (root / "analysis/scenarios/laos-returns-a-group.toml").read_text("utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text.replace("set.LAO", "set.PRK"), "utf-8")
    with pytest.raises(RecipeError, match=r"mine\.toml, set\.PRK: found the country 'PRK'"):
        what_if.read_scenario(path, atlas)
