"""The page of figures keeps every part that a run did not measure anew."""

from tests.benchmarks.page import PARTS, parts_of, put


def test_a_part_is_replaced_alone_and_stands_in_its_place(tmp_path):
    page = tmp_path / "page.md"
    for name in reversed(PARTS):
        put(page, name, f"## {name}\n\nfirst")
    put(page, "exposure", "## exposure\n\nsecond")
    parts = parts_of(page.read_text("utf-8"))
    assert tuple(parts) == PARTS
    assert parts["exposure"].endswith("second")
    assert all(text.endswith("first") for name, text in parts.items() if name != "exposure")


def test_the_page_is_what_the_command_wrote(root, tmp_path):
    page = root / "docs" / "benchmarks.md"
    again = tmp_path / "page.md"
    for name, text in parts_of(page.read_text("utf-8")).items():
        put(again, name, text)
    assert again.read_text("utf-8") == page.read_text("utf-8")
