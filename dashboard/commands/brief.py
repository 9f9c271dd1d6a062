"""``brief``: a story as a file, the same bytes as the page Briefing gives."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.atlas import data_folder, read_atlas
from dashboard.briefing.formats import FORMATS, file_name
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.shipped import story_names
from dashboard.briefing.stories import read_story, shipped_story
from dashboard.briefing.story_file import story_file
from dashboard.commands.out import make_folder, write_folder
from dashboard.language import ENGLISH, LANGUAGES
from intake.errors import AtlasError
from intake.sentence import Sentence

if TYPE_CHECKING:
    import argparse

    from dashboard.atlas import Atlas
    from dashboard.briefing.progress import Progress
    from dashboard.briefing.story import Story

_MORE: Final = (
    "How far it is stands on standard error. Ctrl+C stops it: a file is written whole or not at "
    "all. PNG is a picture for each step, and for each page of a long table."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument(
        "--story",
        required=True,
        metavar="NAME",
        help=f"one of {', '.join(story_names())}, or the path of a story's TOML file",
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=ENGLISH, help="default: %(default)s")
    parser.add_argument("--format", choices=tuple(FORMATS), required=True, help="which format")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="a folder; made where there is none",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the file into the folder and name it on standard output."""
    atlas = read_atlas(data_folder())
    story = _story(options.story, atlas)
    make_folder(options.out)
    briefing = finished(brief(atlas, story, options.lang), _told)
    body = finished(story_file(atlas, (story, briefing), options.format), _told)
    name = file_name(briefing, options.format)
    write_folder(options.out, name, body)


def _story(name: str, atlas: Atlas) -> Story:
    if name in story_names():
        return shipped_story(atlas, name)
    if not Path(name).is_file():
        raise AtlasError(
            Sentence(
                "--story: found {found}, expected the path of a TOML file of a story, or one of "
                "{names}.",
                found=repr(name),
                names=", ".join(story_names()),
            )
        )
    return read_story(Path(name), atlas)


def _told(at: Progress) -> None:
    sys.stderr.write(f"{at.done}/{at.whole} {at.words}\n")
