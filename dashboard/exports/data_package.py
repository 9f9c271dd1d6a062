"""The descriptor of a Frictionless data package: tables, types, units, constraints, keys, sources.

Made from the same declarations as the checks of the data files. Data Package and Table Schema,
version 1 (specs.frictionlessdata.io), which every tool that knows the format reads.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from dashboard.exports.about import about_notes, about_record, citation
from dashboard.language import _
from dashboard.project import AUTHOR, LICENCE, LICENCE_ADDRESS, LICENCE_TITLE, TITLE
from dashboard.publication.codebook import column_type, constraints
from dashboard.publication.figure_columns import is_ours
from dashboard.publication.references import ONE, SEVERAL, named_ids, referenced
from dashboard.publication.table_words import A_ROW_IS
from dashboard.rows import rows
from dashboard.source_line import source_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.publication.publication import Publication, Table

_NAME: Final = "corridor-atlas"


def descriptor(publication: Publication, texts: Mapping[str, bytes]) -> dict[str, Any]:
    """Return ``datapackage.json`` as a value.

    Parameters
    ----------
    publication
        What is described.
    texts
        The CSV of each table, by file name.
    """
    about = publication.about
    return {
        "profile": "tabular-data-package",
        "name": _NAME,
        "id": about.fingerprint,
        "title": TITLE,
        "version": about.version,
        "description": "\n\n".join(about_notes(about)),
        "licenses": [_licence()],
        "contributors": [{"title": AUTHOR, "role": "author"}],
        "sources": [_source(row) for row in rows(publication.rows("sources"))],
        "corridor_atlas": about_record(publication),
        "resources": [
            _resource(table, texts[f"{table.name}.csv"], publication)
            for table in publication.tables.values()
        ],
    }


def sidecar(table: Table, text: bytes, publication: Publication) -> dict[str, Any]:
    """Return the descriptor of one table alone, a Tabular Data Resource, with its citation.

    It names the sources that its rows name, all of them for the table of sources. Keys of other
    tables are left out: these may not be there.
    """
    about = publication.about
    resource = _resource(table, text, publication)
    schema = {name: part for name, part in resource["schema"].items() if name != "foreignKeys"}
    columns = [name for name in table.rows if referenced(table.name, str(name)) == "sources"]
    named = {one for name in columns for one in named_ids(table.rows[name])}
    sources = publication.keyed("sources")
    cited = sources if table.name == "sources" else sources[sources.index.isin(named)]
    return {
        **resource,
        "schema": schema,
        "title": f"{TITLE}: {table.name}",
        "licenses": [_licence()],
        "sources": [_source(row) for row in rows(cited)],
        "corridor_atlas": {
            "citation": citation(about),
            "version": about.version,
            "as_of": about.date.isoformat(),
            "recipe": about.recipe[0],
            "fingerprint": about.fingerprint,
        },
    }


def _licence() -> dict[str, str]:
    return {"name": LICENCE, "title": LICENCE_TITLE, "path": LICENCE_ADDRESS}


def _source(source: Any) -> dict[str, str]:  # noqa: ANN401 - a row of the table of sources
    told = {"title": source_line(source)}
    address = str(source.url)
    return told | ({"path": address} if address.startswith("http") else {})


def _resource(table: Table, text: bytes, publication: Publication) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": _(A_ROW_IS[table.name]),
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(text),
        "hash": f"sha256:{hashlib.sha256(text).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": _schema(table, publication),
    }


def _schema(table: Table, publication: Publication) -> dict[str, Any]:
    columns = table.schema.columns
    key = next(iter(columns))
    foreign = [found for name in columns if (found := _foreign_key(table, name, publication))]
    return {
        "fields": [_field(table, name, publication) for name in columns],
        "missingValues": [""],
        **({"primaryKey": [key]} if columns[key].unique else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(table: Table, name: str, publication: Publication) -> dict[str, Any]:
    column = table.schema.columns[name]
    unit, demands = (column.metadata or {})["unit"], constraints(column)
    other = referenced(table.name, name) if name in SEVERAL else None
    names = {"resource": other, "separator": ";"} if other in publication.tables else None
    return {
        "name": name,
        "type": column_type(column),
        "description": _(column.description),
        **({"unit": unit} if unit else {}),
        **({"ourJudgement": True} if is_ours(table.name, name) else {}),
        **({"names": names} if names else {}),
        **({"constraints": demands} if demands else {}),
    }


def _foreign_key(table: Table, name: str, publication: Publication) -> dict[str, Any] | None:
    """Return the reference of a column to the key of a table; none where the view cuts it short."""
    other = referenced(table.name, name) if name in ONE else None
    key = next(iter(table.schema.columns))
    if other is None or other not in publication.tables or (other, name) == (table.name, key):
        return None
    keys = publication.tables[other]
    theirs = next(iter(keys.schema.columns))
    if not named_ids(table.rows[name]) <= set(keys.rows[theirs]):
        return None
    resource = "" if other == table.name else other
    return {"fields": [name], "reference": {"resource": resource, "fields": [theirs]}}
