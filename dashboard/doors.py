"""The caches: what is read or computed once and shared by every session. Public data only.

Everything here is public, read-only and the same for all sessions, so it is shared without
copying. Nothing that a user brings in may ever pass through these doors.
"""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import assets, pipeline, session, uncertainty
from dashboard import scenarios as what_if
from dashboard.alternatives import find_alternatives
from dashboard.atlas import Atlas, data_folder, places_folder, read_atlas
from dashboard.drawn_changes import drawn_dates, drawn_scenario
from dashboard.evidence import search, shelves
from dashboard.evidence.moved import moved_by
from dashboard.known_names import known_names
from dashboard.language import ENGLISH, _, speaking
from dashboard.later import Later, read_later
from dashboard.maps.network import network_payload
from dashboard.maps.page_filters import page_filters as filters_of_the_page
from dashboard.maps.paint import Paint, paint_legs
from dashboard.panels.corridor_list import corridor_table
from dashboard.panels.country_map import Picture, picture
from dashboard.panels.leg_list import leg_table
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.provinces import read_provinces
from intake.errors import AtlasError

if TYPE_CHECKING:
    import datetime as dt

    import geopandas as gpd
    import pandas as pd

    from analysis.scenario import Scenario
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.alternatives import Alternatives, Search
    from dashboard.drawn_changes import Changes
    from dashboard.made_numbers import Shown
    from intake.files.known import Known


_read: Final = threading.Event()
_known: Final[dict[str, str]] = {}


@st.cache_resource(show_spinner=False)
def atlas() -> Atlas:
    """Return the data, read and checked once per server."""
    found = read_atlas(data_folder())
    _read.set()
    return found


def waiting() -> AbstractContextManager[object]:
    """Say that the evidence is being read, while it is and to those who wait for it."""
    words = _("Reading the evidence and measuring the legs …")
    return nullcontext() if _read.is_set() else st.spinner(words)


def warm() -> None:
    """Read the data and the first view before anybody asks; damage is shown to who does ask."""
    with suppress(AtlasError):
        first = atlas().choices.default()
        paint(first.recipe, first.date, first.paint)
        page_filters(first.recipe, first.date, ENGLISH)
        network_url()


@st.cache_resource(show_spinner=False, max_entries=64)
def readings(recipe: str, date: dt.date) -> pipeline.Readings:
    """Return every figure as of ``date`` under ``recipe``."""
    return pipeline.read_risk(atlas(), recipe, date)


@st.cache_resource(show_spinner=False, max_entries=64)
def certainty(recipe: str, date: dt.date) -> pd.Series:
    """Return the share of draws in which each leg has the class that is shown."""
    found = readings(recipe, date)
    return uncertainty.class_certainty(atlas(), found, uncertainty_rule())


@st.cache_resource(show_spinner=False, max_entries=64)
def intervals(recipe: str, date: dt.date) -> uncertainty.Intervals:
    """Return how sure every figure is as of ``date`` under ``recipe``."""
    return uncertainty.read_intervals(atlas(), readings(recipe, date), uncertainty_rule())


@st.cache_resource(show_spinner=False, max_entries=64)
def corridor_sensitivity(recipe: str, date: dt.date, corridor: str) -> pd.DataFrame:
    """Return which choice or value drives the readings of a corridor."""
    found = readings(recipe, date)
    return uncertainty.corridor_sensitivity(atlas(), found, uncertainty_rule(), corridor)


@st.cache_resource(show_spinner=False, max_entries=64)
def later(recipe: str, date: dt.date) -> Later:
    """Return what the end of the evidence has that ``date`` has not."""
    end = readings(recipe, atlas().choices.last_date)
    return read_later(atlas(), readings(recipe, date), end)


@st.cache_resource(show_spinner=False, max_entries=16)
def parts(recipe: str, date: dt.date) -> pd.DataFrame:
    """Return what each country, indicator and source adds to every leg."""
    return uncertainty.read_parts(atlas(), readings(recipe, date))


@st.cache_resource(show_spinner=False, max_entries=16)
def left_out(recipe: str, date: dt.date) -> pd.DataFrame:
    """Return how each figure changes without one indicator, or one source; takes seconds."""
    return uncertainty.read_left_out(atlas(), readings(recipe, date))


@st.cache_resource(show_spinner=False, max_entries=64)
def alternatives(recipe: str, date: dt.date, search: Search) -> Alternatives:
    """Return the ways between two places of the published corridors."""
    found = readings(recipe, date)
    return find_alternatives(atlas(), found, uncertainty_rule(), search=search)


@st.cache_resource(show_spinner=False)
def scenarios() -> dict[str, Scenario]:
    """Return the scenarios by id."""
    return what_if.shipped_scenarios(atlas())


def scenario_titles(lang: str) -> dict[str, str]:
    """Return what the scenarios are called in ``lang``, by id."""
    return {one.id: what_if.title(one, lang) for one in scenarios().values()}


@st.cache_resource(show_spinner=False, max_entries=64)
def under_scenario(recipe: str, date: dt.date, scenario: str) -> what_if.Compared:
    """Return what a scenario would change as of ``date`` under ``recipe``."""
    return what_if.under_scenario(atlas(), readings(recipe, date), scenarios()[scenario])


