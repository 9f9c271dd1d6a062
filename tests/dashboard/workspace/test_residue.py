"""After a session the disk holds the one file and nothing of the data, and so do log and fault."""

import os
import subprocess
import sys

import pytest

from tests.dashboard.workspace.worlds import LON, NAME

PASSPHRASE = "kettle amber violin seven"  # noqa: S105 - of a test
MARKERS = [
    form
    for text in (NAME, str(LON), PASSPHRASE, "heard from three partners")
    for form in (text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le"))
]


@pytest.mark.skipif(os.name != "posix", reason="places of Unix are searched")
def test_a_session_leaves_nothing_of_the_data_on_the_disk_in_the_log_or_in_a_fault(root, tmp_path):
    places = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}
    env = {**os.environ, "CORRIDOR_ATLAS_CACHE": str(tmp_path / "cache")}
    for variable, name in places.items():
        (tmp_path / name).mkdir()
        env[variable] = str(tmp_path / name)
    (tmp_path / "kept").mkdir()
    program = [sys.executable, "-m", "tests.dashboard.workspace.residue"]
    command = [*program, tmp_path / "kept" / "plan.atlas", PASSPHRASE]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False)
    assert b"RecordError: legs, record 1, column mode: expected one of" in done.stderr
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert tmp_path / "kept" / "plan.atlas" in files
    for text in (done.stdout, done.stderr, *files.values()):
        assert not [marker for marker in MARKERS if marker in text]
    assert {path.name for path in files if path.parent.name == "kept"} == {
        ".plan.atlas.lock",
        "plan.atlas",
    }
