"""Which sources a page names where it shows one thing: a leg, a record, a country, a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.countries import gaps
from dashboard.evidence.records import sources_of
from dashboard.publication.references import named_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def sources_in_view(
    atlas: Atlas, readings: Readings, settings: Settings, page: str
) -> set[str] | None:
    """Return the ids of the sources behind what is open on a page; None where all rows are shown.

    A leg or a corridor has its own sources and those of the evidence under the figures of the
    countries that it touches.
    """
    if page == "map" and (settings.leg or settings.focus):
        own = atlas.legs["corridor_id"] == settings.focus
        return _of_legs(atlas, readings, [settings.leg] if settings.leg else atlas.legs.index[own])
    if page == "evidence" and settings.record:
        return set(sources_of(atlas, settings.record))
    if page == "country":
        return set(gaps.sources_of(atlas, readings, settings.profile))
    if page == "side_by_side":
        return {one for iso3 in settings.compared for one in gaps.sources_of(atlas, readings, iso3)}
    return None


def _of_legs(atlas: Atlas, readings: Readings, leg_ids: Iterable[str]) -> set[str]:
    legs = atlas.legs.loc[list(leg_ids)]
    corridors = atlas.corridors.loc[legs["corridor_id"].unique()]
    touched = named_ids(legs["countries_declared"])
    indicators = readings.indicators[readings.indicators["iso3"].isin(touched)]
    used = indicators[indicators["dimension"].isin(readings.recipe.columns)]
    evidence = named_ids(used["evidence_ids"])
    return {
        *named_ids(legs["source_ids"]),
        *named_ids(corridors["source_ids"]),
        *atlas.facts.loc[atlas.facts.index.isin(evidence), "source_id"],
        *atlas.incidents.loc[atlas.incidents.index.isin(evidence), "source_id"],
    }
