"""Which rows the settings choose: the filters of the screen, table by table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.filters import (
    shown_corridors,
    shown_events,
    shown_facts,
    shown_flows,
    shown_incidents,
    shown_legs,
)
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

    Legs and corridors as on the map; facts, incidents, events and figures of series as on the page
    Evidence.
    """
    shown = shown_legs(atlas, readings, settings)
    legs = atlas.legs[shown]
    asked = set(settings.country) if settings.country else set(atlas.countries.index)
    named = named_ids(legs["countries_declared"]) | named_ids(legs["protected_by"])
    return Chosen(
        legs=shown,
        corridors=shown_corridors(atlas, shown),
        waypoints=_in_order(
            atlas.waypoints.index,
            {*legs["from_id"], *legs["to_id"], *_on_no_leg(atlas, settings)},
        ),
        countries=_in_order(atlas.countries.index, asked | named),
        facts=shown_facts(atlas, readings, settings).index,
        incidents=shown_incidents(atlas, readings, settings).index,
        events=shown_events(atlas, readings, settings).index,
        flows=shown_flows(atlas, settings).index,
    )


def _on_no_leg(atlas: Atlas, settings: Settings) -> pd.Index:
    """Return the places that are on no leg: only the country can choose among them."""
    places, legs = atlas.waypoints, atlas.legs
    alone = places[~places.index.isin([*legs["from_id"], *legs["to_id"]])]
    return alone.index[alone["iso3"].isin(settings.country)] if settings.country else alone.index


def _in_order(index: pd.Index, wanted: set[str]) -> pd.Index:
    return index[index.isin(wanted)]
