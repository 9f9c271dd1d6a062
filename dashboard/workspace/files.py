"""Where the workspace files of this machine are, and what they may be called."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.workspace.errors import StoreError
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

VARIABLE: Final = "CORRIDOR_ATLAS_WORKSPACES"
ENDING: Final = ".atlas"
_NAME: Final = re.compile(r"\w(?:[\w -]{0,38}\w)?")
_NO_NAME: Final = Sentence(
    "Found no name for the file. Take one of at most 40 letters, digits, spaces and hyphens."
)


def workspace_folder() -> Path:
    """Return the folder that the environment names, else one in the home folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path.home() / "corridor-atlas"


def workspace_names() -> list[str]:
    """Return the names of the workspace files, in order; none where there is no folder."""
    return sorted(path.stem for path in _files(workspace_folder()))


def workspace_path(name: str) -> Path:
    """Return the path of a workspace by its name, in the folder and nowhere else.

    Raises
    ------
    StoreError
        The name cannot be that of a file; it is not repeated, because it may say something.
    """
    if not _NAME.fullmatch(name.strip()):
        raise StoreError(_NO_NAME, "no name of a file")
    return workspace_folder() / f"{name.strip()}{ENDING}"


def made_folder() -> None:
    """Make the folder where it is missing, for its owner alone.

    Raises
    ------
    StoreError
        It cannot be made.
    """
    try:
        workspace_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        told = Sentence(
            "The folder {folder} cannot be made ({reason}). Name another one in {variable}.",
            folder=str(workspace_folder()), reason=fault.strerror, variable=VARIABLE,
        )  # fmt: skip
        raise StoreError(told, "the folder cannot be made") from None


def _files(folder: Path) -> Iterable[Path]:
    return folder.glob(f"*{ENDING}") if folder.is_dir() else ()
