"""Every page, in every language and theme: anyone can read and print it, nobody else is told."""

import hashlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from dashboard.language import LANGUAGES
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


@dataclass(frozen=True, kw_only=True)
class Walk:
    """What axe found and met, what each page said of itself, whom it asked and linked to."""

    found: dict[tuple, list] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    heads: dict[tuple, dict] = field(default_factory=dict)
    asked: list[str]
    links: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walk(browser, app_url):
    """Visit each page in each language, and look at it in both themes."""
    context = browser.new_context(viewport=WIDE, bypass_csp=True)
    page = context.new_page()
    walk = Walk(asked=visits.record(page))
    for lang in LANGUAGES:
        for address in addresses(page, app_url, lang):
            name = (lang, urlsplit(address).path.strip("/") or "map", urlsplit(address).query)
            visits.open_page(page, address)
            if name[1] == "briefing":
                page.locator("[data-step]").first.wait_for(state="attached", timeout=150_000)
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                page.wait_for_function(WEARS, arg=theme == "dark")
                left, used = checker.check(page, colours_alone=theme == "dark")
                walk.met.update(used)
                walk.found[(*name, theme)] = left
            walk.links.extend(page.locator(LINKS).evaluate_all("all => all.map(one => one.href)"))
            page.set_viewport_size(ZOOMED)
            walk.heads[name] = {**page.evaluate(HEAD), "beyond": beyond(page)}
            walk.heads[name]["printed"] = printed(page)
            page.set_viewport_size(WIDE)
    context.close()
    return walk


def beyond(page):
    """Return how far the page goes beyond its window, once what follows the window has done so."""
    for _ in range(20):
        far = page.evaluate(BEYOND)
        if far <= 0:
            return 0
        page.wait_for_timeout(250)
    return far


def printed(page):
    """Return what should not stand on paper as it does there, once the page is as wide as paper."""
    page.emulate_media(media="print")
    found = []
    for size in PAPERS:
        page.set_viewport_size(size)
        found += page.evaluate(ON_PAPER)
    page.emulate_media(media="screen")
    return found


def addresses(page, app_url, lang):
    page.emulate_media(color_scheme="light")
    visits.open_page(page, f"{app_url}/?lang={lang}")
    every = visits.pages(page, query=f"lang={lang}")
    for address in every:
        name = urlsplit(address).path.strip("/") or "map"
        yield address
        yield from (f"{address}&{more}" for more in MORE.get(name, ()))


def test_no_page_has_a_grave_finding_of_our_making(walk):
    assert {page: left for page, left in walk.found.items() if left} == {}


def test_the_list_of_what_streamlit_makes_only_shrinks(walk):
    listed = checker.known()
    assert [one for place, one in enumerate(listed) if place not in walk.met] == []
    assert all(one["reason"] for one in listed)


def test_each_page_says_its_language_and_has_one_first_heading(walk):
    told = {page: (head["lang"], head["first"]) for page, head in walk.heads.items()}
    assert told == {page: (page[0], 1) for page in walk.heads}


def test_at_twice_the_size_nothing_lies_beyond_the_edge(walk):
    beyond = {page: head["beyond"] for page, head in walk.heads.items()}
    assert {page: pixels for page, pixels in beyond.items() if pixels > 0} == {}


def test_no_page_asks_another_host_for_anything(walk, app, contacts):
    assert walk.asked
    assert visits.foreign(walk.asked, app.url) == []
    assert contacts.read_text() == ""


def test_no_page_offers_a_link_to_another_host(walk, app_url):
    assert walk.links
    assert visits.foreign(walk.links, app_url) == []


def test_on_paper_no_control_is_left_and_nothing_is_cut(walk):
    assert {page: head["printed"] for page, head in walk.heads.items() if head["printed"]} == {}


def test_the_checker_is_the_one_that_was_read():
    assert hashlib.sha256(checker.SCRIPT.read_bytes()).hexdigest() == checker.SHA256
