"""Checks that the files about corridors agree, and refuses the first cell that does not."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from intake.csv_table import refuse_where
from intake.errors import BadCell
from intake.ids import split_ids
from intake.sentence import Sentence
from routes.read import DATA, read_corridors, read_events, read_legs, read_waypoints
from routes.status import status_periods

SOURCE_COLUMNS = ("source_ids", "standing_source_ids", "distance_source_ids", "usage_source_ids")
WAYPOINT = Sentence("the id of a waypoint that is in the data")
CORRIDOR = Sentence("the id of a corridor that is in the data")
SOURCE = Sentence("the id of a source that is in the data")
PRECISIONS = {4: "year", 7: "month", 10: "day"}


def check_routes(folder: Path = DATA, *, source_ids: Collection[str] | None = None) -> None:
    """Check every rule that reaches over several cells or files.

    Ids resolve; each corridor has names of its own; legs are numbered from 1 and chain to the
    corridor's last waypoint; declared countries hold the countries of both ends; standings say
    what they rest on; the corridor's length is the sum of its legs; dates have the precision they
    claim.

    Parameters
    ----------
    folder
        The folder that holds the four files.
    source_ids
        The sources that are known; without them the sources are not looked up.

    Raises
    ------
    BadCell
        At the first cell that breaks a rule.
    DataFileError
        A file is missing or damaged.
    """
    waypoints, legs = read_waypoints(folder), read_legs(folder)
    corridors, events = read_corridors(folder), read_events(folder)
    _check_references(folder, waypoints=waypoints, legs=legs, corridors=corridors, events=events)
    _check_names(folder / "corridors.csv", corridors)
    _check_chains(folder / "legs.csv", legs, corridors)
    _check_countries(folder / "legs.csv", legs, waypoints)
    _check_standings(folder / "legs.csv", legs)
    _check_lengths(folder / "corridors.csv", legs, corridors)
    _check_dates(folder / "events.csv", events)
    _check_periods(folder / "corridors.csv", corridors, source_ids)
    if source_ids is not None:
        tables = {"waypoints": waypoints, "legs": legs, "corridors": corridors, "events": events}
        for name, table in tables.items():
            _check_sources(folder / f"{name}.csv", table, source_ids)


def _check_references(
    folder: Path,
    *,
    waypoints: pd.DataFrame,
    legs: pd.DataFrame,
    corridors: pd.DataFrame,
    events: pd.DataFrame,
) -> None:
    places, known = set(waypoints["waypoint_id"]), set(corridors["corridor_id"])
    leg_file, corridor_file = folder / "legs.csv", folder / "corridors.csv"
    _resolve(leg_file, legs, column="from_id", known=places, what=WAYPOINT)
    _resolve(leg_file, legs, column="to_id", known=places, what=WAYPOINT)
    _resolve(leg_file, legs, column="corridor_id", known=known, what=CORRIDOR)
    _resolve(corridor_file, corridors, column="end_waypoint_id", known=places, what=WAYPOINT)
    _resolve(corridor_file, corridors, column="branches_from", known=known, what=CORRIDOR)
    _resolve(folder / "events.csv", events, column="corridor_ids", known=known, what=CORRIDOR)
    refuse_where(
        leg_file,
        legs,
        legs["leg_id"] != legs["corridor_id"] + "-" + legs["seq"].astype(str),
        column="leg_id",
        expected=Sentence("the corridor_id and the seq of its row, joined by a hyphen"),
    )


def _check_names(path: Path, corridors: pd.DataFrame) -> None:
    """Refuse two corridors of one name: a filter shows names, and each must mean one corridor."""
    for column in ("name_en", "name_ko"):
        refuse_where(
            path,
            corridors,
            corridors[column].duplicated(),
            column=column,
            expected=Sentence("a name that no other corridor has"),
        )


def _resolve(
    path: Path, table: pd.DataFrame, *, column: str, known: Collection[str], what: str
) -> None:
    """Refuse the first row whose column names an id that is not known; ``what`` was expected."""
    unknown = table[column].map(
        lambda cell: ", ".join(name for name in split_ids(cell) if name not in known)
    )
    named = "; ".join(sorted({name for name in unknown if name}))
    expected = Sentence("{expected} (unknown: {named})", expected=what, named=named)
    refuse_where(path, table, unknown != "", column=column, expected=expected)


def _check_chains(path: Path, legs: pd.DataFrame, corridors: pd.DataFrame) -> None:
    ends = corridors.set_index("corridor_id")["end_waypoint_id"]
    for corridor_id, group in legs.groupby("corridor_id", sort=False):
        _check_chain(path, group, str(ends[corridor_id]))
    without = ~corridors["corridor_id"].isin(legs["corridor_id"])
    refuse_where(
        path.with_name("corridors.csv"),
        corridors,
        without,
        column="corridor_id",
        expected=Sentence("a corridor that has at least one leg"),
    )


def _check_chain(path: Path, legs: pd.DataFrame, end: str) -> None:
    """Refuse the first leg of one corridor that is out of number or does not meet the next."""
    numbers = pd.Series(range(1, len(legs) + 1), index=legs.index)
    refuse_where(
        path,
        legs,
        legs["seq"] != numbers,
        column="seq",
        expected=Sentence("the legs of a corridor in order, numbered from 1 without a gap"),
    )
    onward = legs["from_id"].shift(-1).fillna(end)
    for line in legs.index[legs["to_id"] != onward]:
        wanted = Sentence(
            "{waypoint}, where the next leg starts or the corridor ends", waypoint=onward[line]
        )
        found = str(legs.loc[line, "to_id"])
        raise BadCell(path, int(line), column="to_id", found=found, expected=wanted)


def _check_countries(path: Path, legs: pd.DataFrame, waypoints: pd.DataFrame) -> None:
    country = waypoints.set_index("waypoint_id")["iso3"]
    start, end = legs["from_id"].map(country), legs["to_id"].map(country)
    refuse_where(
        path,
        legs,
        legs["crosses_border"] != (start != end),
        column="crosses_border",
        expected=Sentence("True if the two ends lie in different countries, else False"),
    )
    declared = legs["countries_declared"].map(split_ids)
    lacking = [
        not {first, last} <= set(names)
        for first, last, names in zip(start, end, declared, strict=True)
    ]
    refuse_where(
        path,
        legs,
        pd.Series(lacking, index=legs.index),
        column="countries_declared",
        expected=Sentence("the countries of both ends among them"),
    )


def _check_standings(path: Path, legs: pd.DataFrame) -> None:
    sourced = legs["standing_basis"] == "source"
    refuse_where(
        path,
        legs,
        sourced & (legs["standing_source_ids"] == ""),
        column="standing_source_ids",
        expected=Sentence("at least one source, because the basis is a source"),
    )
    refuse_where(
        path,
        legs,
        (legs["standing"] == "protection") != (legs["protected_by"] != ""),
        column="protected_by",
        expected=Sentence("a country code if the standing is protection, else an empty cell"),
    )


def _check_lengths(path: Path, legs: pd.DataFrame, corridors: pd.DataFrame) -> None:
    sums = corridors["corridor_id"].map(legs.groupby("corridor_id")["gc_km"].sum())
    refuse_where(
        path,
        corridors,
        corridors["map_length_gc_km"] != sums,
        column="map_length_gc_km",
        expected=Sentence("the sum of gc_km over the corridor's legs"),
    )


def _check_dates(path: Path, events: pd.DataFrame) -> None:
    precision = events["date"].str.len().map(PRECISIONS)
    refuse_where(
        path,
        events,
        events["date_precision"] != precision,
        column="date_precision",
        expected=Sentence("the precision of the date as typed"),
    )
    ended = events["date_end"] != ""
    refuse_where(
        path,
        events,
        ended & (events["date_end"] <= events["date"]),
        column="date_end",
        expected=Sentence("a date after the first one"),
    )


def _check_periods(path: Path, corridors: pd.DataFrame, source_ids: Collection[str] | None) -> None:
    line_of = {name: line for line, name in corridors["corridor_id"].items()}
    for period in status_periods(path, corridors):
        unknown = [] if source_ids is None else [*set(period.source_ids) - set(source_ids)]
        if unknown:
            line = int(str(line_of[period.corridor_id]))
            found = f"{period.start_year}-{period.end_year}: {', '.join(sorted(unknown))}"
            raise BadCell(path, line, column="status_periods", found=found, expected=SOURCE)


def _check_sources(path: Path, table: pd.DataFrame, source_ids: Collection[str]) -> None:
    for column in SOURCE_COLUMNS:
        if column in table:
            _resolve(path, table, column=column, known=source_ids, what=SOURCE)
