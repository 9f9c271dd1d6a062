"""Reads and writes the records of one version of a shared workspace: tables in, rows out, and back.

Every statement is a constant; data are parameters.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from dashboard.workspace.door import line_shapes
from dashboard.workspace.errors import DamagedError, RecordError
from dashboard.workspace.merging import differing
from dashboard.workspace.model import TABLES, Workspace, workspace_of
from dashboard.workspace.schema import KEY
from dashboard.workspace.store import Kept
from intake.sentence import Sentence

if TYPE_CHECKING:
    import psycopg


def at_version(database: psycopg.Connection[Any], number: int) -> Workspace:
    """Return the workspace as it was in a version, records in the order in which they came.

    A database has other doors than ours: a record that another program wrote or changed is
    checked like any other, and one that does not fit is named.
    """
    found = database.execute(
        "select kind, record_id::text, cells from corridor_atlas.record "
        "where since <= %(number)s and (until is null or until > %(number)s) "
        "order by cells->'place'",
        {"number": number},
    ).fetchall()
    for kind, record, cells in found:
        if kind not in TABLES or not isinstance(cells, dict):
            raise _foreign(kind, record, _SHAPE)
    tables: dict[str, pd.DataFrame] = {}
    for name in TABLES:
        rows = {record: cells for kind, record, cells in found if kind == name}
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis(KEY)
        tables[name] = table.drop(columns="place", errors="ignore")
    try:
        return workspace_of(tables)
    except RecordError as error:
        refused = _foreign(error.table, error.record, error.sentence)
    raise refused  # outside the handler: its cause may quote the data


def _foreign(kind: str, record: object, reason: Sentence) -> DamagedError:
    sentence = Sentence(
        "A record was written or changed by another program ({kind}, {record}): {reason} "
        "Who keeps the database can correct that row; or restore an older version from the list.",
        kind=kind,
        record=record,
        reason=reason,
    )
    return DamagedError(sentence, "a record was written by another program and does not fit")


def go_back_to(database: psycopg.Connection[Any], number: int, *, fresh: int) -> None:
    """Write an older version as a new one, row by row as it was; nothing else is read.

    So a record that another program spoiled since then cannot keep a planner from going back.
    """
    given = {"number": number, "fresh": fresh}
    database.execute(
        "insert into corridor_atlas.version (number, mark) values (%s, %s)",
        [fresh, str(uuid.uuid4())],
    )
    database.execute(
        "update corridor_atlas.record set until = %(fresh)s "
        "where until is null and since > %(number)s",
        given,
    )
    database.execute(
        "insert into corridor_atlas.record (kind, record_id, cells, shape, since) "
        "select kind, record_id, cells, shape, %(fresh)s from corridor_atlas.record "
        "where since <= %(number)s and until > %(number)s",
        given,
    )


def write_version(
    database: psycopg.Connection[Any], before: Workspace, after: Workspace, *, number: int
) -> Kept:
    """Write the records that differ as a new version; the others are not touched."""
    mark = str(uuid.uuid4())
    database.execute(
        "insert into corridor_atlas.version (number, mark) values (%s, %s)", [number, mark]
    )
    for name in TABLES:
        was, is_now = before.table(name), after.table(name)
        if was is is_now:
            continue
        fresh = differing(was, is_now)
        ended = was.index[was.index.isin(fresh) | ~was.index.isin(is_now.index)]
        if len(ended):
            database.execute(
                "update corridor_atlas.record set until = %s "
                "where until is null and record_id = any(%s::uuid[])",
                [number, list(ended)],
            )
        if len(fresh):
            _insert(database, name, is_now, fresh=fresh, number=number)
    return Kept(workspace=after, number=number, mark=mark)


def _insert(
    database: psycopg.Connection[Any],
    name: str,
    table: pd.DataFrame,
    *,
    fresh: pd.Index,
    number: int,
) -> None:
    places = dict(zip(table.index, range(len(table)), strict=True))
    rows = table.loc[fresh]
    shapes = _shapes(rows)
    cells = rows.astype(object).where(rows.notna(), None).to_dict("records")
    with (
        database.cursor() as cursor,
        cursor.copy(
            "copy corridor_atlas.record (kind, record_id, cells, shape, since) from stdin"
        ) as copy,
    ):
        for record, row, shape in zip(rows.index, cells, shapes, strict=True):
            text = json.dumps({**row, "place": places[record]}, default=int)
            copy.write_row((name, record, text, shape, number))


def _shapes(rows: pd.DataFrame) -> list[str | None]:
    """Return the shape of each record as PostGIS reads it; None where it has none."""
    if "line" in rows:
        shapes = line_shapes(rows)
    elif "lon" in rows:
        shapes = np.asarray(shapely.points(rows[["lon", "lat"]].to_numpy(dtype=float)))
    else:
        return [None] * len(rows)
    return list(shapely.to_wkb(shapely.set_srid(shapes, 4326), hex=True, include_srid=True))


_SHAPE: Final = Sentence("it is no record of a table of the workspace.")
