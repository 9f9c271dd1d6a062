import traceback

import pandas as pd
import psycopg
import pytest

from dashboard.workspace.database_store import DatabaseStore, careful_address, shared_store
from dashboard.workspace.errors import BusyError, DamagedError, NewerFormatError, StoreError
from dashboard.workspace.model import changed, empty_workspace
from tests.dashboard.workspace.worlds import LON, NAME, judged, noted, own_legs, own_place


@pytest.fixture
def store(url):
    return DatabaseStore(url)


def saved(store, workspace):
    return store.save(workspace, store.open())


def edited(kept, record, text):
    row = pd.DataFrame({"text": [text]}, index=[record])
    return changed(kept.workspace, "notes", row)


def test_shapes_are_there_for_a_gis(store, url):
    saved(store, own_place(own_legs(), lon=LON))
    with psycopg.connect(url) as database:
        found = database.execute(
            "select kind, count(*), max(st_length(shape::geography)) "
            "from corridor_atlas.now group by kind order by kind"
        ).fetchall()
    assert [row[:2] for row in found] == [("legs", 3), ("places", 1)]
    assert found[0][2] > 3_000_000


def test_only_what_was_changed_is_written(store, url):
    start = saved(store, noted(empty_workspace(), "one", "two"))
    store.save(edited(start, start.workspace.notes.index[0], "changed"), start)
    with psycopg.connect(url) as database:
        (count,) = database.execute("select count(*) from corridor_atlas.record").fetchone()
    assert count == 3


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


SPOILT = {
    "no score": ("update {r} set cells = jsonb_set(cells, '{{score}}', '\"high\"')", "score"),
    "no cells": ("update {r} set cells = '[1, 2]'", "no record"),
    "a column of another program": (
        'update {r} set cells = cells || \'{{"owner": "x"}}\'',
        "owner",
    ),
    "another kind": ("update {r} set kind = 'tracks'", "tracks"),
    "a place that is no number": ('update {r} set cells = cells || \'{{"place": "x"}}\'', None),
}


@pytest.mark.parametrize(("statement", "words"), SPOILT.values(), ids=SPOILT)
def test_a_row_that_another_program_spoilt_is_named_and_older_versions_stay(
    store, url, statement, words
):
    empty = store.open()
    kept = store.save(judged(empty.workspace), empty)
    with psycopg.connect(url) as database:
        database.execute(statement.format(r="corridor_atlas.record"))
    if words is None:  # only its order was spoilt
        assert len(store.read(kept.number).overrides) == 1
        return
    for ask in (store.open, lambda: store.read(kept.number)):
        with pytest.raises(DamagedError) as refused:
            ask()
        assert words in refused.value.sentence
        assert "older version" in refused.value.sentence
        assert "heard from" not in str(refused.value)
    assert store.restore(empty.number).workspace.overrides.empty
    assert store.open().number == kept.number + 1


def test_a_row_of_another_program_that_fits_is_a_record_like_any_other(store, url):
    store.open()
    with psycopg.connect(url) as database:
        database.execute(
            "insert into corridor_atlas.record (kind, record_id, cells, since) values "
            '(\'notes\', gen_random_uuid(), \'{"about": "CHN", "text": "by a GIS"}\', 1)'
        )
    notes = store.open().workspace.notes
    assert notes["text"].tolist() == ["by a GIS"]
    assert notes["record_class"].tolist() == ["restricted"]
