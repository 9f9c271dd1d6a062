"""Makes shapes of coordinates and of WKT; what cannot be drawn is a fault of its row."""

import re
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.layers import Fault
from intake.files.limits import Limits
from intake.sentence import Sentence

LINE_OR_POINT = Sentence("one line or one point")
DRAW_AGAIN = Sentence("Draw it as a line or a point.")
SRID = re.compile(r"SRID=(\d+);", re.IGNORECASE)


class ShapeFault(Exception):  # noqa: N818 - named for what it is
    """Coordinates or a text that are no shape; ``fault`` is what their row is set aside for."""

    def __init__(self, found: str, expected: Sentence) -> None:
        self.fault = Fault(field="geometry", found=found, expected=expected, remedy=DRAW_AGAIN)
        super().__init__(found)


def shape_of(kind: object, coordinates: object) -> BaseGeometry:
    """Return the shape of a type of GeoJSON and its nested positions; heights are kept.

    Raises
    ------
    ShapeFault
        The type is none of the six, or the positions do not make one.
    """
    if not isinstance(kind, str) or kind not in _BUILDERS:
        raise ShapeFault(shown(str(kind)), LINE_OR_POINT)
    return _BUILDERS[kind](coordinates)


def shape_of_text(text: str, limits: Limits) -> BaseGeometry | None:
    """Return the shape of WKT, also with the ``SRID=…;`` of PostGIS before it; empty is none.

    Raises
    ------
    ShapeFault
        The text is no WKT, or has more vertices than a file may have.
    """
    if not text.strip():
        return None
    wkt = text.strip().removeprefix(srid_of(text))
    if text.count(",") > limits.vertices:
        raise ShapeFault(
            Sentence("{vertices} vertices", vertices=format(text.count(",") + 1, ",")),
            Sentence("at most {limit} vertices", limit=format(limits.vertices, ",")),
        )
    try:
        return shapely.from_wkt(wkt)
    except (ShapelyError, ValueError):
        raise ShapeFault(
            shown(text), Sentence("WKT such as LINESTRING (126.9 37.6, 129.1 35.2)")
        ) from None


def srid_of(text: str) -> str:
    """Return the ``SRID=…;`` before WKT, as PostGIS writes it, or nothing."""
    match = SRID.match(text.strip())
    return match[0] if match else ""


def positions(rows: list[object]) -> NDArray[np.float64]:
    """Return positions as rows of two or three numbers.

    Raises
    ------
    ShapeFault
        One of them is not two to four numbers.
    """
    good_rows: list[Sequence[float]] = []
    for row in rows:
        good = isinstance(row, Sequence) and 2 <= len(row) <= 4 and all(map(_is_number, row))  # noqa: PLR2004
        if not good:
            raise ShapeFault(shown(str(row)), Sentence("a longitude and a latitude, two numbers"))
        good_rows.append(cast("Sequence[float]", row))
    width = min((min(len(row), 3) for row in good_rows), default=2)
    return np.array([row[:width] for row in good_rows], dtype=np.float64).reshape(-1, width)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300  # noqa: PLR2004


def _point(coordinates: object) -> shapely.Point:
    return shapely.Point(positions([coordinates])[0])


def line_of(coordinates: object) -> shapely.LineString:
    """Return a line of two positions or more; raises ``ShapeFault`` as ``shape_of`` does."""
    place = positions(_list(coordinates))
    if len(place) < 2:  # noqa: PLR2004 - a line has two ends
        found = Sentence("a line of {points} points", points=len(place))
        raise ShapeFault(found, Sentence("a line of at least two points"))
    return shapely.LineString(place)


def _ring(coordinates: object) -> shapely.LinearRing:
    place = positions(_list(coordinates))
    try:
        return shapely.LinearRing(place)
    except (ShapelyError, ValueError):
        raise ShapeFault(Sentence("an area without extent"), LINE_OR_POINT) from None


def _area(coordinates: object) -> shapely.Polygon:
    rings = [_ring(ring) for ring in _list(coordinates)]
    return shapely.Polygon(rings[0], rings[1:]) if rings else shapely.Polygon()


def _list(coordinates: object) -> list[object]:
    if not isinstance(coordinates, list | tuple):
        raise ShapeFault(shown(str(coordinates)), Sentence("a list of positions"))
    return list(coordinates)


_BUILDERS: dict[str, Callable[[object], BaseGeometry]] = {
    "Point": _point,
    "MultiPoint": lambda many: shapely.MultiPoint([_point(one) for one in _list(many)]),
    "LineString": line_of,
    "MultiLineString": lambda many: shapely.MultiLineString([line_of(one) for one in _list(many)]),
    "Polygon": _area,
    "MultiPolygon": lambda many: shapely.MultiPolygon([_area(one) for one in _list(many)]),
}
