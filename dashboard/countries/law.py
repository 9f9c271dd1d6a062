"""The law of one country on the as-of date: treaties, domestic rules, agreements with the DPRK."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


TREATIES: Final = (
    "treaty_1951_refugee_convention",
    "treaty_1967_protocol",
    "treaty_cat",
    "treaty_iccpr",
    "treaty_crc",
    "treaty_cped",
)


def facts_about(readings: Readings, iso3: str, *starts: str) -> list[Row]:
    """Return the facts of a country that hold on the date, kinds in the order of ``starts``."""
    held = readings.facts_of.get(iso3, ())
    return [fact for start in starts for fact in held if fact.dimension.startswith(start)]


def treaties(readings: Readings, iso3: str) -> dict[str, Row | None]:
    """Return, for each of the six treaties, the newest fact on it; None where nothing is held.

    A treaty joined after the as-of date is not held on it: what stood before is not on record.
    """
    return {
        treaty: max(facts_about(readings, iso3, treaty), key=_year, default=None)
        for treaty in TREATIES
    }


def _year(fact: Row) -> int:
    return 0 if pd.isna(fact.year) else int(fact.year)
