"""Says whether a file that the build made is still the file that the build made."""

import hashlib
import json
from pathlib import Path
from typing import Any

from intake.errors import DataFileError, remedy_for
from intake.sentence import Sentence

MANIFEST = "MANIFEST.json"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return what the build recorded about the files of a folder.

    Parameters
    ----------
    folder
        The folder that holds ``MANIFEST.json``.

    Returns
    -------
    dict
        ``files``: name of each file with ``sha256``, ``bytes`` and the ``part`` that made it;
        ``parts``: name of each part with the packages and source files it was made from. Both are
        empty where the folder has no manifest, as a folder of somebody's own data may.

    Raises
    ------
    DataFileError
        The manifest is there and cannot be read.
    """
    path = folder / MANIFEST
    if not path.exists():
        return {"files": {}, "parts": {}}
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        return {"files": dict(manifest["files"]), "parts": dict(manifest["parts"])}
    except (ValueError, KeyError, TypeError) as fault:
        reason = Sentence("it is not the record the build writes ({reason})", reason=str(fault))
        raise DataFileError(path.name, reason, remedy_for(path)) from fault


def check_file(path: Path) -> None:
    """Refuse a file that is missing, or whose bytes are not those the build recorded.

    Parameters
    ----------
    path
        The file; the manifest stands in the same folder. A file that the manifest does not name
        is only asked to be there.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    if not path.is_file():
        raise DataFileError(path.name, Sentence("the file is missing"), remedy_for(path))
    recorded = read_manifest(path.parent)["files"].get(path.name)
    if recorded is not None:
        _compare(path, recorded["sha256"])


def check_recorded(folder: Path, *, beginning: str = "") -> None:
    """Refuse a folder in which a file that the build made is missing or damaged.

    Parameters
    ----------
    folder
        The folder that holds ``MANIFEST.json``.
    beginning
        Only files whose name in the manifest begins so, such as ``basemap/``.

    Raises
    ------
    DataFileError
        The manifest, or a file that it names, is missing or damaged.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise DataFileError(path.name, Sentence("the file is missing"), remedy_for(path))
    for name, recorded in read_manifest(folder)["files"].items():
        if not name.startswith(beginning):
            continue
        file = folder / name
        if not file.is_file():
            raise DataFileError(name, Sentence("the file is missing"), remedy_for(file))
        _compare(file, recorded["sha256"])


def _compare(path: Path, expected: str) -> None:
    found = sha256_of(path)
    if found != expected:
        fault = Sentence(
            "the file is damaged: its SHA-256 begins with {found}, expected {expected}",
            found=found[:12],
            expected=expected[:12],
        )
        raise DataFileError(path.name, fault, remedy_for(path))
