"""The routes of the map's head start: the first page, and what the map of its address shows."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard import address, assets, doors, login
from dashboard.filters import shown_legs
from dashboard.language import speaking
from dashboard.map_data import map_data
from intake.errors import AtlasError

if TYPE_CHECKING:
    from starlette.requests import Request

VIEW: Final = f"{assets.PREFIX}/view"
_PLAIN: Final = re.compile(r"[\w.~%&=+-]{0,2000}", re.ASCII)


def early_routes(page: str) -> list[Route]:
    """Return the routes that answer ``/`` with ``page``, and ``/atlas/view`` with its view.

    ``/map`` leads there too: the page Map is Streamlit's first, which has no other address.
    """
    return [
        Route("/", partial(_first_page, page), methods=["GET"]),
        Route("/map", _to_first_page, methods=["GET"]),
        Route(VIEW, _view, methods=["GET"]),
    ]


def view_url(query: str) -> str | None:
    """Return the address of the view that a page with this query shows.

    None where the query holds a sign that could end the address in a header.
    """
    if not _PLAIN.fullmatch(query):
        return None
    return f"{VIEW}?{query}" if query else VIEW


async def _first_page(page: str, _request: Request) -> Response:
    return Response(page, headers={"Cache-Control": "no-cache"}, media_type="text/html")


async def _to_first_page(request: Request) -> Response:
    query = request.url.query
    return RedirectResponse(f"/?{query}" if query else "/")


def _view(request: Request) -> Response:
    """Answer in a thread: figures that are in no cache yet take a while."""
    body = _view_or_none(request.url.query)
    if body is None:
        return Response("No view.", 404, {"Cache-Control": "no-store"}, "text/plain")
    return Response(body, headers={"Cache-Control": "no-store"}, media_type="application/json")


def _view_or_none(query: str) -> bytes | None:
    """Return the view as JSON; None where visitors have to log in, or the data are damaged."""
    if login.is_set_up():
        return None
    try:
        atlas = doors.atlas()
    except AtlasError:
        return None
    settings, _ = address.from_params(parse_qs(query), atlas.choices)
    readings = doors.readings(settings.recipe, settings.date)
    with speaking(settings.lang):
        data = map_data(atlas, settings, shown_legs(atlas, readings, settings))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
