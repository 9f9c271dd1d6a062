"""The data behind everything: read, checked against each other, and drawn on the ellipsoid once."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.classes import NO_DATA
from analysis.dates import start_of
from dashboard import grades, recipes
from dashboard.evidence.records import record_keys
from dashboard.incident_counts import widest_counts
from dashboard.kinds import FACT_KINDS, SOURCE_KINDS, kinds_named, source_kinds
from dashboard.language import ENGLISH, LANGUAGES, current, speaking
from dashboard.leg_steps import parts_step_by_step
from dashboard.names import BETWEEN_ENDS, names_in
from dashboard.rows import rows
from dashboard.settings import Choices
from dashboard.source_line import source_line
from dashboard.words import STATUSES
from dashboard.year_spans import event_spans, fact_spans, year_spans, years_covered
from geodata import evidence, evidence_check
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.checksums import check_recorded
from geodata.evidence_figures import evidence_horizon, verified
from geodata.exposure import border_crossings, leg_exposure
from geodata.lines import leg_lines
from intake.files.layers import no_progress
from routes import tables
from routes.check import check_routes
from routes.status import status_table

if TYPE_CHECKING:
    import geopandas as gpd

    from analysis.leg_parts import LegParts
    from analysis.recipe import LegRule, Recipe
    from dashboard.rows import Row
    from intake.files.layers import Progress

DATA_VARIABLE: Final = "CORRIDOR_ATLAS_DATA"
FIRST_DATE: Final = dt.date(1999, 1, 1)
_ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True, kw_only=True)
class Atlas:
    """Everything that does not depend on a date or a recipe.

    ``legs, corridors, waypoints, statuses, events`` as in ``routes``; ``facts, incidents, flows,
    sources, table1, corrections, domestic_rules, published, countries`` as in ``geodata.evidence``;
    ``lines`` (EPSG:4326, ``length_km``), ``exposure`` (``leg_id, iso3, km``) and ``crossings``
    as in ``geodata``; ``place_names`` of all countries of the world (index ``iso3``,
    ``name_en, name_ko``); ``recipes`` by id.
    """

    legs: pd.DataFrame
    corridors: pd.DataFrame
    waypoints: pd.DataFrame
    statuses: pd.DataFrame
    events: pd.DataFrame
    facts: pd.DataFrame
    incidents: pd.DataFrame
    flows: pd.DataFrame
    sources: pd.DataFrame
    table1: pd.DataFrame
    corrections: pd.DataFrame
    domestic_rules: pd.DataFrame
    published: pd.DataFrame
    countries: pd.DataFrame
    place_names: pd.DataFrame
    lines: gpd.GeoDataFrame
    exposure: pd.DataFrame
    crossings: pd.DataFrame
    recipes: dict[str, Recipe]

    @cached_property
    def touches(self) -> pd.DataFrame:
        """One column per country, one row per leg: whether the leg declares the country."""
        return self.legs["countries_declared"].str.get_dummies(";").astype(bool)

    @cached_property
    def leg_source_kinds(self) -> pd.DataFrame:
        """One column per kind of source, one row per leg: whether such a source reports the leg."""
        return kinds_named(self.legs["source_ids"], self.sources)

    @cached_property
    def km_in(self) -> pd.DataFrame:
        """Kilometres of each leg's line, one column per country; missing where it has none."""
        return self.exposure.pivot_table(index="leg_id", columns="iso3", values="km", aggfunc="sum")

    def leg_parts(self, rule: LegRule, progress: Progress = no_progress) -> LegParts:
        """Return what readings rest on under a recipe's leg table: a date does not change it.

        ``progress`` is called with the share of the legs that are done, 0 to 1.
        """
        if rule not in self._leg_parts:
            self._leg_parts[rule] = parts_step_by_step(
                self.legs, self.exposure, crossings=self.crossings, rule=rule, progress=progress
            )
        return self._leg_parts[rule]

    @cached_property
    def _leg_parts(self) -> dict[LegRule, LegParts]:
        return {}

    def names(self, lang: str | None = None) -> dict[str, str]:
        """Return the names of countries by ``iso3``, in the language of the run unless given."""
        return self._country_names[lang or current()]

    @property
    def corridor_names(self) -> pd.Series:
        """Names of corridors in the language of the run, by ``corridor_id``."""
        return self._corridor_names[current()]

    @property
    def waypoint_names(self) -> pd.Series:
        """Names of waypoints in the language of the run, by ``waypoint_id``."""
        return self._waypoint_names[current()]

    @cached_property
    def country_names(self) -> dict[str, str]:
        """English names of countries by ``iso3``."""
        return self._country_names[ENGLISH]

    @cached_property
    def events_by_start(self) -> tuple[tuple[dt.date, Row], ...]:
        """Dated events as rows with their first day, the earliest first."""
        starts = start_of(self.events["date"]).dropna().sort_values(kind="stable")
        return tuple(zip(starts.dt.date, rows(self.events.loc[starts.index]), strict=True))

    @cached_property
    def _corridor_names(self) -> dict[str, pd.Series]:
        return {lang: names_in(self.corridors, lang) for lang in LANGUAGES}

    @cached_property
    def _waypoint_names(self) -> dict[str, pd.Series]:
        return {lang: names_in(self.waypoints, lang) for lang in LANGUAGES}

    @cached_property
    def _country_names(self) -> dict[str, dict[str, str]]:
        return {lang: dict(names_in(self.place_names, lang)) for lang in LANGUAGES}

    @property
    def source_lines(self) -> dict[str, str]:
        """One line of citation per source id, in the language of the run."""
        return self._source_lines[current()]

    @cached_property
    def _source_lines(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for lang in LANGUAGES:
            with speaking(lang):
                found[lang] = {row.Index: source_line(row) for row in rows(self.sources)}
        return found

    @cached_property
    def cited(self) -> dict[str, Row]:
        """Sources by id, as rows, for the many look-ups of a panel."""
        return {source.Index: source for source in rows(self.sources)}

    @cached_property
    def fact_rows(self) -> dict[str, Row]:
        """Facts by id, as rows."""
        return {fact.Index: fact for fact in rows(self.facts)}

    @cached_property
    def incident_rows(self) -> dict[str, Row]:
        """Incidents by id, as rows."""
        return {incident.Index: incident for incident in rows(self.incidents)}

    @cached_property
    def verified(self) -> pd.Series:
        """Whether each fact rests on a source that was seen."""
        return verified(self.facts["source_id"], self.sources)

    @cached_property
    def choices(self) -> Choices:
        """What each setting may be."""
        codes = set(self.statuses["code"]) | {"unknown"}
        horizon = evidence_horizon(self.sources, self.incidents, self.events)
        kinds = set(source_kinds(self.sources))
        shown = {*self.facts["iso3"], *self.touches.columns}
        named = {*shown, *self.incidents["iso3"]}
        return Choices(
            corridor=tuple(self.corridors.index),
            country=tuple(sorted(named, key=self.country_names.__getitem__)),
            risk_class=(*reversed(self._class_names()), NO_DATA),
            status=tuple(code for code in STATUSES if code in codes),
            grade=grades.SHOWN,
            fact_kind=tuple(FACT_KINDS),
            source_kind=tuple(kind for kind in SOURCE_KINDS if kind in kinds),
            recipe=tuple(self.recipes),
            leg=("", *self.legs.index),
            focus=("", *self.corridors.index),
            profile=tuple(sorted(shown, key=self.country_names.__getitem__)),
            record=("", *record_keys(self)),
            scenario=recipes.scenario_ids(),
            start=tables.ends_by_use(self.legs, "from_id"),
            goal=tables.ends_by_use(self.legs, "to_id"),
            first_date=FIRST_DATE,
            last_date=horizon,
            years=years_covered(
                fact_spans(self.facts, self.sources),
                year_spans(self.incidents["date"]),
                event_spans(self.events),
                year_spans(self.flows["year"]),
            ),
        )

    def leg_names(self, lang: str | None = None) -> pd.Series:
        """Return "from → to" for each leg, in the language of the run unless given."""
        return self._leg_names[lang or current()]

    @cached_property
    def _leg_names(self) -> dict[str, pd.Series]:
        names = {lang: names_in(self.waypoints, lang) for lang in LANGUAGES}
        return {
            lang: self.legs["from_id"].map(name) + BETWEEN_ENDS + self.legs["to_id"].map(name)
            for lang, name in names.items()
        }

    def _class_names(self) -> tuple[str, ...]:
        return recipes.map_rules(self.recipes[recipes.FIRST])[0].names


def data_folder() -> Path | None:
    """Return the folder that the environment names instead of the shipped data, if any."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else None


def corridors_folder(folder: Path | None) -> Path:
    """Return where corridors are read from."""
    return (folder or _ROOT) / "routes" / ("" if folder else "data")


def places_folder(folder: Path | None) -> Path:
    """Return where facts about places are read from."""
    return (folder or _ROOT) / "geodata" / ("" if folder else "data")


def read_atlas(folder: Path | None = None) -> Atlas:
    """Read and check all data, draw the legs, and measure them.

    Parameters
    ----------
    folder
        Holds ``routes/`` and ``geodata/`` with the files of the shipped data; the shipped data
        when None.

    Raises
    ------
    DataFileError
        A file is missing or damaged, or the files contradict each other.
    """
    corridors = corridors_folder(folder)
    places = places_folder(folder)
    # The base map is always the shipped one, whoever's evidence is read.
    check_recorded(places_folder(None), beginning="basemap/" if folder else "")
    evidence_check.check_evidence(places)
    sources = evidence.read_sources(places)
    check_routes(corridors, source_ids=set(sources.index))
    legs, waypoints = tables.legs_table(corridors), tables.waypoints_table(corridors)
    lines, boundaries = leg_lines(legs, waypoints), read_boundaries(places)
    unclaimed = read_unclaimed_land(places)
    names = pd.DataFrame(boundaries[["name_en", "name_ko"]])
    own = evidence.read_countries(places)
    incidents, flows = evidence.read_incidents(places), evidence.read_flows(places)
    return Atlas(
        legs=legs,
        corridors=tables.corridors_table(corridors),
        waypoints=waypoints,
        statuses=status_table(corridors),
        events=tables.events_table(corridors),
        facts=evidence.read_facts(places),
        incidents=incidents.join(widest_counts(incidents, flows)),
        flows=flows,
        sources=sources,
        table1=evidence.read_table1(places),
        corrections=evidence.read_corrections(places),
        domestic_rules=evidence.read_domestic_rules(places),
        published=evidence.read_published_indices(places),
        countries=own,
        place_names=own[["name_en", "name_ko"]].combine_first(names),
        lines=lines,
        exposure=leg_exposure(lines, boundaries, unclaimed=unclaimed),
        crossings=border_crossings(lines, boundaries, unclaimed=unclaimed),
        recipes=recipes.shipped_recipes(),
    )
