"""CSV: a zip with one file per table, the codebook, and a data package that describes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from dashboard.exports.about import about_lines, about_notes
from dashboard.exports.data_package import descriptor, sidecar
from dashboard.exports.inert import inert
from dashboard.exports.packed import packed
from dashboard.language import _, speaking
from dashboard.publication.codebook import codebook

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.publication.publication import Publication


LINE_END: Final = "\r\n"


def csv_tables(publication: Publication) -> bytes:
    """Return a zip of CSV files that is a Frictionless data package.

    UTF-8 without a byte order mark, comma, a header of column names, lines that end as RFC 4180
    has it; nothing but the table is in a table's file. ``README.txt`` says what a reader must know,
    ``codebook.csv`` what each column means, ``datapackage.json`` both for programs. Beside each
    table lies a ``.resource.json``: a file that is taken out of the zip keeps its citation.
    """
    with speaking(publication.about.lang):
        schemas = [table.schema for table in publication.tables.values()]
        tables = {f"{table.name}.csv": table.rows for table in publication.tables.values()}
        texts = {name: csv_text(rows) for name, rows in tables.items()}
        return packed(
            {
                "README.txt": _readme(publication).encode(),
                **texts,
                **{
                    f"{table.name}.resource.json": _json(
                        sidecar(table, texts[f"{table.name}.csv"], publication)
                    )
                    for table in publication.tables.values()
                },
                "codebook.csv": csv_text(codebook(schemas)),
                "datapackage.json": _json(descriptor(publication, texts)),
            }
        )


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def csv_text(rows: pd.DataFrame) -> bytes:
    """Return a table as UTF-8 CSV; an empty cell is missing, and no cell is a formula."""
    # With any other end of a line, a carriage return inside a cell would not be quoted.
    return inert(rows).to_csv(index=False, lineterminator=LINE_END).encode()


def _readme(publication: Publication) -> str:
    lines = [f"{heading}: {text}" for heading, text in about_lines(publication.about)]
    files = [f"{table.name}.csv" for table in publication.tables.values()]
    told = _("Files: {files}. What each column means stands in codebook.csv.")
    excel = _("The files are UTF-8. Where Excel shows wrong letters, take the XLSX file instead.")
    parts = [
        "\n".join(lines),
        *about_notes(publication.about),
        told.format(files=", ".join(files)),
        excel,
    ]
    return "\n\n".join(parts) + "\n"
