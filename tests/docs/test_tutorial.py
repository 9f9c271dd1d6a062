"""The tutorial runs from top to bottom, prints what it shows, and carries no trace of a machine."""

import re

import nbformat
import pytest

from tests.docs.notebook import executed, printed

REMEDY = "Run “python -m uv run python .ci/tutorial.py” and look at what has changed."


@pytest.fixture(scope="module")
def path(root):
    return root / "docs" / "tutorial.ipynb"


@pytest.fixture(scope="module")
def kept(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def run(path):
    return executed(path)


def test_it_prints_what_is_kept(kept, run):
    assert printed(run) == printed(kept), REMEDY


def test_it_answers_the_four_questions(run):
    told = "\n".join(printed(run))
    assert "LAO-THA-N-5" in told
    assert "2023-10-09" in told
    assert "1047" in told
    assert "Citizenship" in told


def test_nothing_of_the_machine_is_kept(path, kept, root):
    text = path.read_text("utf-8")
    assert str(root) not in text
    assert not re.findall(r"""(?:^|[\s"'(=])(?:/\w[\w.-]*){2,}|\b[A-Z]:\\""", text)
    assert set(kept.metadata) == {"kernelspec", "language_info"}
    assert all(cell.metadata == {} for cell in kept.cells)


def test_every_cell_of_code_ran_once_in_order(kept):
    counts = [cell.execution_count for cell in kept.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
