"""``explain``: how a figure of a country, a leg or a corridor comes about, to recompute by hand."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from dashboard.commands.asked import add_readings_options, asked_readings, readings_on
from dashboard.evidence_text import evidence_text
from dashboard.later import later_text, read_later
from dashboard.leg_text import corridor_text, country_text, leg_text
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    import pandas as pd

    from dashboard.pipeline import Readings


# The countries and the legs whose evidence is named.
_Behind: TypeAlias = "tuple[list[str], list[str]]"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    of_what = parser.add_mutually_exclusive_group(required=True)
    for name, (example, *_rest) in _LEVELS.items():
        of_what.add_argument(f"--{name}", metavar="ID", help=f"a {name}, such as {example}")
    add_readings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the tree, why a past date reads otherwise, and the evidence with its sources."""
    atlas, readings = asked_readings(options)
    for name, (_example, known, text, behind) in _LEVELS.items():
        if asked := getattr(options, name):
            one = _known(asked, known(readings), name)
            countries, legs = behind(readings, one)
            sys.stdout.write(f"{text(readings, one)}\n")
            if readings.date != atlas.choices.last_date and not options.scenario:
                later = read_later(atlas, readings, readings_on(None, options, atlas))
                for iso3 in countries:
                    sys.stdout.write(later_text(later, readings, iso3))
            sys.stdout.write(evidence_text(atlas, readings, countries, legs))


def _known(asked: str, known: pd.DataFrame, name: str) -> str:
    if asked in known.index:
        return asked
    ids = [str(one) for one in known.index]
    near = get_close_matches(asked, ids, n=3) or ids[:5]
    raise AtlasError(f"--{name}: found {asked!r}, expected a {name} such as {', '.join(near)}.")


def _of_legs(readings: Readings, legs: list[str]) -> _Behind:
    named = readings.drivers.loc[readings.drivers["leg_id"].isin(legs), "iso3"]
    return [iso3 for iso3 in named.unique() if iso3 not in readings.leg_rule.origin], legs


def _of_corridor(readings: Readings, corridor_id: str) -> _Behind:
    own = readings.legs["corridor_id"] == corridor_id
    return _of_legs(readings, [str(one) for one in readings.legs.index[own]])


class _Level(NamedTuple):
    """What may be explained: an example, where its ids stand, its text, what is behind it."""

    example: str
    known: Callable[[Readings], pd.DataFrame]
    text: Callable[[Readings, str], str]
    behind: Callable[[Readings, str], _Behind]


_LEVELS: Final[dict[str, _Level]] = {
    "country": _Level("CHN", lambda now: now.countries, country_text, lambda _, one: ([one], [])),
    "leg": _Level(
        "LAO-THA-N-4", lambda now: now.legs, leg_text, lambda now, one: _of_legs(now, [one])
    ),
    "corridor": _Level("LAO-THA-N", lambda now: now.corridors, corridor_text, _of_corridor),
}
