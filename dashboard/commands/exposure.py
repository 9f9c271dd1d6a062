"""``exposure``: kilometres of each leg in each country, open water and unmatched included."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.atlas import data_folder, places_folder, read_atlas
from dashboard.commands.out import write_file
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import leg_exposure
from geodata.leg_files import read_leg_lines
from geodata.lines import densify_lines

if TYPE_CHECKING:
    import argparse

    import pandas as pd

_ABOUT: Final = (
    "Print the kilometres of each leg in each country: leg_id,iso3,km. Open water is SEA, "
    "unmatched kilometres are NONE."
)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("exposure", help=_ABOUT, description=_ABOUT)
    parser.add_argument(
        "legs",
        nargs="?",
        type=Path,
        metavar="LEGS",
        help="GeoJSON, GeoPackage or GeoParquet of lines (default: the shipped legs)",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the CSV to a file")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print ``leg_id,iso3,km``; ``SEA`` is open water, ``NONE`` is unmatched."""
    rows = _rows(options.legs).to_csv(index=False, lineterminator="\n")
    if options.out:
        write_file(options.out, rows.encode())
    else:
        sys.stdout.write(rows)


def _rows(path: Path | None) -> pd.DataFrame:
    folder = data_folder()
    if path is None:
        return read_atlas(folder).exposure[["leg_id", "iso3", "km"]]
    places = places_folder(folder)
    lines = densify_lines(read_leg_lines(path))
    return leg_exposure(lines, read_boundaries(places), unclaimed=read_unclaimed_land(places))
