"""Coarsens own legs and places to stand-ins, and says what that costs, record by record.

A stand-in is the middle of a cell of the grid of the class public, or a fixed point of a province.
It depends on nothing but which of them a point lies in: no jitter, which averages away when it is
drawn again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import pandas as pd
import shapely

from dashboard.publication.precision import PUBLIC, RECORD_CLASS, SECRET
from dashboard.workspace.door import line_shapes
from geodata.provinces import province_of
from geodata.vertices import WGS84
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd

    Points = np.ndarray[Any, Any]

# Points (rows of longitude, latitude) -> ``lon``, ``lat``, ``name`` of what stands for each;
# missing where nothing does.
StandIns: TypeAlias = "Callable[[Points], pd.DataFrame]"

SAME: Final = Sentence("both ends lie in one cell or province: no leg is left to draw")
NOWHERE: Final = Sentence("it begins, ends or lies in no province that the atlas knows")
IS_SECRET: Final = Sentence("it is of the class secret")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Coarse:
    """Records with stand-ins in place of their points, index ``record_id``.

    ``at`` has ``lon, lat, name``, for legs each with ``from_`` or ``to_`` before it. ``lost``, for
    the owner alone, has ``name``, ``start_km`` (and ``end_km``) by which the ends move, of legs
    also ``bends`` that go, and ``withheld``: why the record does not leave, else empty.
    """

    at: pd.DataFrame
    lost: pd.DataFrame


def on_grid(points: Points) -> pd.DataFrame:
    """Return the middle of the cell of 0.1 degrees (about 11 km) that each point lies in."""
    lon, lat = (np.round(points, PUBLIC.decimals or 0) + 0.0).T  # no minus zero
    names = [f"{x:.1f}, {y:.1f}" for x, y in zip(lon, lat, strict=True)]
    return pd.DataFrame({"lon": lon, "lat": lat, "name": names})


def in_provinces(provinces: gpd.GeoDataFrame) -> StandIns:
    """Return what gives, for points, the stand-in of the province that each lies in."""
    known = pd.DataFrame(provinces[["lon", "lat", "name"]]).reset_index(drop=True)

    def stand_ins(points: Points) -> pd.DataFrame:
        return known.reindex(province_of(points, provinces)).reset_index(drop=True)

    return stand_ins


def coarse_legs(legs: pd.DataFrame, stand_ins: StandIns = on_grid) -> Coarse:
    """Return legs whose two ends are stand-ins; what was between them is gone."""
    at, leg = shapely.get_coordinates(line_shapes(legs), return_index=True)
    first = np.flatnonzero(np.diff(leg, prepend=-1))
    last = np.flatnonzero(np.diff(leg, append=len(legs)))
    start, end = (stand_ins(at[places]).set_axis(legs.index) for places in (first, last))
    lost = pd.DataFrame(
        {
            "name": legs["name"],
            "start_km": _moved_km(at[first], start),
            "end_km": _moved_km(at[last], end),
            "bends": last - first - 1,
        },
        index=legs.index,
    )
    whole = start.add_prefix("from_").join(end.add_prefix("to_"))
    same = (start["lon"] == end["lon"]) & (start["lat"] == end["lat"])
    withheld = _withheld(legs, whole)
    return Coarse(at=whole, lost=lost.assign(withheld=withheld.mask(same & (withheld == ""), SAME)))


def coarse_places(places: pd.DataFrame, stand_ins: StandIns = on_grid) -> Coarse:
    """Return places on their stand-ins."""
    points = places[["lon", "lat"]].to_numpy(dtype=float)
    at = stand_ins(points).set_axis(places.index)
    lost = {
        "name": places["name"],
        "start_km": _moved_km(points, at),
        "withheld": _withheld(places, at),
    }
    return Coarse(at=at, lost=pd.DataFrame(lost, index=places.index))


def _withheld(records: pd.DataFrame, at: pd.DataFrame) -> pd.Series:
    none = pd.Series("", records.index, dtype="object").mask(at.isna().any(axis=1), NOWHERE)
    return none.mask(records[RECORD_CLASS] == SECRET.name, IS_SECRET)


def _moved_km(fine: Points, coarse: pd.DataFrame) -> Points:
    """Return by how far each point moves; NaN where nothing stands for it."""
    to = coarse[["lon", "lat"]].to_numpy(dtype=float)
    known = ~np.isnan(to).any(axis=1)
    moved = np.full(len(fine), np.nan)
    _azimuth, _back, metres = WGS84.inv(*fine[known].T, *to[known].T)
    moved[known] = np.asarray(metres) / 1000
    return moved
