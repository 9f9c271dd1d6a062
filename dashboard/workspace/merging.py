"""Joins what two people changed at once, record by record, so that neither loses anything.

Changes to different records, or to different cells of one record, are joined. Where both changed
the same cells, the version that was saved first stays and the other one is kept beside it as a
record of its own, which counts nowhere until somebody decides. What one removed and the other
changed stays. What a session had in use is nobody's work: there the one saved last counts.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.rows import row
from dashboard.workspace.door import checked
from dashboard.workspace.model import TABLES, Workspace
from dashboard.workspace.schema import SITTING, TOGETHER
from intake.sentence import Sentence

_OUTSIDE: Final = "revision"
BOTH_CHANGED: Final = Sentence(
    "You and somebody else changed the same thing. Theirs counts; yours is kept beside it, marked, "
    "until one of the two is removed."
)
THEY_REMOVED: Final = Sentence("Somebody removed what you changed. It is kept, with your change.")
YOU_REMOVED: Final = Sentence("Somebody changed what you removed. It is kept, with their change.")


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """A record that two people changed: its table, its id, that of the version kept beside it."""

    table: str
    record_id: str
    kept_beside: str
    words: Sentence


def merged(
    base: Workspace, ours: Workspace, theirs: Workspace
) -> tuple[Workspace, tuple[Conflict, ...]]:
    """Return both changes of one workspace in one, and what could not be joined.

    Parameters
    ----------
    base
        What both began with.
    ours, theirs
        What each made of it; theirs was saved first.

    Returns
    -------
    The workspace, in which every record that differs from ``theirs`` has a revision one above, and
    the conflicts.

    """
    joins = {
        name: _joined(name, base.table(name), ours.table(name), theirs.table(name))
        for name in TABLES
    }
    conflicts = tuple(one for _, found in joins.values() for one in found)
    return Workspace(**{name: table for name, (table, _) in joins.items()}), conflicts


def differing(before: pd.DataFrame, after: pd.DataFrame) -> pd.Index:
    """Return the records of ``after`` that are new, or not as they were; revisions do not count."""
    both = after.index[after.index.isin(before.index)]
    if both.empty:
        return after.index
    same = same_cells(before.loc[both], after.loc[both])
    return after.index[~after.index.isin(both[same.all(axis=1)])]


def same_cells(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return, of the same records in two versions, which cells are the same; no revisions."""
    was, is_now = (table.drop(columns=_OUTSIDE) for table in (before, after))
    return (was == is_now).fillna(value=False) | (was.isna() & is_now.isna())


def _joined(
    name: str, base: pd.DataFrame, ours: pd.DataFrame, theirs: pd.DataFrame
) -> tuple[pd.DataFrame, list[Conflict]]:
    if ours is base:  # tables that nobody touched are the same objects
        return theirs, []
    if theirs is base:
        return _counted(ours, theirs), []
    mine, other = differing(base, ours), differing(base, theirs)
    gone_here, gone_there = (base.index[~base.index.isin(side.index)] for side in (ours, theirs))
    left_out = gone_here[~gone_here.isin(other)]
    both, alone = mine[mine.isin(other)], mine[~mine.isin(other)]
    kept = theirs[~theirs.index.isin([*left_out, *mine])]
    parts = [kept, ours.loc[alone]]
    conflicts = [
        *(_conflict(name, record, THEY_REMOVED) for record in alone[alone.isin(gone_there)]),
        *(_conflict(name, record, YOU_REMOVED) for record in other[other.isin(gone_here)]),
    ]
    for record in both:
        rows, conflict = _of_both(name, record, base, ours=ours, theirs=theirs)
        parts.append(checked(name, pd.DataFrame.from_dict(rows, orient="index")))
        conflicts += conflict
    return _counted(pd.concat(parts), theirs), conflicts


def _of_both(
    name: str, record: str, base: pd.DataFrame, *, ours: pd.DataFrame, theirs: pd.DataFrame
) -> tuple[dict[str, dict[Any, Any]], list[Conflict]]:
    """Return one record that both changed or added: joined, or both versions."""
    here, there = row(ours, record), row(theirs, record)
    was = row(base, record) if record in base.index else there
    mine, other = _changed_groups(was, here), _changed_groups(was, there)
    clash = {column for column in mine & other if not _same(here[column], there[column])}
    if not clash or (name == "settings" and here["name"] == SITTING):
        return {record: {**there, **{column: here[column] for column in mine}}}, []
    second = str(uuid.uuid4())
    beside = {**here, "conflict_with": record, "revision": 0}
    return {record: {**there}, second: beside}, [_conflict(name, record, BOTH_CHANGED, second)]


def _conflict(name: str, record: str, words: Sentence, beside: str = "") -> Conflict:
    return Conflict(table=name, record_id=record, kept_beside=beside, words=words)


def _changed_groups(was: pd.Series, now: pd.Series) -> set[str]:
    """Return the columns that were changed, with those that mean something only with them."""
    changed = {c for c in was.index if c != _OUTSIDE and not _same(was[c], now[c])}
    for group in TOGETHER:
        if changed & set(group):
            changed |= set(group) & set(was.index)
    return changed


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - cells
    return bool(pd.isna(one) and pd.isna(other)) or bool(pd.notna(one) and one == other)


def _counted(joined: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """Return the records in a lasting order, those that are saved now one revision up."""
    order = pd.Index([*theirs.index, *joined.index], dtype="str", name=joined.index.name)
    ordered = joined.reindex(order[order.isin(joined.index)].drop_duplicates())
    known = theirs["revision"].reindex(ordered.index)
    revision = known.where(known.notna(), ordered["revision"]).astype("int64")
    return ordered.assign(revision=revision + ordered.index.isin(differing(theirs, ordered)))
