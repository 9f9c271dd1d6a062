"""The map alone in a browser: what it asks for, keeps, finds under the pointer and never runs."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser import map_sample, visits

HOST = "#host"
LEG = "LAO-THA-N-3"
FRAME = "document.querySelector('#host').shadowRoot.querySelector('.atlas')"


@pytest.fixture
def said(page):
    """Return the errors of the page, growing as it runs."""
    lines = []
    page.on("console", lambda line: lines.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


@pytest.fixture
def shown(page, address, network, said):  # noqa: ARG001 - listens from the start
    """Return a function that gives the map new data and waits until it is painted."""
    page.goto(address)

    def show(**changes):
        before = int(page.locator(HOST).get_attribute("data-paints") or 0)
        page.evaluate("data => run(data)", map_sample.data(network, **changes))
        ready = page.locator(f"{HOST}[data-ready=true][data-paints='{before + 1}']")
        ready.wait_for(state="attached")

    return show


def middle_of(page, leg_id):
    """Return where on the page the middle of a leg is, worked out beside the map's own code."""
    return page.evaluate("legId => middleOf(legId)", leg_id)


def told(page):
    return page.evaluate("() => told")


def test_it_asks_no_other_host_and_complains_of_nothing(page, asked, shown, said, address):
    shown()
    page.wait_for_load_state("networkidle")
    assert len(asked) > 10
    assert visits.foreign(asked, address) == []
    assert said == []


def test_a_change_of_data_repaints_without_a_remount_and_keeps_the_view(page, shown):
    shown()
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(600)
    before = middle_of(page, LEG)
    shown(seed=11)
    assert page.locator(HOST).get_attribute("data-mounts") == "1"
    assert page.locator(HOST).get_attribute("data-paints") == "2"
    assert middle_of(page, LEG) == before


def test_the_ground_is_not_drawn_again_when_the_legs_change(page, shown):
    with page.expect_response("**/detail.json"):
        shown()
    page.evaluate("() => countDrawing()")
    while page.evaluate("() => { const { ground } = drawing; drawing.ground = 0; return ground; }"):
        page.wait_for_timeout(2000)
    shown(seed=5)
    page.wait_for_timeout(200)
    drawn = page.evaluate("() => drawing")
    assert drawn["ground"] == 0
    assert drawn["legs"] > 0


def test_a_click_selects_the_leg_that_is_there(page, shown):
    shown()
    page.mouse.click(*middle_of(page, "MNG-4"))
    assert told(page) == [["chosen", "MNG-4"]]


def test_a_leg_is_told_again_while_the_app_may_be_closing_it(page, shown):
    shown(selected="MNG-4")
    page.mouse.click(*middle_of(page, "MNG-4"))
    assert told(page) == [["chosen", "MNG-4"]]


def test_a_click_beside_every_leg_is_told_once(page, shown):
    shown(selected="MNG-4")
    page.mouse.click(150, 420)
    page.wait_for_timeout(400)
    page.mouse.click(150, 420)
    assert told(page) == [["chosen", ""]]


def test_a_click_beside_every_leg_clears_the_selection(page, shown):
    shown(selected="MNG-4")
    page.mouse.click(150, 420)
    assert told(page) == [["chosen", ""]]


def test_it_goes_to_the_legs_that_are_left_until_a_person_moves_it(page, shown, network):
    page.emulate_media(reduced_motion="reduce")
    left = "".join("4" if leg["id"].startswith("MNG") else "-" for leg in network["legs"])
    shown(filters=[])
    everywhere = middle_of(page, "MNG-4")
    shown(filters=[], paint=left)
    assert middle_of(page, "MNG-4") != pytest.approx(everywhere, abs=20)
    shown(filters=[])
    assert middle_of(page, "MNG-4") == pytest.approx(everywhere, abs=2)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(600)
    by_hand = middle_of(page, "MNG-4")
    shown(filters=[], paint=left)
    assert middle_of(page, "MNG-4") == by_hand


# From now on: every move of the map beside its flights, as Leaflet's own methods begin them.
COUNTS_PANS = """async () => {
  const { default: leaflet } = await import("/assets/leaflet.js");
  const { panBy } = leaflet.Map.prototype;
  window.pans = 0;
  leaflet.Map.prototype.panBy = function pan(...how) {
    window.pans += 1;
    return panBy.apply(this, how);
  };
}"""


def test_nothing_moves_a_map_beside_its_flight(page, shown):
    """On a slow machine a pan that ends after the flight has begun would end the flight."""
    page.evaluate(COUNTS_PANS)
    shown(height=240, bounds=None, still=True)
    shown(height=900, bounds=[[8, 94], [30, 114]], seed=2)
    page.wait_for_timeout(1500)
    assert page.evaluate("window.pans") == 0


