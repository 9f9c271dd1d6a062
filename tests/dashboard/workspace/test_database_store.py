import traceback
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import psycopg
import pytest

from dashboard.workspace.database_store import DatabaseStore, careful_address, shared_store
from dashboard.workspace.errors import BusyError, NewerFormatError, StoreError
from dashboard.workspace.model import TABLES, changed, empty_workspace, removed
from tests.dashboard.workspace.postgres import NoPostgresError, running_server
from tests.dashboard.workspace.worlds import LON, NAME, judged, noted, own_legs, own_place


@pytest.fixture(scope="module")
def server():
    try:
        with running_server() as started:
            yield started
    except NoPostgresError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def ready(server):
    """A database in which the store has made its tables; the tests get copies of it."""
    assert DatabaseStore(server.url).open().number == 1
    with psycopg.connect(server.url.replace("/postgres", "/template1"), autocommit=True) as root:
        root.execute("alter database postgres rename to ready")
    return server


@pytest.fixture
def url(ready):
    """A database of its own for each test."""
    with psycopg.connect(ready.url.replace("/postgres", "/template1"), autocommit=True) as root:
        root.execute("drop database if exists planners with (force)")
        root.execute("create database planners template ready")
    return ready.url.replace("/postgres", "/planners")


@pytest.fixture
def store(url):
    return DatabaseStore(url)


def saved(store, workspace):
    return store.save(workspace, store.open())


def edited(kept, record, text):
    row = pd.DataFrame({"text": [text]}, index=[record])
    return changed(kept.workspace, "notes", row)


def test_what_is_saved_comes_back_the_same(store):
    whole = noted(judged(own_place(own_legs())), "시험 메모", 'it\'s \\ "two" %s; drop table x')
    assert saved(store, whole).number == 2
    back = store.open()
    for name in TABLES:
        expected = whole.table(name).assign(revision=1)
        pd.testing.assert_frame_equal(back.workspace.table(name), expected)


def test_shapes_are_there_for_a_gis(store, url):
    saved(store, own_place(own_legs(), lon=LON))
    with psycopg.connect(url) as database:
        found = database.execute(
            "select kind, count(*), max(st_length(shape::geography)) "
            "from corridor_atlas.now group by kind order by kind"
        ).fetchall()
    assert [row[:2] for row in found] == [("legs", 3), ("places", 1)]
    assert found[0][2] > 3_000_000


def test_two_planners_who_change_different_things_at_once_lose_nothing(store, url):
    start = saved(store, noted(empty_workspace(), "one", "two", "three"))
    first, second, third = start.workspace.notes.index
    other = DatabaseStore(url)
    store.save(noted(edited(start, first, "mine"), "new of mine"), start)
    kept = other.save(removed(edited(start, second, "theirs"), "notes", [third]), start)
    texts = ["mine", "theirs", "new of mine"]
    assert kept.workspace.notes["text"].tolist() == texts
    assert store.open().workspace.notes["text"].tolist() == texts
    assert not kept.conflicts


def test_two_planners_who_change_the_same_thing_keep_both_and_are_told(store, url):
    start = saved(store, noted(empty_workspace(), "one"))
    (record,) = start.workspace.notes.index
    store.save(edited(start, record, "first"), start)
    kept = DatabaseStore(url).save(edited(start, record, "second"), start)
    (conflict,) = kept.conflicts
    again = store.open().workspace.notes
    assert again.loc[record, "text"] == "first"
    assert again.loc[conflict.kept_beside, "text"] == "second"
    assert again.loc[conflict.kept_beside, "conflict_with"] == record


def test_only_what_was_changed_is_written(store, url):
    start = saved(store, noted(empty_workspace(), "one", "two"))
    store.save(edited(start, start.workspace.notes.index[0], "changed"), start)
    with psycopg.connect(url) as database:
        (count,) = database.execute("select count(*) from corridor_atlas.record").fetchone()
    assert count == 3


def test_older_versions_can_be_restored_and_so_can_what_came_after(store):
    first = saved(store, noted(empty_workspace(), "kept"))
    second = store.save(removed(first.workspace, "notes", first.workspace.notes.index), first)
    assert store.restore(first.number).workspace.notes["text"].tolist() == ["kept"]
    assert store.open().workspace.notes["text"].tolist() == ["kept"]
    assert store.restore(second.number).workspace.notes.empty
    assert [version.number for version in store.versions()] == [5, 4, 3, 2, 1]
    assert store.versions()[1].records["notes"] == 1
    with pytest.raises(StoreError, match="not there"):
        store.restore(99)


def test_a_database_that_goes_away_and_comes_back_loses_nothing(server, store):
    start = saved(store, noted(empty_workspace(), "one"))
    more = noted(start.workspace, "two")
    server.stop()
    try:
        with pytest.raises(BusyError, match="does not answer"):
            store.save(more, start)
    finally:
        server.start()
    assert store.save(more, start).workspace.notes["text"].tolist() == ["one", "two"]


def test_a_save_whose_answer_was_lost_can_be_repeated(store):
    start = saved(store, noted(empty_workspace(), "one"))
    more = noted(edited(start, start.workspace.notes.index[0], "changed"), "two")
    store.save(more, start)  # saved, but the answer never came
    kept = store.save(more, start)
    assert kept.workspace.notes["text"].tolist() == ["changed", "two"]
    assert not kept.conflicts


def test_a_database_from_a_newer_version_is_refused_with_words(store, url):
    store.open()
    with psycopg.connect(url) as database:
        database.execute("insert into corridor_atlas_schema (step) values (99)")
    with pytest.raises(NewerFormatError, match="newer version"):
        store.open()


def test_a_fault_in_the_database_names_nothing_of_the_data(store, url):
    start = store.open()
    with psycopg.connect(url) as database:
        database.execute(
            "alter table corridor_atlas.record add check (not cells::text like '%kestrel%')"
        )
    with pytest.raises(StoreError) as refused:
        store.save(own_legs(), start)
    assert NAME not in "".join(traceback.format_exception(refused.value))
    assert store.open().number == start.number


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://me@db.example.org/plans", " sslmode=verify-full"),
        ("host=db.example.org sslmode=require", " sslmode=require"),
        ("postgresql://me@localhost/plans", ""),
    ],
)
def test_another_machine_must_prove_who_it_is_unless_told_otherwise(address, mode):
    asked = careful_address(address)
    assert ("sslmode" in asked) == bool(mode)
    assert mode in asked


def test_without_an_address_there_is_no_shared_store(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert shared_store() is None


def test_an_address_that_is_none_is_refused_without_its_password():
    address = "postgresql://me:hunter2@[/x"
    with pytest.raises(StoreError) as refused:
        DatabaseStore(address)
    assert "hunter2" not in "".join(traceback.format_exception(refused.value))


def test_planners_who_save_in_the_same_moment_each_have_their_turn(store, url):
    start = store.open()

    def plan(who):
        kept, mine = start, DatabaseStore(url)
        for number in range(4):
            kept = mine.save(noted(kept.workspace, f"{who} {number}"), kept)

    with ThreadPoolExecutor() as planners:
        list(planners.map(plan, ["one", "two", "three"]))
    assert sorted(store.open().workspace.notes["text"]) == sorted(
        f"{who} {number}" for who in ("one", "two", "three") for number in range(4)
    )
    assert store.open().number == 13
