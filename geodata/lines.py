"""Draws legs as geodesics on the WGS84 ellipsoid, and measures them there."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.vertices import Array, Integers, Vertices, cut_at_180, subdivided
from intake.errors import AtlasError

CRS = "EPSG:4326"

# Between two vertices a line is drawn straight in longitude and latitude. At 10 km that chord
# stays within 4 m of the geodesic at 60 degrees of latitude, a hundred times less than the
# borders are generalised, and a line half around the world still has only 2,000 vertices.
STEP_KM = 10.0


class LineError(AtlasError):
    """A leg that cannot be drawn as a line."""


def leg_lines(legs: pd.DataFrame, waypoints: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return the line of each leg: the geodesic between its two waypoints.

    Legs of every mode are drawn so, flights too: the lines are schematic links, not ways.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``from_id`` and ``to_id``.
    waypoints
        Index ``waypoint_id``; ``lon`` and ``lat`` in degrees on WGS84.

    Returns
    -------
    gpd.GeoDataFrame
        Index as in ``legs``; ``geometry`` (EPSG:4326), a line with a vertex at least every
        ``STEP_KM``, in two parts where it crosses 180 degrees; ``length_km`` on the ellipsoid.

    Raises
    ------
    LineError
        A leg names an unknown waypoint, or its two waypoints stand on the same spot.
    """
    start = _positions(legs, "from_id", waypoints)
    end = _positions(legs, "to_id", waypoints)
    same = (start == end).all(axis=1)
    if same.any():
        leg = legs[same].iloc[0]
        raise LineError(
            f"leg {legs.index[same][0]}: {leg['from_id']} and {leg['to_id']} stand on the same "
            "spot, expected two different places. Correct the waypoints or leave the leg out."
        )
    ends = np.stack([start, end], axis=1).reshape(-1, 2)
    return _drawn(Vertices(lon_lat=ends, part=np.repeat(np.arange(len(legs)), 2)), legs.index)


def densify_lines(lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return lines of any make with their vertices joined by geodesics.

    Two vertices more than 180 degrees of longitude apart are joined the short way, over 180.

    Parameters
    ----------
    lines
        Index ``leg_id``; LineStrings or MultiLineStrings in EPSG:4326. The parts of a
        MultiLineString are not joined to each other.

    Returns
    -------
    gpd.GeoDataFrame
        Index as in ``lines``; ``geometry`` and ``length_km`` as ``leg_lines`` gives them.

    Raises
    ------
    LineError
        A line has no length.
    """
    parts, line_of_part = shapely.get_parts(lines.geometry.to_numpy(), return_index=True)
    lon_lat, part = shapely.get_coordinates(parts, return_index=True)
    return _drawn(Vertices(lon_lat=lon_lat, part=part), lines.index, line_of_part)


def _positions(legs: pd.DataFrame, column: str, waypoints: pd.DataFrame) -> Array:
    unknown = ~legs[column].isin(waypoints.index)
    if unknown.any():
        raise LineError(
            f"leg {legs.index[unknown][0]}, column {column}: found "
            f"{legs.loc[unknown, column].iloc[0]!r}, expected the id of a waypoint. Correct the "
            "leg or add the waypoint."
        )
    return waypoints.loc[legs[column], ["lon", "lat"]].to_numpy(dtype=float)


def _drawn(
    vertices: Vertices, index: pd.Index, line_of_part: Integers | None = None
) -> gpd.GeoDataFrame:
    lines = np.arange(len(index)) if line_of_part is None else line_of_part
    length_km = np.bincount(
        lines[vertices.part[vertices.edges]], weights=vertices.edge_km(), minlength=len(index)
    )
    if (length_km == 0).any():
        raise LineError(
            f"leg {index[length_km == 0][0]}: the line has no length, expected at least two "
            "different points. Correct the line or leave it out."
        )
    cut = cut_at_180(subdivided(vertices, STEP_KM))
    whole = np.asarray(shapely.linestrings(cut.vertices.lon_lat, indices=cut.vertices.part))
    pieces_of_line = np.bincount(lines[cut.origin], minlength=len(index))
    pieces = np.split(whole, np.cumsum(pieces_of_line)[:-1]) if len(index) else []
    geometry = [
        piece[0] if len(piece) == 1 else shapely.multilinestrings(piece) for piece in pieces
    ]
    return gpd.GeoDataFrame({"length_km": length_km}, index=index, geometry=geometry, crs=CRS)
