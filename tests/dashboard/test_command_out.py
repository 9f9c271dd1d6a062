"""Where the files of a command go."""

import pytest

from dashboard import __main__ as command_line
from dashboard.commands import brief
from dashboard.commands.out import write_folder
from intake.errors import AtlasError


def test_a_folder_that_is_not_there_is_made(tmp_path):
    write_folder(tmp_path / "of" / "mine", "story.html", b"words")
    assert (tmp_path / "of" / "mine" / "story.html").read_bytes() == b"words"


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
