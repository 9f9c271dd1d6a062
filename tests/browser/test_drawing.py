"""A leg drawn on the map alone in a browser: by mouse, touch and keyboard, and taken back."""

import json

import pytest

from dashboard.language import speaking
from dashboard.panels.own_data.draw_words import draw_words
from tests.browser import map_sample

HOST = "#host"
PATIENCE_MS = 90_000
SPOTS = ((300, 250), (380, 300), (420, 400))
OWN = {
    "mark": "m",
    "steps": [12500000, 4000000, -1500000, -1000000, 10500000, 2500000, -300000, -800000],
    "sizes": [2, 2],
    "codes": "43",
    "modes": "00",
    "touched": "01",
    "names": ["first own leg", "second own leg"],
    "readings": ["", ""],
    "places": [],
    "selected": None,
}


def show(page, network, **changes):
    page.set_default_timeout(PATIENCE_MS)
    before = int(page.locator(HOST).get_attribute("data-paints") or 0)
    page.evaluate("data => run(data)", map_sample.data(network, **changes))
    ready = page.locator(f"{HOST}[data-ready=true][data-paints='{before + 1}']")
    ready.wait_for(state="attached")


def drawing(line=None, mark="one"):
    with speaking("en"):
        return {"mark": mark, "line": line, "n": 0, "path": None, "words": draw_words()}


@pytest.fixture
def map_page(page, address, network):
    page.goto(address)
    show(page, network, draw=drawing())
    return page


def points(page, count):
    page.locator(f"{HOST}[data-points='{count}']").wait_for(state="attached")


def told(page):
    """Return the line that the app was told last."""
    page.wait_for_timeout(400)
    lines = page.evaluate("() => told.filter(([name]) => name === 'drawn').map(([, text]) => text)")
    return json.loads(lines[-1])["line"]


def test_by_mouse_points_are_set_dragged_taken_back_and_told_without_a_remount(map_page, network):
    page = map_page
    page.get_by_role("button", name="Draw a leg").click()
    for n, spot in enumerate(SPOTS, 1):
        page.mouse.click(*spot)
        points(page, n)
    page.get_by_role("button", name="Finish").click()
    drawn = told(page)
    assert len(drawn) == 3
    page.mouse.move(*SPOTS[1])
    page.mouse.down()
    page.mouse.move(500, 280, steps=5)
    page.mouse.up()
    dragged = told(page)
    assert dragged[1] != drawn[1]
    assert (dragged[0], dragged[2]) == (drawn[0], drawn[2])
    page.get_by_role("button", name="Undo").click()
    assert told(page) == drawn
    show(page, network, draw=drawing(), seed=11)
    points(page, 3)
    assert page.locator(HOST).get_attribute("data-mounts") == "1"
    page.get_by_role("button", name="Discard").click()
    assert told(page) == []


def test_a_new_point_is_pulled_out_of_the_line_and_one_is_removed(page, address, network):
    page.goto(address)
    show(page, network, draw=drawing([[125.0, 42.0], [105.0, 25.0]]))
    between = page.locator(".atlas-between")
    box = between.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"], steps=5)
    page.mouse.up()
    points(page, 3)
    page.get_by_label("Point 2 of 3").press("Delete")
    points(page, 2)
    assert told(page) == [[125.0, 42.0], [105.0, 25.0]]


def test_by_keyboard_alone_a_leg_is_drawn_and_a_point_is_moved(map_page):
    page = map_page
    page.get_by_role("button", name="Draw a leg").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    for key in ("ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        page.wait_for_timeout(350)
    page.keyboard.press("Enter")
    points(page, 2)
    page.keyboard.press("Escape")
    before = told(page)
    assert before[1][1] < before[0][1]
    page.get_by_label("Point 2 of 2").press("ArrowRight")
    after = told(page)
    assert after[1][0] > before[1][0]
    page.keyboard.press("Control+z")
    assert told(page) == before


NUDGED_AND_PRESSED = """() => {
  const point = document.querySelector("#host").shadowRoot.activeElement;
  const right = { key: "ArrowRight", bubbles: true, composed: true };
  let known;
  document.body.addEventListener("click", () => { known = told.at(-1)?.[0]; }, { once: true });
  point.dispatchEvent(new KeyboardEvent("keydown", right));
  document.body.click();
  return known;
}"""


def test_what_is_pressed_beside_the_map_finds_the_app_told_of_the_newest_line(
    page, address, network
):
    page.goto(address)
    show(page, network, draw=drawing([[125.0, 42.0], [105.0, 25.0]]))
    page.get_by_label("Point 2 of 2").focus()
    assert page.evaluate(NUDGED_AND_PRESSED) == "drawn"


def test_by_touch_points_are_set(new_page, address, network):
    page = new_page(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page.goto(address)
    show(page, network, draw=drawing())
    page.get_by_role("button", name="Draw a leg").tap()
    for n, spot in enumerate(((120, 300), (200, 400)), 1):
        page.touchscreen.tap(*spot)
        points(page, n)
    page.get_by_role("button", name="Finish").tap()
    assert len(told(page)) == 2


def test_an_own_leg_is_chosen_by_click_and_in_the_list_and_told_by_its_place(
    page, address, network
):
    page.goto(address)
    show(page, network, own=OWN, paint="-" * len(network["legs"]))
    page.locator(".atlas-list").focus()
    page.keyboard.press("End")
    assert "second own leg" in page.locator(".atlas-list-option").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("() => told.at(-1)") == ["chosen", "own/m/1"]
    show(page, network, own={**OWN, "selected": "own/m/1"}, paint="-" * len(network["legs"]))
    at = page.evaluate("() => spot(117.5, 35)")
    page.mouse.click(*at)
    assert page.evaluate("() => told.at(-1)") == ["chosen", "own/m/0"]
