"""``export``: what the filters leave, in any format, the same bytes as the page Download gives."""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from dashboard.asked_view import asked_view
from dashboard.atlas import data_folder, read_atlas
from dashboard.commands.out import write_file, write_folder
from dashboard.exports.formats import FORMATS, file_name
from dashboard.publication.choices_told import PRIVATE, without_looks, without_private
from dashboard.settings import Settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from dashboard.paper.atlas_book import Step
    from dashboard.settings import Choices

_MORE: Final = (
    "The filters are those of a page's address, one option each; an option that takes several "
    "values may be given several times. CSV, Parquet and the data package are zips; with a folder "
    "as --out their files are written into it."
)
_NAMES: Final = tuple(field.name for field in fields(Settings) if field.name not in PRIVATE)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options, one for each setting that counts."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument("--format", choices=tuple(FORMATS), required=True, help="which format")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="a file, or a folder that is there"
    )
    parser.add_argument(
        "--view",
        default="",
        metavar="ADDRESS",
        help="the filters as a page's address has them, such as '?country=LAO&date=2023-10-09'",
    )
    for name in _NAMES:
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            dest=name,
            action="append",
            metavar="VALUE",
            help=f"the setting “{name}” of the address",
        )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the file, or the files of a zip into a folder."""
    atlas, made = read_atlas(data_folder()), FORMATS[options.format]
    settings = _settings(options, atlas.choices)
    counts = without_private if made.drawn else without_looks
    published = made.published(atlas, counts(settings, atlas.choices))
    body = _made_in_steps(made.steps(published)) if made.steps else made.write(published)
    if options.out.is_dir():
        write_folder(options.out, file_name(options.format, published), body)
    else:
        write_file(options.out, body)


def _made_in_steps(steps: Iterator[Step]) -> bytes:
    """Return the file of the last step, and tell each step on standard error."""
    body = b""
    for step in steps:
        body = step.body or body
        sys.stderr.write(f"{step.done}/{step.steps} {step.next}".rstrip() + "\n")
    return body


def _settings(options: argparse.Namespace, choices: Choices) -> Settings:
    asked = parse_qs(options.view.removeprefix("?"), keep_blank_values=True)
    asked |= {name: given for name in _NAMES if (given := getattr(options, name))}
    return asked_view(asked, choices, [field.name for field in fields(Settings)])
