"""A corridor in words: status, use, length, readings, legs, countries, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.leg_terms import AIR_MODE, DISPATCHED
from dashboard.language import N_, _, day, decimal, integer, said
from dashboard.prose.country import country_passage
from dashboard.prose.leg import leg_passage
from dashboard.prose.names import Names
from dashboard.prose.passage import Passage, Statement, sentence, statement
from dashboard.prose.unknown import unknown_passage
from dashboard.rows import row, rows
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication
    from dashboard.rows import Row

LEGS, COUNTRIES = "legs", "countries"
_TITLES: Final = {LEGS: N_("Leg by leg"), COUNTRIES: N_("The countries on it")}


def corridor_passage(publication: Publication, corridor_id: str) -> Passage:
    """Return a corridor in words, in the language of the run.

    Parameters
    ----------
    publication
        Of a view; its language must be that of the run.
    corridor_id
        One of its corridors.

    Returns
    -------
    Statements on the corridor as a whole; within it the passages ``legs`` (one part per leg),
    ``countries`` (one part per country) and ``unknown``.
    """
    corridor = row(publication.keyed("corridors"), corridor_id)
    legs = _legs_of(publication, corridor_id)
    names = Names(publication)
    return Passage(
        key=corridor_id,
        title=str(corridor[f"name_{publication.about.lang}"]),
        statements=tuple(_whole(publication, corridor, names)),
        parts=(
            Passage(
                key=LEGS,
                title=_(_TITLES[LEGS]),
                parts=tuple(leg_passage(publication, leg, names) for leg in rows(legs)),
            ),
            Passage(
                key=COUNTRIES,
                title=_(_TITLES[COUNTRIES]),
                parts=tuple(_countries(publication, legs, names)),
            ),
            unknown_passage(publication, corridor, legs),
        ),
    )


def _legs_of(publication: Publication, corridor_id: str) -> pd.DataFrame:
    legs = publication.keyed("legs")
    return legs[legs["corridor_id"] == corridor_id].sort_values("seq")


def _whole(publication: Publication, corridor: Row, names: Names) -> Iterator[Statement]:
    grade = _("The grade of this evidence is {grade}.").format(grade=_(corridor["confidence"]))
    yield statement(f"{sentence(said(corridor['description']))} {grade}", corridor["source_ids"])
    yield from _status(publication, corridor)
    yield _use(corridor)
    yield from _distance(corridor)
    yield from _readings(publication, corridor, names)
    yield from _newest_event(publication, str(corridor.name))


def _status(publication: Publication, corridor: Row) -> Iterator[Statement]:
    periods = publication.rows("statuses")
    of_it = periods[periods["corridor_id"] == corridor.name]
    date = publication.about.date
    year = min(date.year, int(periods["end_year"].max()))
    holds = (of_it["start_year"] <= year) & (of_it["end_year"] >= year)
    told = _("On {date} its status is “{status}”, reported for {years}: {text}")
    for period in rows(of_it[holds].tail(1)):
        words = told.format(
            date=day(date),
            status=_(corridor["status"]),
            years=_years(period),
            text=sentence(said(period.text)),
        )
        yield statement(words, period.source_ids)
    before = list(rows(of_it[of_it["end_year"] < year]))
    if before:
        earlier = _("Before that it was reported as follows: {periods}.")
        listed = "; ".join(f"{_years(one)} {_(one.code)}, {said(one.text)}" for one in before)
        ids = ";".join(one.source_ids for one in before)
        yield statement(earlier.format(periods=listed), ids)


def _years(period: Row) -> str:
    first, last = period.start_year, period.end_year
    return str(first) if first == last else f"{first}–{last}"


def _use(corridor: Row) -> Statement:
    words = {"use": said(corridor["usage_reported"]).rstrip("."), "year": corridor["usage_year"]}
    told = (
        _("Reported use, {year}: {use}.")
        if corridor["usage_year"]
        else _("Reported use, without a year: {use}.")
    )
    return statement(told.format(**words), corridor["usage_source_ids"])


def _distance(corridor: Row) -> Iterator[Statement]:
    ours = _("Its legs as straight lines, flights included, are {km} km long, as we measure.")
    yield statement(ours.format(km=integer(corridor["length_km"])))
    ends = (corridor["distance_km_min"], corridor["distance_km_max"])
    known = dict.fromkeys(integer(float(km)) for km in ends if not pd.isna(km))
    if known:
        told = _("Sources report {km} km ({basis}).")
        words = told.format(km="–".join(known), basis=said(corridor["distance_basis"]))
        yield statement(words, corridor["distance_source_ids"])


def _readings(publication: Publication, corridor: Row, names: Names) -> Iterator[Statement]:
    if pd.isna(corridor["worst_reading"]):
        yield statement(_("No leg of it is scored."))
        return
    told = _(
        "Over the corridor, exposure adds up to {cumulative} (score × 1,000 km; nine of ten draws "
        "lie between {low} and {high}). {km_high} km lie in countries of the gravest class. "
        "Its worst leg reads {worst} of 10."
    )
    words = told.format(
        cumulative=decimal(corridor["cumulative"]),
        low=decimal(corridor["cumulative_low"]),
        high=decimal(corridor["cumulative_high"]),
        km_high=integer(corridor["km_high"]),
        worst=decimal(corridor["worst_reading"]),
    )
    worst = _("That leg goes from {start} to {end}.")
    legs = publication.keyed("legs")
    ends = [
        worst.format(start=names.place(leg.from_id), end=names.place(leg.to_id))
        for leg in rows(legs[legs.index == corridor["worst_leg_id"]])  # filters may leave it out
    ]
    yield statement(" ".join([words, *ends]), ours=True)


def _newest_event(publication: Publication, corridor_id: str) -> Iterator[Statement]:
    events = publication.rows("events").sort_values("date", kind="stable")
    touched = events[[corridor_id in split_ids(ids) for ids in events["corridor_ids"]]]
    told = _("The newest event on record for it is of {date}: {event} We judge: {effect}.")
    for event in rows(touched.tail(1)):
        words = told.format(
            date=event.date, event=sentence(said(event.summary)), effect=said(event.risk_effect)
        )
        yield statement(words, event.source_ids, ours=True)


def _countries(publication: Publication, legs: pd.DataFrame, names: Names) -> Iterator[Passage]:
    """Yield the countries that speak for the legs, in the order in which a person meets them."""
    counted = legs[legs["standing"] != DISPATCHED]
    cells = ";".join(counted["countries_declared"] + ";" + counted["protected_by"])
    on_ground = legs.index[legs["mode"] != AIR_MODE]
    exposure = publication.rows("exposure")
    of_it = exposure[exposure["leg_id"].isin(on_ground)]
    km = of_it.groupby("iso3")["km"].sum()
    table = publication.keyed("countries")
    for iso3 in dict.fromkeys(split_ids(cells)):
        country = next(rows(table.loc[[iso3]]))
        yield country_passage(publication, country, float(km.get(iso3, 0.0)), names)
