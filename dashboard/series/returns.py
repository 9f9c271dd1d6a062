"""Returns reported: each incident with the widest range of people that any source of it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.dates import start_of
from dashboard.language import _, said
from dashboard.rows import row
from dashboard.series.figures import NOTHING, published_by, range_words, years
from geodata.flow_spans import flow_spans
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.rows import Row
    from dashboard.series.evidence import TimeEvidence

KIND: Final = "refoulement"
# Series whose figures count the people of one event that is an incident as well, by country.
COUNTED_AGAIN: Final = {"cn_returns": "CHN", "la_returns": "LAO", "vn_handovers_to_china": "VNM"}
_LENGTH: Final = {
    len("2024"): pd.DateOffset(years=1),
    len("2024-04"): pd.DateOffset(months=1),
    len("2024-04-26"): pd.DateOffset(days=1),
}


def returns_reported(evidence: TimeEvidence, iso3: str = "") -> pd.DataFrame:
    """Return one row per reported return up to the as-of date, oldest first.

    Nothing is added up: the same people can stand in the rows of two states, and totals of a year
    overlap with the events in it.

    Parameters
    ----------
    evidence
        The evidence.
    iso3
        One country alone; all when empty.

    Returns
    -------
    pd.DataFrame
        Index ``incident_id``; ``iso3, country, date``; ``start, end, middle`` in years with a
        fraction, as wide as the date is vague; ``low, high``, people, the widest range of all that
        is counted, missing where unknown and never 0 for it; ``at_least``; and for people
        ``figure, grade, summary, source``; ``source_ids`` of all counts.
    """
    found = evidence.incidents
    chosen = found[(found["kind"] == KIND) & found["iso3"].isin([iso3] if iso3 else found["iso3"])]
    start = start_of(chosen["date"])
    end = pd.Series(
        [day + _LENGTH[len(text)] for day, text in zip(start, chosen["date"], strict=True)],
        index=chosen.index,
        dtype="datetime64[s]",
    )
    table = chosen.assign(first=start, last=end, start=years(start), end=years(end))
    counted = _widest(table, _counts(evidence))
    return _in_words(counted, evidence).sort_values("start", kind="stable")


def _counts(evidence: TimeEvidence) -> pd.DataFrame:
    """Return the figures of series that count one event: ``iso3, first, last, low, high``."""
    flows = evidence.flows
    chosen = flows[flows["series"].isin(COUNTED_AGAIN)]
    spans = flow_spans(chosen)
    return chosen.assign(
        iso3=chosen["series"].map(COUNTED_AGAIN),
        first=spans["start"],
        last=spans["end"],
        low=chosen[["value", "value_low"]].min(axis="columns"),
        high=chosen[["value", "value_high"]].max(axis="columns"),
    )


def _widest(incidents: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Widen the range of each incident to every count whose period holds its date."""
    rows = incidents[["iso3", "first", "last"]].reset_index().merge(counts, on="iso3")
    same = rows[(rows["first_y"] <= rows["first_x"]) & (rows["last_x"] <= rows["last_y"])]
    by = same.groupby("incident_id")
    low = pd.concat([incidents["people_min"].astype(float), by["low"].min()], axis=1)
    high = pd.concat([incidents["people_max"].astype(float), by["high"].max()], axis=1)
    further = by["source_ids"].agg(";".join).reindex(incidents.index).fillna("")
    return incidents.assign(
        low=low.min(axis="columns"),
        high=high.max(axis="columns"),
        source_ids=_joined(incidents["source_id"], further),
    )


def _joined(first: pd.Series, further: pd.Series) -> list[str]:
    return [
        ";".join(dict.fromkeys(split_ids(f"{one};{more}")))
        for one, more in zip(first, further, strict=True)
    ]


def _in_words(table: pd.DataFrame, evidence: TimeEvidence) -> pd.DataFrame:
    return table.assign(
        middle=(table["start"] + table["end"]) / 2,
        at_least=table["high"].isna() & table["low"].notna(),
        counted=table["low"].notna() | table["high"].notna(),
        country=table["iso3"].map(evidence.countries),
        figure=[
            _("no count") if words == NOTHING else words
            for words in map(range_words, table["low"], table["high"])
        ],
        grade=table["reliability"].map(_),
        summary=table["summary"].map(said),
        source=published_by(table["source_ids"], evidence.sources),
    )


def largest_event(table: pd.DataFrame) -> Row | None:
    """Return the return of one day, by date known to the day, with the most people counted."""
    days = table[table["date"].str.len() == len("2024-04-26")]
    most = days["high"].fillna(days["low"])
    return None if most.isna().all() else row(days, most.idxmax())


def without_count(table: pd.DataFrame) -> int:
    """Return how many returns are reported without any count."""
    return int(np.count_nonzero(~table["counted"]))
