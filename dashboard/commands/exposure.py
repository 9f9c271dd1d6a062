"""``exposure``: kilometres of each leg in each country, open water and unmatched included."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.atlas import data_folder, places_folder, read_atlas
from dashboard.commands.out import write_file
from dashboard.exposure_parts import write_exposure
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import leg_exposure
from geodata.leg_files import read_leg_lines
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from contextlib import AbstractContextManager

    import pandas as pd

    from dashboard.exposure_parts import Mapped

_MORE: Final = (
    "With --cluster, a GeoParquet file of any size is done part by part by Dask, and --out is a "
    "folder, not there yet or empty, that takes the rows as Parquet files in the order of the "
    "legs. Neither this process nor a worker holds more than a part. On machines of your own, "
    "LEGS, FOLDER and the atlas must be found under the same paths on all of them."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument(
        "legs",
        nargs="?",
        type=Path,
        metavar="LEGS",
        help="GeoJSON, GeoPackage or GeoParquet of lines (default: the shipped legs)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="PATH",
        help="write the CSV to a file; with --cluster the Parquet files to a folder",
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="local: a worker for each core of this machine; or the address of a Dask scheduler",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print ``leg_id,iso3,km``; ``SEA`` is open water, ``NONE`` is unmatched."""
    if options.cluster:
        _write_parts(options)
        return
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
    lines = read_leg_lines(path)
    return leg_exposure(lines, read_boundaries(places), unclaimed=read_unclaimed_land(places))


def _write_parts(options: argparse.Namespace) -> None:
    if not (options.legs and options.out):
        raise AtlasError("--cluster: name LEGS, a GeoParquet file, and --out, a folder to make.")
    done = write_exposure(
        options.legs,
        options.out,
        places=places_folder(data_folder()),
        workers=_workers(options.cluster),
    )
    legs, rows = (sum(getattr(part, name) for part in done) for name in ("legs", "rows"))
    sys.stderr.write(f"{legs:,} legs, {rows:,} rows, {len(done):,} files in {options.out}\n")


def _workers(address: str) -> AbstractContextManager[Mapped]:
    try:
        cluster = import_module("dashboard.cluster")
    except ModuleNotFoundError as fault:
        raise AtlasError(
            f"--cluster needs {fault.name}, which is not installed. Run this with the extra: "
            "python -m uv run --extra scale python -m dashboard exposure …"
        ) from fault
    workers: AbstractContextManager[Mapped] = cluster.workers(address)
    return workers
