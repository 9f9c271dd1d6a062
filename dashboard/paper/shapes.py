"""The shapes of the ground in degrees, read from the base map's two files once and put together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from dashboard import assets

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Points = npt.NDArray[np.float64]
    Parts = npt.NDArray[Any]

BORDER_KINDS: Final = ("agreed", "disputed", "control", "zone")


@dataclass(frozen=True, kw_only=True)
class Shapes:
    """The ground: arrays of lines, or of polygons one to a ring, in degrees.

    Longitudes run on eastward from 30° W. ``countries`` by ISO code, ``borders`` by kind,
    ``rivers`` by rank, 3 the greatest. A hole of a country, which is another country or a lake,
    is a ring like any other.
    """

    countries: dict[str, Parts]
    coast: Parts
    borders: dict[str, Parts]
    rivers: dict[int, Parts]
    lakes: Parts
    admin1: Parts


@cache
def shapes() -> Shapes:
    """Return the ground: the detailed level in its window, the level of the world around it."""
    near, far = _level("detail"), _level("overview")
    west, south, east, north = _file("detail")["frame"]
    window = shapely.box(west, south, east, north)

    def both(one: Parts, other: Parts) -> Parts:
        return np.concatenate([one, _outside(other, window)])

    none = np.array([], dtype=object)
    return Shapes(
        countries={
            iso3: both(near.countries.get(iso3, none), rings)
            for iso3, rings in far.countries.items()
        },
        coast=both(near.coast, far.coast),
        borders={kind: both(near.borders[kind], far.borders[kind]) for kind in BORDER_KINDS},
        rivers={
            rank: both(lines, far.rivers.get(rank, none)) for rank, lines in near.rivers.items()
        },
        lakes=both(near.lakes, far.lakes),
        admin1=near.admin1,
    )


@cache
def names() -> dict[str, list[Any]]:
    """Return the names of the base map as in its file: ``countries``, ``seas``, ``places``."""
    return _file("names")


@cache
def picture_extents() -> dict[str, tuple[float, float, float, float]]:
    """Return west, south, east, north of each picture of the ground by its file name."""
    return {name: tuple(extent) for name, extent in _file("overview")["pictures"].items()}


def _file(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(assets.bundle().files[f"basemap/{name}.json"].body)
    return found


def _level(name: str) -> Shapes:
    file = _file(name)
    decode = _Decoder(units=file["units"], west=file["west"])
    return Shapes(
        countries={iso3: decode.rings(rings) for iso3, rings in file["countries"].items()},
        coast=decode.lines(file["coast"]),
        borders={kind: decode.lines(file["borders"].get(kind, ())) for kind in BORDER_KINDS},
        rivers={int(rank): decode.lines(lines) for rank, lines in file["rivers"].items()},
        lakes=decode.rings(file["lakes"]),
        admin1=decode.lines(file.get("admin1", ())),
    )


def _outside(parts: Parts, window: shapely.Geometry) -> Parts:
    """Return what of some parts lies outside a window; those that its edge cuts are cut."""
    shapely.prepare(window)
    away = parts[~shapely.intersects(window, parts)]
    cut = parts[shapely.intersects(window, parts) & ~shapely.contains(window, parts)]
    left = shapely.get_parts(shapely.difference(shapely.make_valid(cut), window))
    return np.concatenate([away, left[~shapely.is_empty(left)]])


@dataclass(frozen=True, kw_only=True)
class _Decoder:
    """Turns x0, y0, dx, dy, … in units of the circumference into degrees."""

    units: int
    west: float

    def degrees(self, deltas: Sequence[int]) -> Points:
        x, y = (np.array(deltas, dtype=float).reshape(-1, 2).cumsum(axis=0) / self.units).T
        lat = np.degrees(2 * np.arctan(np.exp(np.pi * (1 - 2 * y))) - np.pi / 2)
        return np.column_stack([x * 360 + self.west, lat])

    def lines(self, coded: Sequence[Sequence[int]]) -> Parts:
        made = [shapely.linestrings(self.degrees(line)) for line in coded if len(line) > _POINT]
        return np.array(made, dtype=object)

    def rings(self, coded: Sequence[Sequence[int]]) -> Parts:
        made = [shapely.polygons(self.degrees(ring)) for ring in coded if len(ring) > 3 * _POINT]
        return np.array(made, dtype=object)


_POINT: Final = 2
