"""One person's data never show in another's session, and are gone with their own."""

import pytest
from playwright.sync_api import expect

MARKER = "kestrel-quartz-note"


@pytest.fixture(scope="module")
def url(start_app, root):
    # A session that nobody is connected to is dropped at once, so that its end can be seen.
    flags = ["--server.disconnectedSessionTTL=0"]
    script = "tests/browser/harness/desk.py"
    return start_app(script=script, flags=flags, env={"PYTHONPATH": str(root)}).url


def test_two_sessions_see_nothing_of_each_other_and_the_end_of_one_is_the_end_of_its_data(
    browser, url
):
    one, other = browser.new_context(), browser.new_context()
    first, second = one.new_page(), other.new_page()
    for page in (first, second):
        page.goto(url)
        expect(page.get_by_text("Notes: .")).to_be_visible(timeout=30_000)
    first.get_by_label("Note").fill(MARKER)
    first.get_by_label("Note").press("Enter")
    first.get_by_role("button", name="Add").click()
    expect(first.get_by_text(f"Notes: {MARKER}.")).to_be_visible()
    second.reload()
    expect(second.get_by_text("Notes: .")).to_be_visible()
    expect(second.get_by_text("In memory: 1.")).to_be_visible()
    assert MARKER not in second.content()
    one.close()
    gone = second.get_by_text("In memory: 0.")
    for _ in range(20):
        second.reload()
        second.get_by_text("In memory:").wait_for()
        if gone.is_visible():
            break
    assert gone.is_visible()
    other.close()
