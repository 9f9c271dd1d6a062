"""The tables of a view and of the whole dataset, before the allow-list is laid over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.classes import NO_DATA
from dashboard.compare import comparable
from dashboard.texts import mentioned
from dashboard.words import READINGS
from intake.ids import split_ids
from routes.status import as_it_stood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.recipe import Recipe
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.publication.chosen import Chosen
    from dashboard.uncertainty import Intervals

Rows = dict[str, pd.DataFrame]
_SHARE = "p "
_WHITE_PAPER = "wp_kim"  # the source of Table 1 as a whole


def view_tables(atlas: Atlas, readings: Readings, intervals: Intervals, chosen: Chosen) -> Rows:
    """Return the tables of a view by name; the sources are those that a row of it names."""
    legs = atlas.legs.index[chosen.legs]
    tables = {
        "legs": _legs(atlas, readings, intervals).loc[legs],
        "corridors": _corridors(atlas, readings, intervals).loc[chosen.corridors],
        "countries": _countries(atlas, readings, intervals).loc[chosen.countries],
        "indicators": _where(readings.indicators, "iso3", chosen.countries),
        "terms": _where(readings.drivers, "leg_id", legs),
        "exposure": _where(atlas.exposure, "leg_id", legs),
        "class_shares": _class_shares(intervals, {"leg": legs, "country": chosen.countries}),
        "ranks": _ranks(atlas, readings, intervals, chosen.corridors),
        "waypoints": atlas.waypoints.loc[chosen.waypoints],
        "statuses": _where(
            as_it_stood(atlas.statuses, readings.date), "corridor_id", chosen.corridors
        ),
        "facts": readings.facts.loc[chosen.facts],
        "incidents": readings.incidents.loc[chosen.incidents],
        "events": readings.events.loc[chosen.events],
        "flows": atlas.flows.loc[chosen.flows],
        "method": _method([readings.recipe]),
        "table1": as_printed(atlas.table1),
        "corrections": atlas.corrections,
        "domestic_rules": atlas.domestic_rules[atlas.domestic_rules.index.isin(chosen.countries)],
    }
    return {**tables, "sources": _named_by(tables, atlas.sources)}


def dataset_tables(atlas: Atlas) -> Rows:
    """Return every table that is kept, none that is computed, by name."""
    return {
        "legs": atlas.legs,
        "corridors": atlas.corridors,
        "statuses": atlas.statuses,
        "waypoints": atlas.waypoints,
        "countries": atlas.countries,
        "facts": atlas.facts,
        "incidents": atlas.incidents,
        "events": atlas.events,
        "flows": atlas.flows,
        "published_indices": atlas.published,
        "method": _method(atlas.recipes.values()),
        "sources": atlas.sources,
        "table1": as_printed(atlas.table1),
        "corrections": atlas.corrections,
        "domestic_rules": atlas.domestic_rules,
    }


def as_printed(table1: pd.DataFrame) -> pd.DataFrame:
    """Return Table 1 with the citation behind the words of each cell, where they lack it.

    A cell that says "None" alone is read as missing by the programs that open the files.
    """
    told: dict[str, list[str]] = {}
    for column in map(str, table1):
        citation = table1.get(f"{column}_citation")
        if citation is not None:
            told[column] = [
                words if words.endswith(cited) else f"{words} {cited}"
                for words, cited in zip(table1[column], citation, strict=True)
            ]
    return table1.assign(**told)


def _legs(atlas: Atlas, readings: Readings, intervals: Intervals) -> pd.DataFrame:
    found = readings.legs.drop(columns="corridor_id")
    return atlas.legs.join(found).assign(
        name_en=atlas.leg_names("en"),
        name_ko=atlas.leg_names("ko"),
        length_km=atlas.lines["length_km"],
        reading_low=intervals.legs["low"],
        reading_high=intervals.legs["high"],
        class_share=_share_of_class(intervals.legs, readings.legs["risk_class"]),
    )


def _corridors(atlas: Atlas, readings: Readings, intervals: Intervals) -> pd.DataFrame:
    ends = {
        f"{reading}_{end}": _of(intervals.corridors, reading)[end]
        for reading in READINGS
        for end in ("low", "high")
    }
    return atlas.corridors.join(readings.corridors).assign(
        status=readings.status, comparable=comparable(atlas, readings), **ends
    )


def _countries(atlas: Atlas, readings: Readings, intervals: Intervals) -> pd.DataFrame:
    found = atlas.countries.join(readings.countries)
    classes = found["risk_class"].fillna(NO_DATA)
    return found.assign(
        risk_class=classes,
        risk_low=intervals.countries["low"],
        risk_high=intervals.countries["high"],
        class_share=_share_of_class(intervals.countries, classes),
        treaty=readings.treaty,
    )


def _share_of_class(sure: pd.DataFrame, classes: pd.Series) -> pd.Series:
    """Return the share of draws in the class that is shown; missing where nothing was drawn."""
    long = _shares(sure).set_index(["id", "risk_class"])["share"]
    places = pd.MultiIndex.from_arrays([classes.index, classes])
    return pd.Series(long.reindex(places).to_numpy(), index=classes.index, dtype="float64")


def _shares(sure: pd.DataFrame) -> pd.DataFrame:
    """Return one row per ``id`` and ``risk_class`` with its ``share`` of the draws."""
    shares = sure.filter(like=_SHARE).rename(columns=lambda name: name.removeprefix(_SHARE))
    rows = shares.rename_axis("id").reset_index()
    return rows.melt("id", var_name="risk_class", value_name="share").dropna()


def _class_shares(intervals: Intervals, ids: dict[str, pd.Index]) -> pd.DataFrame:
    found = {"leg": _shares(intervals.legs), "country": _shares(intervals.countries)}
    parts = [_where(rows, "id", ids[kind]).assign(kind=kind) for kind, rows in found.items()]
    return pd.concat(parts)


def _ranks(
    atlas: Atlas, readings: Readings, intervals: Intervals, corridors: pd.Index
) -> pd.DataFrame:
    likes = comparable(atlas, readings)
    ranked = _where(intervals.ranks, "corridor_id", corridors.intersection(likes.index[likes]))
    return ranked.rename(columns={"shown_rank": "rank", "low": "rank_low", "high": "rank_high"})


def _method(recipes: Iterable[Recipe]) -> pd.DataFrame:
    rows = [
        (recipe.id, one.where, one.value, one.why, one.reference, one.judgement)
        for recipe in recipes
        for one in recipe.reasons
    ]
    columns = ["recipe_id", "place", "value", "why", "reference", "judgement"]
    return pd.DataFrame(rows, columns=columns)


def _named_by(tables: Rows, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources that some row of the tables names, in a column of ids or in its note."""
    named = {
        one
        for table in tables.values()
        for column in table
        if str(column).endswith(("source_id", "source_ids"))
        for cell in table[column].dropna().unique()
        for one in split_ids(str(cell))
    }
    in_notes = {
        one
        for table in tables.values()
        if "note" in table
        for note in table["note"].dropna().unique()
        for one in mentioned(str(note))
    }
    return sources[sources.index.isin({*named, *in_notes, _WHITE_PAPER})]


def _where(table: pd.DataFrame, column: str, ids: pd.Index) -> pd.DataFrame:
    return table[table[column].isin(ids)]


def _of(rows: pd.DataFrame, reading: str) -> pd.DataFrame:
    return rows[rows["reading"] == reading].set_index("corridor_id")
