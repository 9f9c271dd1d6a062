"""A chart as a picture that stands alone: title, unit, notes, date, sources and licence around it.

Drawn on this machine, from a document that holds its data, in letters that come with the app: no
address is asked for anything, and the same table gives the same bytes.
"""

from __future__ import annotations

import base64
import textwrap
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.paper import FONT
from dashboard.palette import PAPER, PAPER_INK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

_DATA: Final = Path(__file__).parents[2] / "geodata/data"
_FACES: Final = {400: "korean-regular.woff2", 700: "korean-bold.woff2"}
_FALLBACK: Final = f"{FONT}, Noto Sans KR, Malgun Gothic, sans-serif"
_VEGA_LITE: Final = "6.4"
_MARGIN_PX, _TITLE_PX, _LINE_PX = 24, 20, 17
_TEXT_PX: Final = 12
_HANGUL_FROM: Final = "\uac00"
_SCALE: Final = 2.0  # of PNG: dots per CSS pixel


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words around a chart: a title, what it counts, and lines below it."""

    title: str
    counts: str
    notes: tuple[str, ...]


def chart_svg(document: dict[str, Any], words: Words) -> bytes:
    """Return a chart as SVG with the two weights of its letters in it.

    Parameters
    ----------
    document
        As `dashboard.charts.paper.on_paper` makes it.
    words
        What stands around it; text, whatever it holds.
    """
    drawn = _drawn(document, words)
    return drawn.replace("<style/>", f"<style>{_faces()}</style>", 1).encode()


def chart_png(document: dict[str, Any], words: Words) -> bytes:
    """Return the same picture as PNG, two dots per CSS pixel, on white."""
    return bytes(_renderer().svg_to_png(_drawn(document, words), scale=_SCALE))


def chart_plot(document: Mapping[str, Any]) -> str:
    """Return the plot alone as SVG, without words around it and without letters in it."""
    return str(
        _renderer().vegalite_to_svg(dict(document), vl_version=_VEGA_LITE, allowed_base_urls=[])
    )


@cache
def _renderer() -> ModuleType:
    """Return the renderer, which starts a JavaScript engine: only a picture that is asked for."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(_DATA / "fonts"))
    return vl_convert


def _drawn(document: dict[str, Any], words: Words) -> str:
    """Return the picture as SVG whose style is still empty."""
    plot = chart_plot(document)
    head, _, rest = plot.partition(">")
    body = rest.removesuffix("</svg>")
    plot_width, plot_height = (_attribute(head, name) for name in ("width", "height"))
    width = plot_width + 2 * _MARGIN_PX
    letters = int(plot_width / (_TEXT_PX * 0.54))
    above = [*_wrapped(words.counts, letters)]
    below = [line for note in words.notes for line in _wrapped(note, letters)]
    top = _MARGIN_PX + _TITLE_PX + _LINE_PX * len(above) + _MARGIN_PX / 2
    bottom = top + plot_height + _MARGIN_PX
    height = bottom + _LINE_PX * len(below) + _MARGIN_PX / 2
    title = escape(words.title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'color="{PAPER_INK}" font-family="{_FALLBACK}" font-size="{_TEXT_PX}">'
        f"<title>{title}</title><style/>"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        f'<text x="{_MARGIN_PX}" y="{_MARGIN_PX + _TITLE_PX * 0.8:g}" font-size="{_TITLE_PX}" '
        f'font-weight="700" fill="{PAPER_INK}">{title}</text>'
        f"{_lines(above, _MARGIN_PX + _TITLE_PX + _LINE_PX)}"
        f'<g transform="translate({_MARGIN_PX},{top:g})">{body}</g>'
        f"{_lines(below, bottom)}</svg>"
    )


def _lines(lines: list[str], first_y: float) -> str:
    return "".join(
        f'<text x="{_MARGIN_PX}" y="{first_y + _LINE_PX * at:g}" fill="{PAPER_INK}">'
        f"{escape(text)}</text>"
        for at, text in enumerate(lines)
    )


def _wrapped(text: str, letters: int) -> list[str]:
    """Return lines of so many Latin letters; a Korean one takes the room of two."""
    wide = sum(letter >= _HANGUL_FROM for letter in text)
    share = wide / max(len(text), 1)
    return textwrap.wrap(text, width=max(20, int(letters / (1 + 0.85 * share))))


def _attribute(head: str, name: str) -> float:
    return float(head.split(f' {name}="', 1)[1].split('"', 1)[0])


@cache
def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"{FONT}";font-weight:{weight};src:url(data:font/woff2;base64,'
        f"{base64.b64encode((_DATA / 'basemap' / name).read_bytes()).decode()})"
        ' format("woff2")}'
        for weight, name in _FACES.items()
    )
