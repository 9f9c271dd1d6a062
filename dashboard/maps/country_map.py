"""A small still map of one country with the legs that touch it, as an SVG picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import htpy as h
import numpy as np
import shapely

from dashboard import palette
from dashboard.palette import Stroke
from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import geopandas as gpd
    import pandas as pd

    from dashboard.rows import Row


WIDTH: Final = 400.0
_MARGIN: Final = 0.16  # of the longer side, so that a leg is seen to come from somewhere
_LEAST_DEGREES: Final = 5.5  # no closer than zoom 7 of the map: country level
_PART, _NEAR = 0.1, 4.0  # a part belongs in view by its share of the largest, and degrees off it
_FLATTEST, _TALLEST = 0.55, 1.05  # height over width
_DETAIL: Final = 0.5  # pixels that a simplified border may stray
_NOT_COUNTED: Final = Stroke(color="#8a8a8a", dark="#b0b0b0", width=1.2, dash=(2, 3))
_STYLE: Final = (
    ":root{color-scheme:light dark}"
    ".sea{fill:light-dark(#e6ecec,#11181b)}"
    ".land{fill:light-dark(#f7f4ec,#1f272b)}"
    ".own{fill:light-dark(#fffdf7,#36434a)}"
    ".land,.own{stroke:light-dark(#a59f91,#5d6a71);stroke-width:.8;stroke-linejoin:round}"
    ".own{stroke:light-dark(#5f5a4e,#a9b4ba);stroke-width:1.4}"
    ".halo{fill:none;stroke:light-dark(#fffdf7,#15191c);stroke-opacity:.75}"
    ".leg{fill:none;stroke-linecap:round}"
    ".place{fill:light-dark(#25292c,#e9e5dc);stroke:light-dark(#fffdf7,#15191c);stroke-width:1.5}"
)


@dataclass(frozen=True, kw_only=True)
class Window:
    """The part of the world that a small map shows: degrees, and the pixels they become.

    Plate carrée with true lengths at the middle latitude.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def stretch(self) -> float:
        """Width of a degree of longitude over that of a degree of latitude, at the middle."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Pixels per degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.stretch)

    @property
    def height(self) -> float:
        """Height of the picture, px."""
        return (self.north - self.south) * self.scale

    def pixels(self, degrees: np.ndarray) -> np.ndarray:
        """Return points (longitude, latitude) as (x, y) from the upper left."""
        x = (degrees[:, 0] - self.west) * self.stretch * self.scale
        return np.column_stack([x, (self.north - degrees[:, 1]) * self.scale])


def window_around(country: shapely.Geometry) -> Window:
    """Return the window around a country's mainland, never flat and never tall."""
    west, south, east, north = shapely.bounds(_mainland(country))
    stretch = math.cos(math.radians((south + north) / 2))
    wide, high = (east - west) * stretch, north - south
    margin = max(wide, high) * _MARGIN
    wide = max(wide + 2 * margin, _LEAST_DEGREES)
    high = max(high + 2 * margin, _LEAST_DEGREES * _FLATTEST)
    wide, high = max(wide, high / _TALLEST), max(high, wide * _FLATTEST)
    x, y = (west + east) / 2, (south + north) / 2
    half = wide / stretch / 2
    return Window(west=x - half, south=y - high / 2, east=x + half, north=y + high / 2)


def _mainland(country: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(country)
    areas = shapely.area(parts)
    large = parts[areas >= _PART * areas.max()]
    # Boxes will do, and the distance of two coasts takes seconds.
    boxes = np.array([shapely.box(*bounds) for bounds in shapely.bounds(large)])
    largest = boxes[shapely.area(large).argmax()]
    return shapely.union_all(boxes[shapely.distance(boxes, largest) <= _NEAR])


def country_map(
    iso3: str,
    boundaries: gpd.GeoDataFrame,
    legs: pd.DataFrame,
    places: Mapping[str, tuple[float, float]],
) -> tuple[str, Window]:
    """Return the map of a country as SVG text, and its window.

    Parameters
    ----------
    iso3
        The country.
    boundaries
        Countries of the world (EPSG:4326), index ``iso3``.
    legs
        What is drawn, in this order: ``geometry`` (EPSG:4326), ``mode, risk_class, declared``.
    places
        Stand-ins of the legs, (longitude, latitude), at one decimal of a degree.
    """
    window = window_around(boundaries.geometry[iso3])
    box = (window.west, window.south, window.east, window.north)
    near = boundaries.iloc[boundaries.sindex.query(shapely.box(*box))]
    land = near.geometry.clip_by_rect(*box).simplify(_DETAIL / window.scale)
    svg = h.svg(
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:.0f} {window.height:.0f}",
        width=f"{WIDTH:.0f}",
        height=f"{window.height:.0f}",
    )[
        h.style[_STYLE],
        h.rect(".sea", width="100%", height="100%"),
        [_shape(window, shape, "land") for name, shape in land.items() if name != iso3],
        _shape(window, land[iso3], "own"),
        [_leg(window, leg) for leg in rows(legs)],
        [_place(window, place) for place in places.values()],
    ]
    return str(svg), window


def _shape(window: Window, shape: shapely.Geometry, css: str) -> h.Element | None:
    rings = [
        _path(window, ring) + "Z"
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    ]
    return h.path(f".{css}", d="".join(rings)) if rings else None


def _leg(window: Window, leg: Row) -> Iterator[h.Element]:
    stroke = _NOT_COUNTED if not leg.declared else palette.RISK.get(leg.risk_class, palette.NO_DATA)
    d = "".join(_path(window, part) for part in shapely.get_parts(leg.geometry))
    dash = ",".join(map(str, stroke.dash)) if stroke.dash else ("5,4" if leg.mode == "air" else "")
    yield h.path(".halo", d=d, stroke_width=f"{stroke.width + 2:.1f}")
    yield h.path(
        ".leg",
        d=d,
        style=f"stroke:{stroke.css}",
        stroke_width=f"{stroke.width:.1f}",
        stroke_dasharray=dash or None,
    )


def _place(window: Window, place: tuple[float, float]) -> h.Element:
    (x, y), *_ = window.pixels(np.array([place]))
    return h.circle(".place", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.6")


def _path(window: Window, line: shapely.Geometry) -> str:
    points = window.pixels(shapely.get_coordinates(line))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
