"""One switch changes the whole page; Korean letters come with the app; the map keeps up."""

from tests.browser import visits

HEADING = ".atlas-panel h3"


def switch_to_korean(page):
    page.get_by_role("radio", name="한국어").click()
    page.locator("html[lang=ko]").wait_for(state="attached")
    visits.settle(page)


def test_the_switch_changes_page_map_address_and_what_a_screen_reader_is_told(page, app_url):
    visits.open_page(page, app_url)
    visits.map_is_drawn(page)
    switch_to_korean(page)
    assert "lang=ko" in page.url
    page.get_by_role("link", name="방법").wait_for()
    page.get_by_role("heading", name="강제송환 위험").wait_for()
    page.get_by_role("radio", name="English").click()
    page.locator("html[lang=en]").wait_for(state="attached")
    page.get_by_role("link", name="Method").wait_for()
    assert "lang=" not in page.url


def test_what_is_chosen_stays_chosen_in_the_other_language(page, app_url):
    visits.open_page(page, f"{app_url}/?country=LAO&paint=legal_status&focus=LAO-THA-N")
    visits.map_is_drawn(page)
    legs = page.locator("[data-legs]").get_attribute("data-legs")
    switch_to_korean(page)
    assert page.locator("[data-legs]").get_attribute("data-legs") == legs
    page.locator(".st-key-set_country [data-tag] [title=라오스]").wait_for()
    page.get_by_role("heading", name="실제 법적 지위").wait_for()
    for kept in ("country=LAO", "paint=legal_status", "focus=LAO-THA-N"):
        assert kept in page.url


def test_korean_letters_are_those_that_the_app_ships(page, app_url):
    visits.open_page(page, f"{app_url}/about?lang=ko")
    page.locator(HEADING).first.wait_for()
    visits.settle(page)
    devtools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        devtools.send(f"{domain}.enable")
    root = devtools.send("DOM.getDocument", {"depth": 1})["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": HEADING})["nodeId"]
    fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [(one["familyName"], one["isCustomFont"]) for one in fonts] == [
        ("Corridor Atlas Korean", True)
    ]
