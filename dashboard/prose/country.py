"""A country on a corridor in words: kilometres, figure with interval, legal status, treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.language import N_, _, integer
from dashboard.prose.leg import risk_words
from dashboard.prose.passage import Passage, Statement, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.told import Told
    from dashboard.rows import Row

_STATUSES: Final = {
    "Citizenship": N_("There a North Korean is a citizen."),
    "Refugee or asylum status": N_("There a North Korean can be given refugee or asylum status."),
    "Tolerated or redirected": N_("There a North Korean is tolerated or sent on."),
    "Onward transfer, or rare status": N_(
        "There a North Korean is sent onward, or in rare cases given a status."
    ),
    "Illegal entrant, ad hoc outcome": N_(
        "There a North Korean is an illegal entrant, and the outcome is decided case by case."
    ),
    "No recognition": N_("There a North Korean is not recognised as a refugee."),
}
_TREATY: Final = {
    "Party to the Convention or its Protocol": N_(
        "It is bound by the Refugee Convention of 1951 or its Protocol of 1967."
    ),
    "Not party": N_("It is bound by neither the Refugee Convention of 1951 nor its Protocol."),
}
_PARTY: Final = ("treaty_1951_refugee_convention", "treaty_1967_protocol")


def country_passage(told: Told, iso3: str, km: float) -> Passage:
    """Return what a country does to a North Korean on a corridor, in words.

    ``km`` are the kilometres of the corridor in it, flights left out; 0 where only a flight
    touches it.
    """
    country, names = told.countries[iso3], told.names
    where = (
        _("{km} km of the straight line lie in {country}.")
        if km
        else _("Only a flight touches {country}.")
    )
    return Passage(
        key=iso3,
        title=names.listed([iso3]),
        statements=(
            statement(where.format(km=integer(km), country=names.country(iso3))),
            _figure(told, country),
            *_law(told, country),
        ),
    )


def _figure(told: Told, country: Row) -> Statement:
    if not pd.isna(country.applicable) and not country.applicable:
        origin = _("It is the country of origin and is not scored: no state returns to itself.")
        return statement(origin, ours=True)
    if pd.isna(country.risk):
        return statement(_("Its refoulement risk is not known. Missing is not zero risk."))
    words = risk_words(country.risk, country.risk_class, country, "risk")
    ids = ";".join(one.source_ids for one in told.indicators.get(country.Index, ()))
    return statement(words, ids, ours=True)


def _law(told: Told, country: Row) -> Iterator[Statement]:
    if country.legal_status:
        ids = ";".join(
            one.source_ids
            for one in told.indicators.get(country.Index, ())
            if one.dimension == "legal_recognition"
        )
        yield statement(_(_STATUSES[country.legal_status]), ids, ours=True)
    if country.treaty:
        facts = told.facts.get(country.Index, ())
        ids = ";".join(one.source_id for one in facts if one.dimension in _PARTY)
        yield statement(_(_TREATY[country.treaty]), ids)
