"""A table as plain text: it prints whole, and keyboards and screen readers can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import htpy as h
import pandas as pd

from dashboard.language import _, decimal, integer
from dashboard.panels import markup
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping


def plain_table(table: pd.DataFrame, columns: Mapping[str, Any]) -> h.Element:
    """Return a table with the names that its columns have on the screen; missing is "no data"."""
    head = [str(columns[str(name)]["label"]) for name in table]
    lines = [[_cell(cell) for cell in cells] for cells in table.itertuples(index=False)]
    return h.div(".atlas-panel.atlas-wide.atlas-whole", tabindex="0")[markup.table(head, lines)]


def _cell(cell: object) -> str:
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]
        return _(NO_DATA)
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, int):
        return integer(cell)
    return decimal(cell) if isinstance(cell, float) else str(cell)
