"""The tables about corridors that other packages join on, one row per thing, keyed by its id."""

from pathlib import Path

import pandas as pd

from routes.read import DATA, read_corridors, read_events, read_legs, read_waypoints


def waypoints_table(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per waypoint.

    Parameters
    ----------
    folder
        The folder that holds ``waypoints.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``waypoint_id``; columns ``name_en, name_ko, iso3, admin1, lon, lat`` (degrees, WGS
        84, one decimal), ``role, marker_basis, confidence, source_ids, note``.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_waypoints(folder).set_index("waypoint_id")


def legs_table(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per leg, with the link it shares with legs of other corridors.

    Parameters
    ----------
    folder
        The folder that holds ``legs.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``leg_id``; the columns of ``routes.schema.LEGS`` and ``link_id``, which is the same
        for legs of several corridors with the same ends and mode. An absent text is empty.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    legs = read_legs(folder).set_index("leg_id")
    link_id = legs["from_id"] + "~" + legs["to_id"] + "~" + legs["mode"]
    table = legs.copy()
    table.insert(2, "link_id", link_id)
    return table


def corridors_table(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per corridor.

    Parameters
    ----------
    folder
        The folder that holds ``corridors.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``corridor_id``; the columns of ``routes.schema.CORRIDORS`` but ``status_periods``,
        which ``status_table`` gives row by row. Kilometres that no one reported are missing.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_corridors(folder).set_index("corridor_id").drop(columns="status_periods")


def events_table(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per dated public event, in the order of the file.

    Parameters
    ----------
    folder
        The folder that holds ``events.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``event_id``; the columns of ``routes.schema.EVENTS``. ``risk_effect`` is our
        judgement.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_events(folder).set_index("event_id")


def ends_by_use(legs: pd.DataFrame, end: str) -> tuple[str, ...]:
    """Return the waypoints at one end of a leg, first those where most corridors begin, or end.

    Parameters
    ----------
    legs
        The result of `legs_table`.
    end
        ``from_id`` or ``to_id``.

    Returns
    -------
    Ids of waypoints, each once; equal ones in the order of the legs.

    """
    along = legs.sort_values(["corridor_id", "seq"], kind="stable")
    runs = along.groupby("corridor_id")[end]
    outer = (runs.first() if end == "from_id" else runs.last()).value_counts()
    uses = legs[end].map(outer).fillna(0).sort_values(ascending=False, kind="stable")
    return tuple(dict.fromkeys(legs.loc[uses.index, end]))
