"""The codebook of the documentation is that of the declarations."""

from dashboard.exports.codebook_page import codebook_page
from dashboard.publication.schema import OF_A_VIEW, OF_THE_DATASET


def test_the_page_is_current(root):
    kept = (root / "docs" / "codebook.md").read_text("utf-8")
    assert kept == codebook_page(), "Run “python -m uv run python .ci/codebook.py”."


def test_every_column_that_may_leave_is_on_it():
    page = codebook_page()
    for schema in (*OF_A_VIEW, *OF_THE_DATASET):
        assert f"\n## {schema.name}\n" in page
        assert all(f"\n| `{name}` |" in page for name in schema.columns)
