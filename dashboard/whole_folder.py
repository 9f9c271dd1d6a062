"""A folder of results that takes its name only when everything in it is written."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """Yield a folder beside ``out`` that becomes it at the end, and goes away if there is none.

    Parameters
    ----------
    out
        The folder to make; it may be there, empty. What is written is called ``out`` with
        ``.unfinished`` at the end until it is whole. Only a process that is killed leaves that.

    Raises
    ------
    AtlasError
        ``out`` holds something, or an unfinished folder is there, or none can be made.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise AtlasError(
            f"--out: {out} is not empty. Name a folder that is not there yet, or is empty."
        )
    aside = out.with_name(f"{out.name}.unfinished")
    _make(aside)
    try:
        yield aside
        if out.exists():
            out.rmdir()
        aside.rename(out)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _make(aside: Path) -> None:
    try:
        aside.mkdir(parents=True)
    except FileExistsError as fault:
        raise AtlasError(
            f"--out: {aside} is there already: another run is writing it, or was killed. If none "
            "is running, remove that folder and run this again."
        ) from fault
    except OSError as fault:
        raise AtlasError(
            f"--out: {aside} cannot be made ({fault.strerror}). Name a folder in a place that is "
            "yours to write in."
        ) from fault
