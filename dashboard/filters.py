"""What the filters leave of every table: rows and masks, nothing drawn, nothing judged.

An empty filter passes everything. A filter that a table knows nothing of passes all of its rows;
`dashboard.filter_words` says which filters each page offers and what they mean there. A row that
bears no date is left out while a period is set, for nobody can say that it falls into it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.grades import row_grades, shown_grades
from dashboard.kinds import fact_kinds, incident_kinds, kinds_named, source_kinds
from dashboard.words import NO_DATA
from dashboard.year_spans import event_spans, fact_spans, within, year_spans
from geodata.flow_spans import flow_spans
from intake.ids import split_ids
from routes.status import in_use

if TYPE_CHECKING:
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

    Mask = npt.NDArray[np.bool_]

_DAY = pd.Timedelta(days=1)


def shown_legs(atlas: Atlas, readings: Readings, settings: Settings) -> Mask:
    """Return one flag per leg: True where the leg passes every filter.

    A leg touches a country when it declares it. Class, status and grade (the weakest under the
    leg's reading) are those of the as-of date. A period leaves the legs of corridors that are
    reported in use at some time in it; a kind of source those that such a source reports.
    """
    legs, corridor = readings.legs, atlas.legs["corridor_id"]
    return (
        _among(corridor, settings.corridor)
        & _any(atlas.touches, settings.country)
        & _among(legs["risk_class"], settings.risk_class)
        & _among(legs["status"], settings.status)
        & _graded(legs, settings.grade)
        & _any(atlas.leg_source_kinds, settings.source_kind)
        & _used(atlas, corridor, settings.period)
    )


def shown_corridors(atlas: Atlas, shown: Mask) -> pd.Index:
    """Return the corridors, in the order of the data, that have at least one shown leg."""
    kept = set(atlas.legs["corridor_id"].to_numpy()[shown])
    return atlas.corridors.index[[corridor_id in kept for corridor_id in atlas.corridors.index]]


def shown_countries(atlas: Atlas, readings: Readings, settings: Settings) -> pd.Index:
    """Return the countries with a profile, by ``iso3``, that pass.

    Class and grade are those of the country's own figure on the as-of date, and the country of
    origin has no class. One without a figure is of the class and the grade no data. A corridor
    leaves the countries that its legs declare.
    """
    countries = readings.countries.reindex(list(atlas.choices.profile))
    countries["unverified"] = countries["unverified"].eq(other=True)
    shown = (
        _of_countries(countries.index.to_series(), atlas, settings)
        & _among(countries["risk_class"].fillna(NO_DATA), settings.risk_class)
        & _graded(countries, settings.grade)
    )
    return countries.index[shown]


def shown_facts(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the facts that hold on the as-of date and pass.

    The period is that of the year a fact speaks of, or of its source's date where it names none. A
    corridor leaves the facts of the countries that its legs declare.
    """
    facts = readings.facts
    shown = (
        _of_countries(facts["iso3"], atlas, settings)
        & _among(fact_kinds(facts["dimension"]), settings.fact_kind)
        & _evidenced(atlas, facts["confidence"], facts["source_id"], settings)
        & within(fact_spans(facts, atlas.sources), settings.period)
    )
    return facts[shown]


def shown_incidents(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the incidents up to the as-of date that pass; countries as in `shown_facts`."""
    incidents = readings.incidents
    shown = (
        _of_countries(incidents["iso3"], atlas, settings)
        & _among(incident_kinds(incidents["kind"]), settings.fact_kind)
        & _evidenced(atlas, incidents["reliability"], incidents["source_id"], settings)
        & within(year_spans(incidents["date"]), settings.period)
    )
    return incidents[shown]


def shown_events(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the events up to the as-of date that name a chosen country and corridor, and pass.

    An event that lasts falls into every period that it shares a year with.
    """
    return events_left(atlas, readings.events, settings)


def events_left(atlas: Atlas, events: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return those of ``events`` that pass, as in `shown_events`."""
    shown = (
        _naming(events["countries"], set(settings.country) or None)
        & _naming(events["corridor_ids"], set(settings.corridor) or None)
        & _evidenced(atlas, events["confidence"], events["source_ids"], settings)
        & (within(event_spans(events), settings.period) if settings.period else True)
    )
    return events[shown]


def shown_flows(atlas: Atlas, settings: Settings) -> pd.DataFrame:
    """Return the figures of series that pass and whose period had ended on the as-of date.

    Countries are those that the figure's geography names. A block of years falls into every period
    that it shares a year with, and stays a block.
    """
    flows = atlas.flows
    geography = flows["geography"].str.findall(r"[A-Z]{3}").str.join(";")
    later = flow_spans(flows)["end"] > pd.Timestamp(settings.date) + _DAY
    shown = (
        ~later
        & _naming(geography, _asked_countries(atlas, settings))
        & _evidenced(atlas, flows["confidence"], flows["source_ids"], settings)
        & within(year_spans(flows["year"]), settings.period)
    )
    return flows[shown]


def shown_sources(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the sources of the chosen kinds whose own date falls into the period.

    Under a country, corridor, grade or kind of fact only those that a row names which these leave.
    """
    sources = atlas.sources
    shown = _among(source_kinds(sources), settings.source_kind) & within(
        year_spans(sources["date"]), settings.period
    )
    if settings.country or settings.corridor or settings.grade or settings.fact_kind:
        rest = replace(settings, period=(), source_kind=())
        shown &= sources.index.isin(_named_by_evidence(atlas, readings, rest))
    return sources[shown]


def _named_by_evidence(atlas: Atlas, readings: Readings, settings: Settings) -> set[str]:
    facts = shown_facts(atlas, readings, settings)["source_id"]
    cells = [facts, shown_incidents(atlas, readings, settings)["source_id"]]
    if not settings.fact_kind:
        cells += [
            shown_events(atlas, readings, settings)["source_ids"],
            shown_flows(atlas, settings)["source_ids"],
        ]
    return {one for column in cells for cell in column for one in split_ids(cell)}


def _asked_countries(atlas: Atlas, settings: Settings) -> set[str] | None:
    """Return the countries that country and corridor leave together; None for all."""
    if not settings.corridor:
        return set(settings.country) if settings.country else None
    legs = atlas.legs["corridor_id"].isin(settings.corridor)
    touched = atlas.touches[legs].any()
    crossed = set(touched.index[touched])
    return crossed & set(settings.country) if settings.country else crossed


def _of_countries(iso3: pd.Series, atlas: Atlas, settings: Settings) -> Mask:
    asked = _asked_countries(atlas, settings)
    return _everything(iso3) if asked is None else np.asarray(iso3.isin(asked), dtype=bool)


def _evidenced(atlas: Atlas, grades: pd.Series, source_ids: pd.Series, settings: Settings) -> Mask:
    shown = _everything(grades)
    if settings.grade:
        shown &= _among(row_grades(grades, source_ids, atlas.sources), settings.grade)
    if settings.source_kind:
        shown &= _any(kinds_named(source_ids, atlas.sources), settings.source_kind)
    return shown


def _among(values: pd.Series, wanted: tuple[str, ...]) -> Mask:
    return np.asarray(values.isin(wanted), dtype=bool) if wanted else _everything(values)


def _graded(figures: pd.DataFrame, wanted: tuple[str, ...]) -> Mask:
    return _among(shown_grades(figures), wanted) if wanted else _everything(figures)


def _any(flags: pd.DataFrame, wanted: tuple[str, ...]) -> Mask:
    if not wanted:
        return _everything(flags)
    named = flags.reindex(columns=list(wanted), fill_value=False)
    return np.asarray(named.any(axis="columns"), dtype=bool)


def _naming(cells: pd.Series, wanted: set[str] | None) -> Mask:
    if wanted is None:
        return _everything(cells)
    return np.array([not wanted.isdisjoint(split_ids(cell)) for cell in cells], dtype=bool)


def _used(atlas: Atlas, corridor: pd.Series, period: tuple[int, int] | tuple[()]) -> Mask:
    if not period:
        return _everything(corridor)
    spans = in_use(atlas.statuses).rename(columns={"start_year": "first", "end_year": "last"})
    used = spans.loc[within(spans, period), "corridor_id"]
    return np.asarray(corridor.isin(used), dtype=bool)


def _everything(table: pd.Series | pd.DataFrame) -> Mask:
    return np.ones(len(table), dtype=bool)
