"""A corridor in words: status, use, length, readings, legs, countries, what is not known."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from analysis.leg_terms import AIR_MODE, DISPATCHED
from dashboard.language import _, day, decimal, integer, said
from dashboard.names import name_in
from dashboard.prose.country import country_passage
from dashboard.prose.leg import leg_passage
from dashboard.prose.passage import Passage, Statement, sentence, statement
from dashboard.prose.unknown import unknown_passage
from dashboard.rows import row
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.told import Told
    from dashboard.rows import Row


def corridor_passage(told: Told, corridor_id: str) -> Passage:
    """Return a corridor in words, in the language of the run.

    Returns
    -------
    Statements on the corridor as a whole; within it the passages ``legs`` (one part per leg),
    ``countries`` (one part per country) and ``unknown``.
    """
    corridor = row(told.corridors, corridor_id)
    legs = told.legs[corridor_id]
    return Passage(
        key=corridor_id,
        title=name_in(corridor, told.publication.about.lang),
        statements=tuple(_whole(told, corridor)),
        parts=(
            Passage(
                key="legs",
                title=_("Leg by leg"),
                parts=tuple(leg_passage(told, leg) for leg in legs),
            ),
            Passage(
                key="countries",
                title=_("The countries on it"),
                parts=tuple(_countries(told, legs)),
            ),
            unknown_passage(told, corridor),
        ),
    )


def _whole(told: Told, corridor: Row) -> Iterator[Statement]:
    grade = _("The grade of this evidence is {grade}.").format(grade=_(corridor["confidence"]))
    yield statement(f"{sentence(said(corridor['description']))} {grade}", corridor["source_ids"])
    yield from _status(told, corridor)
    yield _use(corridor)
    yield from _distance(corridor)
    yield _readings(told, corridor)
    yield from _newest_event(told, str(corridor.name))


def _status(told: Told, corridor: Row) -> Iterator[Statement]:
    """Yield the status by the rule of ``routes.status.status_on``, then the periods before it."""
    periods = told.periods.get(str(corridor.name), [])
    last = max((one.end_year for every in told.periods.values() for one in every), default=0)
    year = min(told.date.year, last)
    for period in [one for one in periods if one.start_year <= year <= one.end_year][-1:]:
        known = {"date": day(told.date), "status": _(corridor["status"]), "years": _years(period)}
        words = (
            _("On {date} its status is “{status}”, reported for {years}: {text}")
            if period.text
            else _("On {date} its status is “{status}”, reported for {years}.")
        )
        text = sentence(said(period.text))
        yield statement(words.format(text=text, **known), period.source_ids)
    if before := [one for one in periods if one.end_year < year]:
        earlier = _("Before that it was reported as follows: {periods}.")
        listed = "; ".join(f"{_years(one)} {_(one.code)}, {said(one.text)}" for one in before)
        ids = ";".join(one.source_ids for one in before)
        yield statement(earlier.format(periods=listed), ids)


def _years(period: Row) -> str:
    first, last = period.start_year, period.end_year
    return str(first) if first == last else f"{first}–{last}"


def _use(corridor: Row) -> Statement:
    words = (
        _("Reported use, {year}: {use}.")
        if corridor["usage_year"]
        else _("Reported use, without a year: {use}.")
    )
    use = said(corridor["usage_reported"]).rstrip(".")
    filled = words.format(use=use, year=corridor["usage_year"])
    return statement(filled, corridor["usage_source_ids"])


def _distance(corridor: Row) -> Iterator[Statement]:
    ours = _("Its legs as straight lines, flights included, are {km} km long, as we measure.")
    yield statement(ours.format(km=integer(corridor["length_km"])))
    ends = (corridor["distance_km_min"], corridor["distance_km_max"])
    known = dict.fromkeys(integer(float(km)) for km in ends if not pd.isna(km))
    if known:
        reported = _("Sources report {km} km ({basis}).")
        words = reported.format(km="–".join(known), basis=said(corridor["distance_basis"]))
        yield statement(words, corridor["distance_source_ids"])


def _readings(told: Told, corridor: Row) -> Statement:
    if pd.isna(corridor["worst_reading"]):
        return statement(_("No leg of it is scored."))
    words = _(
        "Over the corridor, exposure adds up to {cumulative} (score × 1,000 km; nine of ten draws "
        "lie between {low} and {high}). {km_high} km lie in countries of the gravest class. "
        "Its worst leg reads {worst} of 10."
    ).format(
        cumulative=decimal(corridor["cumulative"]),
        low=decimal(corridor["cumulative_low"]),
        high=decimal(corridor["cumulative_high"]),
        km_high=integer(corridor["km_high"]),
        worst=decimal(corridor["worst_reading"]),
    )
    worst = _("That leg goes from {start} to {end}.")
    ends = [
        worst.format(start=told.names.place(leg.from_id), end=told.names.place(leg.to_id))
        for leg in told.legs[str(corridor.name)]
        if leg.Index == corridor["worst_leg_id"]  # the filters may leave it out
    ]
    return statement(" ".join([words, *ends]), ours=True)


def _newest_event(told: Told, corridor_id: str) -> Iterator[Statement]:
    words = _("The newest event on record for it is of {date}: {event} Effect on risk: {effect}.")
    touched = [one for one in told.events if corridor_id in split_ids(one.corridor_ids)]
    for event in touched[-1:]:
        known = {"date": event.date, "effect": said(event.risk_effect)}
        filled = words.format(event=sentence(said(event.summary)), **known)
        yield statement(filled, event.source_ids, ours=True)


def _countries(told: Told, legs: list[Row]) -> Iterator[Passage]:
    """Yield the countries that speak for the legs, in the order in which a person meets them."""
    km: defaultdict[str, float] = defaultdict(float)
    for leg in legs:
        for iso3, part in told.kilometres[leg.Index].items() if leg.mode != AIR_MODE else ():
            km[iso3] += part
    counted = (leg for leg in legs if leg.standing != DISPATCHED)
    cells = ";".join(f"{leg.countries_declared};{leg.protected_by}" for leg in counted)
    for iso3 in dict.fromkeys(split_ids(cells)):
        yield country_passage(told, iso3, km[iso3])
