"""Names of countries and places as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.leg_terms import NONE, SEA
from dashboard.language import ENGLISH, N_, _, integer
from dashboard.names import name_in, names_in
from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.publication.publication import Publication

# English names that take an article inside a sentence.
_THE: Final = frozenset({"PRK", "KOR", "LAO", "RUS", "USA", "GBR", "PHL"})
# A line may cross a country that the filters leave out, and with it its name.
_LEFT_OUT: Final = N_("a country that the filters leave out")
_NO_COUNTRY: Final = {SEA: N_("open water"), NONE: N_("land of no country")}


class Names:
    """The names in a publication, in its language."""

    def __init__(self, publication: Publication) -> None:
        """Look the names up once."""
        self._lang = publication.about.lang
        countries = names_in(publication.keyed("countries"), self._lang)
        self._countries = {str(iso3): str(name) for iso3, name in countries.items()}
        self._countries |= {code: _(name) for code, name in _NO_COUNTRY.items()}
        self._places = {
            place.Index: (name_in(place, self._lang), place.iso3)
            for place in rows(publication.keyed("waypoints"))
        }

    def country(self, iso3: str) -> str:
        """Return a country inside a sentence."""
        article = "the " if self._lang == ENGLISH and iso3 in _THE else ""
        return article + self._countries[iso3]

    def place(self, waypoint_id: str) -> str:
        """Return a place."""
        return str(self._places[waypoint_id][0])

    def way(self, from_id: str, to_id: str) -> dict[str, str]:
        """Return the ends of a leg with their countries; one that both are in is named once."""
        (start, start_in), (end, end_in) = self._places[from_id], self._places[to_id]
        same = start_in == end_in
        return {
            "start": self._within(start, start_in),
            "end": end if same else self._within(end, end_in),
        }

    def _within(self, place: str, iso3: str) -> str:
        country = self._countries[iso3]
        if country in place:
            return place
        return _("{place}, {country}").format(place=place, country=country)

    def listed(self, codes: Iterable[str]) -> str:
        """Return countries as a list."""
        return ", ".join(self._countries[iso3] for iso3 in codes)

    def kilometres(self, km_in: Mapping[str, float]) -> str:
        """Return kilometres by country, the most first: "China 2,220 km, open water 450 km"."""
        return ", ".join(
            _("{country} {km} km").format(
                country=self._countries.get(iso3, _(_LEFT_OUT)), km=integer(km_in[iso3])
            )
            for iso3 in sorted(km_in, key=lambda iso3: (-km_in[iso3], iso3))
        )
