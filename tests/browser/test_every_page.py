"""Every page, in each language and theme, with the network cut: drawn, read, printed; none told.

The name of a test says how the network was cut (``tests/browser/cut_network.py``).
"""

import hashlib

import pytest

from dashboard.language import LANGUAGES
from tests.browser import cut_network, visits, walk
from tests.browser.axe import checker

FAULTS = {"en": "This page could not be drawn", "ko": "페이지를 그릴 수 없습니다"}


@pytest.fixture(scope="module", params=[cut_network.way()])
def cut_app(request, start_app, guarded):
    assert request.param == cut_network.way()
    return start_app(**cut_network.how_an_app_starts(guarded))


@pytest.fixture(scope="module")
def cut_browser(cut_app, playwright, chromium_path, tmp_path_factory):
    folder = tmp_path_factory.mktemp("door")
    how = cut_network.how_a_browser_starts(cut_app, chromium_path, folder)
    with playwright.chromium.launch(**how) as browser:
        cut_network.knock_until_it_answers(browser, cut_app)
        yield browser


@pytest.fixture(scope="class")
def pages(request, cut_app, cut_browser):
    """Visit each page in the language of the class."""
    page = cut_browser.new_page(viewport=walk.WIDE)
    yield walk.walked(page, cut_app.url, request.cls.lang)
    page.close()


class EveryPage:
    """What holds in every language; each language is a unit when tests run side by side."""

    lang: str

    def test_no_page_has_a_grave_finding_of_our_making(self, pages):
        assert {page: left for page, left in pages.found.items() if left} == {}

    def test_the_list_of_what_streamlit_makes_only_shrinks(self, pages):
        listed = checker.known()
        assert [one for place, one in enumerate(listed) if place not in pages.met] == []
        assert all(one["reason"] for one in listed)

    def test_each_page_says_its_language_and_has_one_first_heading(self, pages):
        told = {page: (head["lang"], head["first"]) for page, head in pages.heads.items()}
        assert told == dict.fromkeys(pages.heads, (self.lang, 1))

    def test_the_tab_of_each_page_says_which_page_it_is(self, pages):
        told = {name: head["title"] for (name, _), head in pages.heads.items()}
        assert [title for title in told.values() if not title.endswith(" · Corridor Atlas")] == []
        assert len(set(told.values())) == len(told)

    def test_at_twice_the_size_nothing_lies_beyond_the_edge(self, pages):
        beyond = {page: head["beyond"] for page, head in pages.heads.items()}
        assert {page: pixels for page, pixels in beyond.items() if pixels > 0} == {}

    def test_every_page_is_drawn_without_a_network_or_a_complaint(self, pages):
        fault = FAULTS[self.lang]
        drawn = {page: len(text) > 100 and fault not in text for page, text in pages.texts.items()}
        assert drawn == dict.fromkeys(drawn, True)
        assert all(paints > 0 for paints in pages.paints)
        # A page left while it still loads aborts its own requests; that is no lack of network.
        assert [line for line in pages.failed if not line.endswith("net::ERR_ABORTED")] == []
        assert list(filter(None, pages.complaints)) == []

    def test_no_page_asks_another_host_for_anything(self, pages, cut_app, contacts):
        assert pages.asked
        assert visits.foreign(pages.asked, cut_app.url) == []
        assert contacts.read_text() == ""

    def test_no_page_offers_a_link_to_another_host(self, pages, cut_app):
        assert pages.links
        assert visits.foreign(pages.links, cut_app.url) == []

    def test_on_paper_no_control_is_left_and_nothing_is_cut(self, pages):
        printed = {page: head["printed"] for page, head in pages.heads.items()}
        assert {page: found for page, found in printed.items() if found} == {}


class TestInEnglish(EveryPage):
    lang = "en"


class TestInKorean(EveryPage):
    lang = "ko"

    def test_nothing_else_could_have_been_reached(self, cut_app, cut_browser):
        page = cut_browser.new_page()
        visits.open_page(page, f"{cut_app.url}/about")
        reached = page.evaluate("fetch('https://192.0.2.1/').then(() => true, () => false)")
        page.close()
        assert not reached


def test_every_language_has_its_walk():
    assert {one.lang for one in EveryPage.__subclasses__()} == set(LANGUAGES)


def test_the_checker_is_the_one_that_was_read():
    assert hashlib.sha256(checker.SCRIPT.read_bytes()).hexdigest() == checker.SHA256
