"""Draws and measures an organisation's own legs, so that everything reads them like published ones.

The result is an `Atlas` whose corridors, legs and waypoints are the own ones and whose evidence is
the published one. It belongs to one session.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from analysis.leg_terms import AIR_MODE, NONE, SEA
from dashboard.publication.precision import RECORD_CLASS, RESTRICTED
from dashboard.workspace.door import line_shapes
from dashboard.workspace.model import standing_records
from geodata.exposure import crossings_of, exposure_of, leg_stretches
from geodata.lines import CRS, densify_lines
from intake.files.layers import no_progress

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.workspace.model import Workspace
    from intake.files.layers import Progress

AT_ONCE: Final = 5_000  # legs measured before the next sign of progress
SAME_PLACE: Final = 5  # decimals of a degree, about 1 m: ends this close are one place


def own_atlas(
    atlas: Atlas,
    workspace: Workspace,
    *,
    boundaries: gpd.GeoDataFrame,
    unclaimed: gpd.GeoDataFrame,
    progress: Progress = no_progress,
) -> Atlas:
    """Return an atlas of the own legs on the published evidence.

    Ids of legs are record ids; ``corridor_id`` is the corridor's name, or the leg's record id
    where it has none. Ends that lie within a metre are one waypoint, whose id is that of the place
    of the workspace that lies there, if any. Countries that were not declared are those that the
    line crosses, in order; of a flight the first and the last.

    Parameters
    ----------
    atlas
        The published data.
    workspace
        The own legs and places. Own incidents and notes enter no figure.
    boundaries, unclaimed
        As `geodata.boundaries` reads them.
    progress
        Is called with the share of the legs that are measured, 0 to 1.
    """
    own = standing_records(workspace.legs).rename_axis("leg_id")
    shapes = gpd.GeoDataFrame(geometry=line_shapes(own), index=own.index, crs=CRS)
    lines, exposure, crossings = _measured(shapes, boundaries, unclaimed, progress)
    waypoints, from_id, to_id = _waypoints(shapes, own, standing_records(workspace.places))
    legs = _legs(own, _crossed(own, exposure, crossings), lines["length_km"]).assign(
        from_id=from_id, to_id=to_id, link_id=from_id + "~" + to_id + "~" + own["mode"]
    )
    return replace(
        atlas,
        legs=legs,
        corridors=_corridors(legs, atlas.corridors),
        waypoints=_with_countries(waypoints, legs),
        statuses=atlas.statuses.iloc[:0],
        events=atlas.events.iloc[:0],
        lines=lines,
        exposure=exposure,
        crossings=crossings,
    )


def _measured(
    shapes: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    unclaimed: gpd.GeoDataFrame,
    progress: Progress,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the drawn lines, their kilometres by country and their crossings, part by part."""
    parts = []
    for start in range(0, max(1, len(shapes)), AT_ONCE):
        lines = densify_lines(shapes.iloc[start : start + AT_ONCE])
        found = leg_stretches(lines, boundaries, unclaimed=unclaimed)
        parts.append((lines, exposure_of(found), crossings_of(found)))
        progress(min(1.0, (start + AT_ONCE) / max(1, len(shapes))))
    drawn, exposures, crossed = zip(*parts, strict=True)
    return (
        pd.concat(drawn),
        pd.concat(exposures, ignore_index=True),
        pd.concat(crossed, ignore_index=True),
    )


def _legs(own: pd.DataFrame, crossed: pd.Series, length_km: pd.Series) -> pd.DataFrame:
    """Return the own legs in the columns of the published ones; what nobody said is empty."""
    alone = own["corridor"] == ""
    declared = own["countries_declared"].where(own["countries_declared"] != "", crossed)
    order = own.groupby("corridor").cumcount() + 1
    blank = dict.fromkeys(_EMPTY, "")
    return own[["mode", "standing", "protected_by", "note", RECORD_CLASS]].assign(
        corridor_id=own["corridor"].mask(alone, own.index.to_series()),
        seq=own["seq"].where(own["seq"].notna(), order).astype("int64"),
        countries_declared=declared,
        crosses_border=declared.str.contains(";"),
        gc_km=length_km.round().astype("int64"),
        **blank,
    )


_EMPTY: Final = (
    "standing_basis",
    "standing_source_ids",
    "standing_note",
    "countries_note",
    "confidence",
    "source_ids",
)


