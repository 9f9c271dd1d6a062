"""“Cite” in the head of a page: it opens, has every style, and each names the page as it is."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser import visits

STYLES = ("APA", "Chicago", "MLA", "Plain", "BibTeX", "RIS", "CSL-JSON")


def test_every_style_cites_the_page_under_its_own_address(page, app_url):
    visits.open_page(page, f"{app_url}/countries?country=LAO&date=2019-05-01")
    page.get_by_role("button", name="Cite").click()
    box = page.locator("[data-testid=stPopoverBody]")
    text = box.locator("code")
    text.wait_for(timeout=visits.PATIENCE_MS)
    address = urlsplit(page.url)
    told = []
    for style in STYLES:
        before = text.inner_text() if told else ""
        box.get_by_role("radio", name=style, exact=True).click()
        expect(text).not_to_have_text(before, timeout=visits.PATIENCE_MS)
        words = text.inner_text().replace("\\", "")
        assert address.path in words, style
        assert all(part in words for part in address.query.split("&")), style
        told.append(words)
    assert len(set(told)) == len(STYLES)
