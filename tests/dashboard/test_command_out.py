"""Where the files of a command go."""

import pytest

from dashboard.commands.out import write_folder
from intake.errors import AtlasError


def test_a_folder_that_is_not_there_is_made(tmp_path):
    write_folder(tmp_path / "of" / "mine", "story.html", b"words")
    assert (tmp_path / "of" / "mine" / "story.html").read_bytes() == b"words"


def test_a_file_is_no_folder_to_write_into(tmp_path):
    (tmp_path / "taken").write_text("mine", "utf-8")
    with pytest.raises(AtlasError, match=r"taken cannot be made \(File exists\)"):
        write_folder(tmp_path / "taken", "story.html", b"words")
    assert (tmp_path / "taken").read_text("utf-8") == "mine"
