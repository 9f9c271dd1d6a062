"""The map page by keyboard alone: in order, always seen where one is, nothing that traps."""

from itertools import groupby

import pytest

from tests.browser import visits

MOST_STOPS = 120
# The element that has the keyboard, through shadow roots: what it is, whether its ring is seen.
STOP = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const rings = (node) => {
    const { outlineStyle, boxShadow } = getComputedStyle(node);
    return [outlineStyle, boxShadow].some((style) => style !== "none");
  };
  const box = at.getBoundingClientRect();
  globalThis.stops ??= new WeakMap();
  globalThis.stopped = (globalThis.stopped ?? 0) + (globalThis.stops.has(at) ? 0 : 1);
  if (!globalThis.stops.has(at)) globalThis.stops.set(at, globalThis.stopped);
  return {
    id: globalThis.stops.get(at),
    name: at.getAttribute("aria-label") || at.innerText || at.getAttribute("title") || at.tagName,
    region: at.closest("[data-testid=stSidebar]") ? "sidebar"
      : at.closest("[data-testid=stHeader]") ? "header" : "main",
    ours: at.getRootNode() !== document || at.matches("summary"),
    ring: [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean).some(rings),
    width: box.width, height: box.height,
  };
}"""


def ways(page):
    """Yield where the keyboard stands after each Tab, until it has left the page."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop


@pytest.fixture(scope="module")
def map_page(lasting_page, app_url):
    """The map, opened once: the walk comes first, and each test leaves what the next one needs."""
    visits.open_page(lasting_page, app_url)
    visits.map_is_drawn(lasting_page)
    return lasting_page


def test_tab_walks_through_the_page_and_out_of_it(map_page):
    stops = list(ways(map_page))
    assert len(stops) < MOST_STOPS
    # A table of Streamlit takes Tab from cell to cell of a row before it lets go.
    ids = [place for place, _same in groupby(stop["id"] for stop in stops)]
    assert len(ids) == len(set(ids))
    assert [stop["name"] for stop in stops if stop["ours"] and not stop["ring"]] == []
    names = [stop["name"] for stop in stops]
    link = names.index("Read the map as text")
    legs = next(place for place, name in enumerate(names) if name.startswith("Legs on the map"))
    assert link < legs


def test_a_leg_is_reached_and_left_by_keyboard(map_page):
    legs = map_page.get_by_role("listbox", name="Legs on the map")
    legs.focus()
    legs.press("End")
    legs.press("Enter")
    map_page.get_by_role("button", name="Close the leg").wait_for()
    legs.press("Escape")
    map_page.get_by_role("button", name="Close the leg").wait_for(state="detached")


def test_the_link_before_the_map_leads_to_its_text(map_page):
    link = map_page.get_by_role("button", name="Read the map as text")
    link.focus()
    assert link.is_visible()
    map_page.keyboard.press("Enter")
    map_page.wait_for_selector("#map-as-text h2:focus", timeout=visits.PATIENCE_MS)
    assert "listing=words" in map_page.url
    assert map_page.get_by_role("heading", name="Leg by leg").count() == 16


def test_less_motion_is_heeded(new_page, app_url):
    page = new_page(reduced_motion="reduce")
    visits.open_page(page, app_url)
    visits.map_is_drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    moving = "() => document.getAnimations().filter((one) => one.playState === 'running').length"
    assert page.evaluate(moving) == 0
