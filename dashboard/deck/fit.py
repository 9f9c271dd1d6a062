"""How large letters may be so that words fit their place: an estimate that errs to the small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.paper.letters import Style, wrapped, writable
from dashboard.spoken import HANGUL, script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MM_POINT: Final = 25.4 / 72
_LINE: Final = 1.2  # of the size, from line to line
_GAP: Final = 0.5  # of a line, between paragraphs
# Arial, and Malgun Gothic, are so much wider than the letters that are measured.
_WIDER: Final = 1.1
_WIDER_BY_SCRIPT: Final = {HANGUL: 1.08}


def lines(text: str, size: float, wide_mm: float, *, lang: str, bold: bool = False) -> int:
    """Return how many lines a text takes at a size in points, in a place so wide."""
    room = wide_mm / _MM_POINT / _WIDER_BY_SCRIPT.get(script(lang), _WIDER)
    style = Style(size=size, weight=700 if bold else 400)
    return len(wrapped(writable(text), style, room))


def height_mm(
    texts: Iterable[str], size: float, wide_mm: float, *, lang: str, bold: bool = False
) -> float:
    """Return how high paragraphs are; between two of them stands half a line."""
    counts = [lines(text, size, wide_mm, lang=lang, bold=bold) for text in texts]
    part = sum(counts) + _GAP * max(0, len(counts) - 1)
    return part * size * _LINE * _MM_POINT


def fitting(
    texts: Sequence[str],
    sizes: Iterable[float],
    box: tuple[float, float],
    *,
    lang: str,
    bold: bool = False,
) -> float:
    """Return the largest of some sizes at which paragraphs fit a box in mm; else the last."""
    size = 0.0
    for size in sizes:
        if height_mm(texts, size, box[0], lang=lang, bold=bold) <= box[1]:
            break
    return size
