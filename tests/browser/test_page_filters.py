"""The map follows the controls of the page by itself, and agrees with the app about every leg."""

import re
from contextlib import suppress
from dataclasses import replace

import pytest
from playwright.sync_api import Error

from dashboard.atlas import data_folder, read_atlas
from dashboard.filter_words import value_words
from dashboard.filters import shown_legs
from dashboard.pipeline import read_risk
from tests.browser import visits

MAP = "[data-ready=true]"
SETTLED_MS = 400


@pytest.fixture(scope="module")
def atlas():
    return read_atlas(data_folder())


@pytest.fixture(scope="module")
def left(atlas):
    """Return a function that counts the legs which the app's own filters leave."""
    first = atlas.choices.default()
    readings = read_risk(atlas, first.recipe, first.date)
    return lambda **chosen: int(shown_legs(atlas, readings, replace(first, **chosen)).sum())


@pytest.fixture
def deaf(page):
    """Return a list; while it holds something, what the page says does not reach the app."""
    silence, held = [], []

    def pass_on(socket):
        server = socket.connect_to_server()
        socket.on_message(lambda said: held.append(said) if silence else server.send(said))

    page.route_web_socket(re.compile(r".*/_stcore/stream"), pass_on)
    return silence


def unfold(page, field):
    """Open the filters that are folded, if need be; a keyboard reaches them after that."""
    if not field.is_visible():
        page.get_by_text("More filters").click()


def move_last_year(page, key):
    year = page.get_by_role("slider", name="Period").last
    unfold(page, year)
    year.press(key)


def choose(page, label, option):
    field = page.get_by_role("combobox", name=label, exact=True)
    unfold(page, field)
    type_into(page, field, option)


def type_into(page, field, option):
    """Choose an option by its name; a list that a late run of the app closes is opened again."""
    for _ in range(3):
        field.click()
        field.fill("")
        field.press_sequentially(option)
        with suppress(Error):
            page.get_by_role("option", name=option, exact=True).click(timeout=20_000)
            break
    page.keyboard.press("Escape")


def shows(page, legs):
    page.locator(f"{MAP}[data-legs='{legs}']").wait_for(state="attached")


def test_the_map_answers_before_the_app_has_heard_of_it(page, app_url, deaf, left):
    visits.open_page(page, app_url)
    visits.map_is_drawn(page)
    deaf.append("from now on")
    choose(page, "Country", "Lao PDR")
    shows(page, left(country=("LAO",)))
    move_last_year(page, "Home")
    shows(page, left(country=("LAO",), period=(1954, 1954)))


def test_the_map_answers_by_itself_in_korean(page, app_url, deaf, left):
    visits.open_page(page, f"{app_url}/?lang=ko")
    visits.map_is_drawn(page)
    deaf.append("from now on")
    type_into(page, page.locator(".st-key-set_country").get_by_role("combobox"), "라오스")
    shows(page, left(country=("LAO",)))


@pytest.fixture
def all_legs(lasting_page, app_url, left):
    """The page with the map of all legs: opened once, and reset with its own button."""
    page = lasting_page
    if page.url.startswith(app_url):
        page.get_by_role("button", name="Reset all").click()
        page.wait_for_url(lambda url: "?" not in url)
        visits.settle(page)
    else:
        visits.open_page(page, app_url)
        visits.map_is_drawn(page)
    shows(page, left())
    return page


def leave_the_same(page, wanted):
    """Wait until the map leaves these legs, and see that what the app answers changes nothing."""
    shows(page, wanted)
    visits.settle(page)
    page.wait_for_timeout(SETTLED_MS)
    shows(page, wanted)


CASES = [
    ("Corridor", "corridor", 2),
    ("Country", "country", 3),
    ("Risk class", "risk_class", 0),
    ("Corridor status on the date", "status", 0),
    ("Evidence grade", "grade", 1),
    ("Kind of source", "source_kind", 1),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_map_and_app_leave_the_same_legs(all_legs, atlas, left, case):
    label, name, position = case
    value = getattr(atlas.choices, name)[position]
    choose(all_legs, label, value_words(atlas, name, value))
    leave_the_same(all_legs, left(**{name: (value,)}))


def test_map_and_app_leave_the_same_legs_in_a_period(all_legs, left):
    first, last = 1954, 2003
    move_last_year(all_legs, "Home")
    for _ in range(last - first):
        all_legs.keyboard.press("ArrowRight")
    leave_the_same(all_legs, left(period=(first, last)))
    all_legs.wait_for_url(f"**period={first}-{last}**", timeout=visits.PATIENCE_MS)


def test_a_link_with_filters_and_a_reset_are_followed(page, app_url, left):
    visits.open_page(page, f"{app_url}/?country=LAO&country=THA&risk_class=High")
    visits.map_is_drawn(page)
    shows(page, left(country=("LAO", "THA"), risk_class=("High",)))
    page.get_by_role("button", name="Reset all").click()
    shows(page, left())


LEG = "LAO-THA-N-4"


def select_by_keyboard(page):
    """Select the first leg of the map's list."""
    page.get_by_role("listbox", name="Legs on the map").press("Home")
    page.get_by_role("listbox", name="Legs on the map").press("Enter")


def test_a_leg_that_was_closed_can_be_chosen_again(all_legs):
    page = all_legs
    for _ in range(2):
        select_by_keyboard(page)
        page.get_by_role("button", name="Close the leg").click()
        page.get_by_role("button", name="Close the leg").wait_for(state="detached")
        page.locator(f"{MAP}[data-selected='']").wait_for(state="attached")


def test_escape_closes_a_leg_that_the_address_opened(page, app_url):
    visits.open_page(page, f"{app_url}/?leg={LEG}")
    visits.map_is_drawn(page)
    page.locator(f"{MAP}[data-selected='{LEG}']").wait_for(state="attached")
    page.get_by_role("listbox", name="Legs on the map").press("Escape")
    page.get_by_role("button", name="Close the leg").wait_for(state="detached")
    assert "leg=" not in page.url


def test_a_map_that_is_moved_tells_the_page_briefing_alone(page, app_url):
    visits.open_page(page, app_url)
    visits.map_is_drawn(page)
    frame = "() => window.corridorAtlasFrame ?? null"
    assert page.evaluate(frame) is None
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(SETTLED_MS)
    assert len(page.evaluate(frame)) == 4
    page.get_by_role("link", name="Briefing").click()
    page.get_by_text("A story of your own").click()
    # One choice more than else: where the map was moved to.
    page.locator(".st-key-own_story_new_0_look_2").wait_for(timeout=visits.PATIENCE_MS)
