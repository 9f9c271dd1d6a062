"""Puts checked rows together into corridors of legs between waypoints."""

from pathlib import Path

import pandas as pd

from intake.ids import split_ids
from routes.check import check_routes
from routes.model import Corridor, Leg, StatusPeriod, Waypoint
from routes.read import DATA, read_corridors, read_legs, read_waypoints
from routes.status import status_periods


def corridors(folder: Path = DATA) -> tuple[Corridor, ...]:
    """Return the corridors, each with its legs in order and its periods of status.

    Parameters
    ----------
    folder
        The folder that holds the four files.

    Returns
    -------
    tuple[Corridor, ...]
        In the order of the file.

    Raises
    ------
    DataFileError
        A file is missing or damaged, or a ``BadCell`` where two of them disagree.
    """
    check_routes(folder)
    places = {row["waypoint_id"]: _waypoint(row) for row in _records(read_waypoints(folder))}
    legs = [_leg(row, places) for row in _records(read_legs(folder))]
    table = read_corridors(folder)
    periods = list(status_periods(folder / "corridors.csv", table))
    return tuple(_corridor(row, legs, periods) for row in _records(table))


def _records(table: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows with every cell as text, which the makers below turn into fields."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.astype(str).to_numpy()]


def _waypoint(row: dict[str, str]) -> Waypoint:
    return Waypoint(
        waypoint_id=row["waypoint_id"],
        name_en=row["name_en"],
        name_ko=row["name_ko"],
        iso3=row["iso3"],
        admin1=row["admin1"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        role=row["role"],
        source_ids=split_ids(row["source_ids"]),
    )


def _leg(row: dict[str, str], places: dict[str, Waypoint]) -> Leg:
    return Leg(
        leg_id=row["leg_id"],
        corridor_id=row["corridor_id"],
        seq=int(row["seq"]),
        start=places[row["from_id"]],
        end=places[row["to_id"]],
        mode=row["mode"],
        standing=row["standing"],
        standing_basis=row["standing_basis"],
        protected_by=row["protected_by"],
        countries_declared=split_ids(row["countries_declared"]),
        source_ids=split_ids(row["source_ids"]),
    )


def _corridor(row: dict[str, str], legs: list[Leg], periods: list[StatusPeriod]) -> Corridor:
    corridor_id = row["corridor_id"]
    return Corridor(
        corridor_id=corridor_id,
        name_en=row["name_en"],
        name_ko=row["name_ko"],
        description=row["description"],
        legs=tuple(leg for leg in legs if leg.corridor_id == corridor_id),
        status=tuple(period for period in periods if period.corridor_id == corridor_id),
        source_ids=split_ids(row["source_ids"]),
    )
