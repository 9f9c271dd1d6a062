"""The scale bar: kilometres along the lower edge, true on the two standard parallels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import integer
from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import Label, Room
from dashboard.paper.svg import element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.paper.frame import Frame

_STEPS: Final = (100, 200, 250, 500, 1000, 2000)
_MOST_PX: Final = 190.0
_INSET_PX: Final = 14.0
_TALL_PX: Final = 4.0
_CLEAR_PX: Final = 60.0
_STYLE: Final = Style(size=10.5, weight=600)
_DARK, _LIGHT = "#26233a", "#ffffff"
_PARTS: Final = 4


def scale_bar(
    frame: Frame, room: Room, signs: Iterable[tuple[float, float]]
) -> tuple[list[str], list[Label]]:
    """Return the bar in a lower corner, and its figures in km; its room is taken.

    It stands to the left unless a waypoint, given in px, stands there and none to the right.
    """
    km = max(
        (step for step in _STEPS if step * 1000 / frame.metres_per_px <= _MOST_PX),
        default=_STEPS[0],
    )
    whole = km * 1000 / frame.metres_per_px
    left, top = _INSET_PX + 4, frame.height - _INSET_PX - _TALL_PX
    right = frame.width - whole - 48
    crowded = {round(x < frame.width / 2) for x, y in signs if y > top - _CLEAR_PX}
    if crowded == {1}:
        left = right
    part = whole / _PARTS
    bar = [
        element(
            "rect",
            x=left - 8,
            y=top - 20,
            width=whole + 42,
            height=30.0,
            rx=3.0,
            fill="#ffffff",
            fill_opacity=0.72,
        ),
        *(
            element(
                "rect",
                x=left + i * part,
                y=top,
                width=part,
                height=_TALL_PX,
                fill=_LIGHT if i % 2 else _DARK,
                stroke=_DARK,
                stroke_width=0.7,
            )
            for i in range(_PARTS)
        ),
    ]
    room.add_box((left - 8, top - 22, left + whole + 36, top + 12))
    labels = [_figure("0", left, top), _figure(integer(km / 2), left + whole / 2, top)]
    last = _figure(integer(km), left + whole, top)
    unit = Label(
        words="km",
        x=last.x + width_of(last.words, _STYLE) + 3,
        y=last.y,
        style=_STYLE,
        color=_DARK,
    )
    return bar, [*labels, last, unit]


def _figure(words: str, x: float, top: float) -> Label:
    return Label(
        words=words, x=x - width_of(words, _STYLE) / 2, y=top - 9, style=_STYLE, color=_DARK
    )
