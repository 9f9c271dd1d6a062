"""Incidents of one country as spans: of time, as wide as the date is vague, and of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.dates import start_of

if TYPE_CHECKING:
    from dashboard.pipeline import Readings

COUNTED = ("refoulement", "detention", "safe_transfer")
_SPAN = {4: "YS", 7: "MS", 10: "D"}  # the length of a date as text -> the period that it names


def incident_spans(readings: Readings, iso3: str) -> pd.DataFrame:
    """Return one row per incident of a country up to the as-of date, oldest first.

    Returns
    -------
    Index ``incident_id``; columns ``kind, reliability, date, summary``; ``start, end``, the first
    day of the period that the date names and the first day after it; ``people_min, people_max``
    of its own source and ``counted_low, counted_high`` of all counts: an unknown number is
    missing, never zero.

    """
    found = readings.incidents
    mine = found[found["iso3"] == iso3]
    start = start_of(mine["date"])
    spans = pd.DataFrame(
        {
            "kind": mine["kind"],
            "reliability": mine["reliability"],
            "date": mine["date"],
            "summary": mine["summary"],
            "start": start,
            "end": [
                day + pd.tseries.frequencies.to_offset(_SPAN[len(text)])
                for day, text in zip(start, mine["date"], strict=True)
            ],
            "people_min": mine["people_min"],
            "people_max": mine["people_max"],
            "counted_low": mine["counted_low"],
            "counted_high": mine["counted_high"],
        },
        index=mine.index,
    )
    return spans.sort_values("start", kind="stable")
