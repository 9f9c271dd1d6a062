"""The few marks that the map is drawn with, as SVG; every text and value is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from dashboard.paper.letters import Style, families, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    Points = npt.NDArray[np.float64]

_RGBA: Final = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def element(name: str, *inside: str, **attributes: str | float | None) -> str:
    """Return an element; ``_`` in a name is ``-``, a value that is None is left out."""
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_written(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def path_of(lines: Iterable[Points], *, closed: bool = False) -> str:
    """Return the path through the points of some lines, in px to a tenth."""
    return "".join(_traced(line, closed=closed) for line in lines if len(line) > 1)


def paint(kind: str, color: str) -> dict[str, str | float]:
    """Return the attributes of a ``fill`` or ``stroke``; rgba becomes a colour and an opacity."""
    found = _RGBA.fullmatch(color)
    if not found:
        return {kind: color}
    red, green, blue, alpha = found.groups()
    hexadecimal = f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
    return {kind: hexadecimal, f"{kind}_opacity": float(alpha)}


def stroked(color: str, width: float, dash: Sequence[float] = ()) -> dict[str, str | float]:
    """Return the attributes of a line."""
    pattern: dict[str, str | float] = (
        {"stroke_dasharray": " ".join(_written(part) for part in dash)} if dash else {}
    )
    return {"fill": "none", **paint("stroke", color), "stroke_width": width, **pattern}


def text(  # noqa: PLR0913 - a text, its place and its look
    words: str, x: float, y: float, style: Style, *, color: str, halo: str = "", wide: float = 3
) -> str:
    """Return a text with its left end and middle height at a point, on a halo if one is given."""
    around: dict[str, str | float] = {}
    if halo:
        around = {
            **paint("stroke", halo),
            "stroke_width": wide,
            "stroke_linejoin": "round",
            "paint_order": "stroke",
        }
    return element(
        "text",
        escape(writable(words)),
        x=x,
        y=y + style.size * _MIDDLE,
        font_family=", ".join([*(f"'{family}'" for family in families()), "sans-serif"]),
        font_size=style.size,
        font_weight=style.weight if style.weight != _REGULAR else None,
        font_style="italic" if style.italic else None,
        letter_spacing=style.spacing or None,
        **paint("fill", color),
        **around,
    )


_REGULAR: Final = 400
_MIDDLE: Final = 0.34  # half the height of a capital, below the middle


def _traced(line: Points, *, closed: bool) -> str:
    tenths = np.rint(line * 10).astype(int)
    moved = np.any(np.diff(tenths, axis=0) != 0, axis=1)
    steps = np.diff(tenths[np.concatenate([[True], moved])], axis=0)
    start = "M" + _pair(*tenths[0])
    return (
        start
        + ("l" + " ".join(_pair(x, y) for x, y in steps) if len(steps) else "")
        + ("z" if closed else "")
    )


def _pair(x: int, y: int) -> str:
    return f"{_written(x / 10)} {_written(y / 10)}"


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
