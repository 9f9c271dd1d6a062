"""Makes a feature of a KML placemark: its name, data, time and one line or point."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.features import Feature, feature_of
from intake.files.shapes import ShapeFault, shape_of
from intake.files.xml_names import name_of
from intake.sentence import Sentence

GEOMETRIES = ("Point", "LineString", "LinearRing", "Polygon", "Track")
TEXTS = ("name", "description", "address")
TIMES = ("when", "begin", "end")
NUMBERS = Sentence("coordinates such as 126.9,37.6 129.1,35.2")


def kml_feature(placemark: Any) -> Feature:  # noqa: ANN401 - an element
    """Return a placemark as a feature.

    Cells are ``name``, ``description``, ``address``, its data by name, ``date`` and ``date_end``.
    The shape is in degrees of WGS 84; several lines are one MultiLineString, several of other kinds
    a GeometryCollection. What cannot be drawn is the fault of the feature.
    """
    return feature_of(dict(_cells(placemark)), partial(_shape, placemark))


def _cells(placemark: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an element
    for element in placemark:
        if name_of(element) in TEXTS:
            yield name_of(element), (element.text or "").strip()
    for element in placemark.iter():
        if name_of(element) == "Data":
            value = next((part.text for part in element if name_of(part) == "value"), "")
            yield element.get("name") or "data", (value or "").strip()
        elif name_of(element) == "SimpleData":
            yield element.get("name") or "data", (element.text or "").strip()
        elif name_of(element) in TIMES and element.text:
            yield (
                {"when": "date", "begin": "date", "end": "date_end"}[name_of(element)],
                element.text.strip(),
            )


def _shape(placemark: Any) -> BaseGeometry | None:  # noqa: ANN401 - an element
    found = [element for element in placemark.iter() if name_of(element) in GEOMETRIES]
    if any(name_of(element) == "Polygon" for element in found):
        ring = next((one for one in placemark.iter() if name_of(one) == "LinearRing"), None)
        return shape_of("Polygon", [_positions(ring)] if ring is not None else [])
    if not found:
        return None
    if len(found) == 1:
        return _one(found[0])
    shapes = [_one(element) for element in found]
    lines = [shape for shape in shapes if isinstance(shape, shapely.LineString)]
    if len(lines) == len(shapes):
        return shapely.MultiLineString(lines)
    return shapely.GeometryCollection(shapes)


def _one(element: Any) -> BaseGeometry:  # noqa: ANN401 - an element
    if name_of(element) == "Track":
        texts = [part.text or "" for part in element if name_of(part) == "coord"]
        return shape_of("LineString", [_numbers(text.split()) for text in texts])
    places = _positions(element)
    if name_of(element) == "Point":
        return shape_of("Point", places[0] if places else [])
    return shape_of("LineString", places)


def _positions(element: Any) -> list[list[float]]:  # noqa: ANN401 - an element
    text = next((part.text for part in element if name_of(part) == "coordinates"), "") or ""
    return [_numbers(place.split(",")) for place in text.split()]


def _numbers(texts: list[str]) -> list[float]:
    try:
        return [float(text) for text in texts]
    except ValueError:
        raise ShapeFault(shown(",".join(texts)), NUMBERS) from None
