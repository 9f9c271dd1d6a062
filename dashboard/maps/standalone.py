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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import folium

from dashboard.exports.about import citation
from dashboard.language import N_, _, speaking
from dashboard.maps.network import network_payload
from dashboard.maps.packed_files import MAP, STORY, packed_files
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.publication.publication import Publication

_FOLDER: Final = Path(__file__).parent / "page"
_HEAD, _BODY, _SCRIPT = "ATLAS-HEAD", "ATLAS-BODY", "ATLAS-SCRIPT"
_NO_SCRIPT, _BELOW = "ATLAS-NO-SCRIPT", "ATLAS-BELOW"
_PLACES: Final = re.compile(f"{_HEAD}|{_BODY}|{_NO_SCRIPT}|{_BELOW}")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# JSON inside a page: nothing in it may end the element or, read as script, the line.
_ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_STYLES: Final = {MAP: ("standalone.css",), STORY: ("standalone.css", "story.css")}
_WORDS: Final = {
    "about": N_("About this map"),
    "licences": N_("Licences of what is inside this file"),
    "failed": N_(
        "The map could not be drawn. It needs a browser of 2023 or newer: Chrome or Edge 105, "
        "Firefox 113, Safari 16.4. The notes below hold without it."
    ),
}


def standalone_map(publication: Publication) -> bytes:
    """Return one self-contained HTML file, UTF-8, the same bytes for the same publication.

    The map in it is the one on the screen: same modules, same basemap, Korean letters where the
    language is Korean, with the published legs alone. Lines are those of the publication, on the
    grid of its class; air links carry no line at all. What stands below the map are the notes of
    the publication's picture: dates, sources, licence, what is missing.
    """
    picture = publication.picture
    if picture is None:
        raise AtlasError("Found a publication without a picture, expected that of a view.")
    with speaking(publication.about.lang):
        no_script = _("This map is drawn by the script inside this file. Allow scripts to see it.")
    told = Told(
        title=picture.title,
        notes=picture.notes,
        shown={"view": picture.view},
        without_script=f"<p>{html.escape(no_script)}</p>",
    )
    return standalone_page(publication, told)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a page says and shows.

    ``title`` and ``notes`` are the heading and the lines below; text, whatever they hold. ``shown``
    are JSON values for the module that starts, `dashboard.maps.packed_files.MAP` or ``STORY``.
    ``without_script`` is HTML that stands in its place where scripts do not run, ``below`` HTML
    that stands under the notes.
    """

    title: str
    notes: tuple[str, ...]
    shown: Mapping[str, Any]
    without_script: str
    below: str = ""
    start: str = MAP


def standalone_page(publication: Publication, told: Told) -> bytes:
    """Return a self-contained page; the network in it is drawn from the publication alone."""
    lang = publication.about.lang
    with speaking(lang):
        words = {name: _(text) for name, text in _WORDS.items()}
        drawn = _("Drawn with Leaflet (BSD 2-Clause).")
    files = packed_files(lang, told.start)
    data = {
        "title": told.title,
        "notes": [*told.notes, drawn, citation(publication.about)],
        "words": words,
        "start": told.start,
        **told.shown,
        "network": json.loads(network_of(publication)),
        "files": files.listing,
    }
    places = {_NO_SCRIPT: told.without_script, _BELOW: told.below}
    body = (
        f"{_filled(_part('standalone.html'), places)}"
        f'<script type="application/json" id="atlas-data">{_json(data)}</script>\n'
        f'<script type="text/plain" id="atlas-files">{files.text}</script>'
    )
    return _page(lang, told.title, body, _STYLES[told.start]).encode()


def network_of(publication: Publication) -> bytes:
    """Return the network of a publication as the map reads it: legs in the order of its rows."""
    waypoints, legs, corridors = (
        publication.keyed(name) for name in ("waypoints", "legs", "corridors")
    )
    return network_payload(waypoints, legs, corridors, publication.lines)


def _page(lang: str, title: str, body: str, styles: Sequence[str]) -> str:
    """Return the page with everything in its place."""
    frame = _frame().replace("<html>", f'<html lang="{lang}">', 1)
    frame = frame.replace(_SCRIPT, _part("standalone.js"))
    script = _INLINE_SCRIPT.findall(frame)[-1]
    style = "\n" + "".join(_part(name) for name in styles)
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        f"<style>{style}</style>"
    )
    return _filled(frame, {_HEAD: head, _BODY: body})


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """Return a text with its places filled; what is put in is not searched again."""
    return _PLACES.sub(lambda place: parts[place[0]], text)


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


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
