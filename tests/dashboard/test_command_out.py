"""Where the files of a command go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import __main__ as command_line
from dashboard.commands import brief
from dashboard.commands.out import write_file, write_folder
from intake.errors import AtlasError


def test_a_folder_that_is_not_there_is_made(tmp_path):
    write_folder(tmp_path / "of" / "mine", "story.html", b"words")
    assert (tmp_path / "of" / "mine" / "story.html").read_bytes() == b"words"


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit on the size of a file")
def test_a_file_that_cannot_be_written_whole_leaves_the_old_one_and_nothing_beside_it(tmp_path):
    """A limit on the size of a file fails like a disk that is full."""
    (tmp_path / "story.html").write_bytes(b"old")
    script = """
import resource, signal, sys
from pathlib import Path
from dashboard.commands.out import write_file, write_folder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
write_folder(Path(sys.argv[1]), "story.html", bytes(2000))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False, text=True
    )
    assert "story.html cannot be written (File too large)" in ran.stderr
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"story.html": b"old"}


def test_what_is_no_file_is_written_into(tmp_path):
    write_file(Path(os.devnull), b"words")
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", b"words")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"words"


def test_a_file_is_no_folder_to_write_into(tmp_path):
    (tmp_path / "taken").write_text("mine", "utf-8")
    with pytest.raises(AtlasError, match=r"taken cannot be made or written into \(File exists\)"):
        write_folder(tmp_path / "taken", "story.html", b"words")
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


def told(capsys, *arguments):
    code = command_line.main(["brief", "--story", "what-changed", "--format", "html", *arguments])
    return code, capsys.readouterr().err


def test_a_folder_that_cannot_be_written_into_is_refused_before_anything_is_made(
    atlas, monkeypatch, capsys, tmp_path
):
    monkeypatch.setattr(brief, "read_atlas", lambda _folder: atlas)
    (tmp_path / "taken").write_text("mine", "utf-8")
    code, message = told(capsys, "--lang", "ko", "--out", str(tmp_path / "taken" / "deeper"))
    assert code == 2
    assert message.startswith("--out: ")
    assert "쓸 수 없습니다" in message
    assert len(message.splitlines()) == 1


def test_ctrl_c_ends_a_command_with_a_line(monkeypatch, capsys, tmp_path):
    def stop(_folder):
        raise KeyboardInterrupt

    monkeypatch.setattr(brief, "read_atlas", stop)
    assert told(capsys, "--out", str(tmp_path)) == (130, "Stopped.\n")
