"""Which parts of a map are taken, in small squares: labels keep clear of lines and of labels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from dashboard.paper.letters import Style, width_of
from dashboard.paper.svg import text

if TYPE_CHECKING:
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]
    Box = tuple[float, float, float, float]

CELL_PX: Final = 4
LINE, LABEL = 1, 2


@dataclass(frozen=True, kw_only=True)
class Label:
    """A text on the map: left end and middle height in px, how it is lettered, on which halo."""

    words: str
    x: float
    y: float
    style: Style
    color: str
    halo: str = ""
    wide: float = 3.0

    @property
    def svg(self) -> str:
        """The text as an SVG element."""
        return text(
            self.words,
            *(self.x, self.y, self.style),
            color=self.color,
            halo=self.halo,
            wide=self.wide,
        )


def box_of(words: str, x: float, y: float, style: Style) -> Box:
    """Return left, top, right, bottom of a text with its left end and middle height at a point."""
    return (x - 2, y - style.size / 2 - 1, x + width_of(words, style) + 2, y + style.size / 2 + 1)


class Room:
    """The squares of a map of so many px; a line weighs less than a label, which none may cross."""

    def __init__(self, width: float, height: float) -> None:
        """Begin with all of it free."""
        self.size = (width, height)
        shape = (math.ceil(height / CELL_PX), math.ceil(width / CELL_PX))
        self._taken = np.zeros(shape, dtype=np.uint8)

    def add_line(self, line: Points) -> None:
        """Take the squares along a line."""
        even = shapely.segmentize(shapely.linestrings(line), CELL_PX / 2)
        columns, rows = np.floor(shapely.get_coordinates(even) / CELL_PX).astype(int).T
        tall, wide = self._taken.shape
        there = (columns >= 0) & (rows >= 0) & (columns < wide) & (rows < tall)
        at = (rows[there], columns[there])
        self._taken[at] = np.maximum(self._taken[at], LINE)

    def add_box(self, box: Box) -> None:
        """Take the squares under a box for a label."""
        self._under(box)[...] = LABEL

    def is_free(self, box: Box, weight: int = LINE) -> bool:
        """Return whether a box lies on the map and on nothing that weighs so much."""
        return self._holds(box) and not (self._under(box) >= weight).any()

    def cost(self, box: Box) -> float:
        """Return how many squares of lines a box covers; infinity where a label cannot be."""
        under = self._under(box)
        if not self._holds(box) or (under >= LABEL).any():
            return math.inf
        return float((under == LINE).sum())

    def _holds(self, box: Box) -> bool:
        left, top, right, bottom = box
        return left >= 0 and top >= 0 and right <= self.size[0] and bottom <= self.size[1]

    def _under(self, box: Box) -> npt.NDArray[np.uint8]:
        left, top, right, bottom = (max(0, math.floor(side / CELL_PX)) for side in box)
        return self._taken[top : bottom + 1, left : right + 1]
