"""How many corridors a strand carries, as a small number on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.paper.ink import INK
from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import LABEL, Label, Room
from dashboard.paper.strand_lines import length_of, point_along
from dashboard.paper.svg import element, paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.paper.strand_ink import Drawn

_LEAST_LENGTH_PX: Final = 54.0
_SPOTS: Final = (0.36, 0.66, 0.28, 0.76, 0.5, 0.2)
_STYLE: Final = Style(size=10, weight=700)
_HALF_PX: Final = 7.0


def badges(drawn: Iterable[Drawn], room: Room) -> Iterator[tuple[str, Label]]:
    """Yield the badge and the number of each strand of several corridors that can carry one."""
    for item in drawn:
        if item.strand.legs < 2 or item.strand.faded or length_of(item.line) < _LEAST_LENGTH_PX:  # noqa: PLR2004
            continue
        words = str(item.strand.legs)
        half = width_of(words, _STYLE) / 2 + 4.5
        for part in _SPOTS:
            x, y, _ = point_along(item.line, part)
            box = (x - half, y - _HALF_PX, x + half, y + _HALF_PX)
            if room.is_free(box, LABEL):
                room.add_box(box)
                yield badge(words, x, y, muted=item.strand.muted)
                break


def badge(words: str, x: float, y: float, *, muted: bool = False) -> tuple[str, Label]:
    """Return a badge with its middle at a point, and the number in it."""
    wide = width_of(words, _STYLE)
    half = wide / 2 + 4.5
    pill = element(
        "rect",
        *(),
        x=x - half,
        y=y - _HALF_PX,
        width=2 * half,
        height=2 * _HALF_PX,
        rx=_HALF_PX,
        stroke_width=1.5,
        opacity=0.75 if muted else None,
        **{"fill": INK["badge"], **paint("stroke", INK["legHalo"])},
    )
    label = Label(words=words, x=x - wide / 2, y=y, style=_STYLE, color=INK["badgeText"])
    return pill, label
