"""The map's own files packed into one text, for a page that carries them all inside itself."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Final

from dashboard import assets
from dashboard.assets import ROOT
from dashboard.maps.joined_modules import in_order
from dashboard.spoken import HANGUL, script

MAP: Final = "map_file.js"
STORY: Final = "story_file.js"
_OTHERS: Final = (
    "leaflet/leaflet.css",
    "leaflet/LICENSE",
    "map.css",
    "basemap/overview.json",
    "basemap/names.json",
    "basemap/detail.json",
    "basemap/relief-asia.webp",
    "basemap/relief-asia-far.webp",
    "basemap/relief-world.webp",
    "basemap/shallows.webp",
)
# The app's pages have theirs from Streamlit, a file that leaves has those of the sheets for print.
_LETTERS: Final = (
    "sans-regular.ttf",
    "sans-semibold.ttf",
    "sans-bold.ttf",
    "sans-italic.ttf",
    "sans-licence.txt",
)
_LETTERS_FOLDER: Final = ROOT / "geodata/data/fonts"
_KOREAN: Final = (
    "basemap/korean-regular.woff2",
    "basemap/korean-bold.woff2",
    "basemap/korean-licence.txt",
)


@dataclass(frozen=True, kw_only=True)
class PackedFiles:
    """Files one after another, deflated (zlib format) and coded in base64.

    ``listing`` gives name, media type and length in bytes of each, in the order of the bytes. A
    module comes after every module that it imports.
    """

    listing: tuple[tuple[str, str, int], ...]
    text: str


@cache
def packed_files(lang: str, start: str = MAP) -> PackedFiles:
    """Return all files that a page needs that starts with the module ``start``, packed once.

    Parameters
    ----------
    lang
        The language of the page: Korean letters come with one that is written in them.
    start
        `MAP` or `STORY`.
    """
    sheets = ("story.css",) if start == STORY else ()
    names = [*modules(start), *_OTHERS, *sheets, *(_KOREAN if script(lang) == HANGUL else ())]
    found = assets.bundle().files
    files = [(name, found[name].media_type.partition(";")[0], found[name].body) for name in names]
    files += [_letters(name) for name in _LETTERS]
    whole = b"".join(body for _name, _type, body in files)
    return PackedFiles(
        listing=tuple((name, media_type, len(body)) for name, media_type, body in files),
        text=base64.b64encode(zlib.compress(whole, level=9)).decode("ascii"),
    )


def _letters(name: str) -> tuple[str, str, bytes]:
    """Return a file of the letters for print: its name, media type and bytes."""
    media_type = "font/ttf" if name.endswith(".ttf") else "text/plain"
    return f"fonts/{name}", media_type, (_LETTERS_FOLDER / name).read_bytes()


def modules(start: str = MAP) -> list[str]:
    """Return the names of the modules that ``start`` needs and its own, what is imported first."""
    files = assets.bundle().files
    sources = {name: files[name].body.decode() for name in files if name.endswith(".js")}
    return in_order(start, sources)
