"""Kilometres by country of any number of legs, part by part, into a folder of Parquet files.

One function does a part, from rows of a file to a file of rows. It knows nothing of the others, so
it can be mapped over the parts by ``map``, or by a cluster.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.project import version
from dashboard.whole_folder import whole_folder
from geodata.boundaries import BOUNDARIES_FILE, UNCLAIMED_FILE, read_boundaries, read_unclaimed_land
from geodata.checksums import sha256_of
from geodata.exposure import leg_exposure
from geodata.leg_parts import LEGS_AT_ONCE, LegPart, leg_parts, read_leg_part, refuse_repeated_ids
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    import geopandas as gpd

# Readers of Parquet folders pass over names that begin so.
MANIFEST: Final = "_manifest.json"
SCHEMA: Final = pa.schema(
    [
        pa.field("leg_id", pa.string(), nullable=False),
        pa.field("iso3", pa.string(), nullable=False),
        pa.field("km", pa.float64(), nullable=False),
    ]
)


@dataclass(frozen=True, kw_only=True)
class Job:
    """One part of the work, told so that another process, or another machine, can do it.

    Parameters
    ----------
    legs
        The file of the legs.
    part
        Its rows.
    number
        Which part it is, from 0.
    places
        The folder of the boundaries.
    world
        ``checksum`` of the boundaries that are meant.
    folder
        Where the file of the part goes.
    """

    legs: Path
    part: LegPart
    number: int
    places: Path
    world: str
    folder: Path


@dataclass(frozen=True, kw_only=True)
class Done:
    """A part that is written: its file, how many legs and rows it holds, and its SHA-256."""

    file: str
    legs: int
    rows: int
    sha256: str


# Does jobs and returns what became of them, in their order, as ``map`` does.
Mapped: TypeAlias = "Callable[[Callable[[Job], Done], list[Job]], Iterable[Done]]"


def write_exposure(
    legs: Path,
    out: Path,
    *,
    places: Path,
    workers: AbstractContextManager[Mapped],
    at_most: int = LEGS_AT_ONCE,
) -> list[Done]:
    """Write a folder with the rows of ``leg_exposure`` for every leg of a file.

    The parts are numbered in the order of the legs; read one after the other they are the rows of
    the whole file. ``MANIFEST`` lists them. The folder takes its name when all of it is written.

    Parameters
    ----------
    legs
        A GeoParquet file of any size.
    out
        The folder to make.
    places
        The folder of the boundaries.
    workers
        Who does the parts.
    at_most
        Most legs of a part.

    Raises
    ------
    DataFileError
        A row of the file is not a line on this planet, or an id stands there twice.
    AtlasError
        The folder cannot be made or is not empty.
    """
    world = checksum(places)
    with whole_folder(out.resolve()) as folder, workers as mapped:
        scratch = folder / "ids"
        refuse_repeated_ids(legs, scratch)
        scratch.unlink(missing_ok=True)
        jobs = [
            Job(
                legs=legs.resolve(),
                part=part,
                number=number,
                places=places.resolve(),
                world=world,
                folder=folder,
            )
            for number, part in enumerate(leg_parts(legs, at_most=at_most))
        ]
        done = list(mapped(write_part, jobs))
        (folder / MANIFEST).write_text(_manifest(legs, world, done), "utf-8")
    return done


def write_part(job: Job) -> Done:
    """Write the rows of one part and return what was written.

    Raises
    ------
    DataFileError
        A row of the part is not a line on this planet.
    AtlasError
        The boundaries here are not those that are meant, or the folder cannot be written.
    """
    if checksum(job.places) != job.world:
        raise AtlasError(
            f"{job.places}: the boundaries of this worker are not those of the command. Give all "
            "machines the same version of the atlas and of its data."
        )
    boundaries, unclaimed = _world(job.places, job.world)
    lines = read_leg_part(job.legs, job.part)
    rows = leg_exposure(lines, boundaries, unclaimed=unclaimed)
    path = job.folder / f"part-{job.number:06}.parquet"
    # Written aside: a part that was begun twice, or whose worker died, is never half a part.
    aside = path.with_suffix(f".{uuid.uuid4().hex}")
    try:
        pq.write_table(pa.Table.from_pandas(rows, SCHEMA, preserve_index=False), aside)
        aside.replace(path)
    except OSError as fault:
        raise AtlasError(f"--out: {path.name} cannot be written ({fault.strerror}).") from fault
    return Done(file=path.name, legs=len(lines), rows=len(rows), sha256=sha256_of(path))


def checksum(places: Path) -> str:
    """Return the SHA-256 of the boundaries and the land of no country, one after the other."""
    return ":".join(sha256_of(places / name) for name in (BOUNDARIES_FILE, UNCLAIMED_FILE))


@lru_cache(maxsize=1)
def _world(places: Path, _checksum: str) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    return read_boundaries(places), read_unclaimed_land(places)


def _manifest(legs: Path, world: str, done: list[Done]) -> str:
    content: dict[str, Any] = {
        "made_by": f"Corridor Atlas {version()}",
        "legs_file": legs.name,
        "legs": sum(part.legs for part in done),
        "rows": sum(part.rows for part in done),
        "boundaries_sha256": world,
        "parts": [asdict(part) for part in done],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
