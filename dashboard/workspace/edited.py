"""Takes what a person changed in a table of records: cells, new rows, rows that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.workspace.model import added, changed, removed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.workspace.model import Workspace

# The columns of each table that a person may write; the class and the rest are set otherwise.
EDITABLE: Final[dict[str, tuple[str, ...]]] = {
    "legs": (
        *("corridor", "seq", "name", "from_name", "to_name", "mode", "standing", "protected_by"),
        *("countries_declared", "date", "note", "line"),
    ),
    "places": ("name", "kind", "iso3", "lon", "lat", "note"),
    "incidents": (
        *("date", "iso3", "kind", "people_min", "people_max", "about", "summary", "source"),
    ),
    "notes": ("about", "text"),
    "overrides": ("iso3", "dimension", "score", "grade", "since", "reason"),
}


def edited(
    workspace: Workspace, name: str, rows: pd.DataFrame, *, shown: pd.Index | None = None
) -> Workspace:
    """Return the workspace with one table, or a part of it, as a person left it.

    Parameters
    ----------
    workspace
        What there is.
    name
        One of `EDITABLE`.
    rows
        Its editable columns. Rows under an id of the table are that record; others are new; records
        without a row are removed.
    shown
        The records that the person saw, where these were not all: no other one is removed.

    Raises
    ------
    RecordError
        The first cell that does not fit; then nothing is changed.
    """
    table, columns = workspace.table(name), list(EDITABLE[name])
    known = rows.index.isin(table.index)
    stay = rows.loc[known, columns]
    different = _different(stay, table.loc[stay.index, columns])
    seen = table.index if shown is None else shown
    whole = removed(workspace, name, seen.difference(stay.index, sort=False))
    whole = changed(whole, name, stay[different]) if different.any() else whole
    new = rows.loc[~known, columns].dropna(how="all")
    return added(whole, name, new) if len(new) else whole


def rows_with(table: pd.DataFrame, words: str) -> pd.DataFrame:
    """Return the records of which a text holds ``words``, in whatever capitals; all where empty."""
    sought = words.strip()
    if not sought:
        return table
    texts = table.select_dtypes(["object", "str"])
    holds = [texts[name].str.contains(sought, case=False, regex=False) for name in texts]
    return table[pd.concat(holds, axis="columns").any(axis="columns")]


def _different(one: pd.DataFrame, other: pd.DataFrame) -> pd.Series:
    left, right = (table.astype("object").where(table.notna(), "") for table in (one, other))
    return (left != right).any(axis="columns")


def labels(workspace: Workspace, names: Sequence[str] = ("legs", "places")) -> dict[str, str]:
    """Return what records are called, by id: for a note or an incident that is about one."""
    called: dict[str, str] = {}
    for name in names:
        table = workspace.table(name)
        called |= {str(one): str(text) for one, text in table["name"].items()}
    return called
