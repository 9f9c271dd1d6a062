"""Settles what two people changed at once: both versions side by side, and the one that stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.rows import row
from dashboard.workspace.model import TABLES, changed, removed
from dashboard.workspace.schema import ABOUT_A_RECORD

if TYPE_CHECKING:
    from dashboard.workspace.model import Workspace


@dataclass(frozen=True, kw_only=True)
class TwoVersions:
    """A record that two people changed: its table, its id, that of the version kept beside it.

    ``cells`` (index the column) has ``counts`` and ``beside`` where the two differ.
    """

    table: str
    record_id: str
    beside_id: str
    cells: pd.DataFrame


def open_conflicts(workspace: Workspace) -> list[TwoVersions]:
    """Return every record of which a second version waits for a decision."""
    found = []
    for name in TABLES:
        table = workspace.table(name)
        waiting = table[table["conflict_with"].isin(table.index)]
        for beside, counts in waiting["conflict_with"].items():
            found.append(_two(name, table, str(counts), str(beside)))
    return found


def settled(workspace: Workspace, two: TwoVersions, *, take_beside: bool) -> Workspace:
    """Return the workspace with one version of the record, under the id that it always had.

    Parameters
    ----------
    workspace
        What there is.
    two
        One of its `open_conflicts`.
    take_beside
        Whether the version that was kept beside takes the place of the one that counts.
    """
    whole = workspace
    if take_beside:
        table = workspace.table(two.table)
        cells = table.loc[[two.beside_id]].drop(columns=["revision", "conflict_with"])
        whole = changed(whole, two.table, cells.set_axis(pd.Index([two.record_id])))
    return removed(whole, two.table, [two.beside_id])


def _two(name: str, table: pd.DataFrame, counts: str, beside: str) -> TwoVersions:
    one, other = row(table, counts), row(table, beside)
    both = pd.DataFrame({"counts": one, "beside": other}, dtype="object")
    own = both.drop(index=[name for name in ABOUT_A_RECORD if name != ABOUT_A_RECORD[0]])
    shown = own.astype("object").where(own.notna(), "")
    different = shown[shown["counts"] != shown["beside"]]
    return TwoVersions(table=name, record_id=counts, beside_id=beside, cells=different)
