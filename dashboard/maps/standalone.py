"""One HTML file with the interactive map in it: it opens from disk and asks nobody for anything.

folium makes the page from constants. It compiles the text that it is given as templates, so no
text from data ever passes through it: the data are put in afterwards, as one JSON value that the
page's own script reads.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import folium

from dashboard.language import N_, _, current
from dashboard.maps.packed_files import packed_files
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FOLDER: Final = Path(__file__).parent / "page"
_HEAD, _BODY, _SCRIPT = "ATLAS-HEAD", "ATLAS-BODY", "ATLAS-SCRIPT"
_NO_SCRIPT: Final = "ATLAS-NO-SCRIPT"
_PLACES: Final = re.compile(f"{_HEAD}|{_BODY}")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# JSON inside a page: nothing in it may end the element or, read as script, the line.
_ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_PUBLIC_DECIMALS: Final = 1
_FLOAT_NOISE: Final = 1e-9
_WORDS: Final = {
    "about": N_("About this map"),
    "licences": N_("Licences of what is inside this file"),
    "failed": N_(
        "The map could not be drawn. It needs a browser of 2023 or newer: Chrome or Edge 105, "
        "Firefox 113, Safari 16.4. The notes below hold without it."
    ),
}


class PrecisionError(AtlasError):
    """A place that is given more precisely than a public file may give it."""


def standalone_map(
    view: Mapping[str, Any], network: bytes, *, title: str, notes: Sequence[str]
) -> bytes:
    """Return one self-contained HTML file, UTF-8, the same bytes for the same values.

    The map in it is the one on the screen: same modules, same basemap, Korean letters in a run
    that speaks Korean. Places have at most one decimal of a degree (about 11 km). The lines
    between them are geodesics that follow from these places, in hundredths of a degree: no line
    says more about a place than its ends do.

    Parameters
    ----------
    view
        What the map shows, as ``dashboard.maps.view.map_view`` makes it. The leg that is
        selected is left out: a file does not say what its maker looked at.
    network
        Waypoints, links and legs, as ``dashboard.maps.network.network_payload`` makes it.
    title
        Title of the page and heading over the map.
    notes
        What stands below the map, a line each: dates, sources, licence, what is missing.

    Raises
    ------
    PrecisionError
        If a waypoint has a coordinate finer than one decimal of a degree.
    """
    lang = current()
    drawn = json.loads(network)
    _check_precision(drawn["waypoints"])
    files = packed_files(lang)
    data = {
        "title": title,
        "notes": list(notes),
        "words": {name: _(text) for name, text in _WORDS.items()},
        "view": {**view, "selected": None},
        "network": drawn,
        "files": files.listing,
    }
    body = (
        f"{_part('standalone.html').replace(_NO_SCRIPT, _without_script())}"
        f'<script type="application/json" id="atlas-data">{_json(data)}</script>\n'
        f'<script type="text/plain" id="atlas-files">{files.text}</script>'
    )
    return _page(lang, body).encode()


def _without_script() -> str:
    return html.escape(
        _("This map is drawn by the script inside this file. Allow scripts to see it.")
    )


def _page(lang: str, body: str) -> str:
    """Return the page with everything in its place; what is put in is not searched again."""
    frame = _frame().replace("<html>", f'<html lang="{lang}">', 1)
    frame = frame.replace(_SCRIPT, _part("standalone.js"))
    script = _INLINE_SCRIPT.findall(frame)[-1]
    style = f"\n{_part('standalone.css')}"
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Corridor Atlas</title>\n"
        f"<style>{style}</style>"
    )
    parts = {_HEAD: head, _BODY: body}
    return _PLACES.sub(lambda place: parts[place[0]], frame)


def _frame() -> str:
    """Return folium's page, given constants only."""
    figure = folium.Figure()
    figure.header.add_child(folium.Element(_HEAD), name="head")
    figure.html.add_child(folium.Element(_BODY), name="body")
    figure.script.add_child(folium.Element(_SCRIPT), name="script")
    return str(figure.render())


def _policy(script: str, style: str) -> str:
    """Return a policy under which the page runs its own script and reaches nothing outside it.

    ``blob:`` is what the page itself holds in memory; the files unpack into it.
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"'sha256-{_checksum(script)}' blob:",
        "style-src": f"'sha256-{_checksum(style)}' blob:",
        "font-src": "blob:",
        "connect-src": "blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _check_precision(waypoints: Sequence[Mapping[str, Any]]) -> None:
    for waypoint in waypoints:
        for name in ("lon", "lat"):
            value = waypoint[name]
            if abs(value - round(value, _PUBLIC_DECIMALS)) > _FLOAT_NOISE:
                raise PrecisionError(
                    f"Waypoint {waypoint['id']}: found {name} {value}, expected at most one "
                    "decimal of a degree in a public file. Round the place to the stand-in of its "
                    "city or province."
                )


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
