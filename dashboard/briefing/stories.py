"""The stories that come with the atlas, read from their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.briefing.story import Known, parse_story
from dashboard.briefing.tables import TABLES
from dashboard.recipes import text_of
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.briefing.story import Story

FOLDER: Final = Path(__file__).parent / "stories"
# In the order in which they are offered; files that are not named here follow.
_FIRST: Final = ("journey-and-law", "what-changed", "call-to-action")


def story_names() -> tuple[str, ...]:
    """Return the names of the shipped stories."""
    found = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return tuple(sorted(found, key=lambda name: _FIRST.index(name) if name in _FIRST else 99))


def known(atlas: Atlas) -> Known:
    """Return what a story may name."""
    return Known(
        choices=atlas.choices,
        charts=tuple(TIME_CHARTS),
        tables=tuple(TABLES),
        sources=set(atlas.sources.index),
    )


def shipped_story(atlas: Atlas, name: str) -> Story:
    """Return one of `story_names`.

    Raises
    ------
    StoryError
        Its file cannot be a story; step and field are named.
    """
    return read_story(FOLDER / f"{name}.toml", atlas)


def read_story(path: Path, atlas: Atlas) -> Story:
    """Return the story of a TOML file.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    StoryError
        It cannot be a story; step and field are named.
    """
    return parse_story(text_of(path), path.stem, known(atlas))
