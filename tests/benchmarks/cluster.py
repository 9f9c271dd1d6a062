"""Measures kilometres of a file at once, part by part, and on a local cluster of two workers.

Run it from the repository's folder: `python -m tests.benchmarks.cluster --legs 100000 1000000`.

Each way is a process of its own, from its start to its end, so the start of Python and of the
workers is in the seconds. Memory is resident memory, looked at twenty times a second.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import psutil

from tests.benchmarks.exposure import random_legs
from tests.benchmarks.world import ROOT

IN_PARTS = """
import sys
from contextlib import nullcontext
from pathlib import Path
from dashboard.exposure_parts import write_exposure
from geodata.boundaries import DATA
write_exposure(*map(Path, sys.argv[1:]), places=DATA, workers=nullcontext(map))
"""
ON_TWO_WORKERS = """
import sys
from pathlib import Path
from dashboard.cluster import workers
from dashboard.exposure_parts import write_exposure
from geodata.boundaries import DATA
if __name__ == "__main__":
    legs, out = map(Path, sys.argv[1:])
    write_exposure(legs, out, places=DATA, workers=workers("local", count=2))
"""
LOOK_SECONDS = 0.05
HEAD = """## Kilometres by country, part by part

From a GeoParquet file of one row group to a folder of Parquet files, as `exposure --cluster local`
does it; the same legs as under *Kilometres by country*. Each way is a process of its own, from
start to end. The rows of all three ways were compared and are the same to the last digit.

| legs | way | s | CPU s | the process, MB | its largest worker, MB | together, MB |
| --- | --- | --- | --- | --- | --- | --- |"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One way of one size: seconds, those of all processors, and megabytes at most.

    ``own_mb`` is of the process, ``worker_mb`` of its largest child, ``all_mb`` of all together.
    """

    legs: int
    way: str
    seconds: float
    cpu_s: float
    own_mb: float
    worker_mb: float
    all_mb: float


def watched(legs: int, way: str, command: list[str]) -> Run:
    """Run a command and watch it and what it starts."""
    begin, cpu_before = time.perf_counter(), _children_cpu_s()
    # The scripts lie elsewhere and still import the project, in the workers too.
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL)
    top = psutil.Process(process.pid)
    own = worker = everyone = 0.0
    while process.poll() is None:
        now = [_resident_mb(each) for each in [top, *_children(top)]]
        own, worker = max(own, now[0]), max([worker, *now[1:]])
        everyone = max(everyone, sum(now))
        time.sleep(LOOK_SECONDS)
    run = Run(
        legs=legs,
        way=way,
        seconds=time.perf_counter() - begin,
        cpu_s=_children_cpu_s() - cpu_before,
        own_mb=own,
        worker_mb=worker,
        all_mb=everyone,
    )
    if process.returncode:
        raise SystemExit(f"{way} failed")
    sys.stderr.write(f"{run}\n")
    return run


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children(top: psutil.Process) -> list[psutil.Process]:
    try:
        return top.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _resident_mb(process: psutil.Process) -> float:
    try:
        return process.memory_info().rss / 2**20
    except psutil.NoSuchProcess:
        return 0.0


def runs(count: int, folder: Path) -> Iterator[Run]:
    """Yield the three ways of one size, and refuse rows that differ."""
    legs, plain = folder / "legs.parquet", folder / "plain.csv"
    random_legs(count).to_parquet(legs)
    command = [sys.executable, "-m", "dashboard", "exposure", str(legs), "--out", str(plain)]
    yield watched(count, "the file at once", command)
    expected = plain.read_text("ascii")
    for way, code in (
        ("part by part", IN_PARTS),
        ("part by part, Dask with two workers", ON_TWO_WORKERS),
    ):
        out = folder / way
        script = folder / "script.py"
        script.write_text(code, "ascii")
        yield watched(count, way, [sys.executable, str(script), str(legs), str(out)])
        if pd.read_parquet(out).to_csv(index=False) != expected:
            raise SystemExit(f"{way}: the rows differ from those of the file at once")


def section(legs: tuple[int, ...] = (100_000, 1_000_000)) -> str:
    """Return the table in Markdown, under its title."""
    found: list[Run] = []
    for count in legs:
        with tempfile.TemporaryDirectory() as folder:
            found += runs(count, Path(folder))
    rows = [
        f"| {run.legs:,} | {run.way} | {run.seconds:.1f} | {run.cpu_s:.1f} | {run.own_mb:,.0f} | "
        f"{_or_dash(run.worker_mb)} | {run.all_mb:,.0f} |"
        for run in found
    ]
    return "\n".join([HEAD, *rows, ""])


def _or_dash(megabytes: float) -> str:
    return f"{megabytes:,.0f}" if megabytes else "–"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cluster")
    parser.add_argument("--legs", type=int, nargs="+", default=[100_000, 1_000_000])
    sys.stdout.write(section(tuple(parser.parse_args().legs)))


if __name__ == "__main__":
    main()
