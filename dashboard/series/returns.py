"""Returns reported: each incident with the widest range of people that any source of it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.incident_counts import RETURN, incident_days, widest_counts
from dashboard.language import _, said
from dashboard.rows import row
from dashboard.series.figures import NOTHING, published_by, range_words, years
from intake.ids import split_ids

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.rows import Row
    from dashboard.series.evidence import TimeEvidence


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
    chosen = found[
        (found["kind"] == RETURN) & found["iso3"].isin([iso3] if iso3 else found["iso3"])
    ]
    days, counts = incident_days(chosen), widest_counts(chosen, evidence.flows)
    table = chosen.assign(
        start=years(days["first"]),
        end=years(days["last"]),
        low=counts["counted_low"],
        high=counts["counted_high"],
        source_ids=_joined(chosen["source_id"], counts["counted_by"]),
    )
    return _in_words(table, evidence).sort_values("start", kind="stable")


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
