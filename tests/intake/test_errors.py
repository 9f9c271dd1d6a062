"""An error says what brings the file back, and is caught as the kind of error it is."""

import pickle
from pathlib import Path

from intake.errors import PROJECT, AtlasError, BadCell, DataFileError, remedy_for
from intake.sentence import Sentence


def test_shipped_file_comes_back_by_git():
    path = PROJECT / "routes" / "data" / "legs.csv"
    assert remedy_for(path).endswith("git checkout -- routes/data/legs.csv")


def test_no_folder_of_the_machine_is_in_a_message(tmp_path):
    error = BadCell(tmp_path / "legs.csv", 12, column="mode", found="boat", expected="air")
    assert str(tmp_path) not in str(error)


def test_every_error_is_an_atlas_error_and_a_value_error():
    assert issubclass(BadCell, DataFileError)
    assert issubclass(DataFileError, AtlasError)
    assert issubclass(AtlasError, ValueError)


def test_empty_cell_is_named_in_words():
    error = BadCell(Path("legs.csv"), 2, column="mode", found="", expected="a word")
    assert "found an empty cell, expected a word" in str(error)


def test_cell_with_markup_is_quoted_as_typed():
    error = BadCell(Path("a.csv"), 2, column="mode", found="{{7*7}}<b>", expected="a word")
    assert "'{{7*7}}<b>'" in str(error)


def test_bad_cell_survives_a_process_boundary():
    error = BadCell(Path("a.csv"), 2, column="mode", found="x", expected="a word")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(again), again.line) == (str(error), 2)


def test_a_sentence_keeps_its_template_and_parts_across_processes():
    found = Sentence("found {cell}, expected {expected}", cell="{", expected=Sentence("a name"))
    back = pickle.loads(pickle.dumps(found))  # noqa: S301 - what this test has written itself
    assert back == found == "found {, expected a name"
    assert back.template == "found {cell}, expected {expected}"
    assert back.parts["expected"].template == "a name"
