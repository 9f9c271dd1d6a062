"""The pictures of a deck: the map of a step and its legend as PNG of 300 dots to the inch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import map_drawing
from dashboard.paper.story_pages import extent
from dashboard.paper.typeset import drawing_png

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Briefing, Step
    from dashboard.paper.drawing import Drawing
    from dashboard.publication.publication import Publication

GAP_MM: Final = 4.0
_PX_MM: Final = 0.24
_LEGEND_PX_MM: Final = (0.4, 0.38, 0.36, 0.34, 0.32, 0.3, 0.28, 0.26, 0.24, 0.22, 0.2)


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
    return _picture(drawn, _PX_MM, is_small=True)


def legend_pictures(briefing: Briefing, step: Step, size_mm: tuple[float, float]) -> list[Picture]:
    """Return what the colours of a step's map mean, as large as it goes beside each other."""
    parts = ("classes", "tint") if step.picture.view["tint"] else ("classes",)
    wide = (size_mm[0] - GAP_MM * (len(parts) - 1)) / len(parts)
    return _largest(briefing.of_step(step), (wide, size_mm[1]), parts)


def keys_picture(briefing: Briefing, size_mm: tuple[float, float]) -> Picture:
    """Return what the lines and signs of all maps mean, as large as it goes in a size."""
    return _largest(briefing.of_step(briefing.steps[0]), size_mm, ("keys",))[0]


def _largest(
    publication: Publication, size_mm: tuple[float, float], parts: tuple[str, ...]
) -> list[Picture]:
    """Return parts of the legend in one size of letters, each as wide and at most as high."""
    wide, high = size_mm
    for px_mm in _LEGEND_PX_MM:
        drawn = [legend_drawing(publication, wide / px_mm, parts=(part,)) for part in parts]
        if max(one.height for one in drawn) * px_mm <= high:
            break
    return [_picture(one, px_mm) for one in drawn]


def _picture(drawn: Drawing, px_mm: float, *, is_small: bool = False) -> Picture:
    wide, high = drawn.width * px_mm, drawn.height * px_mm
    body = drawing_png(drawn.svg, (wide, high), is_small=is_small)
    return Picture(body=body, wide=wide, high=high)
