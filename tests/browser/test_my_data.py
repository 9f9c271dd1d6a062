"""A planner's day: a messy file, mended by its messages, scored, kept, opened again, shared."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.messy import FINE, WORDS, mended, messy

PHRASE = "kestrel quartz ridge seven lamps"
PATIENCE_MS = 90_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def url(start_app, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspaces")
    return start_app(env={"CORRIDOR_ATLAS_WORKSPACES": str(folder)}).url


@pytest.fixture
def planner(new_page, url):
    page = new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{url}/my_data")
    return page


def bring(page, name, content):
    box = page.locator("input[type=file]")
    box.wait_for(state="attached")
    box.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


def turn_to(page, section):
    page.get_by_role("radio", name=section, exact=True).or_(
        page.get_by_role("button", name=section, exact=True)
    ).first.click()


def saved(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path()


def test_a_messy_file_is_mended_scored_kept_opened_again_and_shared_coarse(planner):
    page = planner
    bring(page, "현장.csv", messy())
    expect(
        page.get_by_text("Rows read: 14. Good: 4 legs and 0 places. Set aside: 10.")
    ).to_be_visible()
    aside = saved(page, "Save the 10 rows set aside, marked").read_text("utf-8-sig")
    page.get_by_role("button", name="Take the 4 good rows").click()
    expect(page.get_by_text("Corridors: yours beside the published ones")).to_be_visible()

    turn_to(page, "Bring in")
    bring(page, "고침.csv", mended(aside))
    page.get_by_role("button", name="Take the 10 good rows").click()
    expect(page.get_by_text("14 legs and 0 places.")).to_be_visible()

    turn_to(page, "Keep")
    page.get_by_label("Name of the file").fill("현장 2024")
    page.get_by_label("Passphrase", exact=True).fill(PHRASE)
    page.get_by_label("Passphrase again").fill(PHRASE)
    page.get_by_role("button", name="Create and save").click()
    expect(page.get_by_text("Everything is saved, as version 1.")).to_be_visible()

    page.reload()
    expect(page.get_by_text("0 legs and 0 places.")).to_be_visible()
    turn_to(page, "Keep")
    page.get_by_label("Its passphrase").fill(PHRASE)
    page.get_by_role("button", name="Open the workspace").click()
    expect(page.get_by_text("14 legs and 0 places.")).to_be_visible()

    turn_to(page, "Share coarsely")
    page.get_by_label("Corridors to share").click()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_label("Why may this be shown?").fill("In a public report of 2024.")
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_role("button", name="Make: Briefing (HTML)").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    told = saved(page, "Save: Briefing (HTML)").read_text("utf-8")
    assert "Own corridor 1" in told
    assert WORDS not in told
    # As a number and in whole units: five digits alone may stand in what is packed.
    assert FINE[3:] not in told
    assert FINE.replace(".", "") not in told
    assert not re.search(r"\d\.\d{2,}, \d+\.\d{2,}", told)


def test_own_legs_are_on_the_map_of_their_session_alone(planner, new_page, url):
    bring(planner, "현장.csv", messy())
    planner.get_by_role("button", name="Take the 4 good rows").click()
    expect(planner.get_by_text("Corridors: yours beside the published ones")).to_be_visible()
    planner.get_by_role("link", name="Map", exact=True).first.click()
    expect(planner.locator("[data-own-legs='4']")).to_be_attached()
    other = new_page()
    other.goto(url)
    other.locator("[data-paints]").wait_for(state="attached")
    assert other.locator("[data-own-legs='4']").count() == 0
    assert WORDS not in other.content()
