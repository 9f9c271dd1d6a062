"""Which sources a page names where it shows one thing: a leg, a record, a country, a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.countries import gaps
from dashboard.evidence.records import sources_of
from dashboard.publication.references import named_ids
from dashboard.series.evidence import of_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

# Columns of ids of sources in the tables that charts are made from.
_CITING: Final = frozenset({"source_id", "source_ids", "alt_source_ids", "counted_by"})


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
    if page == "time":
        return _of_charts(atlas, readings, settings)
    return None


def _of_charts(atlas: Atlas, readings: Readings, settings: Settings) -> set[str]:
    """Return the sources of what the charts show, and of the series under them where all stand."""
    from dashboard.time_charts import TIME_CHARTS, told  # noqa: PLC0415 - charts take long to load

    evidence = of_view(atlas, readings, settings)
    chosen = (settings.chart,) if settings.chart else TIME_CHARTS
    tells = [told(TIME_CHARTS[name], evidence) for name in chosen]
    tables = [table for one in tells for table in (one.table, one.events)]
    every = tables if settings.chart else [*tables, evidence.figures]
    return {
        one for table in every for name in _CITING & set(table) for one in named_ids(table[name])
    }


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