def _crossed(own: pd.DataFrame, exposure: pd.DataFrame, crossings: pd.DataFrame) -> pd.Series:
    """Return the countries that each line meets, in order and each once; of a flight the ends."""
    first = crossings.drop_duplicates("leg_id")[["leg_id", "from_iso3"]]
    steps = [
        first.rename(columns={"from_iso3": "iso3"}),
        crossings[["leg_id", "to_iso3"]].rename(columns={"to_iso3": "iso3"}),
        exposure[["leg_id", "iso3"]],  # a leg that crosses nothing
    ]
    met = pd.concat(steps)
    met = met[~met["iso3"].isin([SEA, NONE])].drop_duplicates(["leg_id", "iso3"])
    codes: dict[str, list[str]] = {}
    for leg_id, iso3 in zip(met["leg_id"].tolist(), met["iso3"].tolist(), strict=True):
        codes.setdefault(leg_id, []).append(iso3)
    flights = own["mode"] == AIR_MODE
    known = [codes.get(leg_id, []) for leg_id in own.index.tolist()]
    ends = [
        [found[0], found[-1]] if flies and len(found) > 2 else found  # noqa: PLR2004
        for found, flies in zip(known, flights, strict=True)
    ]
    return pd.Series([";".join(found) for found in ends], own.index, dtype="str")


def _waypoints(
    shapes: gpd.GeoDataFrame, own: pd.DataFrame, places: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """Return the places at the ends of the lines, and the one that each leg begins and ends at."""
    at, leg = shapely.get_coordinates(shapes.geometry.to_numpy(), return_index=True)
    first, last = np.flatnonzero(np.diff(leg, prepend=-1)), np.flatnonzero(np.diff(leg, append=-1))
    ends = pd.DataFrame(np.concatenate([at[first], at[last]]), columns=["lon", "lat"])
    names = pd.concat([own["from_name"], own["to_name"]], ignore_index=True)
    known = places[["lon", "lat", "name"]].rename_axis("waypoint_id").reset_index()
    every = pd.concat([known, ends.assign(name=names.to_numpy())], ignore_index=True)
    spot = every[["lon", "lat"]].round(SAME_PLACE).groupby(["lon", "lat"], sort=False).ngroup()
    own_id = every["waypoint_id"].groupby(spot).first()
    ids = own_id.fillna(pd.Series([f"spot-{n}" for n in own_id.index], own_id.index))
    named = every["name"].mask(every["name"] == "").groupby(spot).first()
    stand = every.groupby(spot)[["lon", "lat"]].first()
    where = pd.Series([f"{lon:.3f}, {lat:.3f}" for lon, lat in stand.to_numpy()], dtype="str")
    table = stand.assign(name_en=named.fillna(where), name_ko=named.fillna(where)).set_axis(
        pd.Index(ids.astype("str"), name="waypoint_id")
    )
    of_end = ids[spot.iloc[len(known) :]].to_numpy()
    halves = np.split(of_end, 2)
    from_id, to_id = (pd.Series(half, own.index, dtype="str") for half in halves)
    blank = dict.fromkeys(_EMPTY_OF_A_PLACE, "")
    return table.assign(**blank, **{RECORD_CLASS: RESTRICTED.name}), from_id, to_id


_EMPTY_OF_A_PLACE: Final = (
    "iso3",
    "admin1",
    "role",
    "marker_basis",
    "confidence",
    "source_ids",
    "note",
)


def _with_countries(waypoints: pd.DataFrame, legs: pd.DataFrame) -> pd.DataFrame:
    """Return the places with the country that a leg first declares there."""
    declared = legs["countries_declared"].str.split(";")
    starts = pd.Series(declared.str[0].to_numpy(), legs["from_id"])
    stops = pd.Series(declared.str[-1].to_numpy(), legs["to_id"])
    both = pd.concat([starts, stops])
    found = both[~both.index.duplicated()].reindex(waypoints.index)
    return waypoints.assign(iso3=found.fillna("").astype("str"))


def _corridors(legs: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """Return one row per own corridor, named as the organisation names it."""
    ids = pd.Index(legs["corridor_id"].unique(), dtype="str", name=published.index.name)
    last = legs.sort_values("seq", kind="stable").groupby("corridor_id")["to_id"].last()
    km = legs.groupby("corridor_id")["gc_km"].sum()
    rows = published.iloc[:0].reindex(ids)
    words = rows.columns[[dtype == "str" for dtype in rows.dtypes]]
    texts = {str(word): "" for word in words} | {RECORD_CLASS: RESTRICTED.name}
    return rows.assign(
        **(texts | {"name_en": ids, "name_ko": ids, "end_waypoint_id": last.reindex(ids)}),
        map_length_gc_km=km.reindex(ids),
    )
