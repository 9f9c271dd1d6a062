"""A country's profile on paper: the page alone, nothing scrolls, everything that opens is open."""

import re
from itertools import pairwise

import pytest

SECTIONS = (
    *("Six dimensions", "Legal status in practice", "Law", "Practice", "Legs that touch it"),
    *("What is not known", "Sources"),
)
SCROLLS = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
  const style = getComputedStyle(one);
  return /auto|scroll/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
}).map(one => one.className)"""

# Words of the page that are too pale for white paper; charts have their own colours.
PALE = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
  const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const [red, green, blue] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
  return words && one.checkVisibility() && !one.closest("svg")
    && .2126 * red + .7152 * green + .0722 * blue > 140;
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def profile(lasting_page, app_url):
    page = lasting_page
    page.goto(f"{app_url}/country?profile=LAO")
    page.locator(".atlas-profile footer").wait_for(timeout=90_000)
    page.locator(".stVegaLiteChart svg").wait_for()
    return page


@pytest.fixture
def paper(profile):
    profile.emulate_media(media="print")
    yield profile
    profile.emulate_media(media="null")


def test_the_sections_stand_on_paper_in_their_order(paper):
    titles = paper.locator("h2").all_inner_texts()
    assert [title for title in titles if title in SECTIONS] == list(SECTIONS)
    assert "As of 20 January 2026" in paper.locator("footer").inner_text()


def test_what_opens_is_open_on_paper_and_closed_on_the_screen(profile):
    scale = profile.get_by_text("Scale: 0 none found").first
    assert not scale.is_visible()
    profile.emulate_media(media="print")
    assert scale.is_visible()
    assert profile.locator(".atlas-bibliography > li").first.is_visible()
    profile.emulate_media(media="null")


def test_controls_stay_off_the_paper_and_nothing_scrolls(paper):
    for left_out in ('[data-testid="stSidebar"]', '[data-testid="stHeader"]', ".stSelectbox"):
        assert not paper.locator(left_out).first.is_visible()
    assert paper.evaluate(SCROLLS) == []


def test_every_statement_names_its_source_by_the_key_of_the_list(paper):
    keys = {key.strip(" []") for key in paper.locator(".atlas-keys").all_inner_texts() if key}
    named = {one for key in keys for one in key.split(", ")}
    listed = set(re.findall(r"\[([^\]]+)\]", paper.locator(".atlas-bibliography").inner_text()))
    assert named - {"wp_kim"} <= listed


def test_the_profile_prints_on_a_few_pages(paper):
    pages = re.findall(rb"/Type\s*/Page\b", paper.pdf(format="A4"))
    assert 4 <= len(pages) <= 8


def test_paper_lies_as_the_reader_chooses(paper):
    pdf = paper.pdf(format="A4", landscape=True, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert all(float(wide) > float(high) for wide, high in boxes)


def test_a_dark_page_is_dark_words_on_white_paper(paper):
    paper.emulate_media(media="print", color_scheme="dark")
    paper.wait_for_function("() => getComputedStyle(document.body).colorScheme === 'light'")
    assert paper.evaluate(PALE) == []
    paper.emulate_media(media="print", color_scheme="light")


def test_headings_go_down_one_rank_at_a_time(profile):
    found = profile.evaluate(
        "() => [...document.querySelectorAll('[data-testid=\"stMain\"] :is(h1, h2, h3, h4)')]"
        ".map(one => +one.tagName[1])"
    )
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(found))


def test_the_keyboard_opens_a_dimension(profile):
    first = profile.locator(".atlas-dimension").first
    first.locator("> summary").focus()
    profile.keyboard.press("Enter")
    assert first.evaluate("one => one.open")
    profile.keyboard.press("Enter")
    assert not first.evaluate("one => one.open")
