"""Rows of a table as plain values: what is missing is None, never NaN and never an empty text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one dict per row, by column, of texts, numbers and flags that JSON knows."""
    columns = {str(name): plain(rows[name]) for name in rows}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def plain(cells: pd.Series) -> list[Any]:
    """Return the cells of a column as texts, numbers and flags; what is missing is None."""
    known = cells.notna() & (cells.astype("str") != "")
    return [
        cell if there else None for cell, there in zip(cells.tolist(), known.tolist(), strict=True)
    ]
