"""What a planner may rely on, whether the workspace is one file or a database."""

import traceback
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from dashboard.publication.precision import PUBLIC, SECRET
from dashboard.workspace.database_store import DatabaseStore
from dashboard.workspace.errors import StoreError
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.model import TABLES, changed, empty_workspace, marked, removed
from dashboard.workspace.sitting import (
    Sitting,
    kept_scenarios,
    sitting_of,
    with_scenario,
    with_sitting,
)
from tests.dashboard.workspace.worlds import (
    CHEAP,
    FOUR_WORDS,
    NAME,
    judged,
    noted,
    own_legs,
    own_place,
)

TOML = 'title_en = "if"\n'


def in_a_file(request):
    path = request.getfixturevalue("tmp_path") / "plan.atlas"
    FileStore.create(path, FOUR_WORDS, cost=CHEAP)
    return lambda: FileStore.unlock(path, FOUR_WORDS)


def in_a_database(request):
    url = request.getfixturevalue("url")
    return lambda: DatabaseStore(url)


@pytest.fixture(params=[in_a_file, in_a_database], ids=["file", "database"])
def planner(request):
    """Return a function that opens the same workspace, as one more planner."""
    return request.param(request)


@pytest.fixture
def store(planner):
    return planner()


@pytest.fixture
def start(store):
    """Three notes, saved: what two planners begin with."""
    return store.save(noted(empty_workspace(), "one", "two", "three"), store.open())


def edited(kept, record, text):
    return changed(kept.workspace, "notes", pd.DataFrame({"text": [text]}, index=[record]))


def texts(workspace):
    return workspace.notes["text"].tolist()


def test_what_is_saved_comes_back_the_same(planner, store):
    whole = noted(judged(own_place(own_legs())), "시험 메모", 'it\'s \\ "two" %s; drop table x')
    assert store.save(whole, store.open()).number == 2
    back = planner().open().workspace
    for name in TABLES:
        expected = whole.table(name).assign(revision=1)
        pd.testing.assert_frame_equal(back.table(name), expected)


def test_every_record_keeps_its_class_and_a_public_one_stays_coarse(planner, store):
    whole = own_legs()
    public, _restricted, secret = whole.legs.index
    whole = marked(marked(whole, "legs", [public], PUBLIC), "legs", [secret], SECRET)
    store.save(whole, store.open())
    legs = planner().open().workspace.legs
    assert legs["record_class"].tolist() == ["public", "restricted", "secret"]
    assert legs.loc[public, "line"] == "LINESTRING (129.8 41.8, 125.3 43.9)"


def test_scenarios_and_the_view_come_back(planner, store):
    sitting = Sitting(view={"country": ["LAO"]}, scenario="if")
    whole = with_scenario(with_sitting(empty_workspace(), sitting), TOML)
    store.save(whole, store.open())
    back = planner().open().workspace
    assert sitting_of(back) == sitting
    assert kept_scenarios(back) == {"if": TOML}


def test_two_planners_who_change_different_things_at_once_lose_nothing(planner, store, start):
    first, second, third = start.workspace.notes.index
    store.save(noted(edited(start, first, "mine"), "new of mine"), start)
    kept = planner().save(removed(edited(start, second, "theirs"), "notes", [third]), start)
    assert texts(kept.workspace) == ["mine", "theirs", "new of mine"]
    assert texts(store.open().workspace) == texts(kept.workspace)
    assert not kept.conflicts


def test_two_planners_who_change_the_same_thing_keep_both_and_are_told(planner, store, start):
    record = start.workspace.notes.index[0]
    store.save(edited(start, record, "first"), start)
    kept = planner().save(edited(start, record, "second"), start)
    (conflict,) = kept.conflicts
    again = store.open().workspace.notes
    assert again.loc[record, "text"] == "first"
    assert again.loc[conflict.kept_beside, "text"] == "second"
    assert again.loc[conflict.kept_beside, "conflict_with"] == record


def test_what_one_planner_removed_and_the_other_changed_stays(planner, store, start):
    record = start.workspace.notes.index[0]
    store.save(removed(start.workspace, "notes", [record]), start)
    kept = planner().save(edited(start, record, "changed"), start)
    assert len(kept.conflicts) == 1
    assert store.open().workspace.notes.loc[record, "text"] == "changed"


def test_a_mark_of_one_planner_and_a_finer_line_of_the_other_are_never_joined(planner, store):
    base = store.save(own_legs(), store.open())
    record = base.workspace.legs.index[0]
    store.save(marked(base.workspace, "legs", [record], PUBLIC), base)
    finer = pd.DataFrame({"line": ["LINESTRING (129.83333 41.8, 125.3 43.9)"]}, index=[record])
    kept = planner().save(changed(base.workspace, "legs", finer), base)
    (conflict,) = kept.conflicts
    legs = store.open().workspace.legs
    assert legs.loc[[record, conflict.kept_beside], "record_class"].tolist() == [
        "public",
        "restricted",
    ]


def test_a_save_whose_answer_was_lost_can_be_repeated(store, start):
    more = noted(edited(start, start.workspace.notes.index[0], "changed"), "four")
    store.save(more, start)  # saved, but the answer never came
    kept = store.save(more, start)
    assert texts(kept.workspace) == ["changed", "two", "three", "four"]
    assert not kept.conflicts


def test_planners_who_save_in_the_same_moment_each_have_their_turn(planner, store):
    start = store.open()

    def plan(who):
        kept, mine = start, planner()
        for number in range(3):
            kept = mine.save(noted(kept.workspace, f"{who} {number}"), kept)

    with ThreadPoolExecutor() as planners:
        list(planners.map(plan, ["one", "two"]))
    found = store.open()
    expected = [f"{who} {number}" for who in ("one", "two") for number in range(3)]
    assert sorted(texts(found.workspace)) == expected
    assert found.number == 7


def test_an_older_version_is_read_and_everything_stays_as_it_is(store, start):
    later = store.save(removed(start.workspace, "notes", start.workspace.notes.index), start)
    assert texts(store.read(start.number)) == ["one", "two", "three"]
    assert store.open().number == later.number
    assert store.open().workspace.notes.empty


def test_older_versions_can_be_restored_and_so_can_what_came_after(store, start):
    gone = removed(edited(start, start.workspace.notes.index[0], "new"), "notes", [])
    second = store.save(removed(gone, "notes", start.workspace.notes.index[1:]), start)
    assert texts(store.restore(start.number).workspace) == ["one", "two", "three"]
    assert texts(store.open().workspace) == ["one", "two", "three"]
    assert texts(store.restore(second.number).workspace) == ["new"]
    assert [version.number for version in store.versions()] == [5, 4, 3, 2, 1]
    assert store.versions()[1].records["notes"] == 3


@pytest.mark.parametrize("ask", ["read", "restore"])
def test_a_version_that_is_not_there_is_refused_with_words(store, ask):
    with pytest.raises(StoreError, match="Version 99 is not there"):
        getattr(store, ask)(99)


def test_no_refusal_repeats_the_data(store):
    start = store.save(own_legs(), store.open())
    with pytest.raises(StoreError) as refused:
        store.restore(99)
    assert NAME not in "".join(traceback.format_exception(refused.value))
    assert NAME not in repr((start, store.open()))
