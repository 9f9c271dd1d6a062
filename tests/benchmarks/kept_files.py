"""The scripts and styles that folium asks content networks for, kept locally for the benchmark.

They are folium's own list, name by name, from the packages they are published in, put into a
temporary folder. Two styles that belong to no package in the registry and draw nothing on this
map (glyphicons of Bootstrap 3, a rotation of marker icons) are left out: the naive app is spared
two requests.
"""

from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from geodata.build.packages import Package, fetch

PACKAGES = {
    "leaflet": Package(registry="npm", name="leaflet", version="1.9.3"),
    "jquery": Package(registry="npm", name="jquery", version="3.7.1"),
    "bootstrap": Package(registry="npm", name="bootstrap", version="5.2.2"),
    "awesome": Package(registry="npm", name="@fortawesome/fontawesome-free", version="6.2.0"),
    "markers": Package(registry="npm", name="leaflet.awesome-markers", version="2.0.5"),
}
SCRIPTS = {
    "leaflet": "leaflet/dist/leaflet.js",
    "jquery": "jquery/dist/jquery.min.js",
    "bootstrap": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "awesome_markers": "markers/dist/leaflet.awesome-markers.js",
}
STYLES = {
    "leaflet_css": "leaflet/dist/leaflet.css",
    "bootstrap_css": "bootstrap/dist/css/bootstrap.min.css",
    "awesome_markers_font_css": "awesome/css/all.min.css",
    "awesome_markers_css": "markers/dist/leaflet.awesome-markers.css",
}


def gather(folder: Path) -> Path:
    """Fill ``folder`` with the packages, each under its short name, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, package in PACKAGES.items():
        # A scoped name holds a slash: its folder stands in another one.
        package.folder.parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(fetch(package), target_is_directory=True)
    return folder


def scripts(prefix: str) -> list[tuple[str, str]]:
    """Return folium's ``default_js`` with local addresses."""
    return [(name, f"/{prefix}/{path}") for name, path in SCRIPTS.items()]


def styles(prefix: str) -> list[tuple[str, str]]:
    """Return folium's ``default_css`` with local addresses."""
    return [(name, f"/{prefix}/{path}") for name, path in STYLES.items()]


class KeptForGood(StaticFiles):
    """Static files that browsers keep without asking again, as the atlas's own."""

    def __init__(self, *, directory: str) -> None:
        super().__init__(directory=directory, follow_symlink=True)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer, and let the browser keep the answer."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer
