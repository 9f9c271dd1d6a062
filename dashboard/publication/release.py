"""What of the atlas may leave under a class: the step before any figure is computed.

An organisation's own data come here in an atlas that `dashboard.workspace.sharing` has coarsened
and *measured anew*, so that no kilometre and no reading rests on what was finer. Whatever such an
atlas still holds of the class restricted stops here.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.publication.precision import (
    RESTRICTED,
    Precision,
    WithheldError,
    check_on_grid,
    may_leave,
)
from dashboard.publication.references import named_ids, referenced

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

_OF_A_LEG = ("lines", "exposure", "crossings")
_KEYED = ("legs", "corridors", "waypoints", "facts", "sources")


def released(atlas: Atlas, precision: Precision) -> Atlas:
    """Return the atlas without what the class withholds; the same object where that is nothing.

    Parameters
    ----------
    atlas
        The data; a row of a table with a column ``record_class`` has the class named there.
    precision
        The class of what is to leave.

    Raises
    ------
    PrecisionError
        A place is given more precisely than the class allows.
    WithheldError
        A record that may leave names one that may not: its id would tell that there is one.
    """
    tables = {field.name: getattr(atlas, field.name) for field in fields(atlas)}
    tables = {name: table for name, table in tables.items() if isinstance(table, pd.DataFrame)}
    kept = {name: may_leave(table, precision) for name, table in tables.items()}
    check_on_grid(kept["waypoints"], precision)
    if precision is RESTRICTED or all(kept[name] is table for name, table in tables.items()):
        return atlas
    kept |= {name: _of_legs(kept[name], kept["legs"].index) for name in _OF_A_LEG}
    _check_references(kept, tables)
    changed: dict[str, Any] = kept
    return replace(atlas, **changed)


def _of_legs(table: pd.DataFrame, leg_ids: pd.Index) -> pd.DataFrame:
    own = table.get("leg_id", table.index)
    return table[own.isin(leg_ids)]


def _check_references(kept: dict[str, pd.DataFrame], tables: dict[str, pd.DataFrame]) -> None:
    """Refuse the first record that may leave and names a withheld one."""
    withheld = {name: set(tables[name].index) - set(kept[name].index) for name in _KEYED}
    for name, table in kept.items():
        for column in table.columns:
            gone = withheld.get(referenced(name, str(column)) or "", set())
            if found := sorted(named_ids(table[column]) & gone) if gone else []:
                raise WithheldError(
                    f"{name}, column {column}: found {found[0]}, which is restricted, expected "
                    "public records to name public ones alone. Mark it public, or the records "
                    "that name it restricted."
                )
