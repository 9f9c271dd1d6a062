"""The graticule: lines of longitude and latitude, named where they meet the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import Label, Room, box_of
from dashboard.paper.svg import element, path_of, stroked

if TYPE_CHECKING:
    import numpy.typing as npt

    from dashboard.paper.frame import Frame

    Points = npt.NDArray[np.float64]

_COLOR, _TEXT = "#6f8296", "#566a7e"
_STYLE: Final = Style(size=8.5)
_INSET_PX: Final = 4.0


def graticule(frame: Frame) -> str:
    """Return the lines as SVG."""
    drawn = path_of(line for _, _, line in _lines(frame))
    return element("path", d=drawn, **stroked(_COLOR, 0.4), stroke_opacity=0.6)


def graticule_names(frame: Frame, room: Room) -> list[Label]:
    """Return the degrees where there is room: longitudes above, latitudes to the left."""
    made = []
    for kind, degree, line in _lines(frame):
        edge = [(0, 0), (frame.width, 0)] if kind == "lon" else [(0, 0), (0, frame.height)]
        met = shapely.get_coordinates(
            shapely.intersection(shapely.linestrings(line), shapely.linestrings(edge))
        )
        if not len(met):
            continue
        x, y = met[0]
        words = _words(kind, degree)
        wide = width_of(words, _STYLE)
        left = x - wide / 2 if kind == "lon" else _INSET_PX
        middle = _INSET_PX + _STYLE.size / 2 if kind == "lon" else y - _STYLE.size / 2 - 1
        box = box_of(words, left, middle, _STYLE)
        if room.is_free(box):
            room.add_box(box)
            made.append(
                Label(
                    words=words,
                    x=left,
                    y=middle,
                    style=_STYLE,
                    color=_TEXT,
                    halo="rgba(255,255,255,.6)",
                    wide=2,
                )
            )
    return made


def _words(kind: str, degree: int) -> str:
    around = (degree + 180) % 360 - 180
    sign = ("E" if around > 0 else "W") if kind == "lon" else ("N" if around > 0 else "S")
    return f"{abs(around)}° {sign}" if around % 180 else f"{abs(around)}°"


def _step(frame: Frame) -> int:
    _, south, _, north = frame.around()
    span = north - south
    return 5 if span < 25 else 10 if span < 70 else 20  # noqa: PLR2004 - five lines or so


def _lines(frame: Frame) -> list[tuple[str, int, Points]]:
    """Return the lines in px: ``lon`` or ``lat``, the degree, the points."""
    west, south, east, north = frame.around()
    step = _step(frame)
    along_lat = np.linspace(max(south - 2, -80), min(north + 2, 84), 60)
    along_lon = np.linspace(west - 2, east + 2, 90)
    meridians = [
        ("lon", lon, frame.at(np.column_stack([np.full(60, lon), along_lat])))
        for lon in range(int(west // step) * step, int(east) + step, step)
    ]
    parallels = [
        ("lat", lat, frame.at(np.column_stack([along_lon, np.full(90, lat)])))
        for lat in range(int(south // step) * step, int(north) + step, step)
        if -90 < lat < 90  # noqa: PLR2004 - the poles
    ]
    return [*meridians, *parallels]
