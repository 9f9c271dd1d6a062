"""Every row of the evidence as a record with one key: what kind it is and what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.rows import row
from intake.ids import split_ids

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.rows import Row

FACT: Final = "fact"
INCIDENT: Final = "incident"
EVENT: Final = "event"
FIGURE: Final = "figure"
SOURCE: Final = "source"
CORRECTION: Final = "correction"

# Kind of record -> the table of `Atlas` that holds it, and its column of source ids.
_TABLES: Final = {
    FACT: ("facts", "source_id"),
    INCIDENT: ("incidents", "source_id"),
    EVENT: ("events", "source_ids"),
    FIGURE: ("flows", "source_ids"),
    CORRECTION: ("corrections", "source_ids"),
    SOURCE: ("sources", ""),
}
_COUNTRIES: Final = {
    FACT: "iso3",
    INCIDENT: "iso3",
    EVENT: "countries",
    FIGURE: "geography",
    CORRECTION: "applies_to",
}
KINDS: Final = tuple(_TABLES)


def key_of(kind: str, record_id: str) -> str:
    """Return the key of a record: ``fact:CHN.treaty_cat.1``."""
    return f"{kind}:{record_id}"


def parted(key: str) -> tuple[str, str]:
    """Return the kind and the id of a record by its key."""
    kind, _, record_id = key.partition(":")
    return kind, record_id


def table_of(atlas: Atlas, kind: str) -> pd.DataFrame:
    """Return the table that holds a kind of record, as it was read."""
    table: pd.DataFrame = getattr(atlas, _TABLES[kind][0])
    return table


def record_keys(atlas: Atlas) -> tuple[str, ...]:
    """Return the keys of all records, by kind."""
    return tuple(key_of(kind, str(one)) for kind in KINDS for one in table_of(atlas, kind).index)


def record(atlas: Atlas, key: str) -> Row:
    """Return the row of a record."""
    kind, record_id = parted(key)
    return row(table_of(atlas, kind), record_id)


def sources_of(atlas: Atlas, key: str) -> tuple[str, ...]:
    """Return the ids of the sources that a record cites; a source is its own."""
    kind, record_id = parted(key)
    return (record_id,) if kind == SOURCE else cited_by(kind, record(atlas, key))


def cited_by(kind: str, cells: Row) -> tuple[str, ...]:
    """Return the ids of the sources in the cells of a row, each once."""
    column = _TABLES[kind][1]
    also = cells["alt_source_ids"] if kind == FIGURE else ""
    return tuple(dict.fromkeys(split_ids(f"{cells[column]};{also}"))) if column else ()


def countries_of(atlas: Atlas, key: str) -> tuple[str, ...]:
    """Return the countries that a record names, by ``iso3``; a source names none by itself."""
    return countries_named(atlas, parted(key)[0], record(atlas, key))


def countries_named(atlas: Atlas, kind: str, cells: Row) -> tuple[str, ...]:
    """Return the countries in the cells of a row, by ``iso3``."""
    column = _COUNTRIES.get(kind)
    named = str(cells[column]).replace(";", " ").split() if column else []
    return tuple(one for one in named if one in atlas.country_names)


def resting_on(atlas: Atlas, source_id: str) -> tuple[str, ...]:
    """Return the keys of the records that cite a source, in the order of the kinds."""
    return tuple(
        key_of(kind, str(one))
        for kind, (_name, column) in _TABLES.items()
        if column
        for one, cell in table_of(atlas, kind)[column].items()
        if source_id in split_ids(str(cell))
    )
