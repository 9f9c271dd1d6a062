"""What each column of a publication means, and what it may hold: from the declarations alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.language import _, pgettext
from dashboard.publication.figure_columns import DAY, is_ours
from dashboard.publication.references import SEVERAL, referenced
from dashboard.publication.schema import OF_A_VIEW, OF_THE_DATASET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandera.pandas as pa

UNIT: Final = "unit"
TYPES: Final = {
    "text": "string",
    "integer": "integer",
    "decimal": "number",
    "coordinate": "number",
    "flag": "boolean",
    DAY: "date",
}
COLUMNS: Final = (
    *("table", "column", "description", "type", "unit", "required", "minimum", "maximum"),
    *("allowed", "pattern", "names_a_row_of", "our_judgement"),
)
_SCHEMAS: Final = (*OF_A_VIEW, *OF_THE_DATASET)
_BOUNDS: Final = {
    "in_range": {"min_value": "minimum", "max_value": "maximum"},
    "greater_than_or_equal_to": {"min_value": "minimum"},
}


def codebook(schemas: Iterable[pa.DataFrameSchema]) -> pd.DataFrame:
    """Return one row per column of each table, in the language of the run; ids stay English.

    Columns as in `COLUMNS`: ``type`` in the words of Frictionless Table Schema, ``required``
    whether a cell may be empty, ``minimum`` and ``maximum`` in the unit, ``allowed`` the only
    words, ``names_a_row_of`` the table whose key the cell holds (several are joined by
    semicolons), ``our_judgement`` whether the column is ours and not a source's.
    """
    return pd.DataFrame([row for schema in schemas for row in _rows(schema)], columns=COLUMNS)


def codebook_words() -> set[str]:
    """Return every text of a codebook that is translated, for the catalogue."""
    columns = [column for schema in _SCHEMAS for column in schema.columns.values()]
    dates = {_expected(column) for column in columns if _is_date(column)}
    return {str(column.description) for column in columns} | dates


def codebook_units() -> set[str]:
    """Return every unit of a codebook; each is translated in the context `UNIT`."""
    columns = [column for schema in _SCHEMAS for column in schema.columns.values()]
    return {str((column.metadata or {})["unit"]) for column in columns} - {""}


def column_type(column: pa.Column) -> str:
    """Return the type of a column in the words of Frictionless Table Schema."""
    return TYPES[(column.metadata or {})["reads_as"]]


def constraints(column: pa.Column) -> dict[str, Any]:
    """Return what a column demands of its cells, in the words of Frictionless Table Schema."""
    found: dict[str, Any] = {}
    for check in column.checks:
        given = check.statistics or {}
        if check.name in _BOUNDS:
            found |= {ours: given[theirs] for theirs, ours in _BOUNDS[check.name].items()}
        elif check.name == "isin":
            found["enum"] = [word for word in given["allowed_values"] if word]
        elif check.name == "str_matches" and column_type(column) == "string":
            found["pattern"] = _whole(given["pattern"])
    if column.unique:
        found["unique"] = True
    if not may_be_empty(column):
        found["required"] = True
    return found


def may_be_empty(column: pa.Column) -> bool:
    """Return whether a cell of the column may be empty."""
    expected = _expected(column)
    return column.nullable or expected == "any text" or "empty cell" in expected


def _whole(pattern: Any) -> str:  # noqa: ANN401 - a text or a compiled pattern
    """Return a pattern as others write it: the ends are understood, and an empty cell is apart."""
    text = pattern if isinstance(pattern, str) else str(pattern.pattern)
    return text.removesuffix(r"\Z").removesuffix("?").removeprefix("(?:").removesuffix(")")


def _rows(schema: pa.DataFrameSchema) -> Iterator[dict[str, Any]]:
    for name, column in schema.columns.items():
        demands, unit = constraints(column), (column.metadata or {})["unit"]
        table = referenced(str(schema.name), name)
        yield {
            "table": schema.name,
            "column": name,
            "description": _(column.description),
            "type": column_type(column),
            "unit": pgettext(UNIT, unit) if unit else "",
            "required": "required" in demands,
            "minimum": demands.get("minimum"),
            "maximum": demands.get("maximum"),
            "allowed": _allowed(column, demands),
            "pattern": demands.get("pattern", ""),
            "names_a_row_of": _several(table, name) if table and table != schema.name else "",
            "our_judgement": is_ours(str(schema.name), name),
        }


def _allowed(column: pa.Column, demands: dict[str, Any]) -> str:
    return _(_expected(column)) if _is_date(column) else "; ".join(demands.get("enum", ()))


def _is_date(column: pa.Column) -> bool:
    """Return whether a column holds dates as precise as they are known, which no type names."""
    return any(check.name == "real_date" for check in column.checks)


def _expected(column: pa.Column) -> str:
    return str((column.metadata or {})["expected"])


def _several(table: str, column: str) -> str:
    return f"{table} (;)" if column in SEVERAL else table
