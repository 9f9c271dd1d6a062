"""The whole app with the network cut: server and browser in a network that has no way out.

On Linux, where this process may, both run in a network namespace with nothing but loopback.
Elsewhere the browser is left without names and with a dead proxy, and the server with dead
proxies; the name of the test says which of the two was done.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.browser import visits
from tests.browser.chromium import arguments

CUT = Path(__file__).with_name("cut_off.py")
DEAD = "http://127.0.0.1:9"
FAULT = "페이지를 그릴 수 없습니다"  # what a page says in Korean that could not be drawn
UNSHARE = ["unshare", "--net", "--", sys.executable, str(CUT)]


def may_cut() -> bool:
    """Return whether this process may make a network of its own and enter it again."""
    if not (shutil.which("unshare") and shutil.which("nsenter")):
        return False
    return subprocess.run([*UNSHARE, "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture(scope="module", params=["namespace" if may_cut() else "emulated"])
def cut_app_and_browser(request, start_app, playwright, chromium_path, tmp_path_factory):
    if request.param == "emulated":
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), DEAD)
        app = start_app(env=proxies | {"no_proxy": "", "NO_PROXY": ""})
        options = {"executable_path": chromium_path, "args": [*arguments(), *no_names()]}
    else:
        app = start_app(inside=UNSHARE)
        door = tmp_path_factory.mktemp("door") / "chromium"
        door.write_text(
            f'#!/bin/sh\nexec nsenter --net=/proc/{app.pid}/ns/net "{chromium_path}" "$@"\n'
        )
        door.chmod(0o755)
        options = {"executable_path": door, "args": arguments()}
    with playwright.chromium.launch(**options) as browser:
        yield app, browser


def no_names() -> list[str]:
    return [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        f"--proxy-server={DEAD}",
        "--proxy-bypass-list=localhost;127.0.0.1",
    ]


@pytest.fixture
def cut_page(cut_app_and_browser):
    app, browser = cut_app_and_browser
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    knock_until_it_answers(page, app)
    yield page, app
    page.close()


def knock_until_it_answers(page, app) -> None:
    for _ in range(180):
        if answers(page, app.url):
            return
        page.wait_for_timeout(500)
    pytest.fail(f"The app did not answer:\n{app.said()}")


def answers(page, url: str) -> bool:
    try:
        return page.goto(f"{url}/_stcore/health").status == 200
    except Error:
        return False


def test_the_map_is_drawn_without_a_network(cut_page):
    page, app = cut_page
    visits.open_page(page, app.url)
    visits.map_is_drawn(page)
    assert page.locator('[data-ready="true"]').evaluate("host => Number(host.dataset.paints)") > 0


def test_every_page_is_drawn_without_a_network_or_a_complaint(cut_page):
    page, app = cut_page
    failed, said = [], []
    page.on("requestfailed", lambda request: failed.append(f"{request.url} {request.failure}"))
    page.on("console", lambda message: said.append(visits.complaint(message)))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.emulate_media(color_scheme="dark")
    visits.open_page(page, f"{app.url}/?lang=ko")  # Korean brings letters of its own
    for address in visits.pages(page, query="lang=ko"):
        visits.open_page(page, address)
        text = page.locator('[data-testid="stMain"]').inner_text()
        assert len(text) > 100, address
        assert FAULT not in text, address
    # A page that is left while it still loads aborts its own requests; that is no lack of network.
    assert [line for line in failed if not line.endswith("net::ERR_ABORTED")] == []
    assert list(filter(None, said)) == []


def test_nothing_else_could_have_been_reached(cut_page):
    page, app = cut_page
    visits.open_page(page, app.url)
    reached = page.evaluate("fetch('https://192.0.2.1/').then(() => true, () => false)")
    assert not reached
