"""Makes of chosen own legs an atlas that may pass the door out: coarse, renamed, measured anew.

Its own legs are of the class public; `dashboard.publication.publish.publish` takes it like any
other atlas and is the only way out. Nothing in it depends on what lies finer than the grid, on the
ids, names, notes, dates or order of the records, or on records that were not chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from dashboard.publication.precision import PUBLIC, RECORD_CLASS
from dashboard.workspace.door import line_shapes
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import added, empty_workspace, standing_records
from dashboard.workspace.network import own_atlas
from geodata.vertices import WGS84
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    import geopandas as gpd

    from dashboard.atlas import Atlas
    from dashboard.workspace.model import Workspace

_ENDS: Final = ["from_lon", "from_lat", "to_lon", "to_lat"]
_KEPT: Final = ["mode", "standing", "protected_by", "countries_declared"]
_NAMES: Final = ["corridor", "from_name", "to_name", "note"]
_PLAIN_NAME: Final = "Own corridor {number}"
ONE_CELL: Final = Sentence("both ends lie in one cell of 0.1 degrees: no leg is left to draw")
NOTHING: Final = Sentence("Nothing is left to share. Choose legs whose ends lie in two cells.")
NO_REASON: Final = Sentence(
    "Write down why this may be shown: published by whom, or agreed with whom. Without a reason "
    "nothing leaves."
)


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Shared:
    """What may pass the door, and what is lost or held back on the way.

    ``atlas`` has the published corridors and the chosen own ones, coarse. ``corridor_ids`` and
    ``leg_ids`` are the new ids. ``lost`` (index the record ids, for the owner alone) has ``name``,
    ``start_km`` and ``end_km`` by which the ends move, ``bends`` that go, and ``withheld``: why the
    leg does not leave, else empty.
    """

    atlas: Atlas
    corridor_ids: tuple[str, ...]
    leg_ids: tuple[str, ...]
    lost: pd.DataFrame


def shared(
    atlas: Atlas,
    workspace: Workspace,
    record_ids: Collection[str],
    *,
    with_text: bool,
    lands: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame],
) -> Shared:
    """Return the published atlas with some own legs in it, as coarse as their class asks.

    Parameters
    ----------
    atlas
        The published data.
    workspace
        Its legs; places, incidents, notes and own assessments do not leave.
    record_ids
        The legs that were chosen.
    with_text
        Whether names of corridors and places, and notes, leave as they were written.
    lands
        Boundaries and unclaimed land, as `geodata.boundaries` reads them.

    Raises
    ------
    WorkspaceError
        No leg is left; the sentence says what to do.
    """
    legs = standing_records(workspace.legs)
    legs = legs[legs.index.isin(list(record_ids))]
    ends, lost = _coarse(legs)
    kept = legs[lost["withheld"] == ""]
    if kept.empty:
        raise WorkspaceError(NOTHING)
    order = legs["seq"].where(legs["seq"].notna(), legs.groupby("corridor").cumcount() + 1)
    kept = kept.assign(seq=order)
    rows = _ordered(_public_rows(kept, ends.loc[kept.index], with_text=with_text))
    made = own_atlas(
        atlas,
        added(empty_workspace(), "legs", rows.drop(columns=[*_ENDS, "group", "title"])),
        boundaries=lands[0],
        unclaimed=lands[1],
    )
    own = _renamed(made, rows)
    return Shared(
        atlas=_together(atlas, own),
        corridor_ids=tuple(own.corridors.index),
        leg_ids=tuple(own.legs.index),
        lost=lost,
    )


def _coarse(legs: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the two ends of each leg on the grid, and what that costs."""
    at, leg = shapely.get_coordinates(line_shapes(legs), return_index=True)
    first = np.flatnonzero(np.diff(leg, prepend=-1))
    last = np.flatnonzero(np.diff(leg, append=len(legs)))
    fine = np.hstack([at[first], at[last]])
    ends = np.round(fine, PUBLIC.decimals or 0) + 0.0  # no minus zero
    same = (ends[:, :2] == ends[:, 2:]).all(axis=1)
    lost = pd.DataFrame(
        {
            "name": legs["name"],
            "start_km": _moved_km(fine[:, :2], ends[:, :2]),
            "end_km": _moved_km(fine[:, 2:], ends[:, 2:]),
            "bends": last - first - 1,
            "withheld": np.where(same, ONE_CELL, ""),
        },
        index=legs.index,
    )
    return pd.DataFrame(ends, index=legs.index, columns=_ENDS), lost


