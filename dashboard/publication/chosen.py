"""Which rows the settings choose: the filters of the screen, table by table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.filters import shown_corridors, shown_legs
from dashboard.publication.references import named_ids

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The rows that leave: one flag per leg, ids of the rest.

    ``countries`` are those whose evidence was asked for and those that a chosen leg names, so that
    every figure of a leg finds its country in the same file.
    """

    legs: npt.NDArray[np.bool_]
    corridors: pd.Index
    waypoints: pd.Index
    countries: pd.Index
    facts: pd.Index
    incidents: pd.Index
    events: pd.Index
    flows: pd.Index


def chosen_rows(atlas: Atlas, readings: Readings, settings: Settings) -> Chosen:
    """Return which rows the filters leave.

    Legs and corridors as on the map, facts and incidents as on the page Evidence; events that
    touch a corridor that is left; figures of series, which no filter touches, whole.
    """
    shown = shown_legs(atlas, readings, settings)
    legs = atlas.legs[shown]
    corridors = shown_corridors(atlas, shown)
    facts, incidents = (_of_countries(readings, name, settings) for name in ("facts", "incidents"))
    asked = set(settings.country) if settings.country else set(atlas.countries.index)
    named = named_ids(legs["countries_declared"]) | named_ids(legs["protected_by"])
    everything = bool(shown.all())
    return Chosen(
        legs=shown,
        corridors=corridors,
        waypoints=_in_order(atlas.waypoints.index, {*legs["from_id"], *legs["to_id"]}),
        countries=_in_order(atlas.countries.index, asked | named),
        facts=facts,
        incidents=incidents,
        events=readings.events.index if everything else _touching(readings.events, set(corridors)),
        flows=atlas.flows.index,
    )


def _of_countries(readings: Readings, name: str, settings: Settings) -> pd.Index:
    table: pd.DataFrame = getattr(readings, name)
    return table.index[table["iso3"].isin(settings.country)] if settings.country else table.index


def _touching(events: pd.DataFrame, corridors: set[str]) -> pd.Index:
    touches = [not corridors.isdisjoint(cell.split(";")) for cell in events["corridor_ids"]]
    return events.index[touches]


def _in_order(index: pd.Index, wanted: set[str]) -> pd.Index:
    return index[index.isin(wanted)]
