"""Places beyond the frame: their names where a strand crosses the frame on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shapely

from dashboard.paper.ink import INK
from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import Label, Room, box_of
from dashboard.paper.signs import name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dashboard.paper.strand_ink import Drawn

_STYLE: Final = Style(size=11.5, weight=600, italic=False)
_APART_PX: Final = 100.0
_INSET_PX: Final = 9.0
_OUTWARD: Final = {"top": "↑", "right": "→", "bottom": "↓", "left": "←"}


def edge_names(drawn: Iterable[Drawn], outside: Mapping[str, str], room: Room) -> Iterator[Label]:
    """Yield the name of each place beyond the frame, at the frame, with an arrow to it.

    Which way the strand is travelled is told by the ticks on it.

    Parameters
    ----------
    drawn
        The strands with their lines.
    outside
        Names of the waypoints that lie beyond the frame, by id.
    room
        What is free; what is taken is marked.
    """
    told: dict[str, list[tuple[float, float]]] = {}
    for item in drawn:
        strand = item.strand
        for end in (strand.to_id, strand.from_id):
            if end not in outside or strand.faded:
                continue
            at = _crossing(item, room)
            before = told.setdefault(end, [])
            if at is None or any(_near(at, other) for other in before):
                continue
            words = f"{_OUTWARD[_side(at, room)]} {name_parts(outside[end])[0]}"
            if label := _placed(words, at, room):
                before.append(at)
                yield label


def _crossing(item: Drawn, room: Room) -> tuple[float, float] | None:
    """Return where a strand crosses the frame, None where it never does."""
    frame = shapely.box(0, 0, *room.size).exterior
    crossed = shapely.get_coordinates(shapely.intersection(shapely.linestrings(item.line), frame))
    return (float(crossed[0, 0]), float(crossed[0, 1])) if len(crossed) else None


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < _APART_PX


def _side(at: tuple[float, float], room: Room) -> str:
    wide, tall = room.size
    away = {"top": at[1], "right": wide - at[0], "bottom": tall - at[1], "left": at[0]}
    return min(away, key=lambda side: away[side])


def _placed(words: str, at: tuple[float, float], room: Room) -> Label | None:
    """Return a label beside the crossing, where it covers least; it stays inside the frame."""
    wide, (right, bottom) = width_of(words, _STYLE), room.size
    best: tuple[float, float, float] | None = None
    for dx in (8.0, -wide - 8, 26.0, -wide - 26, 50.0, -wide - 50):
        for dy in (0.0, 12.0, -12.0, 24.0, -24.0):
            x = min(max(at[0] + dx, _INSET_PX), right - wide - _INSET_PX)
            y = min(max(at[1] + dy, _INSET_PX + 2), bottom - _INSET_PX - 2)
            cost = room.cost(box_of(words, x, y, _STYLE)) * 4 + abs(x - at[0]) + abs(y - at[1])
            if cost < (best[0] if best else float("inf")):
                best = (cost, x, y)
    if best is None:
        return None
    _, x, y = best
    room.add_box(box_of(words, x, y, _STYLE))
    return Label(
        words=words,
        x=x,
        y=y,
        style=_STYLE,
        color=INK["waypointText"],
        halo=INK["waypointHalo"],
        wide=3.6,
    )
