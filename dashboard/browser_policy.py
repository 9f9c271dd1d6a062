"""What a browser is told that this page may do: the headers on every answer.

Nothing is loaded from, sent to or framed by another host; no text is evaluated as script. The
one inline script of Streamlit's own page is allowed by its checksum, read from the installed
page, so that an upgrade of Streamlit needs no change here. ``blob:`` is how Streamlit loads the
hinge of a component. Inline styles are needed by Streamlit's styling and cannot call out, because
images and fonts are held to this host as well.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEADERS: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "X-DNS-Prefetch-Control": "off",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
    ),
}


def content_security_policy(index_page: str) -> str:
    """Return the Content-Security-Policy under which ``index_page`` works and nothing more."""
    checksums = " ".join(
        f"'sha256-{_checksum(text)}'" for text in _INLINE_SCRIPT.findall(index_page)
    )
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {checksums}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-ancestors": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class BrowserPolicy:
    """Middleware that sets the headers on every answer, and load hints on the first page.

    The hints go with the address ``/`` alone, where the map is: a page that does not use what it
    was told to load early has loaded it for nothing.
    """

    def __init__(self, app: ASGIApp, *, policy: str, hints: Callable[[str], str]) -> None:
        self._app = app
        self._headers = _HEADERS | {"Content-Security-Policy": policy}
        self._hints = hints

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _add(self, headers: MutableHeaders, scope: Scope) -> None:
        headers.update(self._headers)
        if scope["path"] == "/":
            headers["Link"] = self._hints(scope["query_string"].decode("latin-1"))


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
