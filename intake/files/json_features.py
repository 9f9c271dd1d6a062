"""Reads GeoJSON: a collection, one feature, or one feature a line (NDJSON)."""

import json
import re
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.features import Feature, Source, layer_of_features
from intake.files.layers import Fault, Layer, Progress, Refused
from intake.files.limits import Limits
from intake.files.shapes import ShapeFault, shape_of
from intake.sentence import Sentence

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
RECORD = "\x1e"
LON_LAT = "OGC:CRS84"
A_FEATURE = Sentence("a GeoJSON feature")
SAVE_AGAIN = Sentence("Save the file again as GeoJSON.")


def geojson_layer(text: str, limits: Limits, progress: Progress) -> Layer:
    """Return the features of GeoJSON, counted from 1.

    Raises
    ------
    Refused
        The text is not JSON, is nested too deep or holds no features.
    """
    _refuse_depth(text, limits)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _lines(text, limits, progress) or _refuse(error)
    features = _features(content)
    source = Source(limits=limits, progress=progress, crs=_crs(content), total=len(features))
    return layer_of_features(source, map(_feature, features))


def _lines(text: str, limits: Limits, progress: Progress) -> Layer | None:
    """Return the features of a text with one JSON object a line, nothing where it is not that."""
    lines = [line.strip(RECORD + " \t\r") for line in text.split("\n")]
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line]
    if len(filled) < 2 or not _is_object(filled[0][1]):  # noqa: PLR2004 - one line is no list
        return None
    features = (_feature_of_line(line) for _number, line in filled)
    rows = [number for number, _line in filled]
    source = Source(
        limits=limits, progress=progress, counted="line", crs=LON_LAT, total=len(rows), rows=rows
    )
    return layer_of_features(source, features)


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _feature_of_line(line: str) -> Feature:
    try:
        return _feature(json.loads(line))
    except (ValueError, RecursionError):
        return _broken(line)


def _broken(found: str) -> Feature:
    fault = Fault(field="", found=shown(found), expected=A_FEATURE, remedy=SAVE_AGAIN)
    return Feature(cells={"text": found}, shape=None, fault=fault)


def _refuse(error: Exception) -> Layer:
    line = getattr(error, "lineno", 0)
    raise Refused(
        Sentence("the JSON is cut off or damaged on line {line}", line=line), SAVE_AGAIN
    ) from None


def _refuse_depth(text: str, limits: Limits) -> None:
    marks = np.frombuffer(STRING.sub("", text).encode(), dtype=np.uint8)
    opened = np.isin(marks, np.frombuffer(b"[{", np.uint8)).astype(np.int32)
    closed = np.isin(marks, np.frombuffer(b"]}", np.uint8)).astype(np.int32)
    # One feature a line or all in one: depth is counted the same.
    depth = int(np.cumsum(opened - closed).max(initial=0))
    if depth > limits.depth:
        raise Refused(
            Sentence("found brackets {depth} deep, expected at most {limit}",
                     depth=format(depth, ","), limit=limits.depth),
            SAVE_AGAIN,
        )  # fmt: skip


def _features(content: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "FeatureCollection" and isinstance(content.get("features"), list):
        return list(content["features"])
    if kind == "Feature":
        return [content]
    if isinstance(kind, str) and "coordinates" in content:
        return [{"type": "Feature", "geometry": content, "properties": {}}]
    raise Refused(
        Sentence(
            "found JSON that is not GeoJSON (its type is {kind})", kind=shown(str(kind or ""))
        ),
        SAVE_AGAIN,
    )


def _feature(feature: Any) -> Feature:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return _broken(json.dumps(feature, ensure_ascii=False))
    properties = feature.get("properties")
    cells = dict(properties) if isinstance(properties, dict) else {}
    if "id" in feature:
        cells.setdefault("id", feature["id"])
    try:
        return Feature(cells=cells, shape=_shape(feature.get("geometry")))
    except ShapeFault as fault:
        # Kept as text, so that the row can be handed back whole.
        cells["geometry"] = feature.get("geometry")
        return Feature(cells=cells, shape=None, fault=fault.fault)


def _shape(geometry: Any) -> BaseGeometry | None:  # noqa: ANN401 - whatever JSON holds
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise ShapeFault(shown(str(geometry)), A_FEATURE)
    return shape_of(geometry.get("type"), geometry.get("coordinates"))


def _crs(content: dict[str, Any]) -> str:
    # GeoJSON is WGS84; files from before RFC 7946 may name another system, and then mean it.
    member = content.get("crs")
    if not member:
        return LON_LAT
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return str(name or "")
