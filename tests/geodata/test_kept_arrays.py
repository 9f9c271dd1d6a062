"""What is kept for the next process is made anew when the file is not what was written."""

import os

import numpy as np
import pytest

from geodata.kept_arrays import CACHE_VARIABLE, cache_folder, kept_arrays


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def made():
    return {"km": np.arange(1000.0), "leg": np.arange(3)}


def never():
    pytest.fail("the file was there")


def test_the_next_process_reads_what_this_one_made(folder):
    kept_arrays("borders", "1a", made)
    again = kept_arrays("borders", "1a", never)
    assert {name: array.tolist() for name, array in again.items()} == {
        name: array.tolist() for name, array in made().items()
    }
    assert [path.name for path in folder.iterdir()] == ["borders-1a.npz"]


def test_other_content_is_another_file():
    kept_arrays("borders", "1a", made)
    assert kept_arrays("borders", "2b", lambda: {"km": np.zeros(1)})["km"].tolist() == [0.0]


@pytest.mark.parametrize("damage", ["cut short", "emptied", "one bit", "no archive", "objects"])
def test_a_damaged_file_is_made_anew(folder, damage):
    kept_arrays("borders", "1a", made)
    path = folder / "borders-1a.npz"
    whole = path.read_bytes()
    damaged = {
        "cut short": whole[:-100],
        "emptied": b"",
        "one bit": whole[:4000] + bytes([whole[4000] ^ 1]) + whole[4001:],
        "no archive": b"leg_id,iso3,km\n",
    }
    if damage == "objects":
        np.savez(path, km=np.array([{}]), allow_pickle=True)
    else:
        path.write_bytes(damaged[damage])
    assert kept_arrays("borders", "1a", made)["km"].sum() == 499_500
    assert path.read_bytes() == whole


def test_where_nothing_can_be_written_the_arrays_are_made_each_time(folder):
    folder.write_text("a file where the folder should be", "utf-8")
    assert kept_arrays("borders", "1a", made)["km"].sum() == 499_500
    assert kept_arrays("borders", "1a", made)["km"].sum() == 499_500


def test_only_the_newest_of_a_kind_stay(folder):
    for age, checksum in enumerate(["4d", "3c", "2b"]):
        kept_arrays("borders", checksum, made)
        os.utime(folder / f"borders-{checksum}.npz", (1e9 - age, 1e9 - age))
    kept_arrays("borders", "1a", made)
    assert sorted(path.name for path in folder.iterdir()) == ["borders-1a.npz", "borders-4d.npz"]


def test_without_a_setting_the_folder_is_the_systems_own(monkeypatch):
    monkeypatch.delenv(CACHE_VARIABLE)
    assert cache_folder().is_absolute()
    assert "corridor-atlas" in cache_folder().parts
