"""What the server starts with: its own route, the headers of every answer, who reaches it."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import address_guard, assets, doors, file_doors, login
from dashboard.asset_route import asset_route
from dashboard.browser_policy import BrowserPolicy, content_security_policy
from dashboard.early_start import early_routes, view_url
from dashboard.first_page import first_page
from dashboard.panels.fault import show_fault

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_STATIC: Final = Path(st.__file__).parent / "static"
_STYLE: Final = Path(__file__).parent / "style.css"
# Streamlit's part that mounts a component; its name holds a checksum.
_MOUNTS_COMPONENTS: Final = "static/js/BidiComponent.*.js"

# What the first view of the map fetches, besides what its worker does.
_FIRST_VIEW: Final = ("early.js", "map.js", "map.css", "leaflet/leaflet.css", "basemap/names.json")
_HINTS: Final = {
    "": "rel=preload; as=fetch; crossorigin",
    ".css": "rel=preload; as=fetch; crossorigin",
    ".js": "rel=modulepreload",
    ".json": "rel=preload; as=fetch; crossorigin",
    ".webp": "rel=preload; as=fetch; crossorigin",
}


def is_starting() -> bool:
    """Return whether ``app.py`` is being imported by the server, not run for a session."""
    return get_script_run_ctx(suppress_warning=True) is None


def options() -> dict[str, Any]:
    """Return what ``st.App`` is made with.

    Exits with one line if the server would be open to other machines without a login.
    """
    address_guard.ask_nobody_for_our_address()
    try:
        address_guard.refuse_exposure(config.get_option("server.address"), login=login.is_set_up())
    except address_guard.ExposedError as error:
        sys.exit(str(error))
    index_page = (_STATIC / "index.html").read_text("utf-8")
    page = first_page(
        index_page,
        early=assets.bundle_url("early.js"),
        late=[f"./static/js/{file.name}" for file in sorted(_STATIC.glob(_MOUNTS_COMPONENTS))],
        style=_STYLE.read_text("utf-8"),
    )
    policy = content_security_policy(index_page)
    return {
        "routes": [*early_routes(page), asset_route()],
        "middleware": [Middleware(BrowserPolicy, policy=policy, hints=load_hints)],
        "on_script_error": show_fault,
        "lifespan": reading_ahead,
    }


@asynccontextmanager
async def reading_ahead(_app: st.App) -> AsyncIterator[None]:
    """Read the data beside the start of the server, so that the first visitor seldom waits."""
    threading.Thread(target=_read_ahead, name="reading ahead", daemon=True).start()
    yield


def _read_ahead() -> None:
    """Read what every session shares, and take it out of what is searched for garbage.

    Streamlit searches all objects after each run of a session, 0.2 s with the data among them,
    and no session is answered meanwhile. What is read here stays as long as the server.
    """
    doors.warm()
    file_doors.warm()
    gc.collect()
    gc.freeze()


def load_hints(query: str) -> str:
    """Return the ``Link`` header that lets the map's files load beside Streamlit's own.

    Without it the browser learns of the map only when Streamlit has started, run the script and
    mounted the component. The view of the page's own query is the first of them; the network is
    among them from when the data have been read.
    """
    files = [assets.bundle_url(name) for name in _FIRST_VIEW]
    hinted = filter(None, [view_url(query), doors.network_url_if_known(), *files])
    return ", ".join(f"<{url}>; {_HINTS[Path(urlsplit(url).path).suffix]}" for url in hinted)
