"""One walk through every page in a language: what is found there is asserted by tests."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.browser import visits
from tests.browser.axe import checker

MORE = {
    "map": ("listing=words", "leg=LAO-THA-N-4"),
    "evidence": ("record=fact:LAO.state_practice_summary.1",),
}
LINKS = "a[href^=http], link[href^=http]"
WIDE, ZOOMED = {"width": 1440, "height": 900}, {"width": 720, "height": 450}
HEAD = """() => ({
  lang: document.documentElement.lang, first: document.querySelectorAll("h1").length,
  title: document.title,
})"""
# Whether the page has put the theme on: its background is dark, or not.
WEARS = """(dark) => {
  const { backgroundColor } = getComputedStyle(document.querySelector(".stApp"));
  return Number.parseInt(backgroundColor.slice("rgb(".length), 10) < 128 === dark;
}"""
# How far the page goes beyond its window to the side, in CSS pixels.
BEYOND = """() => Math.max(
  ...[document.documentElement, document.querySelector("[data-testid=stMain]")]
    .map((part) => part.scrollWidth - part.clientWidth),
)"""
# What prints though nobody can press it on paper, and what is cut at the edge of the sheet.
ON_PAPER = """() => {
  const every = (root) => [...root.querySelectorAll("*")]
    .flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && one.getBoundingClientRect().width > 1;
  const isControl = (one) => one.matches("button, input, select, textarea, [role=slider]");
  const isCut = (one) => one.matches("table, .stDataFrame, .atlas-panel, .story")
    && one.getBoundingClientRect().right > window.innerWidth + 1;
  // A table on a canvas is not printed: its text for paper follows it.
  const isLost = (one) => one.matches(".stDataFrame") && !one.closest(".stExpander")
    && !one.closest(".stElementContainer").nextElementSibling?.querySelector(".atlas-paper");
  return every(document.body)
    .filter((one) => ((isControl(one) || isCut(one)) && isSeen(one)) || isLost(one))
    .map((one) => one.outerHTML.slice(0, 200));
}"""
# A4 without its margins, in CSS pixels, as it stands and as it lies.
PAPERS = ({"width": 687, "height": 1009}, {"width": 1016, "height": 680})
PATIENCE_STEP_MS, PATIENCE_STEPS = 250, 20


@dataclass(frozen=True, kw_only=True)
class Walk:
    """What axe found and met, what each page said of itself, whom it asked and linked to."""

    asked: list[str]
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    found: dict[tuple, list] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    heads: dict[tuple, dict] = field(default_factory=dict)
    texts: dict[tuple, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    paints: list[int] = field(default_factory=list)


def walked(page, app_url, lang):
    """Visit each page in a language, and look at it in both themes, zoomed and on paper."""
    walk = Walk(asked=visits.record(page))
    page.on("requestfailed", lambda one: walk.failed.append(f"{one.url} {one.failure}"))
    page.on("console", lambda message: walk.complaints.append(visits.complaint(message)))
    page.on("pageerror", lambda error: walk.complaints.append(str(error)))
    for address in addresses(page, app_url, lang):
        visits.open_page(page, address)
        name = (urlsplit(address).path.strip("/") or "map", urlsplit(address).query)
        wait_for_what_comes_late(page, name[0], walk)
        look(page, name, walk)
    return walk


def addresses(page, app_url, lang):
    page.emulate_media(color_scheme="light")
    visits.open_page(page, f"{app_url}/?lang={lang}")
    every = visits.pages(page, query=f"lang={lang}")
    for address in every:
        name = urlsplit(address).path.strip("/") or "map"
        yield address
        yield from (f"{address}&{more}" for more in MORE.get(name, ()))


def wait_for_what_comes_late(page, name, walk):
    if name == "briefing":
        page.locator("[data-step]").first.wait_for(state="attached", timeout=150_000)
    if name == "map":
        visits.map_is_drawn(page)
        drawn = page.locator('[data-ready="true"]')
        walk.paints.append(drawn.evaluate("host => Number(host.dataset.paints)"))


def look(page, name, walk):
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert soon(lambda dark=theme == "dark": page.evaluate(WEARS, dark), page), (name, theme)
        left, used = checker.check(page, colours_alone=theme == "dark")
        walk.met.update(used)
        walk.found[(*name, theme)] = left
    walk.links.extend(page.locator(LINKS).evaluate_all("all => all.map(one => one.href)"))
    walk.texts[name] = page.locator('[data-testid="stMain"]').inner_text()
    page.set_viewport_size(ZOOMED)
    beyond = 0 if soon(lambda: page.evaluate(BEYOND) <= 0, page) else page.evaluate(BEYOND)
    walk.heads[name] = {**page.evaluate(HEAD), "beyond": beyond, "printed": printed(page)}
    page.set_viewport_size(WIDE)


def soon(holds, page):
    """Return whether a thing comes to hold: it asks, as the page's policy forbids a condition."""
    for _ in range(PATIENCE_STEPS):
        if holds():
            return True
        page.wait_for_timeout(PATIENCE_STEP_MS)
    return False


def printed(page):
    """Return what should not stand on paper as it does there, once the page is as wide as paper."""
    page.emulate_media(media="print")
    found = []
    for size in PAPERS:
        page.set_viewport_size(size)
        found += page.evaluate(ON_PAPER)
    page.emulate_media(media="screen")
    return found
