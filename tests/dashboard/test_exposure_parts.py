"""The folder of kilometres: the rows of the whole file, whole or not there at all."""

import json
import subprocess
import sys
from contextlib import nullcontext

import pandas as pd
import pytest
import shapely

from dashboard import exposure_parts
from dashboard.__main__ import main
from dashboard.exposure_parts import MANIFEST, write_exposure
from geodata.boundaries import DATA, read_boundaries, read_unclaimed_land
from geodata.checksums import sha256_of
from geodata.exposure import leg_exposure
from geodata.leg_files import read_leg_lines
from intake.errors import AtlasError, DataFileError
from tests.benchmarks.exposure import random_legs

LEGS = 2000
# Parts of 667 legs with 40 vertices each: too many to be cut without the index, as the whole is.
AT_MOST = 700
IN_THIS_PROCESS = nullcontext(map)


@pytest.fixture(scope="module")
def legs(tmp_path_factory):
    path = tmp_path_factory.mktemp("legs") / "legs.parquet"
    random_legs(LEGS).to_parquet(path)
    return path


@pytest.fixture(scope="module")
def expected(legs):
    return leg_exposure(
        read_leg_lines(legs), read_boundaries(), unclaimed=read_unclaimed_land()
    ).astype({"leg_id": "str", "iso3": "str"})


@pytest.fixture(scope="module")
def out(legs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "out"
    write_exposure(legs, folder, places=DATA, workers=IN_THIS_PROCESS, at_most=AT_MOST)
    return folder


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_parts_together_are_the_rows_of_the_whole_file_to_the_last_bit(out, expected):
    pd.testing.assert_frame_equal(pd.read_parquet(out), expected, check_exact=True)


def test_the_manifest_lists_what_is_there(out, expected):
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    assert listing(out) == [MANIFEST, *(part["file"] for part in manifest["parts"])]
    assert (manifest["legs"], manifest["rows"]) == (LEGS, len(expected))
    assert [part["legs"] for part in manifest["parts"]] == [666, 667, 667]
    assert all(part["sha256"] == sha256_of(out / part["file"]) for part in manifest["parts"])


def test_the_same_legs_give_the_same_bytes(legs, out, tmp_path):
    write_exposure(legs, tmp_path / "b", places=DATA, workers=IN_THIS_PROCESS, at_most=AT_MOST)
    assert [sha256_of(out / name) for name in listing(out)] == [
        sha256_of(tmp_path / "b" / name) for name in listing(tmp_path / "b")
    ]


def test_a_folder_that_holds_something_is_refused_and_left_alone(legs, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(AtlasError, match="is not empty"):
        write_exposure(legs, tmp_path, places=DATA, workers=IN_THIS_PROCESS)
    assert listing(tmp_path) == ["mine.txt"]


def test_a_bad_row_leaves_no_folder(tmp_path):
    lines = random_legs(20)
    lines.loc["17", "geometry"] = shapely.LineString([(1, 1), (1, 1)])
    lines.to_parquet(tmp_path / "legs.parquet")
    with pytest.raises(DataFileError, match="row 18: found a line without length"):
        write_exposure(
            tmp_path / "legs.parquet",
            tmp_path / "out",
            places=DATA,
            workers=IN_THIS_PROCESS,
            at_most=5,
        )
    assert listing(tmp_path) == ["legs.parquet"]


KILLED = """
import os, sys
from contextlib import nullcontext
from pathlib import Path
from dashboard.exposure_parts import write_exposure
from geodata.boundaries import DATA

def one_part_then_killed(work, jobs):
    yield work(jobs[0])
    os.kill(os.getpid(), 9)

legs, out = map(Path, sys.argv[1:])
write_exposure(legs, out, places=DATA, workers=nullcontext(one_part_then_killed), at_most=700)
"""


def test_a_killed_run_leaves_nothing_that_looks_whole(legs, tmp_path, root):
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, legs, out]
    assert subprocess.run(command, cwd=root, check=False).returncode == -9
    assert listing(tmp_path) == ["out.unfinished"]
    with pytest.raises(AtlasError, match="another run is writing it, or was killed"):
        write_exposure(legs, out, places=DATA, workers=IN_THIS_PROCESS)


def test_a_worker_with_other_boundaries_is_refused(legs, tmp_path, monkeypatch):
    def elsewhere(work, jobs):
        monkeypatch.setattr(exposure_parts, "checksum", lambda _places: "other")
        yield from map(work, jobs)

    with pytest.raises(AtlasError, match="are not those of the command"):
        write_exposure(legs, tmp_path / "out", places=DATA, workers=nullcontext(elsewhere))


def test_without_the_extra_one_line_says_what_to_install(legs, tmp_path, monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "dashboard.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    code = main(["exposure", str(legs), "--out", str(tmp_path / "out"), "--cluster", "local"])
    assert code == 2
    message = capsys.readouterr().err
    assert "needs distributed, which is not installed" in message
    assert "uv run --extra scale" in message
    assert message.count("\n") == 1
    assert listing(tmp_path) == []


@pytest.mark.parametrize("options", [["legs.parquet"], ["--out", "folder"]])
def test_a_cluster_asks_for_a_file_and_a_folder(options, capsys):
    assert main(["exposure", *options, "--cluster", "local"]) == 2
    assert "name LEGS" in capsys.readouterr().err
