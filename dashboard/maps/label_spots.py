"""Where the names of places stand on a small still map: beside their point, clear of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NARROW, _WIDE = 6.4, 11.5  # px that a Latin and a Korean letter take, on average
_LINE = 15.0
_GAP = 7.0
_HANGUL: Final = range(0xAC00, 0xD7A4)


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A name and the left middle of its text, px."""

    name: str
    x: float
    y: float


def label_spots(
    points: Mapping[str, tuple[float, float]], *, width: float, height: float
) -> list[Spot]:
    """Return the names that fit on a picture without covering each other or another's point.

    ``points`` by name, px, the most wanted first. A name that fits nowhere is left out: the table
    below the map has them all.
    """
    taken = [(x - 4, y - 4, x + 4, y + 4) for x, y in points.values()]
    spots: list[Spot] = []
    for name, (x, y) in points.items():
        wide = text_width(name)
        for left, middle in _candidates(x, y, wide):
            box = (left, middle - _LINE / 2, left + wide, middle + _LINE / 2)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_overlap(box, other) for other in taken):
                spots.append(Spot(name=name, x=left, y=middle))
                taken.append(box)
                break
    return spots


def text_width(text: str) -> float:
    """Return about how wide a small label is, px."""
    return sum(_WIDE if ord(letter) in _HANGUL else _NARROW for letter in text)


def _candidates(x: float, y: float, wide: float) -> Iterable[tuple[float, float]]:
    """Yield the left middle of the text: right of the point, left, below, above."""
    yield x + _GAP, y
    yield x - _GAP - wide, y
    yield x - wide / 2, y + _LINE
    yield x - wide / 2, y - _LINE


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
