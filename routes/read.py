"""Reads the files about corridors, each row and cell checked where it stands."""

from pathlib import Path

import pandas as pd

from intake.csv_table import read_csv_table
from routes.schema import CORRIDORS, EVENTS, LEGS, WAYPOINTS

DATA = Path(__file__).parent / "data"


def read_waypoints(folder: Path = DATA) -> pd.DataFrame:
    """Return the waypoints as they stand in the file.

    Parameters
    ----------
    folder
        The folder that holds ``waypoints.csv``.

    Returns
    -------
    pd.DataFrame
        The columns of ``routes.schema.WAYPOINTS``, index ``line``; degrees in WGS 84.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return read_csv_table(folder / "waypoints.csv", WAYPOINTS)


def read_legs(folder: Path = DATA) -> pd.DataFrame:
    """Return the legs as they stand in the file.

    Parameters
    ----------
    folder
        The folder that holds ``legs.csv``.

    Returns
    -------
    pd.DataFrame
        The columns of ``routes.schema.LEGS``, index ``line``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return read_csv_table(folder / "legs.csv", LEGS)


def read_corridors(folder: Path = DATA) -> pd.DataFrame:
    """Return the corridors as they stand in the file.

    Parameters
    ----------
    folder
        The folder that holds ``corridors.csv``.

    Returns
    -------
    pd.DataFrame
        The columns of ``routes.schema.CORRIDORS``, index ``line``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return read_csv_table(folder / "corridors.csv", CORRIDORS)


def read_events(folder: Path = DATA) -> pd.DataFrame:
    """Return the dated public events as they stand in the file.

    Parameters
    ----------
    folder
        The folder that holds ``events.csv``.

    Returns
    -------
    pd.DataFrame
        The columns of ``routes.schema.EVENTS``, index ``line``; dates are text as published.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return read_csv_table(folder / "events.csv", EVENTS)
