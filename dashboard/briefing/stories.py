"""The stories that come with the atlas, read from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.briefing.shipped import FOLDER
from dashboard.briefing.story import Known, parse_story
from dashboard.briefing.tables import TABLES
from dashboard.recipes import text_of
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.atlas import Atlas
from dashboard.briefing.story import Story


def known(atlas: Atlas) -> Known:
    """Return what a story may name."""
    return Known(
        choices=atlas.choices,
        charts=tuple(TIME_CHARTS),
        tables=tuple(TABLES),
        sources=set(atlas.sources.index),
    )


def shipped_story(atlas: Atlas, name: str) -> Story:
    """Return a shipped story.

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
