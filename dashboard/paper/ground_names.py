"""The base map's own names on paper: countries, places, seas, as many as there is room for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from dashboard.language import ENGLISH
from dashboard.paper.ink import INK
from dashboard.paper.letters import Style, width_of
from dashboard.paper.room import Label, Room, box_of
from dashboard.paper.shapes import names, shapes
from dashboard.paper.svg import element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.paper.frame import Frame

    At = tuple[float, float]

# Paper is finer than a screen: a rank comes so much earlier than there.
_EARLIER: Final = 0.45
_COUNTRY_FROM: Final = {1: 2.0, 2: 3.0, 3: 3.7, 4: 4.6, 5: 5.6}
_SEA_FROM: Final = (2, 3, 3.6, 4.4, 5, 5.6)
_PLACE_FROM: Final = (3.6, 3.6, 4.3, 4.7, 5, 5.4, 5.9)
_CAPITAL_FROM: Final = 4.6 - 0.6
_NEAR_WAYPOINT_DEG: Final = 0.45
_AT_SEA: Final = (
    *((0, 0), (0, -1.4), (0, 1.4), (-0.4, 0), (0.4, 0), (-0.4, -1.4), (0.4, -1.4), (-0.4, 1.4)),
    *((0.4, 1.4), (0, -2.8), (0, 2.8), (-0.8, 0), (0.8, 0), (-0.5, -2.8), (0.5, -2.8)),
    *((-0.5, 2.8), (0.5, 2.8)),
)
_ON_LAND: Final = (
    *((0, 0), (0, -1.2), (0, 1.2), (-0.12, 0), (0.12, 0), (0.12, -1.2), (0, -2.2), (0, 2.2)),
)
_HERE: Final = ((0, 0),)
_MOST_CROSSED: Final = 16.0  # squares of lines that a country's name may cover, else it is left out
_REACH_PX: Final = 96.0
_STRIDE_PX: Final = 8.0
_NEVER: Final = 99.0
_CASELESS: Final = "Lo"


def country_names(
    frame: Frame, lang: str, room: Room, *, those: frozenset[str] | None = None
) -> Iterator[Label]:
    """Yield the names of countries for which there is room, the largest first.

    Parameters
    ----------
    frame, lang, room
        What is shown, in which language, and what is free.
    those
        ISO codes of the countries that are named; all when None.
    """
    zoom = frame.zoom + _EARLIER
    for iso3, lon, lat, size, *called in names()["countries"]:
        asked = those is None or iso3 in those
        if asked and zoom >= _COUNTRY_FROM.get(size, _NEVER):
            words = capitals(ground_name(called, lang))
            at = _at(frame, lon, lat)
            if 0 < at[0] < frame.width and 0 < at[1] < frame.height:
                yield from _country(words, at, (size, zoom), room, _inside(frame, iso3, at))


def ground_names(
    frame: Frame, lang: str, room: Room, waypoints: Sequence[At]
) -> Iterator[tuple[str, Label]]:
    """Yield the name of each place and sea that has room with its dot, empty where it has none.

    A place that a waypoint stands for is left out.

    Parameters
    ----------
    frame, lang, room
        As for countries.
    waypoints
        Longitude and latitude of those on the map.
    """
    zoom = frame.zoom + _EARLIER
    for lon, lat, rank, capital, *called in names()["places"]:
        first = _PLACE_FROM[rank] if rank < len(_PLACE_FROM) else 6.4
        is_new = all(
            abs(lon - x) >= _NEAR_WAYPOINT_DEG or abs(lat - y) >= _NEAR_WAYPOINT_DEG
            for x, y in waypoints
        )
        if zoom >= (min(first, _CAPITAL_FROM) if capital else first) and is_new:
            words = ground_name(called, lang)
            yield from _place(words, _at(frame, lon, lat), (rank, bool(capital)), room)
    for lon, lat, rank, *called in names()["seas"]:
        if zoom >= _SEA_FROM[rank]:
            words = ground_name(called, lang)
            yield from _sea(words, _at(frame, lon, lat), (rank, zoom), room)


def ground_name(called: Sequence[str], lang: str) -> str:
    """Return a name in a language, in English where the base map has none in it."""
    languages = names()["languages"]
    return called[languages.index(lang if lang in languages else ENGLISH)]


def capitals(name: str) -> str:
    """Return a name in capitals where its script has them."""
    return name if any(unicodedata.category(sign) == _CASELESS for sign in name) else name.upper()


def _at(frame: Frame, lon: float, lat: float) -> At:
    x, y = frame.at(np.array([[lon, lat]], dtype=float))[0]
    return float(x), float(y)


def _inside(frame: Frame, iso3: str, at: At) -> list[At]:
    """Return points of a country near where its name stands best, the nearest first."""
    x, y = np.meshgrid(*(np.arange(-_REACH_PX, _REACH_PX + 1, _STRIDE_PX) + side for side in at))
    points = np.column_stack([x.ravel(), y.ravel()])
    lonlat = shapely.points(frame.lonlat(points))
    rings = shapely.multipolygons(shapely.normalize(shapes().countries[iso3]))
    shapely.prepare(rings)
    found = points[shapely.contains(rings, lonlat)]
    away = np.hypot(*(found - at).T)
    return [(float(x), float(y)) for x, y in found[np.argsort(away, kind="stable")]]


def _country(
    words: str, at: At, how: tuple[int, float], room: Room, inside: list[At]
) -> Iterator[Label]:
    size, zoom = how
    big = {1: 2.5, 2: 1.0}.get(size, 0)
    latin = words.isascii()
    tall = 10.5 + big + max(0.0, min(2.5, zoom - 4)) + (0 if latin else 1.5)
    style = Style(size=tall, weight=600, spacing=1.3 if latin else 1.2)
    small = Style(size=9.2 if latin else 10.5, weight=600, spacing=0.8)
    label = _centred((words, style), at, room, _ON_LAND)
    for one in (style, small):
        middle = next((spot for spot in inside if _crossed(words, spot, one, room)), at)
        label = label or _centred((words, one), middle, room, _HERE, most=_MOST_CROSSED)
    if label:
        yield _inked(label, "country", "labelHalo")


def _sea(words: str, at: At, how: tuple[int, float], room: Room) -> Iterator[tuple[str, Label]]:
    rank, zoom = how
    tall = 12 - min(2, rank) * 0.5 + max(0.0, min(2, zoom - 4))
    style = Style(size=tall, italic=True, spacing=0.6 if rank else 1.2)
    label = _centred((words, style), at, room, _AT_SEA)
    if label := label or _centred((words, style), at, room, _AT_SEA, most=_MOST_CROSSED):
        yield "", _inked(label, "seaName", "seaHalo")


def _crossed(words: str, at: At, style: Style, room: Room) -> bool:
    """Return whether a name with its middle at a point covers little enough of any line."""
    box = box_of(words, at[0] - width_of(words, style) / 2, at[1], style)
    return room.cost(box) <= _MOST_CROSSED


def _centred(
    name: tuple[str, Style], at: At, room: Room, around: Sequence[At], *, most: float = 0.0
) -> Label | None:
    """Return a name in the middle of what it names, or aside of it where that covers less."""
    words, style = name
    wide, (right, bottom) = width_of(words, style), room.size
    if not (0 < at[0] < right and 0 < at[1] < bottom):
        return None
    for aside, down in around:
        x, y = at[0] - wide / 2 + aside * wide, at[1] + down * style.size
        if room.cost(box := box_of(words, x, y, style)) <= most:
            room.add_box(box)
            return Label(words=words, x=x, y=y, style=style, color="")
    return None


def _place(words: str, at: At, how: tuple[int, bool], room: Room) -> Iterator[tuple[str, Label]]:
    rank, capital = how
    major = capital or rank <= 1
    style = Style(size=12 if capital or rank <= 2 else 11, weight=600 if major else 400)  # noqa: PLR2004
    x, y = at
    if not room.is_free((x - 3, y - 3, x + 3, y + 3)):
        return
    wide = width_of(words, style)
    spots = ((x + 6, y), (x - 6 - wide, y), (x - wide / 2, y - 11), (x - wide / 2, y + 11))
    for left, middle in spots:
        box = box_of(words, left, middle, style)
        if room.is_free(box):
            room.add_box(box)
            room.add_box((x - 4, y - 4, x + 4, y + 4))
            label = Label(words=words, x=left, y=middle, style=style, color="")
            yield (
                _dot(x, y, capital=capital),
                _inked(label, "place" if major else "placeMinor", "labelHalo"),
            )
            return


def _inked(label: Label, color: str, halo: str) -> Label:
    return Label(
        words=label.words,
        x=label.x,
        y=label.y,
        style=label.style,
        color=INK[color],
        halo=INK[halo],
    )


def _dot(x: float, y: float, *, capital: bool) -> str:
    ring = element(
        "circle",
        cx=x,
        cy=y,
        r=3.1 if capital else 2,
        fill="#faf8f3",
        stroke=INK["placeMinor"],
        stroke_width=1.1,
    )
    return ring + (element("circle", cx=x, cy=y, r=1.2, fill=INK["place"]) if capital else "")
