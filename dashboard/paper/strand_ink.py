"""Strands in ink: halo, colour, the light line that says the standing, the tick of direction."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dashboard.paper.ink import INK
from dashboard.paper.strand_lines import length_of, point_along
from dashboard.paper.svg import element, paint, path_of, stroked

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from dashboard.paper.strands import Strand
    from dashboard.paper.stroke import Stroke

    Points = npt.NDArray[np.float64]

_HALO_PX: Final = 3.2
_TICK_LEAST_PX: Final = 44.0
_INNER_DASH: Final[dict[str, tuple[float, ...]]] = {
    "protection": (),
    "custody": (7, 6),
    "dispatched": (2, 3),
}


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A strand with its stroke and its line in px."""

    strand: Strand
    stroke: Stroke
    line: Points


def inked(drawn: Iterable[Drawn]) -> list[str]:
    """Return the strands as SVG elements: all halos below all colours below all ticks."""
    items = sorted(drawn, key=lambda item: item.strand.order)
    return [
        element("g", *(halo(item) for item in items), stroke_linejoin="bevel"),
        element("g", *(color(item) for item in items), stroke_linejoin="bevel"),
        element("g", *(_tick(item) for item in items if _has_tick(item)), stroke_linecap="round"),
    ]


def halo(item: Drawn) -> str:
    """Return the light edge around a strand, which lifts it off the ground."""
    wide = item.stroke.width + _HALO_PX
    return element(
        "path",
        d=path_of([item.line]),
        opacity=_opacity(item),
        **stroked(item.stroke.halo, wide),
    )


def color(item: Drawn) -> str:
    """Return a strand in the colour of its class, with the light line inside it."""
    stroke, strand = item.stroke, item.strand
    d = path_of([item.line])
    made = element(
        "path",
        d=d,
        stroke_linecap="round" if strand.mode == "sea" else None,
        opacity=_opacity(item),
        **stroked(stroke.color, stroke.width, stroke.dash),
    )
    if strand.standing not in _INNER_DASH:
        return made
    part = 0.5 if strand.standing == "dispatched" else 0.3
    dash = _INNER_DASH[strand.standing]
    inner = stroked(str(INK["inner"]), max(0.9, stroke.width * part), dash)
    return made + element("path", d=d, opacity=_opacity(item), **inner)


def _opacity(item: Drawn) -> float | None:
    return item.stroke.alpha if item.stroke.alpha < 1 else None


def _has_tick(item: Drawn) -> bool:
    return not item.strand.faded and length_of(item.line) >= _TICK_LEAST_PX


def _tick(item: Drawn) -> str:
    """Return the chevron inside a line at its middle that says which way it is travelled."""
    x, y, angle = point_along(item.line, 0.5)
    size = max(2.0, item.stroke.width * 0.46)
    cos, sin = math.cos(angle), math.sin(angle)
    along, aside = np.array([-0.55, 0.55, -0.55]) * size, np.array([-0.8, 0, 0.8]) * size
    points = np.column_stack([x + along * cos - aside * sin, y + along * sin + aside * cos])
    wide = 1.4 if item.stroke.width >= 3.4 else 1.1  # noqa: PLR2004 - a line that has room for it
    return element(
        "path",
        d=path_of([points]),
        fill="none",
        stroke_width=wide,
        **paint("stroke", str(INK["tick"])),
    )
