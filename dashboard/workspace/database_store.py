"""A workspace that several planners share, in PostgreSQL with PostGIS.

Records are kept as they were from one version until another, so that every version can be
restored. Nobody holds a lock while editing: a save takes what others saved meanwhile, merges it
record by record, and writes only the records that differ, in one transaction. Every statement is
a constant; data are parameters.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, LiteralString

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from dashboard.workspace.database_rows import at_version, go_back_to, write_version
from dashboard.workspace.errors import (
    BusyError,
    NewerFormatError,
    StoreError,
    WorkspaceError,
)
from dashboard.workspace.merging import merged
from dashboard.workspace.model import TABLES, Workspace
from dashboard.workspace.store import Kept, Version
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE: Final = "DATABASE_URL"
_FORMATS: Final = (Path(__file__).with_name("database.sql"),)  # one file per step of the schema
_ONE_AT_A_TIME: Final = 0x436F727269646F72  # "Corridor": the lock that savers take in turn
_PATIENCE: Final = 5  # seconds until a database that does not answer is given up


class DatabaseStore:
    """One database, asked anew each time: one that went away and came back is simply there again.

    Parameters
    ----------
    url
        As libpq reads it. To another machine the connection is encrypted and the server proves
        who it is, unless the address itself asks for something else (``sslmode``).
    """

    is_shared = True
    still_opens = True

    def __init__(self, url: str) -> None:
        self._conninfo = careful_address(url)

    def open(self) -> Kept:
        """Return what was saved last; see `Store.open`."""
        with self._connection() as database:
            return _now(database)

    def save(self, workspace: Workspace, since: Kept) -> Kept:
        """Save what was changed since; see `Store.save`."""
        with self._connection() as database:
            database.execute("select pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
            number, mark = _latest(database)
            theirs = since.workspace if mark == since.mark else at_version(database, number)
            whole, conflicts = merged(since.workspace, workspace, theirs)
            kept = write_version(database, theirs, whole, number=number + 1)
        return replace(kept, conflicts=conflicts)

    def versions(self) -> tuple[Version, ...]:
        """Return all versions, the newest first; see `Store.versions`."""
        with self._connection() as database:
            found = database.execute(
                "select number, saved_at, kind, count(record_id) from corridor_atlas.version "
                "left join corridor_atlas.record on since <= number "
                "and (until is null or until > number) "
                "group by number, saved_at, kind order by number desc"
            ).fetchall()
        versions: dict[int, Version] = {}
        for number, saved_at, kind, count in found:
            one = versions.setdefault(
                number, Version(number=number, saved_at=saved_at, records=dict.fromkeys(TABLES, 0))
            )
            one.records.update({kind: count} if kind else {})
        return tuple(versions.values())

    def read(self, number: int) -> Workspace:
        """Return an older version; see `Store.read`."""
        with self._connection() as database:
            _refuse_strange(database, number)
            return at_version(database, number)

    def restore(self, number: int) -> Kept:
        """Make an older version the newest; see `Store.restore`."""
        with self._connection() as database:
            database.execute("select pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
            go_back_to(database, number, fresh=_refuse_strange(database, number) + 1)
            return _now(database)

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        """Yield a transaction on a database whose schema is ours; all of it holds, or nothing."""
        failed: WorkspaceError | None = None
        try:
            with psycopg.connect(self._conninfo, connect_timeout=_PATIENCE) as database:
                _bring_up_to_date(database)
                yield database
        except psycopg.errors.InsufficientPrivilege:
            failed = StoreError(_NOT_ALLOWED)
        except psycopg.OperationalError:
            failed = BusyError(_AWAY)
        except psycopg.Error as error:
            failed = StoreError(_REFUSED, f"{_REFUSED} {error.sqlstate}")
        if failed:
            raise failed from None  # the database's own words may quote the data


def shared_store() -> DatabaseStore | None:
    """Return the store of the database that the environment names, None where it names none."""
    url = os.environ.get(VARIABLE)
    return DatabaseStore(url) if url else None


def careful_address(url: str) -> str:
    """Return an address that asks another machine for encryption and for who it is.

    An address that says itself what it asks for (``sslmode``) stays as it is, and so does one of
    this machine.

    Raises
    ------
    StoreError
        It is no address; the error does not quote it.
    """
    try:
        given = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        given = None
    if given is None:  # outside the handler: its words quote the address, password included
        raise StoreError(_NO_ADDRESS)
    host = str(given.get("host") or "")
    near = host in {"", "localhost", "127.0.0.1", "::1"} or host.startswith("/")
    safe = {} if near or "sslmode" in given else {"sslmode": "verify-full"}
    return make_conninfo(url, **safe)


def _bring_up_to_date(database: psycopg.Connection[Any]) -> None:
    """Take the steps of the schema that this database has not taken, each once."""
    (known,) = _one(database, "select to_regclass('public.corridor_atlas_schema')")
    done = _one(database, "select max(step) from corridor_atlas_schema")[0] if known else 0
    if done > len(_FORMATS):
        raise NewerFormatError(_NEWER)
    if done == len(_FORMATS):
        return
    database.execute("select pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
    database.execute("create extension if not exists postgis")
    database.execute(
        "create table if not exists public.corridor_atlas_schema "
        "(step int primary key, taken_at timestamptz not null default now())"
    )
    (done,) = _one(database, "select coalesce(max(step), 0) from corridor_atlas_schema")
    for step, path in enumerate(_FORMATS[done:], start=done + 1):
        database.execute(path.read_bytes())
        database.execute("insert into corridor_atlas_schema (step) values (%s)", [step])
    database.commit()


def _now(database: psycopg.Connection[Any]) -> Kept:
    number, mark = _latest(database)
    return Kept(workspace=at_version(database, number), number=number, mark=mark)


def _latest(database: psycopg.Connection[Any]) -> tuple[int, str]:
    number, mark = _one(
        database, "select number, mark from corridor_atlas.version order by number desc limit 1"
    )
    return number, str(mark)


def _refuse_strange(database: psycopg.Connection[Any], number: int) -> int:
    """Return the newest version; refuse a number that no version has."""
    newest, _ = _latest(database)
    if not 1 <= number <= newest:
        raise StoreError(Sentence("Version {number} is not there.", number=number))
    return newest


def _one(database: psycopg.Connection[Any], query: LiteralString) -> tuple[Any, ...]:
    found: tuple[Any, ...] = database.execute(query).fetchone() or (None,)
    return found


_AWAY: Final = Sentence(
    "The database does not answer. What you entered is still in this window: save again when it is "
    "back."
)
_NOT_ALLOWED: Final = Sentence(
    "The database does not let this account do that. Ask who keeps it to let the account create "
    "tables, and to run once: create extension postgis"
)
_REFUSED: Final = Sentence(
    "The database refused to save or read; nothing was changed. Who keeps it finds the reason in "
    "its log."
)
_NEWER: Final = Sentence(
    "The database was set up by a newer version of Corridor Atlas. Update this one to open it; "
    "nothing was changed."
)
_NO_ADDRESS: Final = Sentence(
    "The variable {variable} is no address of a database. Expected: "
    "postgresql://account@host/database",
    variable=VARIABLE,
)
