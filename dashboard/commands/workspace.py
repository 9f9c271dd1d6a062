"""``workspace``: what the page My data does with a workspace, on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.commands.check import add_answer_options, told_lines, understood
from dashboard.commands.workspace_access import (
    add_access_options,
    new_passphrase,
    store_of,
    told_plainly,
)
from dashboard.publication.precision import RECORD_CLASS
from dashboard.workspace.brought_in import brought_in, was_brought_in
from dashboard.workspace.desk import opened
from dashboard.workspace.differences import differences
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.files import made_folder, workspace_names, workspace_path
from dashboard.workspace.model import TABLES
from dashboard.workspace.settling import open_conflicts, settled
from dashboard.workspace.sitting import kept_scenarios, sitting_of
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from dashboard.workspace.model import Workspace
    from dashboard.workspace.store import Version

_MORE: Final = (
    "A workspace is named as on the page My data and lies in the folder that "
    "CORRIDOR_ATLAS_WORKSPACES names; --shared takes the one of DATABASE_URL instead. The "
    "passphrase is asked for, or read from the first line of a file descriptor; it is never an "
    "argument."
)
_SIDES: Final = ("first", "second")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what it can do."""
    parser.description = f"{parser.description} {_MORE}"
    parts = parser.add_subparsers(required=True, metavar="WHAT")
    parts.add_parser("list", help="name the workspaces of the folder").set_defaults(run=_list)
    _part(parts, "create", _create, "make a new one, empty")
    _part(parts, "open", _open, "say what is in it, table by table and class by class")
    save = _part(parts, "save", _save, "take the good rows of a file in, and save")
    save.add_argument("file", type=Path, metavar="FILE", help="as for the command check")
    add_answer_options(save)
    _part(parts, "versions", _versions, "list its versions, the newest first")
    restore = _part(parts, "restore", _restore, "make an older version the newest")
    restore.add_argument("number", type=int, metavar="NUMBER", help="of the version")
    _part(parts, "check", _check, "read every version; the exit code is 1 where one is damaged")
    _part(parts, "passphrase", _passphrase, "seal every version under another passphrase")
    settle = _part(parts, "settle", _settle, "list what two people changed at once, or settle it")
    settle.add_argument("--record", metavar="ID", help="settle this one (default: list them)")
    settle.add_argument("--keep", choices=_SIDES, help="which of its two versions stays")


def _part(
    parts: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int | None],
    words: str,
) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=words, description=f"{_MORE}")
    add_access_options(parser)
    parser.set_defaults(run=told_plainly(run))
    return parser


def _list(_options: argparse.Namespace) -> None:
    _say(workspace_names())


def _create(options: argparse.Namespace) -> None:
    if not options.name:
        raise AtlasError("create: found no NAME, expected the name of the new workspace.")
    made_folder()
    FileStore.create(workspace_path(options.name), new_passphrase(options))
    _say([f"{options.name}: version 1"])


def _open(options: argparse.Namespace) -> None:
    kept = store_of(options).open()
    _say([f"version {kept.number}", *_contents(kept.workspace)])


def _save(options: argparse.Namespace) -> int:
    desk, intake = opened(store_of(options)), understood(options)
    _say(told_lines(intake))
    if intake.questions:
        _say(["", "Nothing was saved: answer what is asked, each with --answer."])
        return 1
    if was_brought_in(desk.workspace, intake.fingerprint):
        raise AtlasError(
            f"{intake.file}: found the same file in the workspace, expected a new one. Taking it "
            "again would double its rows."
        )
    saved = desk.with_workspace(brought_in(desk.workspace, intake).workspace).saved()
    number = saved.kept.number if saved.kept else 0
    _say(["", f"Saved as version {number}: {intake.rows - intake.rows_set_aside} rows were taken."])
    return int(bool(intake.set_aside))


def _versions(options: argparse.Namespace) -> None:
    _say(_version(one) for one in store_of(options).versions())


def _restore(options: argparse.Namespace) -> None:
    store = store_of(options)
    before = store.open().workspace
    kept = store.restore(options.number)
    changed = len(differences(before, kept.workspace))
    _say([f"Version {options.number} is the newest now, as version {kept.number}."])
    _say([f"{changed} records were added, removed or changed by that."])


def _check(options: argparse.Namespace) -> int:
    """Read every version whole, as restoring it would."""
    store = store_of(options)
    found = store.versions()
    for one in found:
        if one.readable:
            store.read(one.number)
        _say([_version(one)])
    damaged = sum(not one.readable for one in found)
    _say([f"{len(found)} versions, {damaged} of them damaged"])
    return int(bool(damaged))


def _passphrase(options: argparse.Namespace) -> None:
    store = store_of(options)
    if not isinstance(store, FileStore):
        raise AtlasError("passphrase: found a database, expected a workspace in a file.")
    store.change_passphrase(new_passphrase(options))
    _say(["Every version is sealed under the new passphrase. Older copies open with the old one."])


def _settle(options: argparse.Namespace) -> None:
    desk = opened(store_of(options))
    waiting = {two.record_id: two for two in open_conflicts(desk.workspace)}
    if not options.record:
        for two in waiting.values():
            _say([f"{two.table} {two.record_id}"])
            _say(
                f"  {name}: {cells['counts']!r} | {cells['beside']!r}"
                for name, cells in two.cells.iterrows()
            )
        _say([f"{len(waiting)} records have two versions"])
        return
    if options.record not in waiting or not options.keep:
        raise AtlasError(
            f"settle: found --record {options.record} --keep {options.keep}, expected a record "
            f"that has two versions, and one of {', '.join(_SIDES)}."
        )
    take = options.keep == _SIDES[1]
    whole = settled(desk.workspace, waiting[options.record], take_beside=take)
    desk.with_workspace(whole).saved()
    _say([f"The {options.keep} version stays; {len(waiting) - 1} wait."])


def _contents(workspace: Workspace) -> list[str]:
    lines = []
    for name in TABLES:
        counts = workspace.table(name)[RECORD_CLASS].value_counts().sort_index()
        each = ", ".join(f"{count} {one}" for one, count in counts.items())
        lines.append(f"{name}: {len(workspace.table(name))}{f' ({each})' if each else ''}")
    view = " ".join(f"{name}={','.join(cell)}" for name, cell in sitting_of(workspace).view.items())
    titles = ", ".join(kept_scenarios(workspace)) or "none"
    return [
        *lines,
        f"records with two versions: {len(open_conflicts(workspace))}",
        f"scenarios: {titles}",
        f"view: {view or 'the first one'}",
    ]


def _version(one: Version) -> str:
    if not one.readable:
        return "damaged: it cannot be read"
    saved = f"{one.saved_at:%Y-%m-%d %H:%M} UTC" if one.saved_at else "?"
    records = ", ".join(f"{count} {name}" for name, count in one.records.items() if count)
    return f"{one.number}  {saved}  {records or 'empty'}"


def _say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
