"""The network as the map draws it: waypoints, links and legs in one small constant payload."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from dashboard.language import LANGUAGES
from dashboard.names import name_in
from dashboard.rows import Row, rows

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_HUNDREDTHS = 100
_SCREEN_TOLERANCE_DEG = 0.02


def network_payload(
    waypoints: pd.DataFrame, legs: pd.DataFrame, corridors: pd.DataFrame, lines: gpd.GeoDataFrame
) -> bytes:
    """Return the network as UTF-8 JSON, the same bytes for the same tables.

    Legs that corridors share (same two waypoints, same mode) point to one link, so a line is sent
    once however many corridors use it. Paths are longitude, latitude in hundredths of a degree
    (about 1 km, finer than the map can show and no finer than the schematic line means), coded as
    differences. Air links carry no path: the map draws an arc from the two ends.

    Parameters
    ----------
    waypoints
        Index ``waypoint_id``; ``name_en, name_ko, lon, lat, role``.
    legs
        Index ``leg_id``; ``corridor_id, seq, link_id, from_id, to_id, mode, standing,
        countries_declared``.
    corridors
        Index ``corridor_id``; ``name_en, name_ko``.
    lines
        Index ``leg_id``; geometry in EPSG:4326, cut at 180°.
    """
    place = {waypoint: i for i, waypoint in enumerate(waypoints.index)}
    corridor = {corridor_id: i for i, corridor_id in enumerate(corridors.index)}
    first = legs[~legs["link_id"].duplicated()]
    link = {link_id: i for i, link_id in enumerate(first["link_id"])}
    payload = {
        "waypoints": [_waypoint(row) for row in rows(waypoints)],
        "links": [
            {
                "from": place[row.from_id],
                "to": place[row.to_id],
                "mode": row.mode,
                "path": [] if row.mode == "air" else _delta_coded(lines.geometry[row.Index]),
            }
            for row in rows(first)
        ],
        "legs": [
            {
                "id": row.Index,
                "link": link[row.link_id],
                "corridor": corridor[row.corridor_id],
                "seq": int(row.seq),
                "standing": row.standing,
                "countries": row.countries_declared.split(";"),
            }
            for row in rows(legs)
        ],
        "corridors": [{"id": row.Index, **_called(row)} for row in rows(corridors)],
    }
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()


def _waypoint(row: Row) -> dict[str, Any]:
    return {
        "id": row.Index,
        **_called(row),
        "lon": float(row.lon),
        "lat": float(row.lat),
        "role": row.role,
    }


def _called(row: Row) -> dict[str, str]:
    return {lang: name_in(row, lang) for lang in LANGUAGES}


def _delta_coded(line: shapely.Geometry) -> list[int]:
    """Return lon, lat, dlon, dlat, … in hundredths of a degree, all parts in one run.

    The jump at 180° is left as it is: the reader unwraps longitudes.
    """
    parts = shapely.get_parts(shapely.simplify(line, _SCREEN_TOLERANCE_DEG))
    points = np.vstack([shapely.get_coordinates(part) for part in parts])
    whole = np.rint(points * _HUNDREDTHS).astype(int)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=int))
    return [int(value) for value in steps.ravel()]
