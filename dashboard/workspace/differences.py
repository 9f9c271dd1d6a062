"""What differs between two versions of a workspace, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.workspace.merging import differing, same_cells
from dashboard.workspace.model import TABLES

if TYPE_CHECKING:
    from dashboard.workspace.model import Workspace

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
# The column by which a person knows a record of each table again.
CALLED: Final = {
    "legs": "name",
    "places": "name",
    "incidents": "summary",
    "notes": "text",
    "overrides": "reason",
    "scenarios": "title",
    "settings": "name",
}


def differences(before: Workspace, after: Workspace) -> pd.DataFrame:
    """Return the records that one version has otherwise than another.

    Parameters
    ----------
    before, after
        Two versions of one workspace.

    Returns
    -------
    Index ``record_id``; ``table``, ``record`` (what it is called), ``what``: added, removed or
    changed on the way from the one to the other, and ``columns``: those that were changed.

    """
    return pd.concat([_of_table(name, before.table(name), after.table(name)) for name in TABLES])


def _of_table(name: str, before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    fresh = differing(before, after)
    gone = before.index[~before.index.isin(after.index)]
    new = fresh[~fresh.isin(before.index)]
    kept = fresh[fresh.isin(before.index)]
    whole = pd.concat([after.loc[fresh], before.loc[gone]])
    what = pd.Series(CHANGED, whole.index, dtype="str").mask(whole.index.isin(new), ADDED)
    return pd.DataFrame(
        {
            "table": name,
            "record": whole[CALLED[name]],
            "what": what.mask(whole.index.isin(gone), REMOVED),
            "columns": _columns(before.loc[kept], after.loc[kept]).reindex(
                whole.index, fill_value=""
            ),
        },
        index=whole.index,
    )


def _columns(before: pd.DataFrame, after: pd.DataFrame) -> pd.Series:
    """Return the names of the columns in which the same records differ."""
    same = same_cells(before, after)
    names = [", ".join(same.columns[~row]) for row in same.to_numpy(dtype=bool)]
    return pd.Series(names, before.index, dtype="str")
