"""Writes what a command made to the file or folder that ``--out`` names, and says what it wrote."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from pathlib import Path

from intake.errors import AtlasError
from intake.sentence import Sentence


def write_file(path: Path, body: bytes) -> None:
    """Write a file whole or not at all, and name it on standard output with its size.

    Raises
    ------
    AtlasError
        It cannot be written; the path and the reason are named.
    """
    try:
        _put_in_place(path, body)
    except OSError as fault:
        raise AtlasError(
            Sentence(
                "--out: {path} cannot be written ({reason}). Name a file in a folder that is there "
                "and yours to write in.",
                path=path,
                reason=fault.strerror,
            )
        ) from fault
    sys.stdout.write(f"{path}\t{len(body):,} bytes\n")


def _put_in_place(path: Path, body: bytes) -> None:
    """Make ``body`` the file in one step: what stood there stays until all of it is written."""
    if path.exists() and not (path.is_file() and os.access(path, os.W_OK)):
        path.write_bytes(body)  # a pipe or a device; what may not be written to says so
        return
    file = path.resolve()
    beside = file.with_name(f".{os.getpid()}.part")
    try:
        beside.write_bytes(body)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none, and try whether a file can be written into it.

    Long work asks before it begins.

    Raises
    ------
    AtlasError
        It cannot be made or written into; the folder and the reason are named.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as fault:
        words = Sentence(
            "--out: {folder} cannot be made or written into ({reason}). Name a folder that is "
            "yours, old or new.",
            folder=folder,
            reason=fault.strerror,
        )
        raise AtlasError(words) from fault


def write_folder(folder: Path, name: str, body: bytes) -> None:
    """Write a file under its name into a folder, or the members of a zip in its place.

    The folder is made where there is none.

    Raises
    ------
    AtlasError
        The folder cannot be made or written into.
    """
    make_folder(folder)
    if not zipfile.is_zipfile(io.BytesIO(body)) or not name.endswith(".zip"):
        write_file(folder / name, body)
        return
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for member in archive.namelist():
            write_file(folder / Path(member).name, archive.read(member))
