"""Walks through the app as a visitor does, and records whom the browser asked for anything."""

from urllib.parse import urlsplit

OF_THE_PAGE_ITSELF = ("about:", "blob:", "data:")
LINKS = '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]'
BUSY = '[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale="true"]'
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
    page.wait_for_selector(
        '[data-testid="stMain"] [data-testid="stElementContainer"]',
        state="attached",
        timeout=PATIENCE_MS,
    )
    settle(page)


def settle(page) -> None:
    """Wait until the script has run and every part that loads late is there.

    It asks again and again, because the page's policy forbids to evaluate a condition in it.
    """
    busy = page.locator(BUSY).locator("visible=true")
    for _ in range(PATIENCE_MS // 100):
        page.wait_for_load_state("networkidle")
        if busy.count() == 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"Still busy after {PATIENCE_MS} ms: {busy.all()}")


def map_is_drawn(page) -> None:
    """Wait until the map has painted its shapes."""
    page.wait_for_selector('[data-ready="1"]', state="attached", timeout=PATIENCE_MS)


def page_names(page) -> list[str]:
    """Return the address of every page that the navigation offers."""
    links = page.locator(LINKS)
    return list(
        dict.fromkeys(links.nth(number).get_attribute("href") for number in range(links.count()))
    )
