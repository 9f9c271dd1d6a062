"""Understands what the coordinates of a file are in, and turns them into degrees of WGS 84."""

import json
import re

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from pyproj.exceptions import CRSError

from intake.files.layers import Refused
from intake.sentence import Sentence

LON_LAT = pyproj.CRS("OGC:CRS84")
CODE = re.compile(
    r"(?:urn:ogc:def:crs:|https?://www\.opengis\.net/def/crs/)?(EPSG|OGC|ESRI)[:/]+(?:[\d.]*[:/]+)?(\w+)",
    re.IGNORECASE,
)
WKT = re.compile(
    r"(PROJ|GEOG|GEOD|COMPD|PROJCRS|GEOGCRS|GEODCRS|BASEGEOG|BOUND|COMPOUND)\w*\s*[\[(]",
    re.IGNORECASE,
)
# Text in WKT and JSON by which PROJ would read further files or follow a pipeline of the file.
FOLLOWED = (
    "extension[",
    "parameterfile",
    "nadgrids",
    "geoidgrids",
    "+proj",
    "boundcrs",
    "boundcrs[",
)
# What metres without a name are likely to be on the corridors, the most telling first.
LIKELY = ("EPSG:5179", "EPSG:5186", "EPSG:32652", "EPSG:32651", "EPSG:3857")
WAY_OUT = Sentence(
    "Export the file in longitude and latitude (WGS 84, EPSG:4326) and read it again."
)


def crs_of(text: str) -> pyproj.CRS | None:
    """Return a coordinate system, from an authority's code, WKT or PROJ's JSON; empty is None.

    Raises
    ------
    Refused
        The text is none of these, or would make other files be read.
    """
    if not text.strip():
        return None
    refused = Refused(
        Sentence("found the coordinate system {crs}, which is not known", crs=repr(text[:60])),
        WAY_OUT,
    )
    match = CODE.fullmatch(text.strip())
    plain = f"{match[1]}:{match[2]}".upper() if match else text.strip()
    written = match or WKT.match(plain) or plain.startswith("{")
    if not written or any(word in plain.lower().replace(" ", "") for word in FOLLOWED):
        raise refused
    try:
        crs = pyproj.CRS.from_json(plain) if plain.startswith("{") else pyproj.CRS(plain)
    except (CRSError, json.JSONDecodeError):
        raise refused from None
    return crs


def in_degrees(shapes: NDArray[np.object_], crs: pyproj.CRS) -> NDArray[np.object_]:
    """Return shapes in longitude and latitude (EPSG:4326); what has none becomes infinite.

    Parameters
    ----------
    shapes
        In ``crs``, easting before northing and longitude before latitude whatever order the system
        names; a missing shape stays so.
    crs
        What their coordinates are in.
    """
    turn = pyproj.Transformer.from_crs(crs, LON_LAT, always_xy=True)

    def turned(places: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(turn.transform(places[:, 0], places[:, 1]))

    return np.asarray(shapely.transform(shapes, turned))


def is_degrees(crs: pyproj.CRS) -> bool:
    """Return whether a system is longitude and latitude of WGS 84 already.

    In either order of the axes: shapes have longitude first.
    """
    return bool(crs.equals(LON_LAT, ignore_axis_order=True) or crs.to_epsg() == 4326)  # noqa: PLR2004


def likely_systems(places: NDArray[np.float64]) -> list[tuple[str, str, float, float]]:
    """Return the systems in whose own area all places would lie, and where the first one would.

    Parameters
    ----------
    places
        Two columns of metres.

    Returns
    -------
    list
        Code, name, longitude and latitude of the first place.
    """
    found = []
    for code in LIKELY:
        crs = pyproj.CRS(code)
        turn = pyproj.Transformer.from_crs(crs, LON_LAT, always_xy=True)
        lon, lat = turn.transform(places[:, 0], places[:, 1])
        area = crs.area_of_use
        if area is None:
            continue
        # UTM is used a little beyond its zone.
        inside = (
            (lon >= area.west - 3)
            & (lon <= area.east + 3)
            & (lat >= area.south - 1)
            & (lat <= area.north + 1)
        )
        if inside.all():
            found.append((code, str(crs.name), float(lon[0]), float(lat[0])))
    return found