@st.cache_resource(show_spinner=False, max_entries=32)
def date_changes(recipe: str, date: dt.date, beside: dt.date) -> Changes:
    """Return how sure each difference between ``beside`` and ``date`` is."""
    then, now = readings(recipe, beside), readings(recipe, date)
    return drawn_dates(atlas(), then, now, uncertainty_rule())


@st.cache_resource(show_spinner=False, max_entries=32)
def scenario_changes(recipe: str, date: dt.date, scenario: str) -> Changes:
    """Return how sure each difference is that a scenario would make."""
    found = under_scenario(recipe, date, scenario)
    return drawn_scenario(atlas(), found, uncertainty_rule())


@st.cache_resource(show_spinner=False)
def uncertainty_rule() -> UncertaintyRule:
    """Return how far values and choices are varied."""
    return uncertainty.read_rule()


@st.cache_resource(show_spinner=False, max_entries=256)
def paint(recipe: str, date: dt.date, by: str) -> Paint:
    """Return how the legs are painted when coloured ``by``."""
    return paint_legs(atlas(), readings(recipe, date), by, certainty(recipe, date))


@st.cache_resource(show_spinner=False, max_entries=64)
def page_filters(recipe: str, date: dt.date, lang: str) -> list[dict[str, Any]]:
    """Return what the map needs to answer the page's filters by itself, labels in ``lang``."""
    with speaking(lang):
        return filters_of_the_page(atlas(), readings(recipe, date), session.widget_key)


@st.cache_resource(show_spinner=False, max_entries=128)
def corridor_rows(recipe: str, date: dt.date, lang: str) -> pd.DataFrame:
    """Return all rows of the corridor list in ``lang``; a run shows those the filters leave."""
    with speaking(lang):
        return corridor_table(atlas(), readings(recipe, date))


@st.cache_resource(show_spinner=False)
def search_index() -> dict[str, pd.Series]:
    """Return the words by which each record of the evidence is found."""
    return search.search_index(atlas())


@st.cache_resource(show_spinner=False, max_entries=128)
def shelf(recipe: str, date: dt.date, kind: str, lang: str) -> pd.DataFrame:
    """Return all records of a kind as a table in ``lang``; a run shows those the filters leave."""
    with speaking(lang):
        return shelves.shelf(atlas(), readings(recipe, date), kind)


@st.cache_resource(show_spinner=False, max_entries=256)
def moved(recipe: str, date: dt.date, key: str) -> pd.DataFrame:
    """Return every number that rests on a record."""
    return moved_by(atlas(), readings(recipe, date), key)


@st.cache_resource(show_spinner=False, max_entries=256)
def made_numbers(recipe: str, date: dt.date, key: str, lang: str) -> pd.DataFrame:
    """Return every figure of a chart, count and sentence that a record makes, in ``lang``."""
    from dashboard.made_numbers import made_with  # noqa: PLC0415 - charts take long, as below

    shown = shown_charts(recipe, date, lang)
    with speaking(lang):
        return made_with(atlas(), readings(recipe, date), key, shown=shown)


@st.cache_resource(show_spinner=False, max_entries=16)
def shown_charts(recipe: str, date: dt.date, lang: str) -> Shown:
    """Return what the charts of time tell with all evidence, in ``lang``."""
    from dashboard.made_numbers import shown_charts  # noqa: PLC0415 - charts take long, as below

    with speaking(lang):
        return shown_charts(atlas(), readings(recipe, date))


@st.cache_resource(show_spinner=False, max_entries=128)
def leg_rows(recipe: str, date: dt.date, countries: tuple[str, ...], lang: str) -> pd.DataFrame:
    """Return all rows of the list of legs in ``lang``, with the kilometres in ``countries``."""
    with speaking(lang):
        found = readings(recipe, date)
        return leg_table(atlas(), found, intervals(recipe, date), countries)


@st.cache_resource(show_spinner=False)
def boundaries() -> gpd.GeoDataFrame:
    """Return the countries of the world, for maps that are drawn here and not in the browser."""
    return read_boundaries(places_folder(data_folder()))


@st.cache_resource(show_spinner=False)
def unclaimed_land() -> gpd.GeoDataFrame:
    """Return the land that belongs to no country, to measure lines of a reader's own."""
    return read_unclaimed_land(places_folder(data_folder()))


@st.cache_resource(show_spinner=False)
def provinces() -> gpd.GeoDataFrame:
    """Return the provinces of the countries with evidence, to make own places coarser."""
    return read_provinces(places_folder(data_folder()))


@st.cache_resource(show_spinner=False)
def names_known_to_files() -> Known:
    """Return the names that a file of a reader's own may use."""
    return known_names(atlas().waypoints, atlas().place_names)


@st.cache_resource(show_spinner=False, max_entries=128)
def country_picture(recipe: str, date: dt.date, iso3: str) -> Picture:
    """Return the small map of a country with its legs as of ``date`` under ``recipe``."""
    return picture(atlas(), readings(recipe, date), iso3, boundaries())


@st.cache_resource(show_spinner=False)
def network_url() -> str:
    """Return the address on this app of the constant network, built once."""
    found = atlas()
    url = assets.publish(
        network_payload(found.waypoints, found.legs, found.corridors, found.lines), ".json"
    )
    _known["network"] = url
    return url


def network_url_if_known() -> str | None:
    """Return the same without waiting for the data to be read."""
    return _known.get("network")
