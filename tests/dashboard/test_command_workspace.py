"""The command ``workspace``: the functions of the page My data, passphrase by descriptor alone."""

import os

import pytest

from dashboard.__main__ import main
from dashboard.workspace import sealing
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.sitting import Sitting, with_sitting
from tests.dashboard.workspace.worlds import NAME, own_legs

WORDS = "four words of ours alone"
CSV = "corridor,from_name,from_lon,from_lat,to_name,to_lon,to_lat\na,X,125.3,43.9,Y,100.5,13.8\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    cost = sealing.Cost
    cheap = cost(iterations=1, memory_kib=64, lanes=1)
    monkeypatch.setattr(sealing, "Cost", lambda **given: cost(**given) if given else cheap)
    monkeypatch.setenv("CORRIDOR_ATLAS_WORKSPACES", str(tmp_path))


@pytest.fixture
def run(capsys):
    def command(*arguments, words=(WORDS,)):
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{line}\n" for line in words).encode())
        os.close(writing)
        try:
            code = main(["workspace", *arguments, "--passphrase-fd", str(reading)])
        finally:
            os.close(reading)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def made(tmp_path):
    path = tmp_path / "plan.atlas"
    store = FileStore.create(path, WORDS)
    store.save(with_sitting(own_legs(), Sitting(view={"country": ["LAO"]})), store.open())
    return path


def test_a_workspace_is_made_opened_and_listed(run, capsys):
    assert run("create", "--name", "plan")[0] == 0
    assert "legs: 0" in run("open", "--name", "plan")[1]
    assert main(["workspace", "list"]) == 0
    assert capsys.readouterr().out == "plan\n"


@pytest.mark.usefixtures("made")
def test_open_counts_classes_and_tells_the_view_and_no_name_of_a_record(run):
    code, out, _err = run("open", "--name", "plan")
    assert code == 0
    assert "legs: 3 (3 restricted)" in out
    assert "view: country=LAO" in out
    assert NAME not in out


@pytest.mark.usefixtures("made")
def test_a_file_is_taken_in_and_saved_once(run, tmp_path):
    (tmp_path / "legs.csv").write_text(CSV)
    code, out, _err = run("save", "--name", "plan", str(tmp_path / "legs.csv"))
    assert (code, out.splitlines()[-1]) == (0, "Saved as version 3: 1 rows were taken.")
    code, _out, err = run("save", "--name", "plan", str(tmp_path / "legs.csv"))
    assert code == 2
    assert "double its rows" in err


@pytest.mark.usefixtures("made")
def test_an_older_version_is_restored(run):
    code, out, _err = run("restore", "--name", "plan", "1")
    assert code == 0
    assert "as version 3" in out
    assert run("versions", "--name", "plan")[1].splitlines()[0].endswith("empty")


def test_check_finds_the_version_that_is_damaged(run, made):
    assert run("check", "--name", "plan")[0] == 0
    whole = bytearray(made.read_bytes())
    whole[200] ^= 1
    made.write_bytes(whole)
    code, out, _err = run("check", "--name", "plan")
    assert (code, out.splitlines()[-1]) == (1, "2 versions, 1 of them damaged")


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(run, made):
    assert run("passphrase", "--name", "plan", words=(WORDS, "another four words"))[0] == 0
    assert run("open", "--name", "plan")[0] == 2
    assert len(FileStore.unlock(made, "another four words").open().workspace.legs) == 3


@pytest.mark.usefixtures("made")
def test_refusals_say_what_to_do(run, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert "does not open the file" in run("open", "--name", "plan", words=("no",))[2]
    assert "cannot be read" in run("open", "--name", "other")[2]
    assert "DATABASE_URL" in run("versions", "--shared")[2]
    assert "no passphrase" in run("open", "--name", "plan", words=("",))[2]
