"""A leg drawn in the running app: kept, chosen on the map, read in the panel, changed, deleted."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visits import FINISHED

PATIENCE_MS = 90_000
SPOTS = ((0.55, 0.3), (0.5, 0.45), (0.45, 0.6))


@pytest.fixture
def drawing(page, app_url):
    """The part of My data with the map to draw on, ready."""
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{app_url}/my_data")
    page.get_by_role("radio", name="Draw on the map").click()
    page.locator("[data-ready=true]").wait_for(state="attached")
    page.get_by_role("button", name="Draw a leg").wait_for()
    return page


def points(page, count):
    page.locator(f"[data-points='{count}']").wait_for(state="attached")


def button(page, name):
    """A button of the page itself: what it says in passing has one that is called Close too."""
    content = page.get_by_test_id("stMainBlockContainer")
    return content.get_by_role("button", name=name, exact=True)


def says(page, words):
    expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE_MS)


def kilometres(page):
    """The length in the panel of the leg, where it stands alone: what was drawn is kept."""
    page.get_by_role("button", name="Change the line").wait_for()
    page.locator(FINISHED).wait_for()
    return length(page).text_content()


def at_rest(page):
    """Wait until the leg is chosen no longer and the page is read."""
    page.get_by_role("button", name="Change the line").wait_for(state="detached")
    page.locator(FINISHED).wait_for()


def length(page):
    return page.get_by_text(re.compile(r"^Your line, [\d,]+ km$")).first


def test_by_mouse_a_leg_is_drawn_named_kept_read_and_deleted(drawing):
    page = drawing
    box = page.locator("[data-ready=true]").bounding_box()
    at = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in SPOTS]
    page.get_by_role("button", name="Draw a leg").click()
    for count, spot in enumerate(at, 1):
        page.mouse.click(*spot)
        points(page, count)
    page.get_by_role("button", name="Finish").click()
    length(page).wait_for()
    page.get_by_label("From (place)").fill("여기")
    page.get_by_label("From (place)").press("Enter")
    says(page, "여기 →")
    page.locator(FINISHED).wait_for()
    page.get_by_role("button", name="Keep the leg").click()
    assert kilometres(page)
    says(page, "여기 →")
    page.get_by_role("button", name="Delete the leg").click()
    says(page, "0 legs and 0 places")


def test_by_keyboard_alone_a_leg_is_drawn_kept_chosen_changed_and_deleted(drawing):
    page = drawing

    def press(name):
        button(page, name).focus()
        page.keyboard.press("Enter")

    press("Draw a leg")
    page.keyboard.press("Enter")
    points(page, 1)
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)  # the map glides
    page.keyboard.press("Enter")
    points(page, 2)
    page.keyboard.press("Escape")
    press("Keep the leg")
    drawn = kilometres(page)
    press("Close")
    at_rest(page)
    page.locator(".atlas-list").focus()
    page.keyboard.press("End")
    says(page, "Yours, restricted")
    page.keyboard.press("Enter")
    assert kilometres(page) == drawn
    press("Change the line")
    page.get_by_label("Point 2 of 2").press("ArrowRight")
    press("Keep the line")  # at once: before the map tells of the point by itself
    assert kilometres(page) != drawn
    press("Delete the leg")
    says(page, "0 legs and 0 places")
