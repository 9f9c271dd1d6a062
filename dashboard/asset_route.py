"""The app's own route: files and payloads below ``/atlas/``, kept by browsers for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.responses import Response
from starlette.routing import Route

from dashboard import assets

if TYPE_CHECKING:
    from starlette.requests import Request

KEPT_FOR_GOOD: Final = "public, max-age=31536000, immutable"


def asset_route() -> Route:
    """Return the route that answers ``GET`` and ``HEAD`` below ``/atlas/``."""
    return Route(f"{assets.PREFIX}/{{path:path}}", _answer, methods=["GET"])


async def _answer(request: Request) -> Response:
    asset = assets.find(request.path_params["path"])
    if asset is None:
        return Response("No such file.", 404, {"Cache-Control": "no-store"}, "text/plain")
    headers = {
        "Cache-Control": KEPT_FOR_GOOD,
        "ETag": f'"{asset.sha256[:32]}"',
        "Vary": "Accept-Encoding",
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if asset.packed is not None and _takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(
            asset.packed,
            headers=headers | {"Content-Encoding": "gzip"},
            media_type=asset.media_type,
        )
    return Response(asset.body, headers=headers, media_type=asset.media_type)


def _takes_gzip(accepted: str) -> bool:
    offers = [offer.replace(" ", "").lower() for offer in accepted.split(",")]
    return any(
        offer == "gzip" or (offer.startswith("gzip;") and offer != "gzip;q=0") for offer in offers
    )
