"""Saved or not saved, never half: killed, starved, locked out, and two at once."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="savers are forked and killed")


@pytest.fixture
def run(root, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()

    def savers(what, *more):
        program = [sys.executable, "-m", "tests.dashboard.workspace.savers"]
        command = [*program, what, folder / "plan.atlas", *map(str, more)]
        done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return savers


def test_a_saver_killed_200_times_leaves_the_old_or_the_new_file(run):
    times, amid = map(int, run("kill", 200).split())
    assert times == 200
    assert amid > 5  # the kills did hit saves that were under way


def test_a_full_disk_leaves_the_file_as_it_was_and_says_so(run):
    words, number, files = run("full").split("|")
    assert "CannotSaveError" in words
    assert int(number) == 1
    assert files.split() == [".plan.atlas.lock", "plan.atlas"]


def test_a_folder_that_cannot_be_written_leaves_the_file_as_it_was_and_says_so(run):
    words, number, _ = run("read-only").split("|")
    assert "CannotSaveError" in words
    assert int(number) == 1


def test_of_savers_at_once_each_has_its_turn(run):
    assert run("together") == "61"
