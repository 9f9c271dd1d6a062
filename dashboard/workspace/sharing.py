"""Makes of chosen own records an atlas that may pass the door: coarse, renamed, measured anew.

Its own legs and places are of the class public; `dashboard.publication.publish.publish` takes it
like any other atlas and is the only way out. Nothing in it depends on what lies finer than the
stand-ins, on the ids, names, notes, dates or order of the records, on records that were not chosen,
or on those of the class secret.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import shapely

from dashboard.publication.precision import PUBLIC, RECORD_CLASS
from dashboard.workspace.coarse import coarse_legs, coarse_places, on_grid
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import added, empty_workspace, standing_records
from dashboard.workspace.network import own_atlas
from intake.ids import split_ids
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    import geopandas as gpd

    from dashboard.atlas import Atlas
    from dashboard.settings import Settings
    from dashboard.workspace.coarse import StandIns
    from dashboard.workspace.model import Workspace

_ENDS: Final = ["from_lon", "from_lat", "to_lon", "to_lat"]
_KEPT: Final = ["mode", "standing", "protected_by", "countries_declared"]
_NAMES: Final = ["corridor", "from_name", "to_name", "note"]
_PLAIN_NAME: Final = "Own corridor {number}"
NOTHING: Final = Sentence(
    "Nothing is left to share. Choose places, or legs whose ends lie in two cells or provinces; "
    "records of the class secret do not leave."
)
NO_REASON: Final = Sentence(
    "Write down why this may be shown: published by whom, or agreed with whom. Without a reason "
    "nothing leaves."
)


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Choice:
    """What was chosen to be shared: the ids of legs and places, and how they leave.

    ``with_text`` lets names of corridors and places, and notes, leave as they were written.
    ``stand_ins`` are what points become.
    """

    record_ids: Collection[str]
    with_text: bool = False
    stand_ins: StandIns = on_grid


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Shared:
    """What may pass the door, and what is lost or held back on the way.

    ``atlas`` has the published corridors and the chosen own records, coarse. ``corridor_ids``,
    ``leg_ids`` and ``place_ids`` are the new ids. ``lost_legs`` and ``lost_places`` are as
    `dashboard.workspace.coarse.Coarse` has them, for the owner alone.
    """

    atlas: Atlas
    corridor_ids: tuple[str, ...]
    leg_ids: tuple[str, ...]
    place_ids: tuple[str, ...]
    lost_legs: pd.DataFrame
    lost_places: pd.DataFrame

    def leaving(self) -> list[str]:
        """Return the ids of the records that leave."""
        return _ids((self.lost_legs, self.lost_places), withheld=False)

    def left_out(self) -> list[str]:
        """Return the ids of the records that were chosen and do not leave."""
        return _ids((self.lost_legs, self.lost_places), withheld=True)


def shared(
    atlas: Atlas,
    workspace: Workspace,
    choice: Choice,
    *,
    lands: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame],
) -> Shared:
    """Return the published atlas with some own records in it, as coarse as their class asks.

    Parameters
    ----------
    atlas
        The published data.
    workspace
        Its legs and places; incidents, notes and own assessments do not leave.
    choice
        Which of them, and how.
    lands
        Boundaries and unclaimed land, as `geodata.boundaries` reads them.

    Raises
    ------
    WorkspaceError
        Nothing is left; the sentence says what to do.
    """
    chosen_legs, chosen_places = (
        table[table.index.isin(list(choice.record_ids))]
        for table in (standing_records(workspace.legs), standing_records(workspace.places))
    )
    coarse, spots = (
        coarse_legs(chosen_legs, choice.stand_ins),
        coarse_places(chosen_places, choice.stand_ins),
    )
    legs = chosen_legs[coarse.lost["withheld"] == ""]
    places = chosen_places[spots.lost["withheld"] == ""]
    if legs.empty and places.empty:
        raise WorkspaceError(NOTHING)
    rows = _ordered(_public_rows(legs, coarse.at.loc[legs.index], with_text=choice.with_text))
    points = _public_places(places, spots.at.loc[places.index], with_text=choice.with_text)
    alone = added(empty_workspace(), "legs", rows.drop(columns=[*_ENDS, "group", "title"]))
    made = own_atlas(atlas, added(alone, "places", points), boundaries=lands[0], unclaimed=lands[1])
    own = _renamed(made, rows, points)
    return Shared(
        atlas=_together(atlas, own),
        corridor_ids=tuple(own.corridors.index),
        leg_ids=tuple(own.legs.index),
        place_ids=tuple(own.waypoints.index),
        lost_legs=coarse.lost,
        lost_places=spots.lost,
    )


def own_view(made: Shared, settings: Settings) -> Settings:
    """Return the settings that leave the own corridors, and the countries that their legs name."""
    legs = made.atlas.legs.loc[list(made.leg_ids), "countries_declared"]
    named = {one for cell in legs for one in split_ids(cell)}
    countries = tuple(one for one in made.atlas.choices.country if one in named)
    return replace(settings, corridor=made.corridor_ids, country=countries)


def _ids(tables: tuple[pd.DataFrame, ...], *, withheld: bool) -> list[str]:
    return [
        str(one) for table in tables for one in table.index[(table["withheld"] != "") == withheld]
    ]


def _public_rows(legs: pd.DataFrame, ends: pd.DataFrame, *, with_text: bool) -> pd.DataFrame:
    """Return the columns that leave, and ``group``: which legs belong together."""
    texts = legs[_NAMES] if with_text else pd.DataFrame("", legs.index, _NAMES)
    alone = legs["corridor"] == ""
    order = legs["seq"].where(legs["seq"].notna(), legs.groupby("corridor").cumcount() + 1)
    lines = shapely.linestrings(ends[_ENDS].to_numpy(dtype=float).reshape(-1, 2, 2))
    texts = texts.assign(
        from_name=texts["from_name"].mask(texts["from_name"] == "", ends["from_name"]),
        to_name=texts["to_name"].mask(texts["to_name"] == "", ends["to_name"]),
    )
    return pd.concat([legs[_KEPT], texts, ends[_ENDS]], axis="columns").assign(
        seq=order,
        group=legs["corridor"].mask(alone, legs.index.to_series()),
        line=shapely.to_wkt(lines, rounding_precision=PUBLIC.decimals or 0),
    )


def _public_places(places: pd.DataFrame, at: pd.DataFrame, *, with_text: bool) -> pd.DataFrame:
    """Return what leaves of places, one for each stand-in, in an order of nothing else."""
    told = places if with_text else places.assign(name="", note="")
    rows = at.assign(
        name=told["name"].mask(told["name"] == "", at["name"]),
        note=told["note"],
        iso3=places["iso3"],
    )
    in_order = rows.sort_values(["lon", "lat", "name", "note", "iso3"], kind="stable")
    return in_order.drop_duplicates(["lon", "lat"]).reset_index(drop=True)


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


def _renamed(own: Atlas, rows: pd.DataFrame, points: pd.DataFrame) -> Atlas:
    """Return the own atlas with ids that say nothing of the records, of the class public."""
    legs = [f"own-{group}-{seq}" for group, seq in zip(rows["group"], rows["seq"], strict=True)]
    to_leg = dict(zip(own.legs.index, legs, strict=True))
    titles = rows.drop_duplicates("corridor").set_index("corridor")["title"]
    place = {old: f"own-place-{n}" for n, old in enumerate(own.waypoints.index, start=1)}
    # The places come first; a country that a leg declares there is known already.
    of_places = pd.Series(points["iso3"].to_numpy(), own.waypoints.index[: len(points)])
    notes = pd.Series(points["note"].to_numpy(), own.waypoints.index[: len(points)])
    told = own.waypoints.assign(
        iso3=own.waypoints["iso3"].mask(own.waypoints["iso3"] == "", of_places).fillna(""),
        note=notes.reindex(own.waypoints.index).fillna(""),
    )
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
        waypoints=told.rename(index=place).assign(**public),
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
