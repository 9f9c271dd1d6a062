"""The stories that come with the atlas, read from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.briefing.named import names_of
from dashboard.briefing.shipped import FOLDER
from dashboard.briefing.story import Known, parse_story
from dashboard.briefing.tables import TABLES
from dashboard.publication.precision import PUBLIC
from dashboard.publication.release import released
from dashboard.recipes import text_of
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.atlas import Atlas
from dashboard.briefing.story import Story


def known(atlas: Atlas) -> Known:
    """Return what a story may name: of the data, what may leave. The rest is not spoken of."""
    public = released(atlas, PUBLIC)
    return Known(
        choices=public.choices,
        charts=tuple(TIME_CHARTS),
        tables=tuple(TABLES),
        sources=set(public.sources.index),
        names=names_of(public),
    )


def shipped_story(atlas: Atlas, name: str) -> Story:
    """Return a shipped story.

    Raises
    ------
    StoryError
        Its file cannot be a story; step and field are named.
    """
    path = FOLDER / f"{name}.toml"
    return parse_story(text_of(path), name, known(atlas), own=False)


def read_story(path: Path, atlas: Atlas) -> Story:
    """Return the story of a reader's TOML file.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    StoryError
        It cannot be a story; step and field are named.
    """
    return parse_story(text_of(path), path.stem, known(atlas), called=path.name)
