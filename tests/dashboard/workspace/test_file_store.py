import datetime as dt
import traceback

import pytest

from dashboard.workspace import sealing
from dashboard.workspace.errors import (
    CannotSaveError,
    DamagedError,
    NewerFormatError,
    StoreError,
    WrongPassphraseError,
)
from dashboard.workspace.file_store import VERSIONS_KEPT, FileStore, passphrase_hint
from dashboard.workspace.model import empty_workspace
from dashboard.workspace.sealing import Cost
from tests.dashboard.workspace.worlds import CHEAP, FOUR_WORDS, LON, NAME, noted, own_legs


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.atlas"


@pytest.fixture
def store(path):
    return FileStore.create(path, FOUR_WORDS, cost=CHEAP)


def saved(store, workspace):
    return store.save(workspace, store.open())


def test_the_file_and_its_folder_hold_nothing_of_the_data(store, path):
    saved(store, own_legs())
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for marker in (NAME, str(LON), "record_id", FOUR_WORDS):
        assert marker.encode() not in written
    assert {file.name for file in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


def test_a_wrong_passphrase_reveals_nothing(store, path):
    saved(store, own_legs())
    with pytest.raises(WrongPassphraseError) as refused:
        FileStore.unlock(path, "five words of ours")
    told = "".join(traceback.format_exception(refused.value)) + refused.value.sentence
    assert NAME not in told
    assert "five words of ours" not in str(refused.value)
    assert path.name not in str(refused.value)


def test_a_korean_passphrase_is_the_same_composed_and_decomposed(path):
    FileStore.create(path, "한국어 문장", cost=CHEAP)
    decomposed = "".join(map(chr, (0x1112, 0x1161, 0x11AB))) + "국어 문장"
    assert FileStore.unlock(path, decomposed).open().number == 1


def test_one_damaged_byte_anywhere_is_found_and_costs_one_version_at_most(store, path):
    for text in ("one", "two", "three"):
        kept = saved(store, noted(empty_workspace(), text))
    whole = path.read_bytes()
    newest = len(whole) - len(list(sealing.blocks(whole))[-1].raw)
    for at in [*range(newest, newest + 120), *range(newest, len(whole), 97)]:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        opened = FileStore.unlock(path, FOUR_WORDS)
        with pytest.raises((DamagedError, NewerFormatError)):
            opened.open()
        assert kept.number - 1 in [version.number for version in opened.versions()]
    back = opened.restore(kept.number - 1)
    assert opened.open().number == back.number == kept.number
    assert all(version.readable for version in opened.versions())


def test_damage_to_an_older_version_leaves_the_newest(store, path):
    kept = saved(store, noted(empty_workspace(), "one"))
    whole = bytearray(path.read_bytes())
    whole[200] ^= 1
    path.write_bytes(whole)
    opened = FileStore.unlock(path, FOUR_WORDS)
    assert opened.open().number == kept.number
    assert [version.readable for version in opened.versions()] == [True, False]


@pytest.mark.parametrize("length", [0, 10, 97, 200])
def test_a_file_cut_short_is_refused_with_words(store, path, length):
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(StoreError, match="no workspace"):
        FileStore.unlock(path, FOUR_WORDS)
    with pytest.raises(DamagedError):
        store.open()


def test_a_file_from_a_newer_version_is_refused_with_words(path, monkeypatch):
    monkeypatch.setattr(sealing, "FORMAT", sealing.FORMAT + 1)
    FileStore.create(path, FOUR_WORDS, cost=CHEAP)
    monkeypatch.undo()
    with pytest.raises(NewerFormatError, match="newer version"):
        FileStore.unlock(path, FOUR_WORDS)


def test_a_made_up_file_cannot_ask_for_all_the_memory(path):
    key = sealing.derived_key(FOUR_WORDS, cost=CHEAP)
    greedy = sealing.Key(
        cost=Cost(memory_kib=2**31), salt=key.salt, secret=key.secret, check=key.check
    )
    path.write_bytes(sealing.sealed(b"x", greedy))
    with pytest.raises(StoreError, match="no workspace"):
        FileStore.unlock(path, FOUR_WORDS)


def test_as_many_versions_are_kept_as_are_promised(store):
    kept = store.open()
    for number in range(VERSIONS_KEPT + 3):
        kept = store.save(noted(kept.workspace, str(number)), kept)
    assert len(store.versions()) == VERSIONS_KEPT


def test_a_clock_set_back_orders_nothing(path):
    days = iter([dt.datetime(2026, 1, 2, tzinfo=dt.UTC), dt.datetime(2001, 1, 1, tzinfo=dt.UTC)])
    FileStore.create(path, FOUR_WORDS, cost=CHEAP)
    block = next(sealing.blocks(path.read_bytes()))
    key = sealing.derived_key(FOUR_WORDS, block.salt, CHEAP)
    store = FileStore(path, key, clock=lambda: next(days))
    saved(store, noted(empty_workspace(), "one"))
    saved(store, noted(store.open().workspace, "two"))
    assert store.open().workspace.notes["text"].tolist() == ["one", "two"]
    assert [version.number for version in store.versions()] == [3, 2, 1]


def test_a_new_passphrase_opens_every_version_and_the_old_one_none(store, path):
    saved(store, noted(empty_workspace(), "one"))
    store.change_passphrase("other words", cost=CHEAP)
    opened = FileStore.unlock(path, "other words")
    assert all(version.readable for version in opened.versions())
    assert saved(opened, opened.open().workspace).number == 3
    with pytest.raises(WrongPassphraseError):
        FileStore.unlock(path, FOUR_WORDS)


def test_a_file_that_is_there_is_not_written_over(store, path):
    with pytest.raises(CannotSaveError, match="exists"):
        FileStore.create(path, "other", cost=CHEAP)
    assert store.open().number == 1


def test_a_passphrase_is_not_empty_and_a_short_one_is_hinted_at(path):
    with pytest.raises(StoreError, match="empty"):
        FileStore.create(path, "")
    assert "four or more words" in passphrase_hint("Tr0ub4dor&3")
    assert passphrase_hint("kettle amber violin seven") is None


@pytest.mark.usefixtures("store")
def test_only_the_owner_may_read_the_file(path):
    assert path.stat().st_mode & 0o077 == 0


def test_a_passphrase_changed_in_another_window_is_said_and_loses_nothing(store, path):
    start = store.open()
    FileStore.unlock(path, FOUR_WORDS).change_passphrase("other words", cost=CHEAP)
    assert not store.still_opens
    mine = noted(start.workspace, "written meanwhile")
    with pytest.raises(WrongPassphraseError, match="changed in another window"):
        store.save(mine, start)
    kept = FileStore.unlock(path, "other words").save(mine, start)
    assert kept.workspace.notes["text"].tolist() == ["written meanwhile"]
