"""The explorer of the evidence in the browser: searched, opened and left by the keyboard alone."""

import re

import pytest

LAOS = "fact:LAO.assess_state_practice_of_return.1"


@pytest.fixture
def explorer(page, app_url):
    def opened(address=""):
        page.goto(f"{app_url}/evidence{address}")
        page.locator(".stDataFrame canvas").first.wait_for(timeout=60_000)
        return page

    return opened


def test_a_search_is_counted_on_every_shelf_while_it_is_typed(explorer, foreign_requests):
    page = explorer()
    page.locator(".stTextInput input").fill("arrivals 2019")
    page.locator("button", has_text=re.compile(r"^Figures 1$")).wait_for(timeout=30_000)
    assert not foreign_requests()


def test_a_row_is_opened_with_the_keyboard(explorer):
    page = explorer("?shelf=incident&country=CHN")
    page.locator(".stDataFrame").first.click(position={"x": 250, "y": 55})
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.locator(".atlas-record .atlas-address").first.wait_for(timeout=30_000)
    assert "record=incident%3ACHN" in page.url


def test_a_number_that_rests_on_a_fact_is_one_choice_away(explorer):
    page = explorer(f"?record={LAOS}")
    numbers = page.locator(".stDataFrame canvas").nth(1)
    numbers.scroll_into_view_if_needed()
    page.locator(".stDataFrame").nth(1).click(position={"x": 17, "y": 52 + 2 * 35})
    page.wait_for_url(re.compile(r"leg=LAO-"), timeout=60_000)


def test_no_table_offers_a_file_without_citation(explorer):
    page = explorer()
    page.locator(".stDataFrame").first.hover()
    page.get_by_role("button", name="Fullscreen").first.wait_for()
    assert page.get_by_role("button", name="Download as CSV").count() == 0


def test_the_plain_table_prints_whole(explorer):
    page = explorer("?shelf=incident&country=CHN")
    page.get_by_text("Plain table").click()
    table = page.locator(".atlas-whole table")
    table.wait_for(timeout=30_000)
    page.emulate_media(media="print")
    assert table.locator("tbody tr").count() > 20
    assert not page.locator(".stTextInput").first.is_visible()
    assert page.locator(".atlas-whole").evaluate("one => getComputedStyle(one).overflowX") == (
        "visible"
    )
