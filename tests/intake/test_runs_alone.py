"""The packages read nothing outside the project while they run."""

from pathlib import Path

import pytest

from intake.errors import PROJECT

PACKAGES = ("intake", "routes", "geodata", "analysis", "dashboard")
FILES = [PROJECT / "app.py", *(p for name in PACKAGES for p in (PROJECT / name).rglob("*.py"))]


def outside_words(text: str) -> list[str]:
    return [word for word in ("../shared", "/shared/", str(PROJECT)) if word in text]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_code_names_the_evidence_folder(path: Path):
    assert outside_words(path.read_text(encoding="utf-8")) == []


def test_the_search_finds_such_a_name():
    assert outside_words('read("../shared/evidence")') == ["../shared", "/shared/"]


def test_files_were_found():
    assert len(FILES) > 20
