"""The figures of the screen and what they are held against, misses shown as misses."""

import os
import platform
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median, quantiles

from tests.benchmarks.measure import APPS, WARM_UPS, Sample

PACKAGES = ("streamlit", "folium", "streamlit-folium", "pandas", "geopandas")
NAMES = {"atlas": "Corridor Atlas", "naive": "naive map", "floor": "Streamlit alone"}
FILTER_TIMES_FLOOR = 1.5
FILTER_FASTER = {30: 8.0, 300: 12.0, 3000: 20.0}
LOAD_TIMES_FLOOR = 2.5
HEAD = """## On the screen

The atlas beside a naive map and Streamlit alone. Times are medians in ms with quartiles in
brackets; a ratio is taken within each repetition, then its median and quartiles.
"""


@dataclass(frozen=True, kw_only=True)
class Target:
    """One promise: the ratio of two apps, and the bound it must stay within."""

    what: str
    words: str
    over: tuple[str, str]
    bound: Callable[[int], float]
    at_most: bool


TARGETS = (
    Target(
        what="filter",
        words="Filter change: atlas / Streamlit alone",
        over=("atlas", "floor"),
        bound=lambda _: FILTER_TIMES_FLOOR,
        at_most=True,
    ),
    Target(
        what="filter",
        words="Filter change: naive map / atlas",
        over=("naive", "atlas"),
        bound=lambda legs: FILTER_FASTER.get(legs, 1.0),
        at_most=False,
    ),
    Target(
        what="load",
        words="Warm load: naive map / atlas",
        over=("naive", "atlas"),
        bound=lambda _: 1.0,
        at_most=False,
    ),
    Target(
        what="load",
        words="Warm load: atlas / Streamlit alone",
        over=("atlas", "floor"),
        bound=lambda _: LOAD_TIMES_FLOOR,
        at_most=True,
    ),
)


def report(samples: list[Sample], *, browser: str, basemap_kb: int, sessions: int) -> str:
    """Return the part of the page as Markdown."""
    sizes = sorted({sample.legs for sample in samples if sample.what == "filter"})
    repetitions = 1 + max(sample.repetition for sample in samples if sample.what == "filter")
    parts = [
        HEAD,
        (
            f"### Machine\n\n{_machine(browser)}\n\n{repetitions} repetitions after {WARM_UPS} "
            "that are not counted, the apps in turn. The naive map's country layer is "
            f"{basemap_kb:,} kB of GeoJSON.\n"
        ),
        "### Targets\n\n" + _targets(samples, sizes),
        "### Filter change to map changed, ms\n\n" + _times(samples, "filter", sizes),
        "### Filter change to page at rest, ms\n\nThe app has run again and every message of "
        "the run has arrived: table and panels as well as the map.\n\n"
        + _times(samples, "rest", sizes),
        "### Warm load to map drawn, ms\n\n" + _times(samples, "load", sizes),
        "### Maps mounted anew by a filter change\n\n" + _times(samples, "mounts", sizes),
        (
            "### Server memory for each added session, MB\n\nGrowth of the server's resident "
            f"memory over {sessions} open sessions that each load the app and filter once, "
            f"after {WARM_UPS} that are not counted.\n\n" + _times(samples, "memory", sizes)
        ),
        "### Start of the process to first map drawn, ms\n\n"
        + _times(samples, "cold", sorted({s.legs for s in samples if s.what == "cold"})),
    ]
    return "\n".join(parts)


def _machine(browser: str) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}; "
        f"Python {platform.python_version()}; {packages}; Chromium {browser}, no graphics card, "
        "window 1440 × 900."
    )


def _targets(samples: list[Sample], sizes: list[int]) -> str:
    rows = []
    for target in TARGETS:
        for legs in sizes:
            found = _ratios(samples, target, legs)
            bound = target.bound(legs)
            held = median(found) <= bound if target.at_most else median(found) >= bound
            sign = "≤" if target.at_most else "≥"
            verdict = "held" if held else "**missed**"
            rows.append(
                [target.words, f"{legs:,}", f"{sign} {bound:g}", _spread(found, "2"), verdict]
            )
    remounts = [s.value for s in samples if s.what == "mounts" and s.app == "atlas"]
    verdict = "held" if not any(remounts) else "**missed**"
    rows.append(["Remounts on a filter change: atlas", "all", "0", f"{max(remounts):g}", verdict])
    return _table(["what", "legs", "target", "found", ""], rows)


def _ratios(samples: list[Sample], target: Target, legs: int) -> list[float]:
    values = {
        (sample.app, sample.repetition): sample.value
        for sample in samples
        if sample.what == target.what and sample.legs == legs
    }
    above, below = target.over
    runs = sorted({repetition for _, repetition in values})
    return [values[above, run] / values[below, run] for run in runs]


def _times(samples: list[Sample], what: str, sizes: list[int]) -> str:
    digits = "1" if what == "memory" else "0"
    rows = [
        [NAMES[app]]
        + [
            _spread([s.value for s in samples if (s.app, s.what, s.legs) == (app, what, n)], digits)
            for n in sizes
        ]
        for app in APPS
        if what != "mounts" or app != "floor"
    ]
    return _table(["", *(f"{legs:,} legs" for legs in sizes)], rows)


def _spread(values: list[float], digits: str) -> str:
    if not values:
        return "not measured"
    if len(values) == 1:
        return f"{values[0]:,.{digits}f}"
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return f"{middle:,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
