"""The rail of time moves the as-of date by keys and events; the map is repainted, never remade."""

import datetime as dt

import pytest

from tests.browser import visits

RAIL = ".date-rail"


@pytest.fixture
def opened(page, app_url):
    """Return a function that opens the map on a date and marks it."""

    def open_on(date, query=""):
        visits.open_page(page, f"{app_url}/?date={date}{query}")
        visits.map_is_drawn(page)
        shows(page, date)
        page.locator(".atlas").evaluate("(map) => { map.dataset.mark = 'the same' }")
        return page

    yield open_on
    assert page.locator(".atlas").get_attribute("data-mark") == "the same"


def rail(page):
    return page.get_by_role("slider", name="As of")


def shows(page, date):
    page.locator(f"{RAIL}[data-date='{date}']").wait_for(state="attached")


def reaches_the_address(page, date):
    page.wait_for_url(f"**date={date}*")
    visits.settle(page)
    shows(page, date)


# A month on or back, to its last day where it is shorter; the next event and the last; the start.
KEYS = (
    ("ArrowLeft", "2008-11-30"),
    ("PageUp", "2008-12-31"),
    ("ArrowRight", "2009-01-31"),
    ("ArrowRight", "2009-02-28"),
    ("PageDown", "2009-01-01"),
    ("Home", "1999-01-01"),
)


def test_a_key_moves_the_date_of_the_whole_page(opened):
    page = opened("2008-12-31")
    for key, date in KEYS:
        rail(page).press(key)
        reaches_the_address(page, date)
        assert page.locator(".st-key-set_date input").first.is_visible(), key


def test_keys_in_a_row_are_not_taken_back_by_an_older_answer(opened):
    page = opened("2012-01-01")
    for _ in range(14):
        rail(page).press("ArrowRight")
        page.wait_for_timeout(60)
    reaches_the_address(page, "2013-03-01")
    assert rail(page).evaluate("(rail) => rail.getRootNode().activeElement === rail")


def test_a_jump_to_an_event_repaints_the_map_and_says_what_happened(opened):
    page = opened("2012-01-01")
    before = page.locator(".atlas-list").first.text_content()
    day = (dt.date(2023, 10, 9) - dt.date(1970, 1, 1)).days
    page.get_by_label("Jump to an event").select_option(str(day))
    reaches_the_address(page, "2023-10-09")
    said = page.locator(".atlas-panel", has_text="Last event up to the date").inner_text()
    assert "2023-10-09" in said
    assert page.locator(".atlas-list").first.text_content() != before


def test_the_rail_follows_the_date_that_the_sidebar_or_a_chip_sets(opened):
    page = opened("2012-01-01")
    page.get_by_role("button", name="As of: 1 January 2012").click()
    shows(page, "2026-01-20")
    assert rail(page).get_attribute("aria-valuetext") == "20 January 2026"
