"""The map saved as one file, opened from disk in a browser that reaches nobody."""

from dataclasses import replace

import pytest

from dashboard.atlas import read_atlas
from dashboard.maps.standalone import standalone_map
from dashboard.publication.publish import publish

MAP = "#atlas-map"
HOSTILE = "<img src=x onerror=alert(1)></script>{{7*7}}"


@pytest.fixture(scope="module")
def atlas():
    return read_atlas()


@pytest.fixture
def opened(page, atlas, tmp_path):
    """Return a function that opens the file of a view; gives what it said and asked for."""
    said, asked = [], []
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*", lambda route: route.abort() if is_outside(route) else route.continue_())

    def show(shown=atlas, **changes):
        published = publish(shown, replace(atlas.choices.default(), **changes))
        notes = ("Lines are schematic.", HOSTILE)
        picture = replace(published.picture, title=HOSTILE, notes=notes)
        file = tmp_path / "map.html"
        file.write_bytes(standalone_map(replace(published, picture=picture)))
        page.goto(file.as_uri())
        legs = len(published.lines)
        page.locator(f"{MAP}[data-ready=true][data-legs='{legs}']").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        return said, asked

    return show


def is_outside(route):
    return route.request.url.startswith(("http:", "https:", "ws:", "wss:"))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_it_is_painted_without_a_request_or_a_complaint(page, opened, lang):
    said, asked = opened(lang=lang)
    page.wait_for_timeout(2500)  # what a page asks for late
    assert said == []
    assert {address.partition(":")[0] for address in asked} <= {"file", "blob"}
    assert len({address for address in asked if address.startswith("file:")}) == 1
    assert page.locator("html").get_attribute("lang") == lang
    there = page.evaluate("() => [...document.fonts].map(({ family }) => family)")
    families = [family.strip('"') for family in there]
    assert families.count("Atlas Sans") == 4
    assert families.count("Atlas Korean") == (2 if lang == "ko" else 0)


def test_markup_in_a_name_a_title_and_a_note_stays_text(page, opened, atlas):
    places = atlas.waypoints.assign(name_en=HOSTILE)
    said, _ = opened(replace(atlas, waypoints=places))
    page.get_by_role("listbox").focus()
    page.keyboard.press("ArrowDown")
    assert HOSTILE in page.get_by_role("listbox").inner_text()
    assert page.title() == HOSTILE
    assert page.locator("#atlas-notes li").nth(1).inner_text() == HOSTILE
    assert page.locator("img").count() == 0
    assert said == []


def test_a_filtered_map_holds_the_legs_that_were_left(page, opened):
    said, _ = opened(country=("LAO",))
    page.get_by_role("listbox").focus()
    assert page.locator(MAP).get_attribute("data-legs") == "10"
    assert said == []


def test_a_leg_can_be_selected_and_stays_so_when_the_window_changes(page, opened):
    opened()
    page.get_by_role("listbox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = page.locator(MAP).get_attribute("data-selected")
    page.set_viewport_size({"width": 700, "height": 800})
    page.wait_for_timeout(300)
    assert chosen
    assert page.locator(MAP).get_attribute("data-selected") == chosen


def test_the_screen_hands_out_the_map_that_it_shows(page, app_url, tmp_path):
    page.goto(f"{app_url}/?lang=ko")
    button = page.get_by_role("button", name="이 지도를 파일 하나로 저장")
    with page.expect_download(timeout=60_000) as coming:
        button.click(timeout=60_000)
    assert coming.value.suggested_filename == "corridor-atlas-risk-2026-01-20-ko.html"
    saved = tmp_path / "saved.html"
    coming.value.save_as(saved)
    page.goto(saved.as_uri())
    page.locator(f"{MAP}[data-ready=true][data-legs='87']").wait_for(state="attached")
    assert page.title() == "Corridor Atlas: 강제송환 위험, 2026-01-20 기준"
