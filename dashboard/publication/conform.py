"""Brings a table to its declaration: allowed columns only, declared types, sorted rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.publication.figure_columns import DAY
from dashboard.publication.publication import Table
from dashboard.publication.schema import SORTED_BY

if TYPE_CHECKING:
    import pandera.pandas as pa

_TEXTS: Final = ("text", DAY)
_DECIMALS: Final = 6  # a millimetre; what lies beyond differs from machine to machine


def conformed(rows: pd.DataFrame, schema: pa.DataFrameSchema) -> Table:
    """Return the table that a schema declares, from rows that may hold more.

    Columns that the schema does not name are left behind. Texts that are missing are empty, days
    are written YYYY-MM-DD, figures are rounded to six decimals.

    Parameters
    ----------
    rows
        The key as the index or as a column.
    schema
        Which columns leave, of which type.
    """
    keyed = rows.reset_index() if rows.index.name in schema.columns else rows
    cells = {name: _typed(keyed[name], column) for name, column in schema.columns.items()}
    order = list(SORTED_BY.get(str(schema.name), (next(iter(schema.columns)),)))
    table = pd.DataFrame(cells).sort_values(order, kind="stable", ignore_index=True)
    return Table(schema=schema, rows=table)


def _typed(cells: pd.Series, column: pa.Column) -> pd.Series:
    if (column.metadata or {})["reads_as"] in _TEXTS:
        return _as_text(cells)
    dtype = str(column.dtype)
    if dtype == "float64":
        return cells.astype("float64").round(_DECIMALS) + 0.0  # no minus zero
    return cells.astype(pd.api.types.pandas_dtype(dtype))


def _as_text(cells: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(cells):
        cells = cells.dt.strftime("%Y-%m-%d")
    return cells.astype("object").where(cells.notna(), "").astype("str")
