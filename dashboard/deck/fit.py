"""How large letters may be so that words fit their place: an estimate that errs to the small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.deck.wide_letters import line_of, lines, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MM_POINT: Final = 25.4 / 72
_WIDEST_TO_NARROW: Final = 1.25  # DejaVu Sans beside Arial, as large
GAP_POINTS: Final = 6  # above each paragraph, as the master has it


def height_mm(
    texts: Iterable[str],
    size: float,
    wide_mm: float,
    *,
    bold: bool = False,
    is_narrow: bool = False,
) -> float:
    """Return how high paragraphs of a size in points get in a place so wide, at most.

    ``is_narrow`` asks for what they take in narrow letters: what they have where Arial is there.
    """
    ems = wide_mm / _MM_POINT / size * (_WIDEST_TO_NARROW if is_narrow else 1)
    whole = [lines(text, ems, bold=bold) * line_of(text) * size for text in texts]
    return (sum(whole) + GAP_POINTS * max(0, len(whole) - 1)) * _MM_POINT


def one_line_mm(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text of a size in points gets in one line, at most."""
    return width_of(text, bold=bold) * size * _MM_POINT


def is_steady(text: str, size: float, wide_mm: float, *, bold: bool = False) -> bool:
    """Return whether a text takes as many lines in the widest letters as in narrow ones."""
    ems = wide_mm / _MM_POINT / size
    return lines(text, ems, bold=bold) == lines(text, ems * _WIDEST_TO_NARROW, bold=bold)


def fitting(
    texts: Sequence[str],
    sizes: Iterable[float],
    box: tuple[float, float],
    *,
    bold: bool = False,
) -> float:
    """Return the largest of some sizes at which paragraphs fit a box in mm; else the last."""
    size = 0.0
    for size in sizes:
        if height_mm(texts, size, box[0], bold=bold) <= box[1]:
            break
    return size
