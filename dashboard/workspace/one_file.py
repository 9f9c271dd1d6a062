"""Writes one file whole or not at all, one writer at a time, and nothing beside it.

While it is saved, the new file stands under a hidden name in the same folder, sealed like the
other. It takes the place of the old one in a single step of the file system.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from dashboard.workspace.errors import BusyError, CannotSaveError, StoreError
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE: Final = 30.0  # seconds that one save waits for another
_ONLY_MINE: Final = 0o600
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    StoreError
        There is none, or it may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or ""
    sentence = Sentence(
        "{file} cannot be read ({reason}). Check the name of the file and that you may read it.",
        file=path.name,
        reason=reason,
    )
    raise StoreError(sentence, f"the workspace file cannot be read ({reason})")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the file against all other savers, also those of other programs.

    Raises
    ------
    BusyError
        Another one holds it for too long.
    CannotSaveError
        The folder cannot be written to.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE, mode=_ONLY_MINE)
    busy, reason = False, ""
    try:
        lock.acquire()
    except Timeout:
        busy = True
    except OSError as error:
        reason = error.strerror or "?"
    if busy:
        raise BusyError(_BUSY)
    if reason:
        raise _cannot_save(path, reason)
    try:
        yield
    finally:
        lock.release()


def put_in_place(path: Path, content: bytes) -> None:
    """Make ``content`` the file: at every moment it is the old one or the new one, whole.

    Call it while `alone`.

    Raises
    ------
    CannotSaveError
        The disk is full, or the folder cannot be written to. The file is as it was.
    """
    beside = path.with_name(f".{path.name}.saving")
    try:
        _write_through(beside, content)
        beside.replace(path)
        _keep_the_name(path.parent)
    except OSError as error:
        reason = error.strerror or ""
    else:
        return
    with suppress(OSError):
        beside.unlink()
    raise _cannot_save(path, reason)


_BUSY: Final = Sentence(
    "Another program or window is saving this workspace and does not finish. Wait a moment and "
    "save again; what you entered is still in this window."
)


def _cannot_save(path: Path, reason: str) -> CannotSaveError:
    sentence = Sentence(
        "{file} could not be saved ({reason}). What was saved before is untouched, and what you "
        "entered is still in this window: free some space or choose another folder, and save "
        "again.",
        file=path.name,
        reason=reason,
    )
    return CannotSaveError(sentence, f"the workspace could not be saved ({reason})")


def _write_through(path: Path, content: bytes) -> None:
    """Write a file down to the disk itself, not only to the system's memory."""
    with suppress(FileNotFoundError):
        path.unlink()  # left by a save that was killed
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
    with os.fdopen(os.open(path, flags, _ONLY_MINE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_the_name(folder: Path) -> None:
    """Write the change of name down to the disk, where the system keeps names in a file."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
