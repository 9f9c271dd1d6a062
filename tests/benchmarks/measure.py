"""Takes the times: the three apps in turn, again and again, on one machine in one run."""

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error

from tests.benchmarks.servers import SCRIPTS, Server, resident_mb, serving
from tests.benchmarks.visitor import Visitor, visiting
from tests.benchmarks.world import legs_by_country

APPS = tuple(SCRIPTS)
COUNTRIES = {"THA": "Thailand", "LAO": "Lao PDR", "CHN": "China"}
WARM_UPS = 2


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One figure: ``what`` is filter, rest, load, mounts, memory or cold; ms, counts or MB."""

    app: str
    legs: int
    what: str
    repetition: int
    value: float


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What every measurement needs: browser, data by number of legs, files, folder, how often."""

    browser: Browser
    worlds: dict[int, Path]
    assets: Path
    scratch: Path
    repetitions: int
    sessions: int

    def serve(self, app: str, legs: int) -> AbstractContextManager[Server]:
        """Return the context of a running app over the data with so many legs."""
        log = self.scratch / f"{app}-{legs}.log"
        return serving(app, self.worlds[legs], assets=self.assets, log=log)


def warm_samples(bench: Bench, legs: int) -> Iterator[Sample]:
    """Yield filter changes, warm loads and mounts of each app in turn."""
    with ExitStack() as stack:
        visitors = []
        for app in APPS:
            server = stack.enter_context(bench.serve(app, legs))
            visitor = stack.enter_context(visiting(bench.browser, server, legs))
            visitor.load()
            visitors.append(visitor)
        counts = legs_by_country(bench.worlds[legs])
        for repetition in range(-WARM_UPS, bench.repetitions):
            for visitor in _turned(visitors, repetition):
                samples = _whole_round(visitor, counts, repetition)
                if repetition >= 0:
                    yield from samples


def memory_samples(bench: Bench, legs: int) -> Iterator[Sample]:
    """Yield the MB by which each app's server grows for a session that is added and filters once.

    The server is fresh and has had a few sessions, which stay open: what is read and cached once,
    and what closed sessions give back, is not part of the figure.
    """
    for app in APPS:
        with bench.serve(app, legs) as server, ExitStack() as stack:
            for number in range(WARM_UPS + bench.sessions):
                if number == WARM_UPS:
                    before = resident_mb(server.pid)
                visitor = stack.enter_context(visiting(bench.browser, server, legs))
                visitor.load()
                _whole_round(visitor, legs_by_country(bench.worlds[legs]), 0)
            grown = (resident_mb(server.pid) - before) / bench.sessions
            yield _sample(server, legs, what="memory", repetition=0, value=grown)


def cold_samples(bench: Bench, legs: int, repetitions: int) -> Iterator[Sample]:
    """Yield the ms from the start of each app's process to its first page drawn."""
    for repetition in range(repetitions):
        for app in APPS:
            with (
                bench.serve(app, legs) as server,
                visiting(bench.browser, server, legs) as visitor,
            ):
                until_called = (time.monotonic() - server.started) * 1000
                taken = until_called + visitor.load()
                yield _sample(server, legs, what="cold", repetition=repetition, value=taken)


def _whole_round(visitor: Visitor, counts: dict[str, int], repetition: int) -> list[Sample]:
    """Return all figures of one round; a round in which a press went astray is begun anew."""
    try:
        return list(_one_round(visitor, counts, repetition))
    except Error as error:
        sys.stderr.write(f"{visitor.legs} {visitor.server.app}, round begun anew: {error}\n")
        visitor.load()
        return list(_one_round(visitor, counts, repetition))


def _one_round(visitor: Visitor, counts: dict[str, int], repetition: int) -> Iterator[Sample]:
    """Yield one filter change with its mounts, and one load, of one app."""
    server, legs = visitor.server, visitor.legs
    iso3 = list(COUNTRIES)[repetition % len(COUNTRIES)]
    mounted = visitor.mounts()
    changed, rest = visitor.choose(COUNTRIES[iso3], counts[iso3])
    mounted = visitor.mounts() - mounted
    visitor.clear()
    yield _sample(server, legs, what="filter", repetition=repetition, value=changed)
    yield _sample(server, legs, what="rest", repetition=repetition, value=rest)
    yield _sample(server, legs, what="mounts", repetition=repetition, value=mounted)
    yield _sample(server, legs, what="load", repetition=repetition, value=visitor.load())


def _turned(visitors: list[Visitor], repetition: int) -> list[Visitor]:
    """Return the apps with another one first each time, so that none profits from its place."""
    start = repetition % len(visitors)
    return visitors[start:] + visitors[:start]


def _sample(server: Server, legs: int, *, what: str, repetition: int, value: float) -> Sample:
    return Sample(app=server.app, legs=legs, what=what, repetition=repetition, value=value)
