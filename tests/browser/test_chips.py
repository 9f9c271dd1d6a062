"""Chips above the page say what is filtered, and a keyboard takes them away."""

import pytest

from tests.browser import visits

CHIPS = ".st-key-chips"


def chips(page):
    """Return the buttons that are seen: Streamlit makes each twice, once for small screens."""
    return page.locator(f"{CHIPS} button").locator("visible=true")


def settled(page, number):
    chips(page).nth(number).wait_for(state="detached")
    visits.settle(page)


def test_no_filter_takes_no_space(page, app_url):
    visits.open_page(page, app_url)
    visits.map_is_drawn(page)
    top = page.locator("[data-ready=true]").bounding_box()["y"]
    page.goto(f"{app_url}/?country=LAO")
    visits.settle(page)
    chips(page).first.wait_for()
    below = page.locator("[data-ready=true]").bounding_box()["y"]
    assert below - top > chips(page).first.bounding_box()["height"]
    assert top < 80  # right under the bar of pages


def test_a_chip_goes_by_keyboard_and_the_map_stays(page, app_url):
    visits.open_page(page, f"{app_url}/?country=LAO&country=MNG&grade=low")
    visits.map_is_drawn(page)
    page.locator(".atlas").evaluate("(map) => { map.dataset.mark = 'the same' }")
    page.get_by_role("button", name="Country: Lao PDR").press("Enter")
    settled(page, 3)
    assert "country=MNG" in page.url
    assert "country=LAO" not in page.url
    page.locator(CHIPS).get_by_role("button", name="Clear all").press("Enter")
    settled(page, 0)
    assert "?" not in page.url
    page.locator("[data-legs='87']").wait_for(state="attached")
    assert page.locator(".atlas").get_attribute("data-mark") == "the same"


@pytest.mark.parametrize("path", ["compare", "countries", "evidence", "download"])
def test_a_page_shows_the_chips_of_its_address(page, app_url, path):
    visits.open_page(page, f"{app_url}/{path}?country=LAO&date=2015-06-01")
    assert chips(page).count() == 3
    page.get_by_role("button", name="As of: 1 June 2015").click()
    settled(page, 2)
    assert "date=" not in page.url
    assert "country=LAO" in page.url


def test_what_does_nothing_on_a_page_is_said_there(page, app_url):
    visits.open_page(page, f"{app_url}/evidence?status=active")
    said = page.locator(CHIPS).inner_text()
    assert "without effect on this page: Corridor status on the date: active" in said


def test_hostile_values_are_a_notice_and_nothing_else(page, app_url, foreign_requests):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    hostile = "%3Cimg%20src=//evil.example/x%20onerror=alert(1)%3E"
    visits.open_page(page, f"{app_url}/?country={hostile}&period={hostile}&{hostile}=1")
    page.get_by_text("is not known here and is left out").first.wait_for()
    assert page.locator("img[src*='evil']").count() == 0
    assert chips(page).count() == 0
    assert not foreign_requests()
