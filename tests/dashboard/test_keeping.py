"""The parts Keep and Share of the page My data: what was in use comes back, conflicts, classes."""

import datetime as dt

import pandas as pd
import pytest

from dashboard import doors, session
from dashboard.workspace.desk import opened
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.model import changed, empty_workspace
from dashboard.workspace.sealing import Cost
from dashboard.workspace.sitting import kept_scenarios, sitting_of
from tests.dashboard.test_pages import started
from tests.dashboard.workspace.worlds import noted, own_legs

WORDS = "four words of ours alone"
CHEAP = Cost(iterations=1, memory_kib=64, lanes=1)
TOML = 'id = "own"\ntitle_en = "if"\ntitle_ko = "if"\nwhy = "heard"\njudgement = true\n'


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch, tmp_path):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)
    monkeypatch.setenv("CORRIDOR_ATLAS_WORKSPACES", str(tmp_path))


@pytest.fixture
def store(tmp_path):
    whole = noted(own_legs(), "one")
    return FileStore.create(tmp_path / "plan.atlas", WORDS, workspace=whole, cost=CHEAP)


def page(section, desk=None, **address):
    app = started("my_data", **address)
    if desk:
        app.session_state[session.DESK] = desk
    app.session_state[session.OWN_SECTION] = section
    return app.run()


def saved_with(desk, text):
    rows = pd.DataFrame({"text": [text]}, index=desk.workspace.notes.index)
    return desk.with_workspace(changed(desk.workspace, "notes", rows)).saved()


def pressed(app, label):
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception
    return app


def test_date_filters_and_scenario_are_saved_and_come_back_in_another_session(store):
    app = page("keep", opened(store), date="2019-05-01", country="LAO")
    app.session_state[session.OWN_SCENARIO] = TOML
    pressed(app.run(), "Save")
    kept = store.open().workspace
    assert kept_scenarios(kept) == {"if": TOML}
    assert sitting_of(kept).view == {"date": ["2019-05-01"], "country": ["LAO"]}

    other = page("keep", country="CHN")
    next(one for one in other.text_input if one.key == "own_unlock").set_value(WORDS)
    pressed(other, "Open the workspace")
    found = other.session_state[session.SETTINGS]
    assert (found.date, found.country) == (dt.date(2019, 5, 1), ("LAO",))
    assert other.session_state[session.OWN_SCENARIO] == TOML


def test_both_versions_stand_side_by_side_and_the_chosen_one_stays(store):
    here, there = opened(store), opened(store)
    saved_with(there, "theirs")
    app = page("keep", saved_with(here, "ours"))
    assert app.dataframe[0].value.iloc[0].tolist() == ["text", "theirs", "ours"]
    pressed(app, "Take the one beside it")
    assert app.session_state[session.DESK].workspace.notes["text"].tolist() == ["ours"]


def test_an_older_version_is_compared_with_what_is_open(store):
    desk = opened(store)
    desk = desk.with_workspace(noted(desk.workspace, "two")).saved()
    app = page("keep", desk)
    app.selectbox[0].set_value(1).run()
    shown = app.dataframe[0].value
    assert shown[["table", "record", "what"]].to_numpy().tolist() == [["Notes", "two", "added"]]


def test_the_passphrase_is_changed_on_the_page(store, tmp_path):
    app = page("keep", opened(store))
    for field in app.text_input:
        field.set_value("another four words of ours")
    pressed(app, "Change the passphrase")
    assert FileStore.unlock(tmp_path / "plan.atlas", "another four words of ours")


def test_a_passphrase_changed_elsewhere_is_asked_for_and_what_was_written_is_saved(store, tmp_path):
    desk = opened(store)
    desk = desk.with_workspace(noted(desk.workspace, "two"))
    FileStore.unlock(tmp_path / "plan.atlas", WORDS).change_passphrase("new words", cost=CHEAP)
    app = page("keep", desk)
    next(one for one in app.text_input if one.label == "Its new passphrase").set_value("new words")
    pressed(pressed(app, "Unlock again"), "Save")
    kept = FileStore.unlock(tmp_path / "plan.atlas", "new words").open()
    assert kept.workspace.notes["text"].tolist() == ["one", "two"]


def test_what_is_chosen_to_be_shared_is_still_chosen_after_another_part(store):
    app = page("share", opened(store))
    app.multiselect(key="own_share_corridors").set_value(["ours"]).run()
    for section in ("keep", "share"):
        app.session_state[session.OWN_SECTION] = section
        app.run()
    assert app.multiselect(key="own_share_corridors").value == ["ours"]
    app.session_state[session.DESK] = opened(store).with_workspace(noted(empty_workspace(), "one"))
    assert not app.run().exception
