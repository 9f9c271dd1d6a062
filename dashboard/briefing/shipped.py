"""Which stories come with the atlas, by the names of their files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from dashboard.briefing.story_words import plain_years
from dashboard.language import said

FOLDER: Final = Path(__file__).parent / "stories"
# In the order in which they are offered; files that are not named here follow.
FIRST: Final = ("journey-and-law", "what-changed", "call-to-action")


def story_names() -> tuple[str, ...]:
    """Return the names of the shipped stories, in the order in which they are offered."""
    found = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return tuple(sorted(found, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST)))


def titles() -> dict[str, str]:
    """Return what the shipped stories are called, by name, in the language of the run.

    A title may hold years, and no other figure: it is shown before any is computed.
    """
    files = {name: (FOLDER / f"{name}.toml").read_text("utf-8") for name in story_names()}
    return {name: plain_years(said(tomllib.loads(text)["title"])) for name, text in files.items()}
