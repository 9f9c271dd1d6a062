"""The map's head start in a browser: taken over, not made twice; and whatever fails, a map."""

import json
import re

import pytest

from tests.browser import visits

ALL = 87
MAP = "[data-ready=true]"
MOUNT = '[data-testid="stBidiComponentIsolated"]'
# Marks the map that is seen first, and writes down where each map was when it was seen.
WATCH = """
window.seen = [];
for (const name of ["atlas:ready", "atlas:painted"]) {
  window.addEventListener(name, (event) => {
    const host = event.composedPath()[0];
    const frame = host.shadowRoot.querySelector(".atlas");
    frame.dataset.mark ??= `map ${window.seen.length}`;
    const { left, top, width, height } = host.getBoundingClientRect();
    window.seen.push({ mark: frame.dataset.mark, legs: host.dataset.legs,
      place: [left, top, width, height] });
  }, true);
}
"""


@pytest.fixture
def watched(page):
    page.add_init_script(WATCH)
    return page


@pytest.fixture
def held(watched):
    """Return a function that lets the app's messages through; until then none reaches the page."""
    waiting, gone = [], []

    def pass_on(socket):
        server = socket.connect_to_server()
        server.on_message(
            lambda said: socket.send(said) if gone else waiting.append((socket, said))
        )

    watched.route_web_socket(re.compile(r".*/_stcore/stream"), pass_on)

    def release():
        gone.append(True)
        for socket, said in waiting:
            socket.send(said)

    return release


def shows(page, legs):
    page.locator(f"{MOUNT}{MAP}[data-legs='{legs}']").wait_for(state="attached")


def stage(page):
    return page.locator("body > div[inert]")


def test_the_map_is_made_before_the_app_says_a_word_and_taken_over(watched, held, app_url):
    watched.goto(app_url)
    stage(watched).locator(".atlas-legend").wait_for(state="attached")
    held()
    shows(watched, ALL)
    visits.settle(watched)
    seen = watched.evaluate("() => seen")
    assert {event["mark"] for event in seen} == {"map 0"}
    assert watched.locator(".atlas").count() == 1
    assert stage(watched).count() == 0


def test_nothing_of_the_map_moves_after_it_is_seen(watched, held, app_url):
    watched.goto(app_url)
    stage(watched).locator(".atlas-legend").wait_for(state="attached")
    watched.wait_for_timeout(1000)
    held()
    shows(watched, ALL)
    visits.settle(watched)
    places = watched.evaluate("() => seen.map(({ place }) => place)")
    assert all(place == pytest.approx(places[-1], abs=1) for place in places)


def test_a_filter_and_the_language_of_the_address_hold_from_the_start(watched, held, app_url):
    watched.goto(f"{app_url}/?country=LAO&lang=ko")
    stage(watched).locator(".atlas[lang=ko]").wait_for(state="attached")
    held()
    visits.map_is_drawn(watched)
    visits.settle(watched)
    shown = set(watched.evaluate("() => seen.map(({ legs }) => legs)")) - {None}
    assert shown == {watched.locator(MAP).get_attribute("data-legs")} != {str(ALL)}


@pytest.mark.parametrize("what", ["**/atlas/view*", "**/early.js", "**/ground_worker.js"])
def test_the_app_makes_the_map_when_the_head_start_fails(page, app_url, what):
    page.route(what, lambda route: route.abort())
    page.goto(app_url)
    shows(page, ALL)
    assert page.locator(".atlas").count() == 1


def test_what_the_app_sends_wins_over_the_head_start(page, app_url):
    def altered(route):
        view = route.fetch().json()
        view["paint"] = "-" * ALL
        view["words"]["legend"] = "An old legend"
        route.fulfill(body=json.dumps(view), content_type="application/json")

    page.route("**/atlas/view*", altered)
    page.goto(app_url)
    shows(page, ALL)
    visits.settle(page)
    assert page.get_by_text("An old legend").count() == 0


PRESS = (
    """(list, key) => list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))"""
)


def test_a_leg_that_is_chosen_before_the_app_listens_is_told_to_it(watched, held, app_url):
    watched.goto(app_url)
    legs = stage(watched).locator(".atlas-list", has_text=re.compile(r"\d\d"))
    legs.wait_for(state="attached")
    for key in ("Home", "Enter"):
        legs.evaluate(PRESS, key)
    held()
    watched.get_by_role("button", name="Close the leg").wait_for()


def test_other_pages_start_without_a_map(page, asked, app_url):
    visits.open_page(page, f"{app_url}/countries")
    assert not [address for address in asked if "early.js" in address or "/atlas/view" in address]


def test_a_browser_without_workers_draws_the_ground_itself(page, app_url):
    page.add_init_script("delete globalThis.Worker;")
    page.goto(app_url)
    shows(page, ALL)
