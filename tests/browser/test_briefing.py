"""Stories in a real browser: by keyboard from first to last step, on the page and from disk."""

import pytest

from dashboard.atlas import read_atlas
from dashboard.briefing.html_file import briefing_html
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.shipped import story_names
from dashboard.briefing.stories import shipped_story

PLAYER = "[data-step]"
MAP = ".story-map"
PATIENCE_MS = 150_000
LANGS = dict(zip(story_names(), ("ko", "en", "en"), strict=True))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Each shipped story as a file: its path, and the titles of its steps."""
    atlas, folder = read_atlas(), tmp_path_factory.mktemp("stories")
    made = {}
    for name, lang in LANGS.items():
        briefing = finished(brief(atlas, shipped_story(atlas, name), lang))
        file = folder / f"{name}.html"
        file.write_bytes(briefing_html(briefing))
        made[name] = (file, [step.title for step in briefing.steps])
    return made


@pytest.fixture
def said(page):
    lines = []
    page.on("console", lambda line: lines.append(line.text))
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


def at_step(page, number):
    """Wait for a step; the first of a story waits until every figure of it is computed."""
    page.locator(f"{PLAYER}[data-step='{number}']").wait_for(state="attached", timeout=PATIENCE_MS)


@pytest.mark.parametrize("name", story_names())
def test_a_file_goes_by_keyboard_to_its_last_step_without_a_request(name, files, page, said, asked):
    file, titles = files[name]
    page.context.set_offline(True)
    page.goto(file.as_uri())
    at_step(page, 1)
    page.locator(f"{MAP}[data-ready=true]").wait_for(state="attached")
    for number, title in enumerate(titles, start=1):
        at_step(page, number)
        assert page.locator(".story-words h2").inner_text().split() == title.split()
        page.keyboard.press("PageDown" if number % 2 else "ArrowRight")
    at_step(page, len(titles))
    page.keyboard.press("Home")
    at_step(page, 1)
    assert page.locator(MAP).get_attribute("data-mounts") == "1"
    assert said == []
    assert {address.partition(":")[0] for address in asked} <= {"file", "blob"}


def test_a_file_prints_each_step_with_its_map_words_colours_and_sources(files, page):
    file, titles = files["call-to-action"]
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = ''; };")
    page.goto(file.as_uri())
    page.locator(f"{MAP}[data-ready=true]").wait_for(state="attached")
    page.emulate_media(media="print")
    undrawn = page.locator(".story-undrawn").first
    assert "Ctrl + P" in undrawn.inner_text()
    page.keyboard.press("Control+p")
    page.locator("html[data-printed]").wait_for(state="attached", timeout=60_000)
    assert page.locator(".story-page .story-picture canvas").count() == len(titles)
    printed = page.locator(".story-page")
    assert titles[0] in printed.first.inner_text()
    assert "Elevated" in printed.first.locator(".story-legend").inner_text()
    assert "names do not imply endorsement" in printed.first.inner_text()
    assert "David Dohyung Kim" in printed.last.inner_text()
    assert not page.locator("#atlas-map").is_visible()


def test_the_legend_that_was_clicked_leaves_the_keys_to_the_story(files, page):
    page.goto(files["journey-and-law"][0].as_uri())
    page.locator(f"{MAP}[data-ready=true]").wait_for(state="attached")
    page.keyboard.press("f")
    page.locator(".atlas-keys summary").click()
    page.keyboard.press("PageDown")
    at_step(page, 2)
    page.keyboard.press("Escape")
    page.locator(".story.is-presenting").wait_for(state="detached")


def test_no_control_is_lit_while_a_story_is_presented(files, page):
    page.goto(files["journey-and-law"][0].as_uri())
    page.locator(f"{MAP}[data-ready=true]").wait_for(state="attached")
    page.locator(".story-button", has_text="발표").click()
    page.keyboard.press("ArrowRight")
    at_step(page, 2)
    assert page.locator(".story-words:focus").count() == 1
    page.keyboard.press("Escape")
    page.locator(".story-button:focus", has_text="발표").wait_for()


def test_the_page_is_presented_by_keyboard_and_the_address_follows(app_url, page):
    page.goto(f"{app_url}/briefing?story=what-changed&step=2")
    at_step(page, 2)
    page.locator(f"{MAP}[data-ready=true]").wait_for(state="attached", timeout=60_000)
    page.keyboard.press("f")
    page.locator(".story.is-presenting").wait_for()
    assert not is_seen(page, "[data-testid=stSidebar]")
    assert not is_seen(page, "[data-testid=stHeader]")
    size = page.locator(".story-say").first.evaluate("node => getComputedStyle(node).fontSize")
    assert float(size.removesuffix("px")) >= 28
    for number in range(3, 8):
        page.keyboard.press("ArrowDown")
        at_step(page, number)
    page.keyboard.press("Escape")
    page.locator(".story.is-presenting").wait_for(state="detached")
    page.wait_for_url("**step=7*")
    at_step(page, 7)
    assert page.locator(MAP).get_attribute("data-mounts") == "1"


def is_seen(page, selector):
    """Return whether any point of an element is on top of the page."""
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)].some((node) => {
          const { left, top, width, height } = node.getBoundingClientRect();
          const on = document.elementFromPoint(left + width / 2, top + height / 2);
          return on !== null && node.contains(on);
        })""",
        selector,
    )


def test_sources_are_one_click_away_on_a_phone_and_nothing_is_cut(app_url, new_page):
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{app_url}/briefing?story=what-changed&step=4&lang=ko")
    at_step(page, 4)
    page.get_by_role("button", name="출처").click()
    assert page.locator(".story-aside li").count() > 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
