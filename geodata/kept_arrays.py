"""Keeps arrays that take a while to make in the user's cache folder, for the next process.

Nothing depends on the file: a missing or damaged one is made anew, and where none can be written
the arrays are made each time. They are read as plain numbers, never as objects.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

CACHE_VARIABLE = "CORRIDOR_ATLAS_CACHE"

# Files of one kind that stay: the atlas's own world, and one that a reader brings.
KEPT = 2

Arrays = dict[str, NDArray[Any]]


def kept_arrays(kind: str, checksum: str, make: Callable[[], Arrays]) -> Arrays:
    """Return arrays from their file in the cache folder, or make and keep them.

    Parameters
    ----------
    kind
        What they are, the beginning of the file's name. The newest ``KEPT`` of a kind stay.
    checksum
        Of all that they are made from, the rest of the file's name.
    make
        Makes them. Called where there is no whole file.

    Returns
    -------
    Arrays
        As ``make`` names them.
    """
    path = cache_folder() / f"{kind}-{checksum}.npz"
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return dict(arrays)
    except (OSError, ValueError, EOFError, BadZipFile):
        made = make()
        _keep(path, made)
        return made


def cache_folder() -> Path:
    """Return ``CORRIDOR_ATLAS_CACHE``, or else the folder that the system has for this."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else user_cache_path("corridor-atlas", appauthor=False)


def _keep(path: Path, arrays: dict[str, Any]) -> None:
    """Write aside and move, so that no other process reads half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, ignore_cleanup_errors=True) as aside:
            part = Path(aside) / path.name
            np.savez(part, **arrays)
            part.replace(path)
        kind, _, _ = path.name.partition("-")
        files = sorted(path.parent.glob(f"{kind}-*.npz"), key=lambda file: file.stat().st_mtime)
        for old in files[:-KEPT]:
            old.unlink()
    except OSError:
        return  # a full or protected disk costs the next process half a second, no more
