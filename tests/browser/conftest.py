"""The running app and the browser, once for all browser tests."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import map_harness, map_sample, visits
from tests.browser.chromium import NoBrowserError, arguments, chromium
from tests.browser.running_app import running_app

GUARD = Path(__file__).parent / "guard"


@pytest.fixture(scope="session")
def chromium_path():
    try:
        return chromium()
    except NoBrowserError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright, chromium_path):
    started = playwright.chromium.launch(executable_path=chromium_path, args=arguments())
    yield started
    started.close()


@pytest.fixture(scope="session")
def start_app(tmp_path_factory):
    """Return a function that starts an app of its own, such as ``start_app(env={…})``."""
    with ExitStack() as running:

        def start(**how):
            log = tmp_path_factory.mktemp("app") / "log.txt"
            return running.enter_context(running_app(log, **how))

        yield start


@pytest.fixture(scope="session")
def contacts(tmp_path_factory):
    """The file in which every other host stands that a process under ``guarded`` contacts."""
    log = tmp_path_factory.mktemp("watched") / "contacts.txt"
    log.touch()
    return log


@pytest.fixture(scope="session")
def guarded(contacts):
    """The variables under which a process writes down whom it contacts."""
    path = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))
    return {"PYTHONPATH": path, "CONTACTS_LOG": str(contacts)}


@pytest.fixture(scope="session")
def app(start_app, guarded):
    return start_app(env=guarded)


@pytest.fixture(scope="session")
def app_url(app):
    return app.url


WINDOW = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def new_page(browser):
    """Return a function that opens an empty page with options of a browser context."""
    with ExitStack() as opened:

        def open_one(**options):
            context = browser.new_context(**(WINDOW | options))
            opened.callback(context.close)
            return context.new_page()

        yield open_one


@pytest.fixture(scope="module")
def lasting_page(browser):
    """A page that all tests of a file share: to open one anew takes seconds."""
    context = browser.new_context(**WINDOW)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def asked(page):
    """Return the addresses that ``page`` asks for, growing as it does."""
    return visits.record(page)


@pytest.fixture
def foreign_requests(asked, app_url):
    """Return a function that lists what was asked of another host so far."""
    return lambda: visits.foreign(asked, app_url)


@pytest.fixture(scope="session")
def network():
    """The network of the map alone."""
    return map_sample.network()


@pytest.fixture(scope="session")
def address(network):
    """The address of a page with the map alone."""
    server = map_harness.served(network)
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    server.shutdown()
    server.server_close()
