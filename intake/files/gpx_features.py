"""Makes a feature of a GPX waypoint, route or track; simple extensions become columns."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.features import Feature, feature_of
from intake.files.shapes import ShapeFault, line_of, shape_of
from intake.files.xml_names import name_of
from intake.sentence import Sentence

TEXTS = {"name": "name", "desc": "description", "cmt": "comment", "time": "date", "type": "type"}
DEGREES = Sentence("a point with lat and lon")


def gpx_feature(element: Any) -> Feature:  # noqa: ANN401 - an element
    """Return a waypoint as a point, a route or track as a line or lines.

    ``element`` is ``wpt``, ``rte`` or ``trk``; degrees of WGS 84, heights left out. A track of
    several segments is a MultiLineString. What cannot be drawn is the fault of the feature.
    """
    return feature_of(dict(_cells(element)), partial(_shape, element))


def _cells(element: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an element
    for part in element:
        if name_of(part) in TEXTS:
            yield TEXTS[name_of(part)], (part.text or "").strip()
        elif name_of(part) == "extensions":
            leaves = [leaf for leaf in part.iter() if not len(leaf) and (leaf.text or "").strip()]
            yield from ((name_of(leaf), leaf.text.strip()) for leaf in leaves)


def _shape(element: Any) -> BaseGeometry | None:  # noqa: ANN401 - an element
    if name_of(element) == "wpt":
        return shape_of("Point", _place(element))
    if name_of(element) == "rte":
        return _line(element, "rtept")
    parts = [_line(part, "trkpt") for part in element if name_of(part) == "trkseg"]
    if len(parts) < 2:  # noqa: PLR2004 - a track of one part is a plain line
        return parts[0] if parts else None
    return shapely.MultiLineString(parts)


def _line(element: Any, point: str) -> shapely.LineString:  # noqa: ANN401 - an element
    return line_of([_place(part) for part in element if name_of(part) == point])


def _place(element: Any) -> list[float]:  # noqa: ANN401 - an element
    try:
        return [float(element.get("lon", "")), float(element.get("lat", ""))]
    except ValueError:
        raise ShapeFault(shown(str(dict(element.attrib))), DEGREES) from None
