"""Every row of the page of bad input and faults is held by tests that exist."""

import re

import pytest


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "security-tests.md").read_text("utf-8")


def test_every_test_named_on_the_page_exists(root, page):
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", page)
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not re.search(
            rf"^def {name}\(", (root / "tests" / file).read_text("utf-8"), re.MULTILINE
        )
    ]
    assert not missing


def test_no_row_is_without_a_test_and_none_is_left_out(page):
    rows = re.findall(r"^\| (\d+) \|.*\| ([^|]*) \|$", page, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 67))
    assert all("::test_" in held_by for _, held_by in rows)
