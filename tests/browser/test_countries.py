"""From the table of countries to a profile with the keyboard alone; names stay in view."""


def test_the_keyboard_leads_from_the_table_to_a_profile(page, app_url):
    page.goto(f"{app_url}/countries")
    grid = page.get_by_test_id("data-grid-canvas")
    grid.wait_for(timeout=90_000)
    grid.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    link = page.get_by_text("Open the profile of")
    link.wait_for()
    country = link.inner_text().removeprefix("Open the profile of ")
    page.get_by_test_id("stPageLink").get_by_role("link").press("Enter")
    page.get_by_role("heading", name=country, level=1).wait_for()
    assert "profile=" in page.url or country == "China"


def test_names_and_labels_stay_in_view_where_the_comparison_is_scrolled(new_page, app_url):
    wide, narrow = new_page(), new_page(viewport={"width": 390, "height": 844})
    for page in (wide, narrow):
        page.goto(f"{app_url}/side_by_side")
        page.locator(".atlas-side").wait_for(timeout=90_000)
    wide.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 900)")
    assert wide.get_by_role("columnheader", name="China").bounding_box()["y"] >= 0
    narrow.locator(".atlas-side").evaluate("table => table.scrollTo(200, 0)")
    label = narrow.get_by_role("rowheader", name="Legal Status", exact=True)
    assert label.bounding_box()["x"] >= 0
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 390
