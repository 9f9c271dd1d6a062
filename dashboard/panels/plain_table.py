"""A table as plain text: it prints whole, and keyboards and screen readers can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import htpy as h
import pandas as pd

from dashboard.language import _, decimal, integer
from dashboard.panels import markup
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    Columns = Mapping[str, Any]

# More rows on paper would make every visit carry pages that hardly anybody prints.
MOST_ON_PAPER: Final = 200


def plain_table(table: pd.DataFrame, columns: Columns) -> h.Element:
    """Return a table with the names that its columns have on the screen; missing is "no data"."""
    return h.div(".atlas-panel.atlas-wide.atlas-whole", tabindex="0")[_rows(table, columns)]


def on_paper(table: pd.DataFrame, columns: Columns) -> h.Element:
    """Return a table for print, where one that scrolls would be cut; hidden on the screen."""
    if len(table) > MOST_ON_PAPER:
        words = _(
            "{number} rows are too many for this print: choose fewer in the sidebar, or print the "
            "plain table."
        )
        return h.p(".atlas-paper")[words.format(number=integer(len(table)))]
    return h.div(".atlas-panel.atlas-paper")[_rows(table, columns)]


def _rows(table: pd.DataFrame, columns: Columns) -> h.Element:
    """Return the columns that are not hidden, each under its name."""
    told = {name: columns.get(str(name), {}) for name in table}
    kept = {name: column for name, column in told.items() if column is not None}
    head = [str(column.get("label") or name) for name, column in kept.items()]
    tenths = [_has_tenths(column) for column in kept.values()]
    lines = [
        [_cell(cell, tenths=fixed) for cell, fixed in zip(cells, tenths, strict=True)]
        for cells in table[list(kept)].itertuples(index=False)
    ]
    return markup.table(head, lines)


def _has_tenths(column: Mapping[str, Any]) -> bool:
    """Return whether a column writes a digit after the point, also of whole numbers."""
    kind = column.get("type_config") or {}
    return kind.get("format") == "%.1f"


def _cell(cell: object, *, tenths: bool) -> str:
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]
        return _(NO_DATA)
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, int | float):
        return decimal(cell) if tenths or cell % 1 else integer(cell)
    return str(cell)
