"""Walks through the app as a visitor does, and records whom the browser asked for anything."""

from urllib.parse import urlsplit, urlunsplit

OF_THE_PAGE_ITSELF = ("about:", "blob:", "data:")
LINKS = '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]'
STARTED = '[data-testid="stMain"] [data-testid="stElementContainer"]'
FINISHED = '[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
LOADING = '[data-testid="stSkeleton"], [data-stale="true"]'
PATIENCE_MS = 60_000


def record(page) -> list[str]:
    """Return a list that grows by every address that the page asks for, web sockets included."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    return asked


def foreign(asked: list[str], url: str) -> list[str]:
    """Return the addresses that are not the app's own."""
    own = urlsplit(url).netloc
    return [
        address
        for address in asked
        if not address.startswith(OF_THE_PAGE_ITSELF) and urlsplit(address).netloc != own
    ]


def open_page(page, url: str) -> None:
    """Open an address and wait until the app has drawn it."""
    page.goto(url)
    page.wait_for_selector(STARTED, state="attached", timeout=PATIENCE_MS)
    settle(page)


def settle(page) -> None:
    """Wait until the script has run and every part that loads late is there.

    It asks again and again, because the page's policy forbids to evaluate a condition in it.
    """
    loading = page.locator(LOADING).locator("visible=true")
    for _ in range(PATIENCE_MS // 100):
        page.wait_for_selector(FINISHED, state="attached", timeout=PATIENCE_MS)
        page.wait_for_load_state("networkidle")
        if page.locator(FINISHED).count() and not loading.count():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"Still loading after {PATIENCE_MS} ms: {page.url}")


def complaint(message) -> str:
    """Return what an error in the browser's console says, with its address.

    Streamlit looks for its server beside the page before it looks at the root: that 404 is its way.
    """
    address = message.location.get("url", "")
    own_way = "/_stcore/" in address and "404" in message.text
    return f"{message.text} {address}" if message.type == "error" and not own_way else ""


def map_is_drawn(page) -> None:
    """Wait until the map has painted its shapes."""
    page.wait_for_selector('[data-ready="true"]', state="attached", timeout=PATIENCE_MS)


def pages(page, *, query: str = "") -> list[str]:
    """Return the address of every page that the navigation offers, with a query if given."""
    links = page.locator(LINKS)
    found = [links.nth(number).evaluate("link => link.href") for number in range(links.count())]
    return [urlunsplit(urlsplit(address)._replace(query=query)) for address in dict.fromkeys(found)]
