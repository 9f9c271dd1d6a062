"""How a command comes to a workspace: its name, and a passphrase that is never an argument."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.file_store import FileStore, passphrase_hint
from dashboard.workspace.files import workspace_path
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dashboard.workspace.store import Store

    Run = Callable[[argparse.Namespace], int | None]

_LONGEST = 4096  # bytes of a passphrase


def add_access_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which workspace is meant and where its passphrase comes from."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--name", metavar="NAME", help="of the workspace, as “list” gives it")
    which.add_argument("--shared", action="store_true", help="the one of DATABASE_URL")
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="NUMBER",
        help="read passphrases from this file descriptor, a line each (default: ask)",
    )


def store_of(options: argparse.Namespace) -> Store:
    """Return the store that the options name, unlocked.

    Raises
    ------
    AtlasError
        There is none.
    StoreError
        The passphrase does not open it.
    """
    if not options.shared:
        return FileStore.unlock(workspace_path(options.name), _passphrase(options, "Passphrase: "))
    # The driver of the database is an extra that most installations do without.
    from dashboard.workspace.database_store import VARIABLE, shared_store  # noqa: PLC0415

    store = shared_store()
    if store is None:
        raise AtlasError(
            f"--shared: found no {VARIABLE}, expected the address of a database in it."
        )
    return store


def new_passphrase(options: argparse.Namespace) -> str:
    """Return a new passphrase; one that is typed is typed twice, and a short one is warned of.

    Raises
    ------
    AtlasError
        The two differ, or there is none.
    """
    found = _passphrase(options, "New passphrase: ")
    if options.passphrase_fd is None and found != getpass.getpass("New passphrase again: "):
        raise AtlasError("The two passphrases differ. Type both again.")
    if hint := passphrase_hint(found):
        sys.stderr.write(f"{hint}\n")
    return found


def told_plainly(run: Run) -> Run:
    """Return a command whose refusals are told to the person who typed it, data and all."""

    def told(options: argparse.Namespace) -> int | None:
        try:
            return run(options)
        except WorkspaceError as refused:
            sentence = str(refused.sentence)
        raise AtlasError(sentence)

    return told


def _passphrase(options: argparse.Namespace, prompt: str) -> str:
    number = options.passphrase_fd
    found = getpass.getpass(prompt) if number is None else _line(number)
    if not found:
        raise AtlasError(
            "Found no passphrase, expected a line with it. Type it, or write it there."
        )
    return found


def _line(descriptor: int) -> str:
    """Return the next line of a descriptor and read nothing beyond it."""
    line = b""
    try:
        while len(line) < _LONGEST and (one := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += one
    except OSError as fault:
        raise AtlasError(
            f"--passphrase-fd: {descriptor} cannot be read ({fault.strerror}), expected the number "
            "of an open descriptor, such as 3 with 3< FILE."
        ) from fault
    return line.decode("utf-8", errors="replace").removesuffix("\r")