def test_a_map_that_becomes_higher_goes_where_it_is_told(page, shown):
    """From a low map, which would show more than there is as soon as it is higher."""
    scale, look = page.locator(".leaflet-control-scale-line"), [[8, 94], [30, 114]]
    shown(height=900, bounds=look, still=True)
    at_once = scale.inner_text()
    shown(height=240, bounds=None, still=True, seed=2)
    expect(scale).not_to_have_text(at_once)
    shown(height=900, bounds=look, seed=3)
    expect(scale).to_have_text(at_once)


GROUND_BEFORE_AND_AFTER = """async (data) => {
  const map = document.querySelector("#host").shadowRoot;
  const ground = map.querySelector(".leaflet-tile-pane canvas");
  const kunming = async () => {
    const [x, y] = await spot(102.7, 25.0);
    const { left, top, width, height } = ground.getBoundingClientRect();
    return [(x - left) / width, (y - top) / height];
  };
  const before = await kunming();
  await run(data);
  return [before, await kunming()];
}"""


@pytest.mark.parametrize("height", [300, 900])
def test_the_land_lies_under_the_legs_before_it_is_painted_anew(page, shown, network, height):
    shown(height=600)
    page.wait_for_timeout(300)
    look = {"bounds": [[8, 94], [30, 114]], "still": True, "height": height}
    changed = map_sample.data(network, seed=3, **look)
    before, after = page.evaluate(GROUND_BEFORE_AND_AFTER, changed)
    assert after == pytest.approx(before, abs=0.004)


# Where the names' canvas and the legs' canvas are drawn, and where they lie.
LYING = """() => ["overlay", "names"].map((name) => {
  const { shadowRoot } = document.getElementById("host");
  const { dataset, style } = shadowRoot.querySelector(`.leaflet-${name}-pane canvas`);
  return [dataset.place, style.transform];
})"""


def test_names_stay_on_their_places_after_a_flight_that_ends_in_the_zoom_it_began_in(page, shown):
    shown(bounds=[[8, 94], [30, 114]], still=True)
    before = page.evaluate(LYING)[0][0]
    shown(bounds=[[9, 95], [31, 115]], seed=2)
    page.wait_for_timeout(1800)
    legs, names = page.evaluate(LYING)
    assert json.loads(legs[0])["scale"] == json.loads(before)["scale"]
    assert legs[0] != before
    assert names == legs


def test_a_narrow_map_shows_from_moscow_to_korea(page, shown):
    page.set_viewport_size({"width": 390, "height": 844})
    shown(bounds=[[20, 36], [62, 132]], still=True)
    spots = page.evaluate("async () => [await spot(37.6, 55.8), await spot(127, 37.6)]")
    assert all(0 < x < 390 for x, _ in spots)


def test_a_narrow_map_that_becomes_wide_still_shows_what_it_is_of(page, shown):
    """As the map beside a chart does when its story is presented."""
    page.set_viewport_size({"width": 440, "height": 300})
    shown(height=270, bounds=None, still=True)
    page.set_viewport_size({"width": 620, "height": 420})
    shown(height=390, bounds=None, still=True, seed=2)
    page.wait_for_timeout(1000)
    ulaanbaatar, singapore = page.evaluate("async () => [await spot(107, 48), await spot(104, 1)]")
    assert 0 < ulaanbaatar[1] < singapore[1] < 390


def test_a_hidden_leg_is_not_found(page, shown, network):
    hidden = "".join("-" if leg["id"] == "MNG-4" else "4" for leg in network["legs"])
    shown(paint=hidden)
    assert page.locator(HOST).get_attribute("data-legs") == str(len(network["legs"]) - 1)
    page.mouse.click(*middle_of(page, "MNG-4"))
    assert told(page) == []


def test_corridors_on_one_link_are_selected_in_turn(page, shown, network):
    shown(paint="4" * len(network["legs"]), muted="0" * len(network["legs"]))
    at = middle_of(page, LEG)
    page.mouse.click(*at)
    page.wait_for_timeout(400)
    page.mouse.click(*at)
    chosen = [value for _, value in told(page)]
    assert len(set(chosen)) == 2
    assert all(value.endswith("-3") for value in chosen)


def test_the_keyboard_walks_the_legs_selects_one_and_clears_it(page, shown):
    shown()
    legs = page.get_by_role("listbox")
    legs.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    (_, chosen), (_, cleared) = told(page)
    assert chosen is not None
    assert cleared == ""
    assert "→" in page.locator(".atlas-live").text_content()