def _moved_km(fine: np.ndarray[Any, Any], coarse: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    _azimuth, _back, metres = WGS84.inv(*fine.T, *coarse.T)
    return np.asarray(metres) / 1000


def _public_rows(legs: pd.DataFrame, ends: pd.DataFrame, *, with_text: bool) -> pd.DataFrame:
    """Return the columns that leave, and ``group``: which legs belong together."""
    texts = legs[_NAMES] if with_text else pd.DataFrame("", legs.index, _NAMES)
    alone = legs["corridor"] == ""
    lines = shapely.linestrings(ends.to_numpy().reshape(-1, 2, 2))
    texts = texts.assign(
        from_name=texts["from_name"].mask(texts["from_name"] == "", _where(ends, "from")),
        to_name=texts["to_name"].mask(texts["to_name"] == "", _where(ends, "to")),
    )
    return pd.concat([legs[[*_KEPT, "seq"]], texts, ends], axis="columns").assign(
        group=legs["corridor"].mask(alone, legs.index.to_series()),
        line=shapely.to_wkt(lines, rounding_precision=PUBLIC.decimals or 0),
    )


def _where(ends: pd.DataFrame, side: str) -> list[str]:
    """Return the cell of each end as its name: no more digits than the grid has."""
    lon, lat = ends[f"{side}_lon"], ends[f"{side}_lat"]
    return [f"{x:.1f}, {y:.1f}" for x, y in zip(lon, lat, strict=True)]


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in an order that only what leaves decides, corridors and legs numbered."""
    seen = [*_ENDS, *_KEPT, *_NAMES]
    inside = rows.sort_values(["seq", *seen], kind="stable", na_position="last")
    keys = {
        group: tuple(map(tuple, legs[seen].astype("str").to_numpy()))
        for group, legs in inside.groupby("group", sort=False)
    }
    number = {group: n for n, group in enumerate(sorted(keys, key=keys.__getitem__), start=1)}
    whole = inside.assign(group=inside["group"].map(number)).sort_values("group", kind="stable")
    plain = whole["group"].map(lambda one: _PLAIN_NAME.format(number=one))
    return whole.assign(
        seq=whole.groupby("group").cumcount() + 1,
        title=whole["corridor"].where(whole["corridor"] != "", plain),
        corridor=[f"own-{one}" for one in whole["group"]],
    ).reset_index(drop=True)


def _renamed(own: Atlas, rows: pd.DataFrame) -> Atlas:
    """Return the own atlas with ids that say nothing of the records, of the class public."""
    legs = [f"own-{group}-{seq}" for group, seq in zip(rows["group"], rows["seq"], strict=True)]
    to_leg = dict(zip(own.legs.index, legs, strict=True))
    titles = rows.drop_duplicates("corridor").set_index("corridor")["title"]
    place = {old: f"own-place-{n}" for n, old in enumerate(own.waypoints.index, start=1)}
    public = {RECORD_CLASS: PUBLIC.name}
    moved = own.legs.assign(
        from_id=own.legs["from_id"].map(place),
        to_id=own.legs["to_id"].map(place),
        **public,
    )
    moved["link_id"] = moved["from_id"] + "~" + moved["to_id"] + "~" + moved["mode"]
    return replace(
        own,
        legs=moved.rename(index=to_leg),
        lines=own.lines.rename(index=to_leg),
        exposure=own.exposure.assign(leg_id=own.exposure["leg_id"].map(to_leg)),
        crossings=own.crossings.assign(leg_id=own.crossings["leg_id"].map(to_leg)),
        waypoints=own.waypoints.rename(index=place).assign(**public),
        corridors=own.corridors.assign(
            name_en=titles,
            name_ko=titles,
            end_waypoint_id=own.corridors["end_waypoint_id"].map(place),
            **public,
        ),
    )


def _together(atlas: Atlas, own: Atlas) -> Atlas:
    """Return the published atlas with the own corridors after its own."""
    tables: dict[str, Any] = {
        name: _both(getattr(atlas, name), getattr(own, name))
        for name in ("legs", "corridors", "waypoints", "lines")
    }
    rows: dict[str, Any] = {
        name: pd.concat([getattr(atlas, name), getattr(own, name)], ignore_index=True)
        for name in ("exposure", "crossings")
    }
    return replace(atlas, **tables, **rows)


def _both(published: Any, own: Any) -> Any:  # noqa: ANN401 - tables with or without shapes
    whole = pd.concat([published, own]).rename_axis(published.index.name)
    if RECORD_CLASS in own:
        whole[RECORD_CLASS] = whole[RECORD_CLASS].fillna(PUBLIC.name)
    return whole
