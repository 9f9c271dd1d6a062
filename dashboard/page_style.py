"""How the page around the map looks, and the Korean letters that come with the app."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from dashboard import assets

_STYLES: Final = ("style.css", "compare.css", "country.css", "print.css")
# The weights that a face stands for, and its file: the same that the map draws with.
_FACES: Final = {
    "400": "basemap/korean-regular.woff2",
    "600 700": "basemap/korean-bold.woff2",
}
# A browser fetches a face when it meets the first of its letters, so English pages fetch none
# but what the choice of languages needs.
_HANGUL: Final = "U+AC00-D7A3"


@cache
def page_style() -> str:
    """Return the style of the page as one ``style`` element, font faces first."""
    faces = "\n".join(_face(weight, file) for weight, file in _FACES.items())
    folder = Path(__file__).parent
    styles = "\n".join((folder / name).read_text("utf-8") for name in _STYLES)
    return f"<style>\n{faces}\n{styles}</style>"


def _face(weight: str, file: str) -> str:
    return (
        f'@font-face {{ font-family: "Atlas Korean"; font-weight: {weight}; font-display: swap; '
        f'src: url("{assets.bundle_url(file)}") format("woff2"); unicode-range: {_HANGUL}; }}'
    )
