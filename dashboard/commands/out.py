"""Writes what a command made to the file or folder that ``--out`` names, and says what it wrote."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from intake.errors import AtlasError


def write_file(path: Path, body: bytes) -> None:
    """Write a file, and name it on standard output with its size.

    Raises
    ------
    AtlasError
        It cannot be written; the path and the reason are named.
    """
    try:
        path.write_bytes(body)
    except OSError as fault:
        raise AtlasError(
            f"--out: {path} cannot be written ({fault.strerror}). Name a file in a folder that "
            "is there and yours to write in."
        ) from fault
    sys.stdout.write(f"{path}\t{len(body):,} bytes\n")


def write_folder(folder: Path, name: str, body: bytes) -> None:
    """Write a file under its name into a folder, or the members of a zip in its place.

    The folder is made where there is none.

    Raises
    ------
    AtlasError
        The folder cannot be made or written into.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise AtlasError(f"--out: {folder} cannot be made ({fault.strerror}).") from fault
    if not zipfile.is_zipfile(io.BytesIO(body)) or not name.endswith(".zip"):
        write_file(folder / name, body)
        return
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for member in archive.namelist():
            write_file(folder / Path(member).name, archive.read(member))
