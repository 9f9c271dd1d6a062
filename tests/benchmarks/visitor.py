"""A visitor with a browser: opens an app, changes the filter, and takes the time of both."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.benchmarks.servers import Server

WATCH = Path(__file__).with_name("watch.js").read_text("utf-8")
LABELS = {"atlas": "Country", "naive": "Country", "floor": "Country"}
RESTS = '[data-testid="stApp"][data-test-script-state="notRunning"]'
REST_MS = 200


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """One context of the browser with the app in one page; ``legs`` of the whole data."""

    context: BrowserContext
    page: Page
    server: Server
    legs: int

    def load(self) -> float:
        """Open the app and return the ms from the start of the navigation to the map drawn.

        The page before is left first, so that taking it down is not part of the time.
        """
        self.page.goto("about:blank")
        self.page.wait_for_timeout(REST_MS)
        self.page.goto(self.server.url)
        taken: float = self.page.evaluate("() => window.bench.done")
        self._rest()
        return taken

    def choose(self, country: str, legs: int) -> tuple[float, float]:
        """Filter by a country; return the ms from pointer down to map changed, and to page at rest.

        At rest means that the app has run and every message of the run has arrived.
        """
        field = self._field()
        field.click()
        field.press_sequentially(country)
        option = self.page.get_by_role("option", name=country, exact=True)
        option.hover()
        self._rest()
        option.hover()  # a list that was drawn anew meanwhile lies elsewhere
        self._watch(legs, "press")
        self.page.evaluate("() => window.bench.watchRest()")
        self.page.mouse.down()
        self.page.mouse.up()
        changed = self._taken()
        rest: float = self.page.evaluate("() => window.bench.rest")
        return changed, rest

    def clear(self) -> None:
        """Take the filter away and wait until the whole map is there again."""
        self._rest()
        self.page.keyboard.press("Escape")
        field = self._field()
        field.focus()
        self._watch(self.legs, "load")
        field.press("Backspace")
        self._taken()
        self.page.keyboard.press("Escape")
        self._rest()

    def mounts(self) -> int:
        """Return how often a map was mounted since the page was opened."""
        found: int = self.page.evaluate("() => window.bench.mounts()")
        return found

    def _watch(self, legs: int, start: str) -> None:
        self.page.evaluate(
            "([app, legs, start]) => { window.bench.watch(app, legs, start); }",
            [self.server.app, legs, start],
        )

    def _taken(self) -> float:
        taken: float = self.page.evaluate("() => window.bench.done")
        return taken

    def _field(self):
        box = self.page.get_by_test_id("stMultiSelect").filter(has_text=LABELS[self.server.app])
        return box.get_by_role("combobox")

    def _rest(self) -> None:
        self.page.wait_for_selector(RESTS, state="attached", timeout=120_000)
        self.page.wait_for_timeout(REST_MS)


@contextmanager
def visiting(browser: Browser, server: Server, legs: int) -> Iterator[Visitor]:
    """Return a visitor with an empty cache, for the length of a ``with``."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    first = json.dumps({"app": server.app, "wanted": legs})
    context.add_init_script(WATCH.replace("/*LOAD*/ null", first))
    try:
        yield Visitor(context=context, page=context.new_page(), server=server, legs=legs)
    finally:
        context.close()
