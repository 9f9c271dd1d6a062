"""Refuses the shapes that are neither a leg nor a place: areas, several points, no length."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from intake.files.findings import Findings
from intake.files.layers import Fault
from intake.files.shapes import DRAW_AGAIN, LINE_OR_POINT
from intake.sentence import Sentence

LINES = ("LineString", "MultiLineString", "LinearRing")
POINT, LINE_KINDS = (
    shapely.GeometryType.POINT,
    (
        shapely.GeometryType.LINESTRING,
        shapely.GeometryType.MULTILINESTRING,
    ),
)
LENGTH = Sentence("two different points")


def refuse_what_is_no_leg_or_place(shapes: NDArray[np.object_], findings: Findings) -> None:
    """Set aside each row whose shape is no line with a length and no single point."""
    for place in np.flatnonzero(~shapely.is_missing(shapes) & ~_is_good(shapes)).tolist():
        shape = shapes[place]
        found = None if place in findings.faults else _found(shape)
        if found:
            expected = LENGTH if shape.geom_type in LINES and not shape.is_empty else LINE_OR_POINT
            fault = Fault(field="geometry", found=found, expected=expected, remedy=DRAW_AGAIN)
            findings.refuse(place, fault)


def _is_good(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return, for whole columns at once, which shapes are points or lines with a length."""
    kinds, (west, south, east, north) = shapely.get_type_id(shapes), shapely.bounds(shapes).T
    long = (west < east) | (south < north)
    # An empty shape has no bounds, and no comparison with none is true.
    is_point = (kinds == POINT) & (west == east)
    return np.asarray(is_point | (np.isin(kinds, LINE_KINDS) & long), dtype=bool)


def _found(shape: BaseGeometry) -> Sentence | None:
    if shape.is_empty:
        return Sentence("an empty shape")
    if shape.geom_type in LINES:
        west, south, east, north = shape.bounds
        return Sentence("a line without length") if (west, south) == (east, north) else None
    if shape.geom_type == "Point":
        return None
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        # The reason names where: Self-intersection[126.9 37.6].
        reason = shapely.is_valid_reason(shape)
        if "[" in reason:
            where = reason.partition("[")[2].rstrip("]").replace(" ", ", ")
            return Sentence("an area whose outline crosses itself at {where}", where=where)
        return Sentence("an area")
    return Sentence("several shapes in one ({kind})", kind=shape.geom_type)
