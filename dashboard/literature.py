"""The literature that the method rests on, by key: a short mark at each formula, and in full."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent.parent / "analysis" / "references.toml"


@dataclass(frozen=True, kw_only=True)
class Work:
    """A published work: ``short`` stands beside a formula, ``full`` in the list of references."""

    short: str
    full: str


@cache
def literature() -> dict[str, Work]:
    """Return the works by key, in the order of the file."""
    return {key: Work(**cells) for key, cells in tomllib.loads(_FILE.read_text("utf-8")).items()}
