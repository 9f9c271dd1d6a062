"""No page has a grave fault of accessibility of our making, in any language and theme."""

import hashlib
from urllib.parse import urlsplit

import pytest

from dashboard.language import LANGUAGES
from tests.browser import visits
from tests.browser.axe import checker

MORE = {
    "map": ("listing=words", "leg=LAO-THA-N-4"),
    "evidence": ("record=fact:LAO.state_practice_summary.1",),
}


@pytest.fixture(scope="module")
def walked(browser, app_url):
    """What axe finds on each page, in each language, in both themes; walked once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    page = context.new_page()
    found, met, languages = {}, set(), {}
    for lang in LANGUAGES:
        for address in addresses(page, app_url, lang):
            name = (lang, urlsplit(address).path.strip("/") or "map", urlsplit(address).query)
            visits.open_page(page, address)
            if name[1] == "briefing":
                page.locator("[data-step]").first.wait_for(state="attached", timeout=150_000)
            languages[name] = page.locator("html").get_attribute("lang")
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                left, used = checker.check(page, colours_alone=theme == "dark")
                met |= used
                found[(*name, theme)] = left
    context.close()
    return found, met, languages


def addresses(page, app_url, lang):
    page.emulate_media(color_scheme="light")
    visits.open_page(page, f"{app_url}/?lang={lang}")
    every = visits.pages(page, query=f"lang={lang}")
    for address in every:
        name = urlsplit(address).path.strip("/") or "map"
        yield address
        yield from (f"{address}&{more}" for more in MORE.get(name, ()))


def test_no_page_has_a_grave_finding_of_our_making(walked):
    found, _met, _languages = walked
    assert {page: left for page, left in found.items() if left} == {}


def test_the_list_of_what_streamlit_makes_only_shrinks(walked):
    _found, met, _languages = walked
    listed = checker.known()
    assert [one for place, one in enumerate(listed) if place not in met] == []
    assert all(one["reason"] for one in listed)


def test_each_page_says_which_language_it_speaks(walked):
    _found, _met, languages = walked
    assert {page: told for page, told in languages.items() if told != page[0]} == {}


def test_the_checker_is_the_one_that_was_read():
    assert hashlib.sha256(checker.SCRIPT.read_bytes()).hexdigest() == checker.SHA256
