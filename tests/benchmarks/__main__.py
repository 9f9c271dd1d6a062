"""Measures the atlas beside a naive map and Streamlit alone, and writes `docs/benchmarks.md`."""

import argparse
import sys
import tempfile
from itertools import chain
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks import kept_files
from tests.benchmarks.country_layer import layer_kb
from tests.benchmarks.measure import Bench, Sample, cold_samples, memory_samples, warm_samples
from tests.benchmarks.report import report
from tests.benchmarks.world import ROOT, make_world
from tests.browser.chromium import arguments, chromium

COLD_LEGS = 30


def main() -> None:
    """Run everything and write the page."""
    asked = _arguments()
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
        text = report(
            samples,
            browser=bench.browser.version,
            basemap_kb=layer_kb(),
            sessions=asked.sessions,
        )
    asked.out.write_text(text, "utf-8")


def _said(sample: Sample) -> Sample:
    sys.stderr.write(
        f"{sample.legs} {sample.what} {sample.repetition} {sample.app}: {sample.value:.1f}\n"
    )
    return sample


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.benchmarks")
    parser.add_argument("--legs", type=int, nargs="+", default=[30, 300, 3000])
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--sessions", type=int, default=10, help="added to measure memory")
    parser.add_argument("--cold", type=int, default=3, help="starts of each app from nothing")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