# Whether a name is drawn where a part of the map's frame lies over it.
IS_UNDER = """(part) => {
  const { shadowRoot } = document.getElementById("host");
  const canvas = shadowRoot.querySelector(".leaflet-names-pane canvas");
  const over = shadowRoot.querySelector(part).getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const place = [over.left - box.left, over.top - box.top, over.width, over.height];
  const { data } = canvas.getContext("2d").getImageData(...place.map((side) => side * ratio));
  return data.some((value, at) => at % 4 === 3 && value > 0);
}"""


def test_no_name_lies_under_the_legend_however_long_it_is(page, shown):
    shown()
    page.wait_for_function(f"!({IS_UNDER})('.atlas-legend')")
    page.locator(".atlas-keys summary").click()
    page.wait_for_function(f"!({IS_UNDER})('.atlas-legend')")


@pytest.mark.parametrize("lon", [69, 78])
def test_no_name_lies_under_the_scale_bar(page, shown, lon):
    page.set_viewport_size({"width": 605, "height": 420})
    shown(bounds=[[-4, lon], [44, lon + 60]], still=True)
    page.wait_for_function(f"!({IS_UNDER})('.leaflet-control-scale')")


def test_on_paper_the_map_is_a_picture_as_wide_as_the_page(page, shown):
    page.set_viewport_size({"width": 800, "height": 900})
    shown()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 687, "height": 900})
    picture = page.locator(".atlas-picture").bounding_box()
    assert picture["width"] > 500
    assert picture["x"] + picture["width"] <= 687
    assert not page.get_by_role("button").locator("visible=true").count()
    page.set_viewport_size({"width": 1016, "height": 680})
    picture, legend = page.locator(".atlas-picture"), page.locator(".atlas-legend")
    beside = picture.bounding_box()
    assert beside["height"] < 600
    assert beside["x"] + beside["width"] <= legend.bounding_box()["x"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".atlas-picture").count() == 0


def test_a_dark_map_is_light_while_the_keys_print_it(page, shown):
    shown()
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    dark = page.locator(".atlas[data-theme=dark]")
    dark.wait_for()
    page.evaluate(f"() => {{ window.print = () => told.push({FRAME}.dataset.theme); }}")
    page.keyboard.press("Control+p")
    page.wait_for_function("() => told.length")
    dark.wait_for()
    assert told(page) == ["light"]


def test_markup_in_a_name_stays_text(page, shown, said):
    payload = "<img src=x onerror=window.ran=1><script>window.ran=1</script>{{7*7}}"
    legend = {
        "title": payload,
        "classes": [{"label": payload, "color": "#8b1a3d", "width": 4, "dash": None}] * 6,
        "nodata": 5,
        "note": payload,
    }
    shown(legend=legend, words=map_sample.words("en") | {"disclaimer": payload})
    page.mouse.move(*middle_of(page, "MNG-4"))
    page.wait_for_timeout(300)
    assert payload in page.locator(".atlas-tooltip").text_content()
    assert payload in page.locator(".atlas-legend").text_content()
    assert page.locator(".atlas img, .atlas script").count() == 0
    assert page.evaluate("() => window.ran") is None
    assert said == []


def test_the_view_never_comes_nearer_than_country_level(page, shown):
    shown()
    zoom_in = page.get_by_role("button", name="Zoom in")
    for _ in range(6):
        if zoom_in.is_enabled():
            zoom_in.click()
            page.wait_for_timeout(450)
    assert zoom_in.is_disabled()
    page.mouse.move(700, 300)
    page.mouse.wheel(0, -2000)
    page.wait_for_timeout(600)
    # At zoom 7 a degree of longitude is 91 pixels wide, and no more.
    assert page.evaluate("() => pixelsPerDegree()") == pytest.approx(91.02, abs=0.1)


def test_a_narrow_screen_has_no_sideways_scroll_and_a_closed_legend(new_page, address, network):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(address)
    page.evaluate("data => run(data)", map_sample.data(network, height=560, lang="ko"))
    page.locator(f"{HOST}[data-ready=true]").wait_for(state="attached")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert page.locator(".atlas-legend-head").get_attribute("aria-expanded") == "false"
    page.locator(".atlas-legend-head").tap()
    assert page.locator(".atlas-legend-body").is_visible()


def test_a_touch_selects_a_leg(new_page, address, network):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(address)
    page.evaluate("data => run(data)", map_sample.data(network, height=560))
    page.locator(f"{HOST}[data-ready=true][data-paints='1']").wait_for(state="attached")
    page.touchscreen.tap(*middle_of(page, "MNG-4"))
    page.wait_for_timeout(500)
    assert told(page) == [["chosen", "MNG-4"]]


def test_the_map_goes_away_when_it_is_taken_away(page, shown):
    shown()
    page.evaluate("() => cleanup()")
    assert page.locator(".atlas").count() == 0
