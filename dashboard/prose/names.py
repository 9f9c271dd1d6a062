"""Names of countries and places as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.leg_terms import NONE, SEA
from dashboard.language import ENGLISH, N_, _, integer
from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from dashboard.publication.publication import Publication

# English names that take an article inside a sentence.
_THE: Final = frozenset({"PRK", "KOR", "LAO", "RUS", "USA", "GBR", "PHL"})
_NO_COUNTRY: Final = {SEA: N_("open water"), NONE: N_("land of no country")}


class Names:
    """The names in a publication, in its language; a code stands for a name that is not in it."""

    def __init__(self, publication: Publication) -> None:
        """Look the names up once."""
        self._lang = publication.about.lang
        column = f"name_{self._lang}"
        self._countries = {
            **dict(publication.keyed("countries")[column]),
            **{code: _(name) for code, name in _NO_COUNTRY.items()},
        }
        self._places = {
            place.Index: (getattr(place, column), place.iso3)
            for place in rows(publication.keyed("waypoints"))
        }

    def country(self, iso3: str) -> str:
        """Return a country inside a sentence."""
        article = "the " if self._lang == ENGLISH and iso3 in _THE else ""
        return article + self._countries.get(iso3, iso3)

    def place(self, waypoint_id: str) -> str:
        """Return a place."""
        return str(self._places[waypoint_id][0])

    def place_in_country(self, waypoint_id: str) -> str:
        """Return a place with its country."""
        name, iso3 = self._places[waypoint_id]
        return _("{place}, {country}").format(place=name, country=self._countries[iso3])

    def listed(self, codes: Iterable[str]) -> str:
        """Return countries as a list."""
        return ", ".join(self._countries.get(iso3, iso3) for iso3 in codes)

    def kilometres(self, exposure: pd.DataFrame) -> str:
        """Return kilometres by country, the most first: "China 2,220 km, open water 450 km"."""
        by_country = exposure.groupby("iso3", as_index=False)["km"].sum()
        most_first = by_country.sort_values(["km", "iso3"], ascending=[False, True])
        return ", ".join(
            _("{country} {km} km").format(
                country=self._countries.get(one.iso3, one.iso3), km=integer(one.km)
            )
            for one in rows(most_first)
        )
