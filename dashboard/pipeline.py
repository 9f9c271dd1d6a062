"""The one joint: evidence, corridors and recipes become readings. No screen here.

The pages, the command line and the files call these functions and so cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.as_of import indicators_on
from analysis.assessed import evidence_dates
from analysis.corridors import corridor_readings
from analysis.countries import country_index
from analysis.dates import start_of
from analysis.leg_terms import DISPATCHED
from analysis.legal_status import legal_status, strictest_on_leg
from analysis.legs import leg_dimension, leg_rules, read_legs
from dashboard.recipes import map_rules, read_recipe
from dashboard.rows import rows
from intake.files.layers import no_progress
from routes.status import MUTED, status_on

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from analysis.recipe import Classes, LegRule, Recipe
    from dashboard.atlas import Atlas
    from dashboard.rows import Row
    from intake.files.layers import Progress

BANDS: Final = ("0–2", "2–4", "4–6", "6–8", "8–10")
_BAND_EDGES: Final = (0.0, 2.0, 4.0, 6.0, 8.0, 10.001)  # an edge opens the next band
# Of the time that many legs take, their parts take so much, and so much with their readings.
_OF_PARTS, _OF_LEGS = 0.55, 0.85
_PARTY: Final = ("treaty_1951_refugee_convention", "treaty_1967_protocol")


@dataclass(frozen=True, kw_only=True)
class Readings:
    """Every figure as of one date under one recipe.

    ``indicators`` (one row per country and dimension) and ``countries`` (index ``iso3``, with
    ``legal_status``) as in ``analysis``; ``legs`` (index ``leg_id``) with ``corridor_id, status,
    muted, unverified, reading, risk_class, legal_status, grade`` and the rest of ``leg_readings``;
    ``drivers`` add up to each leg's exposure; ``corridors`` (index ``corridor_id``); ``status`` by
    corridor; ``treaty`` by country; ``facts, incidents, events`` that hold on the date.
    """

    date: dt.date
    recipe: Recipe
    indicators: pd.DataFrame
    countries: pd.DataFrame
    legs: pd.DataFrame
    drivers: pd.DataFrame
    corridors: pd.DataFrame
    status: pd.Series
    treaty: pd.Series
    facts: pd.DataFrame
    incidents: pd.DataFrame
    events: pd.DataFrame

    @cached_property
    def assessed(self) -> dict[tuple[str, str], Row]:
        """Indicators as rows, by country and dimension."""
        return {(found.iso3, found.dimension): found for found in rows(self.indicators)}

    @cached_property
    def facts_of(self) -> dict[str, list[Row]]:
        """Facts that hold on the date as rows, by country, in the order of the file."""
        return _by_country(self.facts)

    @cached_property
    def incidents_of(self) -> dict[str, list[Row]]:
        """Incidents up to the date as rows, by country, newest first."""
        return _by_country(self.incidents.sort_values("date", ascending=False, kind="stable"))

    @property
    def classes(self) -> Classes:
        """The classes of the recipe."""
        return map_rules(self.recipe)[0]

    @property
    def leg_rule(self) -> LegRule:
        """How the recipe reads legs."""
        return map_rules(self.recipe)[1]


def read_risk(atlas: Atlas, recipe: str | Path, date: dt.date) -> Readings:
    """Return every figure as of ``date``.

    Parameters
    ----------
    atlas
        The data.
    recipe
        The id of a shipped recipe, or the path of a recipe's TOML file.
    date
        Only facts, incidents, treaties and corridor status that hold on this date count.

    Raises
    ------
    RecipeError
        The recipe cannot be used; file, node and expectation are named.
    DataFileError
        The recipe's file cannot be read.
    """
    used = atlas.recipes[recipe] if isinstance(recipe, str) else read_recipe(recipe)
    return readings_from(atlas, used, indicators=found_indicators(atlas, used, date), date=date)


def found_indicators(atlas: Atlas, used: Recipe, date: dt.date) -> pd.DataFrame:
    """Return what the evidence says of every country on a date; see `indicators_on`."""
    return indicators_on(
        atlas.facts, atlas.sources, incidents=atlas.incidents, recipe=used, date=date
    )


def readings_from(
    atlas: Atlas,
    used: Recipe,
    *,
    indicators: pd.DataFrame,
    date: dt.date,
    progress: Progress = no_progress,
) -> Readings:
    """Return every figure that follows from indicators as of ``date``.

    Parameters
    ----------
    atlas
        The data.
    used
        The recipe.
    indicators
        The result of `indicators_on` for the date, as found or as a scenario changes it.
    date
        Which corridor status, treaties, facts, incidents and events hold.
    progress
        Is called with the share that is done, 0 to 1.
    """
    countries = country_index(indicators, used)
    countries["legal_status"] = legal_status(countries["legal_recognition"])
    parts = atlas.leg_parts(leg_rules(used)[1], lambda share: progress(share * _OF_PARTS))
    legs, drivers = read_legs(parts, countries, used)
    progress(_OF_LEGS)
    status = status_on(atlas.statuses, date)
    return Readings(
        date=date,
        recipe=used,
        indicators=indicators,
        countries=countries,
        legs=_described(atlas, legs, countries, status).assign(
            unverified=_rests_on_unverified(drivers, countries).reindex(
                legs.index, fill_value=False
            )
        ),
        drivers=drivers,
        corridors=corridor_readings(atlas.legs, legs),
        status=status,
        treaty=_treaty(atlas, date),
        facts=_holding(atlas.facts, evidence_dates(atlas.facts, atlas.sources), date),
        incidents=_holding(atlas.incidents, start_of(atlas.incidents["date"]), date),
        events=_holding(atlas.events, start_of(atlas.events["date"]), date),
    )


def _described(
    atlas: Atlas, readings: pd.DataFrame, countries: pd.DataFrame, status: pd.Series
) -> pd.DataFrame:
    """Return the leg readings with corridor, status, muted and legal status beside them."""
    legs = atlas.legs
    code = legs["corridor_id"].map(status)
    escape = legs["standing"] != DISPATCHED
    recognition = strictest_on_leg(
        legs["countries_declared"], legs["protected_by"], countries["legal_recognition"]
    )
    return readings.assign(
        corridor_id=legs["corridor_id"],
        status=code,
        muted=code.isin(MUTED),
        legal_status=legal_status(recognition).where(escape),
    )


def _rests_on_unverified(drivers: pd.DataFrame, countries: pd.DataFrame) -> pd.Series:
    """Return, by leg, whether a country whose score counts rests on a source nobody has seen."""
    unseen = countries.index[countries["unverified"]]
    counts = drivers["score"].notna() & drivers["iso3"].isin(unseen)
    return counts.groupby(drivers["leg_id"]).any()


def leg_bands(atlas: Atlas, readings: Readings, dimension: str) -> pd.Series:
    """Return the band (0-2 to 8-10) of each leg on one dimension; missing where there is no data.

    The same weighing as the leg's reading, with the scores of ``dimension`` in place of the index.
    """
    read = leg_dimension(
        atlas.legs,
        atlas.exposure,
        crossings=atlas.crossings,
        scores=readings.countries[dimension],
        recipe=readings.recipe,
    )["reading"]
    bands = pd.cut(read, list(_BAND_EDGES), labels=list(BANDS), right=False)
    return bands.astype("object")


def _by_country(table: pd.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for one in rows(table):
        found.setdefault(one.iso3, []).append(one)
    return found


def _treaty(atlas: Atlas, date: dt.date) -> pd.Series:
    """Return, by country, whether it is bound by the Convention or its Protocol on the date."""
    rows = atlas.facts[atlas.facts["dimension"].isin(_PARTY)]
    bound = (rows["value"] == "party") & (rows["year"].fillna(0) <= date.year)
    party = bound.groupby(rows["iso3"]).any()
    return party.map({True: "Party to the Convention or its Protocol", False: "Not party"})


def _holding(table: pd.DataFrame, starts: pd.Series, date: dt.date) -> pd.DataFrame:
    """Return the rows that had begun by ``date``; undated rows always hold."""
    return table[starts.isna() | (starts <= pd.Timestamp(date))]
