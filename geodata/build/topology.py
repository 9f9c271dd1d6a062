"""Turns a TopoJSON file of countries into whole, valid shapes cut at 180 degrees."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

# Two neighbours read the same arc. Rounding both to 1e-7 degrees (1 cm) after any shift by 360
# keeps their shared border the same to the last bit.
DECIMALS = 7
WORLD = shapely.box(-180, -90, 180, 90)
LEAST_RING = 4

Ring = NDArray[np.float64]


def read_shapes(path: Path, layer: str) -> list[tuple[str, str, shapely.MultiPolygon]]:
    """Return the shapes of one layer of a TopoJSON file.

    Parameters
    ----------
    path
        The file, quantised, in degrees of longitude and latitude.
    layer
        Name of the object inside it.

    Returns
    -------
    list
        Identifier, name and shape in the order of the file. The identifier or the name is empty
        where the file has none; the shape is empty where the grid of the file swallowed it.

    Reference
    ---------
    The TopoJSON Format Specification, version 1.0.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    return [
        (str(entry.get("id", "")), _name(entry), _shape(_polygons(entry), arcs))
        for entry in topology["objects"][layer]["geometries"]
    ]


def _name(entry: dict[str, Any]) -> str:
    return str(entry.get("properties", {}).get("name", ""))


def _polygons(entry: dict[str, Any]) -> list[list[list[int]]]:
    polygons: list[list[list[int]]] = entry["arcs"]
    return polygons if entry["type"] == "MultiPolygon" else [entry["arcs"]]


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    scale = np.array(topology["transform"]["scale"])
    translate = np.array(topology["transform"]["translate"])
    return [
        np.round(np.cumsum(np.array(arc), axis=0) * scale + translate, DECIMALS)
        for arc in topology["arcs"]
    ]


def _shape(polygons: list[list[list[int]]], arcs: list[Ring]) -> shapely.MultiPolygon:
    rings = [[_ring(ends, arcs) for ends in polygon] for polygon in polygons]
    parts = [_polygon(polygon) for polygon in rings if len(polygon[0]) >= LEAST_RING]
    united = shapely.union_all(parts)
    areas = [part for part in shapely.get_parts(united) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(areas)


def _ring(ends: list[int], arcs: list[Ring]) -> Ring:
    # A negative index is the arc of its complement, walked backwards.
    walked = [arcs[end] if end >= 0 else arcs[~end][::-1] for end in ends]
    return np.vstack([walked[0], *(arc[1:] for arc in walked[1:])])


def _polygon(rings: list[Ring]) -> shapely.Geometry:
    unrolled = [_unrolled(ring) for ring in rings if len(ring) >= LEAST_RING]
    outer = unrolled[0]
    holes = [_beside(ring, outer) for ring in unrolled[1:]]
    area = shapely.make_valid(
        shapely.Polygon(outer, holes), method="structure", keep_collapsed=False
    )
    if np.abs(outer[:, 0]).max() <= WORLD.bounds[2]:
        return area
    turns = [shapely.transform(area, _turned(turn)) for turn in (-1, 0, 1)]
    return shapely.union_all(shapely.intersection(turns, WORLD))


def _unrolled(ring: Ring) -> Ring:
    """Return a ring whose longitudes run on over 180, closed at the pole if it goes round it."""
    lon = np.round(np.unwrap(ring[:, 0], period=360), DECIMALS)
    lat = ring[:, 1]
    if abs(lon[-1] - lon[0]) > 180:  # noqa: PLR2004
        pole = float(np.sign(lat.mean()) * 90)
        lon = np.concatenate([lon, [lon[-1], lon[0], lon[0]]])
        lat = np.concatenate([lat, [pole, pole, lat[0]]])
    return np.column_stack([lon, lat])


def _beside(ring: Ring, outer: Ring) -> Ring:
    turns = np.round((outer[:, 0].mean() - ring[:, 0].mean()) / 360)
    return _turned(turns)(ring)


def _turned(turns: float) -> Callable[[Ring], Ring]:
    shift = np.array([360 * turns, 0])
    return lambda ring: np.round(ring + shift, DECIMALS)
