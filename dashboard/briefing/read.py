"""Figures of a story that the atlas counts or reads: corridors, kilometres, risk, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.briefing.errors import no_scenario
from dashboard.briefing.figure import Figure, counted, ids_of, known
from dashboard.language import _, decimal, integer
from dashboard.series.figures import number
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dashboard.briefing.evidence import StepEvidence
    from dashboard.pipeline import Readings


def corridors(evidence: StepEvidence) -> Figure:
    """Return how many corridors the step shows."""
    corridors = evidence.atlas.corridors.loc[evidence.chosen.corridors]
    return counted(len(corridors), ids_of(corridors["source_ids"]))


def legs(evidence: StepEvidence) -> Figure:
    """Return how many legs the step shows."""
    legs = evidence.atlas.legs[evidence.chosen.legs]
    return counted(len(legs), ids_of(legs["source_ids"]))


def source_count(evidence: StepEvidence) -> Figure:
    """Return how many sources there are."""
    return counted(len(evidence.atlas.sources))


def corridors_through(evidence: StepEvidence, iso3: str) -> Figure:
    """Return how many corridors that the step shows lead through a state."""
    touches = evidence.atlas.touches
    through = touches[known(iso3, touches.columns)] & evidence.chosen.legs
    legs = evidence.atlas.legs[through]
    corridors = legs["corridor_id"].unique()
    return counted(len(corridors), ids_of(evidence.atlas.corridors.loc[corridors, "source_ids"]))


def corridors_with(evidence: StepEvidence, status: str) -> Figure:
    """Return how many corridors that the step shows have a status on its date."""
    found = evidence.readings.status.loc[evidence.chosen.corridors]
    held = found.index[found == known(status, evidence.atlas.choices.status)]
    periods = evidence.atlas.statuses
    own = periods[periods["corridor_id"].isin(held) & (periods["code"] == status)]
    return counted(len(held), ids_of(own["source_ids"]))


def corridor_status(evidence: StepEvidence, corridor: str) -> Figure:
    """Return the status of a corridor on the date of the step."""
    code = evidence.readings.status[_corridor_id(evidence, corridor)]
    periods = evidence.atlas.statuses
    own = periods[(periods["corridor_id"] == corridor) & (periods["code"] == code)]
    return Figure(text=_(code), value=code, source_ids=ids_of(own["source_ids"]))


def corridor_name(evidence: StepEvidence, corridor: str) -> Figure:
    """Return what a corridor is called."""
    return Figure(text=evidence.atlas.corridor_names[_corridor_id(evidence, corridor)])


def country_name(evidence: StepEvidence, iso3: str) -> Figure:
    """Return what a country is called."""
    names = evidence.atlas.names()
    return Figure(text=names[known(iso3, evidence.atlas.countries.index)])


def reading(column: str, digits: int, *, before: bool = False) -> Callable[..., Figure]:
    """Return a figure of a corridor: a column of its readings, of the evidence if ``before``."""

    def figure(evidence: StepEvidence, corridor: str) -> Figure:
        readings = evidence.baseline if before else evidence.readings
        value = float(readings.corridors[column][_corridor_id(evidence, corridor)])
        legs = evidence.atlas.legs
        own = legs[legs["corridor_id"] == corridor]
        states = sorted({one for ids in own["countries_declared"] for one in split_ids(ids)})
        judged = _judged(readings, states) if column != "length_km" else ()
        sources = (*ids_of(evidence.atlas.corridors.loc[[corridor], "source_ids"]), *judged)
        return Figure(
            text=decimal(value, digits),
            value=value,
            source_ids=tuple(dict.fromkeys(sources)),
            ours=column != "length_km",
        )

    return figure


def risk(*, before: bool = False) -> Callable[..., Figure]:
    """Return the figure of risk of a country, of the evidence if ``before``."""

    def figure(evidence: StepEvidence, iso3: str) -> Figure:
        readings = evidence.baseline if before else evidence.readings
        value = readings.countries["risk"][known(iso3, readings.countries.index)]
        text = _(NO_DATA) if pd.isna(value) else number(float(value))
        return Figure(text=text, value=value, source_ids=_judged(readings, [iso3]), ours=True)

    return figure


def word(column: str) -> Callable[..., Figure]:
    """Return the figure that is a word of a country: its class or its legal status."""

    def figure(evidence: StepEvidence, iso3: str) -> Figure:
        readings = evidence.readings
        word = readings.countries[column][known(iso3, readings.countries.index)]
        text = _(NO_DATA) if pd.isna(word) else _(word)
        return Figure(text=text, value=word, source_ids=_judged(readings, [iso3]), ours=True)

    return figure


def _judged(readings: Readings, countries: Collection[str]) -> tuple[str, ...]:
    """Return the sources of the indicators that the index reads in some countries."""
    found = readings.indicators
    counts = found["iso3"].isin(countries) & found["dimension"].isin(readings.recipe.columns)
    return ids_of(found.loc[counts, "source_ids"])


def host_states(evidence: StepEvidence) -> Figure:
    """Return of how many host states the evidence speaks."""
    return counted(len(evidence.baseline.treaty), _treaties(evidence))


def party_states(evidence: StepEvidence) -> Figure:
    """Return how many of them are bound by the Refugee Convention or its Protocol."""
    bound = evidence.baseline.treaty.str.startswith("Party")
    return counted(int(bound.sum()), _treaties(evidence))


def _treaties(evidence: StepEvidence) -> tuple[str, ...]:
    facts = evidence.atlas.facts
    wanted = ("treaty_1951_refugee_convention", "treaty_1967_protocol")
    return ids_of(facts.loc[facts["dimension"].isin(wanted), "source_id"])


def changed(sign: int) -> Callable[..., Figure]:
    """Return how many corridors read higher (1) or lower (-1) under the scenario of the step."""

    def figure(evidence: StepEvidence) -> Figure:
        if evidence.compared is None:
            raise no_scenario()
        table = evidence.compared.corridors
        own = table[(table["reading"] == "cumulative") & table["changed"]]
        found = int((own["change"] * sign > 0).sum())
        sources = _judged(evidence.baseline, evidence.baseline.countries.index)
        return Figure(text=integer(found), value=found, source_ids=sources, ours=True)

    return figure


def _corridor_id(evidence: StepEvidence, corridor: str) -> str:
    return known(corridor, evidence.atlas.corridors.index)
