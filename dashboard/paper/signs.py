"""Waypoints on paper: a small sign by role, and a name where it covers least."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dashboard.paper.ink import INK
from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import Label
from dashboard.paper.svg import element, paint, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.paper.room import Box, Room

SIGN_PX: Final = {
    "origin region": 5.0,
    "border region": 4.4,
    "exit border region": 4.4,
    "transit hub": 5.0,
    "transit city": 4.0,
    "protection point": 5.4,
    "destination": 6.0,
}
RANK: Final = (
    *("destination", "protection point", "origin region", "transit hub"),
    *("exit border region", "border region", "transit city"),
)
_FILLED: Final = ("origin region", "destination", "transit hub")
_DOTTED: Final = {"protection point": 0.4, "destination": 0.36, "transit hub": 0.36}
_SECOND_LINE_FROM_ZOOM: Final = 5.75
_LINE_PX, _TWO_LINES_PX = 14.0, 26.0
_LIGHTER: Final = ("transit city", "border region", "exit border region")
_SMALL: Final = Style(size=10.5)
_NEARER_PX: Final = 3.0
_PARTS: Final = re.compile(r"^(.+?)(?:\s*/\s*(.+)|\s*\((.+)\)|·(.+))$")
# Where a name may stand: gap in px, aside, down, and the side on which its lines are flush.
_SPOTS: Final = tuple(
    (gap, aside, down, align)
    for gap in (8, 13, 18, 25)
    for aside, down, align in (
        *((1, 0, 0), (-1, 0, 1), (0, -1, 0.5), (0, 1, 0.5)),
        *((0.8, -0.8, 0), (0.8, 0.8, 0), (-0.8, -0.8, 1), (-0.8, 0.8, 1)),
    )
)


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A waypoint as it stands on the map: px, role, name; ``faded`` where all there is faded."""

    x: float
    y: float
    role: str
    name: str
    faded: bool = False

    @property
    def size(self) -> float:
        """Half its width in px."""
        return SIGN_PX.get(self.role, 4.0)

    @property
    def box(self) -> Box:
        """What it covers."""
        return (self.x - self.size, self.y - self.size, self.x + self.size, self.y + self.size)


def sign(one: Sign) -> str:
    """Return the sign of a waypoint's role as SVG."""
    shape = _shape(one)
    filled = one.role in _FILLED
    outline = {"stroke_linejoin": "miter"}
    parts = [
        element(
            "path",
            d=shape,
            fill="none",
            stroke_width=4.2,
            **outline,
            **paint("stroke", INK["waypointHalo"]),
        ),
        element(
            "path",
            d=shape,
            stroke_width=1.7,
            **outline,
            stroke=INK["waypoint"],
            fill=str(INK["waypoint"] if filled else INK["waypointFill"]),
        ),
    ]
    if one.role in _DOTTED:
        dot = str(INK["waypointFill"] if filled else INK["waypoint"])
        parts.append(
            element("circle", cx=one.x, cy=one.y, r=one.size * _DOTTED[one.role], fill=dot)
        )
    return element("g", *parts, opacity=0.35 if one.faded else None)


def _rank(role: str) -> int:
    """Return whose name goes first; a place without a role, an organisation's own, comes last."""
    return RANK.index(role) if role in RANK else len(RANK)


def sign_names(signs: list[Sign], room: Room, zoom: float) -> Iterator[Label]:
    """Yield the names of waypoints, the most important first, each where it covers least.

    A name for which there is no room is left out.
    """
    near = zoom >= _SECOND_LINE_FROM_ZOOM
    for one in sorted(signs, key=lambda item: _rank(item.role)):
        if not one.faded:
            yield from _named(one, signs, room, near=near)


def _named(one: Sign, signs: list[Sign], room: Room, *, near: bool) -> Iterator[Label]:
    first, second = name_parts(one.name)
    style = Style(size=12.5, weight=600 if one.role in _LIGHTER else 700)
    lines = [(first if near else first.removesuffix(" Province"), style)]
    if second and near:
        lines.append((second, _SMALL))
    wide = max(width_of(words, lettered) for words, lettered in lines)
    tall = _TWO_LINES_PX if len(lines) > 1 else _LINE_PX
    best = min(
        (
            (room.cost(box) * 4 + gap * 2, rank, box, align)
            for rank, (gap, aside, down, align) in enumerate(_SPOTS)
            if _is_nearest(box := _box_at(one, (wide, tall), (gap, aside, down)), one, signs)
        ),
        default=(np.inf, 0, (0.0, 0.0, 0.0, 0.0), 0),
    )
    cost, _, box, align = best
    if cost == np.inf:
        return
    room.add_box(box)
    for i, (words, lettered) in enumerate(lines):
        yield Label(
            words=words,
            x=box[0] + 2 + (wide - width_of(words, lettered)) * align,
            y=box[1] + 7.5 + i * 12.5,
            style=lettered,
            color=INK["waypointText"],
            halo=INK["waypointHalo"],
            wide=3.6,
        )


def name_parts(name: str) -> tuple[str, str]:
    """Return what a place stands for first, and the rest of its name."""
    found = _PARTS.match(name)
    if not found:
        return name, ""
    first, *others = found.groups()
    return str(first), next((str(other) for other in others if other), "")


def _box_at(one: Sign, size: tuple[float, float], spot: tuple[float, float, float]) -> Box:
    (wide, tall), (gap, aside, down) = size, spot
    left = one.x + aside * gap + (0 if aside > 0 else -wide if aside < 0 else -wide / 2)
    top = one.y + down * gap - tall / 2 + down * tall / 2
    return (left - 2, top - 1, left + wide + 2, top + tall + 1)


def _is_nearest(box: Box, own: Sign, signs: list[Sign]) -> bool:
    """Return whether every other sign lies clearly further from a box than its own."""
    reach = _away(box, own) + _NEARER_PX
    return all(_away(box, other) > reach for other in signs if other is not own)


def _away(box: Box, one: Sign) -> float:
    aside = max(box[0] - one.x, 0, one.x - box[2])
    down = max(box[1] - one.y, 0, one.y - box[3])
    return math.hypot(aside, down)


def _shape(one: Sign) -> str:
    x, y, size = one.x, one.y, one.size
    if one.role == "origin region":
        corners = [(0.0, -1.0), (1, 0), (0, 1), (-1, 0)]
    elif one.role.endswith("border region"):
        corners = [(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)]
    elif one.role == "protection point":
        corners = [(0.0, -1.0), (0.87, -0.5), (0.87, 0.5), (0, 1), (-0.87, 0.5), (-0.87, -0.5)]
    else:
        r = size * 0.85
        half = f"a{r:.2f} {r:.2f} 0 1 0"
        return f"M{x - r:.2f} {y:.2f}{half} {2 * r:.2f} 0{half} {-2 * r:.2f} 0z"
    return path_of([np.array(corners) * size + (x, y)], closed=True)
