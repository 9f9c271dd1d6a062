"""The pictures of a deck: the map of a step and its legend as PNG of 300 dots to the inch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import map_drawing
from dashboard.paper.slides import extent
from dashboard.paper.typeset import drawing_png

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Briefing, Step
    from dashboard.paper.drawing import Drawing

_PX_MM: Final = 0.24


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture and its size in mm."""

    body: bytes
    wide: float
    high: float


def map_picture(briefing: Briefing, step: Step, size_mm: tuple[float, float]) -> Picture:
    """Return the map of a step in a size, in the language of the run."""
    wide, high = (side / _PX_MM for side in size_mm)
    drawn, _frame = map_drawing(
        briefing.of_step(step), (wide, high), legs=step.leg_ids, extent=extent(step)
    )
    return _picture(drawn, _PX_MM)


def legend_picture(briefing: Briefing, step: Step, size_mm: tuple[float, float]) -> Picture:
    """Return the legend of a step's map, as large as it goes in a size."""
    publication = briefing.of_step(step)
    for px_mm in _LEGEND_PX_MM:
        drawn = legend_drawing(publication, size_mm[0] / px_mm)
        if drawn.height * px_mm <= size_mm[1]:
            break
    return _picture(drawn, px_mm)


_LEGEND_PX_MM: Final = (0.3, 0.28, 0.26, 0.24, 0.22, 0.2)


def _picture(drawn: Drawing, px_mm: float) -> Picture:
    wide, high = drawn.width * px_mm, drawn.height * px_mm
    return Picture(body=drawing_png(drawn.svg, (wide, high)), wide=wide, high=high)
