"""What prose is told from: the tables of a publication, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.prose.names import Names
from dashboard.rows import rows

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from dashboard.publication.publication import Publication
    from dashboard.rows import Row


@dataclass(frozen=True)
class Told:
    """A publication, with its tables by key; made in the language of the run."""

    publication: Publication

    @property
    def date(self) -> dt.date:
        """The as-of date."""
        return self.publication.about.date

    @cached_property
    def names(self) -> Names:
        """Names of countries and places."""
        return Names(self.publication)

    @cached_property
    def corridors(self) -> pd.DataFrame:
        """Corridors by id."""
        return self.publication.keyed("corridors")

    @cached_property
    def sources(self) -> dict[str, Row]:
        """Sources as rows, by id."""
        return {one.Index: one for one in rows(self.publication.keyed("sources"))}

    @cached_property
    def countries(self) -> dict[str, Row]:
        """Countries as rows, by code."""
        return {one.Index: one for one in rows(self.publication.keyed("countries"))}

    @cached_property
    def legs(self) -> dict[str, list[Row]]:
        """Legs as rows in their order, by corridor."""
        return _by(self.publication.keyed("legs").sort_values("seq"), "corridor_id")

    @cached_property
    def kilometres(self) -> dict[str, dict[str, float]]:
        """Kilometres of each leg by country."""
        parts = _by(self.publication.rows("exposure"), "leg_id")
        return {leg: {one.iso3: one.km for one in found} for leg, found in parts.items()}

    @cached_property
    def scored(self) -> dict[str, list[str]]:
        """Countries whose scores enter the figure of each leg."""
        terms = self.publication.rows("terms")
        known = _by(terms[terms["score"].notna()], "leg_id")
        return {leg: list(dict.fromkeys(one.iso3 for one in found)) for leg, found in known.items()}

    @cached_property
    def indicators(self) -> dict[str, list[Row]]:
        """Indicators as rows, by country."""
        return _by(self.publication.rows("indicators"), "iso3")

    @cached_property
    def facts(self) -> dict[str, list[Row]]:
        """Facts as rows, by country."""
        return _by(self.publication.rows("facts"), "iso3")

    @cached_property
    def periods(self) -> dict[str, list[Row]]:
        """Periods of status as rows in their order, by corridor."""
        return _by(self.publication.rows("statuses"), "corridor_id")

    @cached_property
    def events(self) -> list[Row]:
        """Events up to the date as rows, oldest first."""
        return list(rows(self.publication.rows("events").sort_values("date", kind="stable")))


def _by(table: pd.DataFrame, column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for one in rows(table):
        found.setdefault(getattr(one, column), []).append(one)
    return found
