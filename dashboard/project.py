"""What the project is called, whose it is, which version this is, and under what licence."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

TITLE: Final = "Corridor Atlas"
AUTHOR: Final = "Corridor Atlas contributors"
YEAR: Final = 2026
LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"
_PROJECT: Final = Path(__file__).parent.parent / "pyproject.toml"


@cache
def version() -> str:
    """Return the version of the atlas, such as 0.1.0, from the one place that says so."""
    return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])
