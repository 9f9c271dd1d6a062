"""An organisation's own records: one frozen workspace, and functions that return a new one.

A `Workspace` has one table per kind of record (``legs, places, incidents, notes, overrides,
scenarios, settings``; columns in ``schema``). Every record has a random ``record_id``, a
``record_class`` (``restricted`` unless it was marked ``public``, which coarsens it), a
``revision`` that the store counts up when the record is saved, and ``conflict_with``: the record
whose other version it is, where two people changed the same thing. Such a record counts nowhere
until somebody removes one of the two.

Nothing here is changed in place, and nothing is checked twice: records are checked when they enter.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import shapely

from dashboard.publication.precision import PUBLIC, RECORD_CLASS, Precision
from dashboard.workspace.door import checked, line_shapes, new_ids
from dashboard.workspace.errors import RecordError
from dashboard.workspace.schema import ABOUT_A_RECORD, SCHEMAS
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLES: Final = tuple(SCHEMAS)


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Workspace:
    """Everything an organisation keeps, one table per kind of record, index ``record_id``."""

    legs: pd.DataFrame
    places: pd.DataFrame
    incidents: pd.DataFrame
    notes: pd.DataFrame
    overrides: pd.DataFrame
    scenarios: pd.DataFrame
    settings: pd.DataFrame

    def table(self, name: str) -> pd.DataFrame:
        """Return one table by name."""
        found: pd.DataFrame = getattr(self, name)
        return found

    def __repr__(self) -> str:
        """Say how much there is, never what: this may stand in a traceback."""
        counts = (f"{field.name}={len(self.table(field.name))}" for field in fields(self))
        return f"Workspace({', '.join(counts)})"


def empty_workspace() -> Workspace:
    """Return a workspace without records."""
    return workspace_of({})


def workspace_of(tables: Mapping[str, pd.DataFrame]) -> Workspace:
    """Return a workspace of tables that are checked first; those not given are empty.

    Raises
    ------
    RecordError
        The first cell that does not fit.
    """
    return Workspace(
        **{
            name: checked(name, tables[name]) if name in tables else _empty(name).copy(deep=False)
            for name in TABLES
        }
    )


@cache
def _empty(name: str) -> pd.DataFrame:
    """Return a table without records: every session starts with one of each."""
    return checked(name, pd.DataFrame(index=pd.Index([], dtype="str")))


def added(workspace: Workspace, name: str, rows: pd.DataFrame) -> Workspace:
    """Return the workspace with new records, each with an id of its own and restricted.

    Parameters
    ----------
    workspace
        What there is.
    name
        Name of the table.
    rows
        Columns of the table; those not given get their default. The index is not kept; an error
        counts rows from 1.

    Raises
    ------
    RecordError
        The first cell that does not fit; then nothing is added.
    """
    for column in ABOUT_A_RECORD:
        if column in rows:
            raise RecordError(name, 1, column=column, found=column, expected=_OURS)
    ids = new_ids(len(rows))
    try:
        fresh = checked(name, rows.set_axis(ids))
    except RecordError as error:
        place = list(ids).index(error.record) + 1 if error.record in ids else error.record
        refused = RecordError(
            name, place, column=error.column, found=error.found, expected=error.expected
        )
    else:
        return _with(workspace, name, pd.concat([workspace.table(name), fresh]))
    raise refused


def joined(workspace: Workspace, other: Workspace) -> Workspace:
    """Return one workspace with the records of two that have none in common."""
    return workspace_of(
        {name: pd.concat([workspace.table(name), other.table(name)]) for name in TABLES}
    )


def changed(workspace: Workspace, name: str, rows: pd.DataFrame) -> Workspace:
    """Return the workspace with some cells of some records changed.

    Parameters
    ----------
    workspace, name
        As for `added`.
    rows
        Index ``record_id`` of records that are there; the columns to change.

    Raises
    ------
    RecordError
        A record is not there, or the first cell that does not fit; then nothing is changed.
    """
    table = workspace.table(name)
    _refuse_strangers(name, table, rows.index)
    if unknown := [column for column in rows if column not in table]:
        expected = Sentence("one of {words}", words=", ".join(table.columns))
        raise RecordError(name, 1, column="?", found=unknown[0], expected=expected)
    both = table.loc[rows.index].assign(**{str(column): rows[column] for column in rows})
    kept = table.copy()
    kept.loc[rows.index] = checked(name, both)
    return _with(workspace, name, kept)


def removed(workspace: Workspace, name: str, ids: Iterable[str]) -> Workspace:
    """Return the workspace without some records.

    Raises
    ------
    RecordError
        A record is not there.
    """
    table, gone = workspace.table(name), pd.Index(list(ids))
    _refuse_strangers(name, table, gone)
    return _with(workspace, name, table.drop(index=gone))


def marked(workspace: Workspace, name: str, ids: Iterable[str], precision: Precision) -> Workspace:
    """Return the workspace with some records of another class.

    What becomes public becomes coarse, and the fine data are gone from it: a place moves to the
    fixed grid of 0.1 degrees (about 11 km); a line becomes the straight link between its two ends
    there. What was finer is only in older versions of the file. What was public and is no longer
    stays as coarse as it is.

    Raises
    ------
    RecordError
        A record is not there, or the two ends of a leg lie in one cell of the grid.
    """
    table, wanted = workspace.table(name), pd.Index(list(ids))
    _refuse_strangers(name, table, wanted)
    rows = table.loc[wanted].assign(**{RECORD_CLASS: precision.name})
    if precision is PUBLIC and name == "legs":
        rows = rows.assign(line=_links_on_grid(rows))
    if precision is PUBLIC and name == "places":
        rows = rows.assign(lon=_on_grid(rows["lon"]), lat=_on_grid(rows["lat"]))
    return changed(workspace, name, rows)


def standing_records(table: pd.DataFrame) -> pd.DataFrame:
    """Return the records that count: not the second version of one that is still there.

    So a conflict is settled by removing one of the two.
    """
    return table[~table["conflict_with"].isin(table.index)]


_OURS: Final = Sentence("columns of the record alone; class and revision are set by the workspace")
_THERE: Final = Sentence("the id of a record that is in the table")


def _with(workspace: Workspace, name: str, table: pd.DataFrame) -> Workspace:
    return replace(workspace, **{name: table})


def _refuse_strangers(name: str, table: pd.DataFrame, ids: pd.Index) -> None:
    strangers = ids[~ids.isin(table.index)]
    if len(strangers):
        raise RecordError(
            name, strangers[0], column="record_id", found=strangers[0], expected=_THERE
        )


def _on_grid(degrees: pd.Series) -> pd.Series:
    return degrees.round(PUBLIC.decimals or 0) + 0.0  # no minus zero


def _links_on_grid(legs: pd.DataFrame) -> pd.Series:
    """Return the straight link between the two ends of each line, on the grid."""
    at, leg = shapely.get_coordinates(line_shapes(legs), return_index=True)
    first = np.flatnonzero(np.diff(leg, prepend=-1))
    last = np.flatnonzero(np.diff(leg, append=len(legs)))
    ends = np.round(np.stack([at[first], at[last]], axis=1), PUBLIC.decimals or 0) + 0.0
    same = (ends[:, 0] == ends[:, 1]).all(axis=1)
    if same.any():
        expected = Sentence("a leg whose two ends lie more than a cell of 0.1 degrees apart")
        record = legs.index[same][0]
        raise RecordError("legs", record, column="line", found="…", expected=expected)
    return pd.Series(shapely.to_wkt(shapely.linestrings(ends), rounding_precision=1), legs.index)
