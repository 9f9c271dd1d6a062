"""Measures kilometres by country beside `geopandas.overlay`.

Run it from the repository's folder: `python -m tests.benchmarks.exposure --legs 1000 10000 100000`.

Legs are geodesics of 300 to 390 km with 40 vertices each, about 9 km apart, in random directions
from random places between 60 and 150 degrees east, 10 degrees south and 55 north. Both sides get
the same vertices, the same shapes, and lines that are already in memory. Overlay joins vertices
straight in degrees and keeps no row for the sea; its lengths are then measured by Karney's
algorithm. Added memory is the highest the process reaches above what it held before.
"""

import argparse
import ctypes
import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.border_index import border_index
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import NONE, leg_exposure
from geodata.vertices import WGS84, Vertices
from tests.properties.edge_by_edge import exposure_among_borders

VERTICES = 40
CRS = "EPSG:4326"
# Lines are made so many at a time, so that making them takes little memory.
AT_ONCE = 50_000

HEAD = """## Kilometres by country

The atlas beside `geopandas.overlay` over the same borders, in one process. Asked: at least 60 times
faster at 100,000 legs, growth of at most n^1.05 up to 1,000,000 legs, at most 1 GB added, 1e-9.
"""

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table."""

    legs: int
    ours_s: float
    ours_mb: float
    overlay_s: float
    overlay_mb: float


def random_legs(count: int, seed: int = 20240601) -> gpd.GeoDataFrame:
    """Return legs that are the same for the same count and seed."""
    random = np.random.default_rng(seed)
    share = np.linspace(0, 1, VERTICES)
    batches = []
    for start in range(0, count, AT_ONCE):
        n = min(AT_ONCE, count - start)
        lon, lat = random.uniform(60, 150, n), random.uniform(-10, 55, n)
        azimuth, metres = random.uniform(0, 360, n), random.uniform(300e3, 390e3, n)
        at = np.repeat(np.arange(n), VERTICES)
        lon, lat, _ = WGS84.fwd(lon[at], lat[at], azimuth[at], np.outer(metres, share).ravel())
        batches.append(shapely.linestrings(np.column_stack([lon, lat]), indices=at))
    index = pd.Index(np.arange(count).astype(str), name="leg_id")
    return gpd.GeoDataFrame(geometry=np.concatenate(batches), index=index, crs=CRS)


def overlay_exposure(lines: gpd.GeoDataFrame, land: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the kilometres of each leg in each country as GeoPandas alone would."""
    cut = gpd.overlay(lines.reset_index(), land.reset_index(), how="intersection")
    parts, row = shapely.get_parts(cut.geometry.to_numpy(), return_index=True)
    lon_lat, part = shapely.get_coordinates(parts, return_index=True)
    vertices = Vertices(lon_lat=lon_lat, part=part)
    km = np.bincount(row[part[vertices.edges]], weights=vertices.edge_km(), minlength=len(cut))
    return cut.assign(km=km).groupby(["leg_id", "iso3"])["km"].sum().reset_index()


def timed(work: Callable[[], Answer]) -> tuple[Answer, float, float]:
    """Return what the work gives, its seconds, and the megabytes that it added at most."""
    # What earlier work left unused goes back first, and the high-water mark starts anew.
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before = status_mb("VmRSS")
    start = time.perf_counter()
    answer = work()
    return answer, time.perf_counter() - start, status_mb("VmHWM") - before


def status_mb(field: str) -> float:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{field}:")[1].split()[0]) / 1024


def measured(count: int, asked: argparse.Namespace, world: "World") -> Row:
    lines = random_legs(count)
    runs = [
        timed(lambda: leg_exposure(lines, world.boundaries, unclaimed=world.unclaimed))
        for _ in range(asked.repetitions)
    ]
    overlay_s = overlay_mb = math.nan
    if count <= asked.overlay:
        _, overlay_s, overlay_mb = timed(lambda: overlay_exposure(lines, world.land))
    row = Row(
        legs=count,
        ours_s=float(np.median([seconds for _, seconds, _ in runs])),
        ours_mb=max(megabytes for *_, megabytes in runs),
        overlay_s=overlay_s,
        overlay_mb=overlay_mb,
    )
    sys.stderr.write(f"{row}\n")
    return row


