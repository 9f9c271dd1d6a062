"""Measures the atlas beside what a user would otherwise do, and writes `docs/benchmarks.md`."""

import argparse
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks import kept_files, page
from tests.benchmarks.country_layer import layer_kb
from tests.benchmarks.measure import Bench, Sample, cold_samples, memory_samples, warm_samples
from tests.benchmarks.report import report
from tests.benchmarks.world import ROOT, make_world
from tests.browser.chromium import arguments, chromium

COLD_LEGS = 30


def main() -> None:
    """Measure the parts that are asked for; each is on the page as soon as it is known."""
    asked = _arguments()
    for name in asked.only:
        text = _screen(asked) if name == "screen" else _alone(name)
        page.put(asked.out, name, text)


def _alone(name: str) -> str:
    """Return what a benchmark prints in a process of its own, where its memory is its own."""
    command = [sys.executable, "-m", f"tests.benchmarks.{name}"]
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout


def _screen(asked: argparse.Namespace) -> str:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scratch = Path(folder)
        bench = Bench(
            browser=playwright.chromium.launch(executable_path=chromium(), args=arguments()),
            worlds={n: make_world(scratch / str(n), n) for n in {*asked.legs, COLD_LEGS}},
            assets=kept_files.gather(scratch / "assets"),
            scratch=scratch,
            repetitions=asked.repetitions,
            sessions=asked.sessions,
        )
        samples = [
            _said(sample)
            for sample in chain(
                *(warm_samples(bench, legs) for legs in asked.legs),
                *(memory_samples(bench, legs) for legs in asked.legs),
                cold_samples(bench, COLD_LEGS, asked.cold),
            )
        ]
        return report(
            samples,
            browser=bench.browser.version,
            basemap_kb=layer_kb(),
            sessions=asked.sessions,
        )


def _said(sample: Sample) -> Sample:
    sys.stderr.write(
        f"{sample.legs} {sample.what} {sample.repetition} {sample.app}: {sample.value:.1f}\n"
    )
    return sample


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.benchmarks")
    parser.add_argument("--only", nargs="+", choices=page.PARTS, default=page.PARTS)
    parser.add_argument(
        "--legs", type=int, nargs="+", default=[30, 300, 3000], help="on the screen"
    )
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--sessions", type=int, default=10, help="added to measure memory")
    parser.add_argument("--cold", type=int, default=3, help="starts of each app from nothing")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
