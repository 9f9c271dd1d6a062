"""The status of corridors by period: read from its cell, tabulated, and looked up by date."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from intake.errors import BadCell
from intake.ids import split_ids
from intake.sentence import Sentence
from routes.model import StatusPeriod
from routes.read import DATA, read_corridors
from routes.schema import STATUS_CODES

MUTED = frozenset({"closed", "historic", "unknown"})
UNKNOWN = "unknown"
OPEN_END = 9999
SEPARATOR = " | "
SEGMENT = re.compile(
    r"(?P<start>\d{4})-(?P<end>\d{4}):(?P<code>[a-z]+):"
    r"(?P<text>[^\s|\[\]][^|\[\]]*) \[(?P<ids>[\w;\-]+)\]"
)
FORM = "start-end:code:text [source ids]"


def status_table(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per period of a corridor's status, in the order of the file.

    Parameters
    ----------
    folder
        The folder that holds ``corridors.csv``.

    Returns
    -------
    pd.DataFrame
        Columns ``corridor_id, start_year, end_year`` (both years included), ``code, text,
        source_ids`` (joined by semicolons).

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` quotes the period that cannot be read.
    """
    rows = [
        (
            period.corridor_id,
            period.start_year,
            period.end_year,
            period.code,
            period.text,
            ";".join(period.source_ids),
        )
        for period in status_periods(folder / "corridors.csv", read_corridors(folder))
    ]
    columns = ["corridor_id", "start_year", "end_year", "code", "text", "source_ids"]
    return pd.DataFrame(rows, columns=columns)


def status_periods(path: Path, corridors: pd.DataFrame) -> Iterator[StatusPeriod]:
    """Yield the periods of every corridor, each checked.

    Parameters
    ----------
    path
        The file the corridors were read from, for the message.
    corridors
        The corridors as ``read_corridors`` gives them, index ``line``.

    Yields
    ------
    StatusPeriod
        In the order of the file.

    Raises
    ------
    BadCell
        A period has not the form, an unknown code, or begins before the one before it ended.
    """
    for line, row in corridors.iterrows():
        segments = str(row["status_periods"]).split(SEPARATOR)
        after = 0
        for number, segment in enumerate(segments, start=1):
            period = _period(str(row["corridor_id"]), segment)
            fault = FORM if period is None else _fault(period, after)
            if period is None or fault:
                place = Sentence(
                    "in period {number} of {count}: {fault}",
                    number=number,
                    count=len(segments),
                    fault=fault,
                )
                raise BadCell(
                    path, int(str(line)), column="status_periods", found=segment, expected=place
                )
            after = period.end_year
            yield period


def status_on(table: pd.DataFrame, date: dt.date) -> pd.Series:
    """Return the status of each corridor on a date.

    A period covers its years whole. A period that ends in the last year of the table runs to the
    end of the evidence, so it also holds for every later date. Before a corridor's first period,
    and in a gap between two, the status is ``unknown``.

    Parameters
    ----------
    table
        The table of ``status_table``.
    date
        The date.

    Returns
    -------
    pd.Series
        The status code; index ``corridor_id``, every corridor of the table.
    """
    last = table["end_year"].max()
    year = date.year if table.empty else min(date.year, int(last))
    holds = table[(table["start_year"] <= year) & (table["end_year"] >= year)]
    codes = holds.drop_duplicates("corridor_id", keep="last").set_index("corridor_id")["code"]
    every = pd.Index(table["corridor_id"].unique(), name="corridor_id")
    return codes.reindex(every, fill_value=UNKNOWN)


def as_it_stood(table: pd.DataFrame, date: dt.date) -> pd.DataFrame:
    """Return the periods of status as far as they were known on a date.

    A period that had not begun is left out. One that had not ended is cut off at the year of the
    date and has no words, for these were written when it had.

    Parameters
    ----------
    table
        The table of ``status_table``.
    date
        The date.

    Returns
    -------
    pd.DataFrame
        The same columns; ``text`` is empty where a period goes on.
    """
    begun = table[table["start_year"] <= date.year]
    goes_on = begun["end_year"] > date.year - (date < dt.date(date.year, 12, 31))
    return begun.assign(
        end_year=begun["end_year"].clip(upper=date.year), text=begun["text"].mask(goes_on, "")
    )


def in_use(table: pd.DataFrame) -> pd.DataFrame:
    """Return the periods in which a corridor is reported in use: not closed, historic or unknown.

    A period that ends in the last year of the table runs to the end of the evidence, as in
    `status_on`: its end is `OPEN_END`.

    Parameters
    ----------
    table
        The table of ``status_table``.

    Returns
    -------
    pd.DataFrame
        Columns ``corridor_id, start_year, end_year`` (both years included).
    """
    used = table[~table["code"].isin(MUTED)]
    ends = used["end_year"].mask(used["end_year"] == table["end_year"].max(), OPEN_END)
    return used.assign(end_year=ends)[["corridor_id", "start_year", "end_year"]]


def _period(corridor_id: str, segment: str) -> StatusPeriod | None:
    match = SEGMENT.fullmatch(segment)
    if match is None:
        return None
    return StatusPeriod(
        corridor_id=corridor_id,
        start_year=int(match["start"]),
        end_year=int(match["end"]),
        code=match["code"],
        text=match["text"],
        source_ids=split_ids(match["ids"]),
    )


def _fault(period: StatusPeriod, after: int) -> str:
    if period.code not in STATUS_CODES:
        return Sentence("a code out of {codes}", codes=", ".join(STATUS_CODES))
    if period.end_year < period.start_year:
        return Sentence("an end that is not before its start")
    if period.start_year <= after:
        return Sentence("a start after {year}, the end of the period before", year=after)
    return ""
