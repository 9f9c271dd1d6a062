"""The map's head start: the first page that a browser gets, and what the map shows there.

The page is Streamlit's own with one script more, which makes the map while Streamlit starts.
"""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

import streamlit as st
from starlette.responses import Response
from starlette.routing import Route

from dashboard import address, assets, doors, login
from dashboard.filters import shown_legs
from dashboard.language import speaking
from dashboard.map_data import map_data, view_of
from intake.errors import AtlasError

if TYPE_CHECKING:
    from starlette.requests import Request

VIEW: Final = f"{assets.PREFIX}/view"
_STYLE: Final = Path(__file__).parent / "style.css"
_ASKED_ANEW: Final = {"Cache-Control": "no-cache"}
_OWN_SCRIPT: Final = re.compile(r'<script type="module"[^>]*></script>')
_PLAIN: Final = re.compile(r"[\w.~%&=+-]{0,2000}", re.ASCII)


def _component_chunks() -> list[str]:
    return sorted(file.name for file in (Path(st.__file__).parent / "static/static/js").glob("BidiComponent.*.js"))


def routes(index_page: str) -> list[Route]:
    """Return the routes of the first page, made from Streamlit's, and of the view it shows."""
    page = _first(index_page)
    return [
        Route("/", partial(_first_page, page), methods=["GET"]),
        Route(VIEW, _view, methods=["GET"]),
    ]


def _first(index_page: str) -> str:
    """Return Streamlit's page with the map's script before its own, and a component's after it."""
    early = _script(assets.bundle_url("early.js"))
    late = "".join(_script(f"./static/js/{name}") for name in _component_chunks())
    page = _OWN_SCRIPT.sub(lambda own: f"{early}{own[0]}{late}", index_page, count=1)
    return page.replace("</body>", f"<style>{_STYLE.read_text('utf-8')}</style></body>")


def _script(address: str) -> str:
    return f'<script type="module" crossorigin src="{address}"></script>'


def view_url(query: str) -> str | None:
    """Return the address of the view that a page with this query asks for.

    None where the query holds a sign that could end the address in a header.
    """
    if not _PLAIN.fullmatch(query):
        return None
    return f"{VIEW}?{query}" if query else VIEW


async def _first_page(page: str, _request: Request) -> Response:
    return Response(page, headers=_ASKED_ANEW, media_type="text/html")


def _view(request: Request) -> Response:
    """Answer in a thread: what is not in a cache yet takes a while."""
    body = _view_or_none(request.url.query)
    if body is None:
        return Response("No view.", 404, {"Cache-Control": "no-store"}, "text/plain")
    return Response(body, headers={"Cache-Control": "no-store"}, media_type="application/json")


def _view_or_none(query: str) -> bytes | None:
    """Return the view as JSON; None where visitors have to log in first, or the data are damaged."""
    if login.is_set_up():
        return None
    try:
        atlas = doors.atlas()
    except AtlasError:
        return None
    settings, _ = address.from_params(parse_qs(query), atlas.choices)
    with speaking(settings.lang):
        shown = shown_legs(atlas, doors.readings(settings.recipe, settings.date), settings)
        data = map_data(settings, view_of(atlas, settings, shown))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
