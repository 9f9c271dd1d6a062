"""``explain``: how a figure of a country, a leg or a corridor comes about, to recompute by hand."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias

from dashboard.commands.asked import add_readings_options, asked_readings, readings_on
from dashboard.later import later_text, read_later
from dashboard.leg_text import corridor_text, country_text, leg_text
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    import pandas as pd

    from dashboard.pipeline import Readings

_ABOUT: Final = "Print how a figure comes about: every value, weight and part, as the screen says."


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("explain", help=_ABOUT, description=_ABOUT)
    of_what = parser.add_mutually_exclusive_group(required=True)
    for name, (example, _known, _text) in _LEVELS.items():
        of_what.add_argument(f"--{name}", metavar="ID", help=f"a {name}, such as {example}")
    add_readings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the tree."""
    atlas, readings = asked_readings(options)
    for name, (_example, known, text) in _LEVELS.items():
        if asked := getattr(options, name):
            sys.stdout.write(text(readings, _known(asked, known(readings), name)))
    if options.country and not options.scenario:
        end = readings_on(None, options, atlas)
        later = read_later(atlas, readings, end)
        sys.stdout.write(later_text(later, readings, options.country))


def _known(asked: str, known: pd.DataFrame, name: str) -> str:
    if asked in known.index:
        return asked
    ids = [str(one) for one in known.index]
    near = get_close_matches(asked, ids, n=3) or ids[:5]
    raise AtlasError(f"--{name}: found {asked!r}, expected a {name} such as {', '.join(near)}.")


# What may be explained: an example, where its ids stand, and its text.
_Level: TypeAlias = "tuple[str, Callable[[Readings], pd.DataFrame], Callable[[Readings, str], str]]"
_LEVELS: Final[dict[str, _Level]] = {
    "country": ("CHN", lambda readings: readings.countries, country_text),
    "leg": ("LAO-THA-N-4", lambda readings: readings.legs, leg_text),
    "corridor": ("LAO-THA-N", lambda readings: readings.corridors, corridor_text),
}
