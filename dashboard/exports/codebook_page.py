"""The codebook as a page of the documentation: every table, every column, from the declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.exports.records import records
from dashboard.publication.codebook import codebook
from dashboard.publication.schema import OF_A_VIEW, OF_THE_DATASET
from dashboard.publication.table_words import A_ROW_IS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandera.pandas as pa

_HEAD: Final = """\
# Codebook

<!-- Written by `python .ci/codebook.py` from the declarations of the tables; a test compares. -->

Every file that leaves the atlas holds these tables and columns, and this codebook. A view of the
page Download, or of `python -m dashboard export`, has all of them but `published_indices`; the
data package of the whole dataset has those that are kept and leaves out the columns that are
computed. An empty cell means no data, never zero. *Ours* marks a column that holds our judgement
or follows from it. In CSV and XLSX an apostrophe stands before a text that begins with
`= + - @`, a tab or a line break, so that no spreadsheet runs it as a formula.
"""


def codebook_page() -> str:
    """Return the page as Markdown, in English."""
    of_a_view = {str(schema.name) for schema in OF_A_VIEW}
    rest = [schema for schema in OF_THE_DATASET if str(schema.name) not in of_a_view]
    sections = ["\n".join(_section(schema)) for schema in (*OF_A_VIEW, *rest)]
    return "\n".join([_HEAD, *sections])


def _section(schema: pa.DataFrameSchema) -> Iterator[str]:
    yield f"## {schema.name}\n"
    yield f"{A_ROW_IS[str(schema.name)]}\n"
    yield "| column | what it means | type | unit | may hold |"
    yield "|---|---|---|---|---|"
    for row in records(codebook([schema])):
        ours = " *Ours.*" if row["our_judgement"] else ""
        cells = (f"`{row['column']}`", f"{row['description']}{ours}", row["type"], row["unit"])
        yield f"| {' | '.join(_cell(cell) for cell in cells)} | {_may_hold(row)} |"
    yield ""


def _may_hold(row: dict[str, Any]) -> str:
    """Return what a cell may hold, in a few words."""
    told = []
    if row["names_a_row_of"]:
        several = " (;)" in row["names_a_row_of"]
        table = row["names_a_row_of"].removesuffix(" (;)")
        told.append(f"ids of `{table}`, joined by `;`" if several else f"an id of `{table}`")
    if row["maximum"] is not None:
        told.append(f"{row['minimum']:,.10g} to {row['maximum']:,.10g}")
    elif row["minimum"] is not None:
        told.append(f"{row['minimum']:,.10g} or more")
    if row["allowed"]:
        told.append(_cell(row["allowed"]))
    if not row["required"]:
        told.append("may be empty")
    return "; ".join(told)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", r"\|").replace("<", "&lt;")
