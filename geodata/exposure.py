"""Says how many kilometres of each leg lie in which country, on open water, or on no one's land.

Water and land are told apart by the shapes themselves: what no country covers is open water
(``SEA``), save where ``unclaimed`` says that it is land of no country (``NONE``). Lakes and
rivers inside a country belong to it. The Caspian Sea lies in no country's shape and is water.
"""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.stretches import LegStretches, stretches
from geodata.vertices import Array, Integers, count_up
from intake.errors import AtlasError

SEA = "SEA"
NONE = "NONE"

# Largest part of a leg's length that the sum of its rows may be off, before it is an error.
TOLERANCE = 1e-9

# What the rounding of coordinates makes of any length: 10 nm.
ROUNDING_KM = 1e-11

# Waypoints stand on a grid of 0.1 degree, about 11 km: a line that clips less than this of a
# country may do so because of the grid, not because of where the corridor runs.
LEAST_KM = 11.0


class ExposureError(AtlasError):
    """Kilometres by country that do not add up to the length of the leg."""


def leg_exposure(
    lines: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    *,
    unclaimed: gpd.GeoDataFrame | None = None,
) -> pd.DataFrame:
    """Return the kilometres of each leg in each country.

    Parameters
    ----------
    lines
        Index ``leg_id``; LineStrings or MultiLineStrings in EPSG:4326, vertices joined by
        geodesics.
    boundaries
        Index ``iso3``; polygons in EPSG:4326. Where two overlap, the first one counts.
    unclaimed
        Polygons of land that belongs to no country, as ``read_unclaimed_land`` gives them.

    Returns
    -------
    pd.DataFrame
        ``leg_id``, ``iso3`` (a country, ``SEA`` or ``NONE``), ``km`` on the ellipsoid; one row
        for each leg and country, legs in the order of ``lines``, countries in the order in which
        the leg first enters them. The rows of a leg add up to its length.

    Raises
    ------
    ExposureError
        The rows of a leg differ from its length by more than ``TOLERANCE`` of it.
    """
    found = _named_stretches(lines, boundaries, unclaimed)
    row, both = pd.factorize(found.leg * len(found.names) + found.name)
    return pd.DataFrame(
        {
            "leg_id": lines.index.to_numpy()[both // len(found.names)],
            "iso3": found.names[both % len(found.names)],
            "km": np.bincount(row, weights=found.km),
        }
    )


def leg_stretches(
    lines: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    *,
    unclaimed: gpd.GeoDataFrame | None = None,
) -> pd.DataFrame:
    """Return each leg as the row of stretches it is made of, from its start to its end.

    Parameters
    ----------
    lines, boundaries, unclaimed
        As ``leg_exposure`` takes them.

    Returns
    -------
    pd.DataFrame
        ``leg_id``; ``order``, counted from 1 on each leg; ``iso3`` (a country, ``SEA`` or
        ``NONE``), never the same twice in a row; ``km`` on the ellipsoid.

    Raises
    ------
    ExposureError
        As ``leg_exposure`` raises it.
    """
    found = _named_stretches(lines, boundaries, unclaimed)
    return pd.DataFrame(
        {
            "leg_id": lines.index.to_numpy()[found.leg],
            "order": count_up(np.bincount(found.leg)) + 1,
            "iso3": found.names[found.name],
            "km": found.km,
        }
    )


def border_crossings(
    lines: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    *,
    unclaimed: gpd.GeoDataFrame | None = None,
) -> pd.DataFrame:
    """Return every border that a leg crosses, in the order in which it does.

    Parameters
    ----------
    lines, boundaries, unclaimed
        As ``leg_exposure`` takes them.

    Returns
    -------
    pd.DataFrame
        ``leg_id``; ``order``, counted from 1 on each leg; ``from_iso3`` and ``to_iso3`` (a
        country, ``SEA`` or ``NONE``); ``at_km``, the distance from the leg's start.

    Raises
    ------
    ExposureError
        As ``leg_exposure`` raises it.
    """
    return crossings_of(leg_stretches(lines, boundaries, unclaimed=unclaimed))


def exposure_of(stretches: pd.DataFrame) -> pd.DataFrame:
    """Return what `leg_exposure` returns, from what `leg_stretches` has returned."""
    return stretches.groupby(["leg_id", "iso3"], sort=False)["km"].sum().reset_index()


def crossings_of(stretches: pd.DataFrame) -> pd.DataFrame:
    """Return what `border_crossings` returns, from what `leg_stretches` has returned."""
    by_leg = stretches.groupby("leg_id", sort=False)
    crossings = pd.DataFrame(
        {
            "leg_id": stretches["leg_id"],
            "order": stretches["order"],
            "from_iso3": stretches["iso3"],
            "to_iso3": by_leg["iso3"].shift(-1),
            "at_km": by_leg["km"].cumsum(),
        }
    )
    return crossings.dropna(subset=["to_iso3"]).reset_index(drop=True)


def declared_disagreements(
    legs: pd.DataFrame, exposure: pd.DataFrame, *, least_km: float = LEAST_KM
) -> pd.DataFrame:
    """Return where the countries a leg declares are not those its line crosses.

    Flights are left out: what they fly over is no exposure. Open water counts as crossed, not
    declared, on a leg that is not by sea.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``mode``; ``countries_declared``, codes parted by ``;``.
    exposure
        As ``leg_exposure`` returns it.
    least_km
        A country that is crossed for less than this need not be declared.

    Returns
    -------
    pd.DataFrame
        ``leg_id``, ``iso3``, ``km`` and ``disagreement``: ``crossed, not declared`` or
        ``declared, not crossed``; in the order of ``legs``.
    """
    compared = legs.loc[legs["mode"] != "air", "countries_declared"]
    declared = compared.str.split(";").explode().rename("iso3").rename_axis("leg_id").reset_index()
    afloat = exposure["leg_id"].isin(legs.index[legs["mode"] == "sea"]) & (exposure["iso3"] == SEA)
    crossed = exposure[exposure["leg_id"].isin(compared.index) & ~afloat]
    both = declared.merge(crossed, on=["leg_id", "iso3"], how="outer", indicator="found")
    undeclared = (both["found"] == "right_only") & (both["km"] >= least_km)
    uncrossed = both["found"] == "left_only"
    told = both.assign(
        km=both["km"].fillna(0.0),
        disagreement=np.where(uncrossed, "declared, not crossed", "crossed, not declared"),
        place=legs.index.get_indexer(pd.Index(both["leg_id"])),
    )
    kept = told[undeclared | uncrossed].sort_values(["place", "iso3"], ignore_index=True)
    return kept[["leg_id", "iso3", "km", "disagreement"]]


@dataclass(frozen=True, kw_only=True)
class _Stretches:
    """Stretches between which the country changes: ``names[name]`` is its code."""

    leg: Integers
    name: Integers
    km: Array
    names: NDArray[np.object_]


def _named_stretches(
    lines: gpd.GeoDataFrame, boundaries: gpd.GeoDataFrame, unclaimed: gpd.GeoDataFrame | None
) -> _Stretches:
    land = _land(boundaries, unclaimed)
    found = stretches(lines, land.geometry.to_numpy())
    # The last is what no shape holds: shape number -1.
    name_of_shape, names = pd.factorize(np.append(land.index.to_numpy(dtype=object), SEA))
    joined = _joined(found, name_of_shape[found.holder], np.asarray(names, dtype=object))
    _refuse_a_residual(joined, found.leg_km, lines.index)
    return joined


def _land(boundaries: gpd.GeoDataFrame, unclaimed: gpd.GeoDataFrame | None) -> gpd.GeoSeries:
    shapes = boundaries.geometry
    if unclaimed is None or unclaimed.empty:
        return shapes
    nobodys = unclaimed.geometry.set_axis([NONE] * len(unclaimed))
    return gpd.GeoSeries(pd.concat([shapes, nobodys]), crs=boundaries.crs)


def _joined(found: LegStretches, name: Integers, names: NDArray[np.object_]) -> _Stretches:
    """Join stretches that follow each other on a leg in the same country."""
    begins = (np.diff(found.leg, prepend=-1) != 0) | (np.diff(name, prepend=-1) != 0)
    km = np.bincount(np.cumsum(begins) - 1, weights=found.km)
    return _Stretches(leg=found.leg[begins], name=name[begins], km=km.astype(float), names=names)


def _refuse_a_residual(found: _Stretches, length_km: Array, leg_ids: pd.Index) -> None:
    sums = np.bincount(found.leg, weights=found.km, minlength=len(length_km))
    off = np.abs(sums - length_km) > TOLERANCE * length_km + ROUNDING_KM
    if off.any():
        raise ExposureError(
            f"leg {leg_ids[off][0]}: its rows add up to {sums[off][0]:.9f} km, expected its "
            f"length, {length_km[off][0]:.9f} km. Look for damaged shapes in the boundaries."
        )
