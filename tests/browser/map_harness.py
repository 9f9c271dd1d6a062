"""A page that holds the map alone: static files on loopback, under the app's own policy."""

import json
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "dashboard/maps/assets"
BASEMAP = ROOT / "geodata/data/basemap"
PAGES = Path(__file__).with_name("harness")
POLICY = (
    "default-src 'self'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'"
)


class Handler(SimpleHTTPRequestHandler):
    """Serves the map's files as the app does, and the network it was given."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".woff2": "font/woff2",
        ".webp": "image/webp",
    }

    def __init__(self, *arguments, payloads, **named):
        self.payloads = payloads
        super().__init__(*arguments, **named)

    def translate_path(self, path):
        name = path.split("?")[0].lstrip("/")
        for prefix, folder in (("assets/basemap/", BASEMAP), ("assets/", ASSETS)):
            if name.startswith(prefix):
                return str(folder / name.removeprefix(prefix))
        return str(PAGES / (name or "page.html"))

    def do_GET(self):
        body = self.payloads.get(self.path)
        if body is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


def served(network):
    """Start serving; returns the server, whose ``shutdown`` ends it."""
    payloads = {"/network.json": json.dumps(network, ensure_ascii=False).encode()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, payloads=payloads))
    Thread(target=server.serve_forever, daemon=True).start()
    return server
