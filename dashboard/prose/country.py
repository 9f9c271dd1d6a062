"""A country on a corridor in words: kilometres, figure with interval, legal status, treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.language import N_, _, integer
from dashboard.prose.leg import risk_words
from dashboard.prose.passage import Passage, Statement, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.names import Names
    from dashboard.publication.publication import Publication
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


def country_passage(
    publication: Publication,
    country: Row,
    km: float,
    names: Names,
) -> Passage:
    """Return what a country does to a North Korean on a corridor, in words.

    Parameters
    ----------
    publication
        Of a view.
    country
        A row of its table ``countries``.
    km
        Kilometres of the corridor in it, flights left out; 0 where only a flight touches it.
    names
        Of the same publication.
    """
    iso3 = str(country.Index)
    told = (
        _("{km} km of the straight line lie in {country}.")
        if km
        else _("Only a flight touches {country}.")
    )
    where = told.format(km=integer(km), country=names.country(iso3))
    return Passage(
        key=iso3,
        title=names.listed([iso3]),
        statements=(statement(where), *_figure(publication, country), *_law(publication, country)),
    )


def _figure(publication: Publication, country: Row) -> Iterator[Statement]:
    if not pd.isna(country.applicable) and not country.applicable:
        origin = _("It is the country of origin and is not scored: no state returns to itself.")
        yield statement(origin, ours=True)
    elif pd.isna(country.risk):
        yield statement(_("Its refoulement risk is not known. Missing is not zero risk."))
    else:
        words = risk_words(country.risk, country.risk_class, country, "risk")
        yield statement(words, _sources(publication, str(country.Index)), ours=True)


def _law(publication: Publication, country: Row) -> Iterator[Statement]:
    if country.legal_status:
        indicators = publication.rows("indicators")
        found = indicators[indicators["dimension"] == "legal_recognition"]
        ids = ";".join(found.loc[found["iso3"] == country.Index, "source_ids"])
        yield statement(_(_STATUSES[country.legal_status]), ids, ours=True)
    if country.treaty:
        facts = publication.rows("facts")
        of_it = facts[facts["dimension"].isin(_PARTY) & (facts["iso3"] == country.Index)]
        yield statement(_(_TREATY[country.treaty]), ";".join(of_it["source_id"]))


def _sources(publication: Publication, iso3: str) -> str:
    """Return the ids of the sources that the figure of a country rests on."""
    indicators = publication.rows("indicators")
    return ";".join(indicators.loc[indicators["iso3"] == iso3, "source_ids"])