@dataclass(frozen=True, kw_only=True)
class World:
    """The shapes of the atlas; ``land`` is both together, for overlay and the reference."""

    boundaries: gpd.GeoDataFrame
    unclaimed: gpd.GeoDataFrame
    land: gpd.GeoDataFrame


def read_world() -> World:
    boundaries, unclaimed = read_boundaries(), read_unclaimed_land()
    nobodys = unclaimed[["geometry"]].set_axis([NONE] * len(unclaimed)).rename_axis("iso3")
    land = pd.concat([boundaries[["geometry"]], nobodys])
    return World(boundaries=boundaries, unclaimed=unclaimed, land=land)


def errors(count: int, world: World) -> dict[str, float]:
    """Return how far a sample of legs is from the plain reference, edge by edge with GEOS."""
    lines = random_legs(count, seed=7)
    ours = leg_exposure(lines, world.boundaries, unclaimed=world.unclaimed)
    plain = exposure_among_borders(lines, world.land)
    both = ours.merge(plain, on=["leg_id", "iso3"], how="outer", suffixes=("", "_plain")).fillna(0)
    off = (both["km"] - both["km_plain"]).abs()
    leg_km = both.groupby("leg_id")["km_plain"].transform("sum")
    country = both.groupby("iso3")[["km", "km_plain"]].sum()
    return {
        "of a country's kilometres": float((country["km"] / country["km_plain"] - 1).abs().max()),
        "of the leg, in any row": float((off / leg_km).max()),
        "of the row itself, rows over 1 km": float(
            (off / both["km_plain"])[both["km_plain"] > 1].max()
        ),
    }


def report(rows: list[Row], found: dict[str, float], asked: argparse.Namespace) -> str:
    table = [
        "| legs | vertices | atlas, s | overlay, s | ratio | added MB | overlay's MB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(
            f"| {row.legs:,} | {row.legs * VERTICES:,} | {row.ours_s:.2f} | {row.overlay_s:.1f} | "
            f"{row.overlay_s / row.ours_s:.0f} | {row.ours_mb:.0f} | {row.overlay_mb:.0f} |"
            for row in rows
        ),
    ]
    legs, seconds = np.log([row.legs for row in rows]), np.log([row.ours_s for row in rows])
    grown = [
        f"- From {one.legs:,} to {other.legs:,} legs the time grows as n^{power:.2f}."
        for one, other, power in zip(rows, rows[1:], np.diff(seconds) / np.diff(legs), strict=False)
    ]
    off = [
        f"- Largest difference to the plain reference on {asked.sample} legs, as a part "
        f"{what}: {value:.1e}."
        for what, value in found.items()
    ]
    return "\n".join([*table, "", *grown, *off]).replace("nan", "–")


def section(asked: argparse.Namespace) -> str:
    """Return the table in Markdown, under its title."""
    world = read_world()
    _, made_s, made_mb = timed(lambda: border_index(world.land.geometry.to_numpy()))
    rows = [measured(count, asked, world) for count in asked.legs]
    found = errors(asked.sample, world) if asked.sample else {}
    made = (
        f"- The index is made once, in {made_s:.2f} s, with {made_mb:.0f} MB at most, and kept in "
        "the user's cache."
    )
    return "\n".join([HEAD, report(rows, found, asked), made, ""])


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exposure")
    parser.add_argument("--legs", type=int, nargs="+", default=[1000, 10000, 100000, 1000000])
    parser.add_argument("--overlay", type=int, default=100_000, help="most legs to overlay")
    parser.add_argument("--repetitions", type=int, default=5, help="of ours; the median is shown")
    parser.add_argument("--sample", type=int, default=100, help="legs for the plain reference")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.stdout.write(section(arguments()))
