"""The frame of a map on paper: its projection, its scale, and where a place lies in it.

Lambert's conformal conic, with two standard parallels a sixth of the way in from the southern and
the northern edge: shapes are true, and over fifty degrees of latitude the scale differs by a few
per cent where Web Mercator's differs by half. Reference: Snyder (1987), Map Projections, USGS
Professional Paper 1395, pages 104 to 110; the sixths are on page 99.

Lengths on the map are in px, which are a fifth of a millimetre: the size at which what is drawn
for a screen reads well on paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from pyproj import Proj, Transformer

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    Points = npt.NDArray[np.float64]

PX_MM: Final = 0.2
_LEAST_METRES_PER_PX: Final = 1250.0  # country level: about 1 : 6,000,000
_MERCATOR_METRES_PER_PX: Final = 156_543.034  # at zoom 0 on the equator
_SIXTH: Final = 1 / 6


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A rectangle of paper and how the earth lies in it.

    ``width, height`` in px; ``parallels`` (south, north) and ``meridian`` in degrees define the
    projection; ``left, top`` are the projected metres of the upper left corner.
    """

    width: float
    height: float
    parallels: tuple[float, float]
    meridian: float
    left: float
    top: float
    metres_per_px: float

    @cached_property
    def _projection(self) -> Transformer:
        return projection(self.parallels, self.meridian)

    def at(self, lonlat: Points) -> Points:
        """Return px from the upper left corner, x rightward and y downward, of degrees (n, 2)."""
        x, y = self._projection.transform(lonlat[:, 0], lonlat[:, 1])
        return np.column_stack([x - self.left, self.top - y]) / self.metres_per_px

    def lonlat(self, points: Points) -> Points:
        """Return longitudes and latitudes in degrees of px (n, 2)."""
        x = self.left + points[:, 0] * self.metres_per_px
        y = self.top - points[:, 1] * self.metres_per_px
        lon, lat = self._projection.transform(x, y, direction="INVERSE")
        return np.column_stack([lon, lat])

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The frame in px: left, top, right, bottom."""
        return (0.0, 0.0, self.width, self.height)

    @property
    def zoom(self) -> float:
        """The zoom at which the map on the screen shows as much to the px, in mid frame."""
        middle = self.lonlat(np.array([[self.width / 2, self.height / 2]]))[0, 1]
        shrunk = _MERCATOR_METRES_PER_PX * math.cos(math.radians(middle))
        return math.log2(shrunk / self.metres_per_px)

    def most_off(self) -> float:
        """Return by which share the scale differs from that of the bar where it differs most."""
        edge = np.array([(self.width / 2, y) for y in np.linspace(0, self.height, 60)])
        lon, lat = self.lonlat(edge).T
        found = Proj(_conic(self.parallels, self.meridian)).get_factors(lon, lat)
        return float(np.abs(found.parallel_scale - 1).max())

    def around(self) -> tuple[float, float, float, float]:
        """Return west, south, east, north in degrees of all that the frame shows."""
        x = np.linspace(0, self.width, 25)
        y = np.linspace(0, self.height, 25)
        edge = [(a, b) for a in x for b in (0, self.height)]
        edge += [(a, b) for a in (0, self.width) for b in y]
        lon, lat = self.lonlat(np.array(edge)).T
        lon = np.where(lon < self.meridian - 180, lon + 360, lon)
        return float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())


def projection(parallels: tuple[float, float], meridian: float) -> Transformer:
    """Return degrees to metres of a Lambert conformal conic on WGS84."""
    return Transformer.from_crs("EPSG:4326", _conic(parallels, meridian), always_xy=True)


def _conic(parallels: tuple[float, float], meridian: float) -> str:
    south, north = parallels
    return (
        f"+proj=lcc +lat_1={south:g} +lat_2={north:g} +lat_0={(south + north) / 2:g} "
        f"+lon_0={meridian:g} +datum=WGS84 +units=m +no_defs"
    )


def fitted(
    lonlat: Iterable[tuple[float, float]],
    size: tuple[float, float],
    *,
    margin: tuple[float, float, float, float] = (0, 0, 0, 0),
) -> Frame:
    """Return the frame of a size that shows all of some places, as large as it goes.

    Never larger than country level. The middle of the places is in the middle of the frame.

    Parameters
    ----------
    lonlat
        Degrees; what lies over 180° has a longitude beyond it.
    size
        Width and height in px.
    margin
        Px left free beside the places: left, above, right, below.
    """
    points = np.array(list(lonlat), dtype=float)
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    inset = (north - south) * _SIXTH
    parallels = (round(south + inset), max(round(north - inset), round(south + inset) + 1))
    meridian = round((west + east) / 2)
    edges = np.array([(lon, lat) for lon in np.linspace(west, east, 9) for lat in (south, north)])
    x, y = projection(parallels, meridian).transform(edges[:, 0], edges[:, 1])
    before, above, after, below = margin
    wide, tall = size[0] - before - after, size[1] - above - below
    metres = max(np.ptp(x) / wide, np.ptp(y) / tall, _LEAST_METRES_PER_PX)
    return Frame(
        width=size[0],
        height=size[1],
        parallels=parallels,
        meridian=meridian,
        left=float((x.min() + x.max()) / 2 - (before + wide / 2) * metres),
        top=float((y.min() + y.max()) / 2 + (above + tall / 2) * metres),
        metres_per_px=float(metres),
    )
