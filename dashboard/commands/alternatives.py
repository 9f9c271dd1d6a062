"""``alternatives``: ways between two places of the published corridors, with all readings."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.alternatives import AIMS, Alternatives, Search, find_alternatives
from dashboard.commands.asked import add_readings_options, asked_readings
from dashboard.uncertainty import read_rule
from dashboard.words import NOT_ADVICE, READINGS
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse

    from dashboard.atlas import Atlas

_DECIMALS: Final = 6


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {NOT_ADVICE} For a network of your own: paths."
    parser.add_argument("--from", dest="start", required=True, metavar="ID", help="first waypoint")
    parser.add_argument("--to", dest="goal", required=True, metavar="ID", help="last waypoint")
    parser.add_argument(
        "--by",
        dest="aim",
        choices=tuple(AIMS),
        default="cumulative",
        help="lowest cumulative exposure (default) or worst leg; both: those that no other is "
        "below in both; length: the same for length and cumulative exposure",
    )
    parser.add_argument("--k", type=int, default=1, metavar="K", help="how many (default: 1)")
    add_readings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the ways, best first, closed ones last; an empty list where nothing leads."""
    atlas, readings = asked_readings(options)
    if options.start == options.goal:
        raise AtlasError(
            f"--to: found {options.goal!r}, the place of --from; expected another waypoint. No way "
            "is needed where one begins and ends."
        )
    search = Search(
        start=_waypoint(options.start, atlas, "--from"),
        goal=_waypoint(options.goal, atlas, "--to"),
        aim=options.aim,
        count=_count(options.k),
        leg_ids=tuple(atlas.legs.index),
    )
    found = find_alternatives(atlas, readings, read_rule(), search=search)
    sys.stdout.write(json.dumps(_rows(found), ensure_ascii=False, indent=1) + "\n")


def _rows(found: Alternatives) -> list[dict[str, Any]]:
    ways = found.ways.to_dict("index") if len(found.ways) else {}
    return [
        {
            "places": way["places"],
            "legs": way["leg_ids"],
            "corridors": way["corridors"],
            "closed": bool(way["closed"]),
            "length_km": round(way["length_km"], _DECIMALS),
            **_readings(found.intervals[found.intervals["corridor_id"] == number]),
        }
        for number, way in ways.items()
    ]


def _readings(rows: pd.DataFrame) -> dict[str, Any]:
    ends = rows.set_index("reading")
    return {
        reading: {
            name: None if pd.isna(figure) else round(float(figure), _DECIMALS)
            for name, figure in ends.loc[reading, ["shown", "low", "high"]].items()
        }
        for reading in READINGS
    }


def _waypoint(asked: str, atlas: Atlas, option: str) -> str:
    if asked not in atlas.waypoints.index:
        known = ", ".join(atlas.waypoints.index)
        raise AtlasError(f"{option}: found {asked!r}, expected one of {known}.")
    return asked


def _count(asked: int) -> int:
    if asked < 1:
        raise AtlasError(f"--k: found {asked}, expected 1 or more.")
    return asked
