"""The page My data, part by part, with legs on the desk of its session."""

import pytest

from dashboard import doors, session
from dashboard.panels.own_data.sections import SECTIONS
from dashboard.workspace.desk import Desk
from tests.dashboard.test_pages import started
from tests.dashboard.workspace.worlds import NAME, judged, noted, own_legs, own_place


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)


@pytest.fixture(scope="module")
def desk():
    return Desk(workspace=noted(judged(own_place(own_legs())), "heard twice"))


def opened(desk, section, **address):
    app = started("my_data", **address)
    app.session_state[session.DESK] = desk
    app.session_state[session.OWN_SECTION] = section
    return app.run()


@pytest.mark.parametrize("section", SECTIONS)
def test_each_part_runs_with_legs_on_the_desk(desk, section, monkeypatch, tmp_path):
    monkeypatch.setenv("CORRIDOR_ATLAS_WORKSPACES", str(tmp_path))
    app = opened(desk, section)
    assert not app.exception
    assert not app.error
    assert "3 legs and 1 place" in app.main.caption[0].value


def test_own_corridors_stand_before_the_published_ones_and_own_assessments_are_marked(desk):
    table = opened(desk, "figures").dataframe[0].value
    assert table["whose"].tolist()[0] == "yours, restricted"
    assert table["corridor"].tolist()[0] == "ours"
    assert table["own_assessment"].iloc[0]
    assert (table["whose"] == "published").sum() == 16


def test_a_scenario_says_which_own_legs_it_moves(desk):
    app = opened(desk, "what_if")
    app.selectbox(key="own_what_if").set_value("thailand-ends-transfers").run()
    assert not app.exception
    mine, published = (table.value for table in app.dataframe[:2])
    assert mine["change"].abs().max() > 0
    assert (published["scenario_low"] <= published["scenario"] + 0.1).all()


def test_files_are_offered_only_after_a_decision_with_a_reason(desk):
    app = opened(desk, "share")
    app.multiselect(key="own_share_corridors").set_value(["ours"]).run()
    assert "once the decision is on record" in app.main.info[-1].value
    app.text_area(key="own_share_reason").set_value("in a public report")
    [button] = [one for one in app.button if one.label == "Record the decision"]
    button.click().run()
    assert not app.exception
    assert any(one.label == "Make: Briefing (HTML)" for one in app.button)


def test_what_is_shown_before_it_leaves_has_no_name_of_a_record(desk):
    app = opened(desk, "share")
    app.multiselect(key="own_share_corridors").set_value(["ours"]).run()
    _classes, lost, legs, *others = (table.value for table in app.dataframe)
    assert lost["name"].iloc[0] == NAME
    assert all(NAME not in table.to_string() for table in (legs, *others))
    assert len(legs) == 3


def test_before_a_file_the_page_says_what_can_be_brought_and_reads_its_sample():
    app = opened(Desk(), "bring_in")
    assert "What you can bring" in [one.value for one in app.subheader]
    [button] = [one for one in app.button if one.label == "Read the sample here"]
    button.click().run()
    assert not app.exception
    assert any(one.label == "Take the 15 good rows" for one in app.button)
