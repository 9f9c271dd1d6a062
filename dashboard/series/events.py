"""Events as annotations: where each stands in time, and which of them have room for a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.dates import start_of
from dashboard.language import N_, _, integer, said
from dashboard.rows import rows
from dashboard.series.figures import published_by, years
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from dashboard.series.evidence import TimeEvidence

# What an event is called on a chart; one without a name is called by its kind.
_SHORT: Final = {
    "2004-06.1": N_("border accord"),
    "2004-10.1": N_("Human Rights Act"),
    "2006-08-22.1": N_("175 detained"),
    "2006-10.1": N_("border fence"),
    "2006-10-26.1": N_("charges dropped"),
    "2008.1": N_("Olympic controls"),
    "2011-05.1": N_("centre declined"),
    "2012.1": N_("tighter borders"),
    "2013-07-01.1": N_("exit and entry law"),
    "2017-01.1": N_("admissions paused"),
    "2017-07.1": N_("41 detained"),
    "2020-01.1": N_("border closed"),
    "2020-08.1": N_("order to shoot"),
    "2023-02-22.1": N_("torture act"),
    "2023-07-01.1": N_("espionage law"),
    "2023-08-27.1": N_("border reopens"),
    "2023-09.1": N_("screening starts"),
    "2024-09-25.1": N_("deportation quotas"),
    "2025-01-20.1": N_("admissions halted"),
}
# A label needs this many years to the one before it, on a chart of three decades.
ROOM_YEARS: Final = 1.3
LANES: Final = 3  # of numbers, under each other
# An event that touches this many corridors is one of the whole region.
MANY: Final = 8


def region_events(evidence: TimeEvidence, types: Collection[str], since: float) -> pd.DataFrame:
    """Return the events of some types that touch many corridors at once."""
    found = evidence.events
    many = np.array([len(split_ids(ids)) >= MANY for ids in found["corridor_ids"]], bool)
    return _placed(found[many & found["event_type"].isin(types)], evidence, since)


def country_events(
    evidence: TimeEvidence, iso3: str, types: Collection[str], since: float
) -> pd.DataFrame:
    """Return the events of some types that name a country."""
    found = evidence.events
    names_it = np.array([iso3 in split_ids(ids) for ids in found["countries"]], bool)
    return _placed(found[names_it & found["event_type"].isin(types)], evidence, since)


def _placed(events: pd.DataFrame, evidence: TimeEvidence, since: float) -> pd.DataFrame:
    """Return the events since a year, oldest first.

    Index ``event_id``; ``at`` in years with a fraction; ``short``, what it is called; ``label``,
    the same, or where the one before is too near its number in the order of time; ``lane``, 0 to
    2, in which that number stands; ``date, kind, summary, source`` for people; ``source_ids``.
    """
    at = years(start_of(events["date"]))
    table = events.assign(
        at=at,
        kind=events["event_type"].map(said),
        short=[_short(*cells) for cells in zip(events.index, events["event_type"], strict=True)],
        summary=events["summary"].map(said),
        source=published_by(events["source_ids"], evidence.sources),
    )
    table = table[at >= since].sort_values("at", kind="stable")
    labels = _labels(table)
    return table.assign(label=labels, lane=_lanes(table, labels))


def key_words(events: pd.DataFrame) -> str:
    """Return the events of a chart by number, each with its name and date; empty where none is."""
    told = [
        f"{number}: {event.short} ({event.date})"
        for number, event in enumerate(rows(events), start=1)
    ]
    return _("Events on the chart: {events}.").format(events=" · ".join(told)) if told else ""


def _short(event_id: str, kind: str) -> str:
    return _(_SHORT[event_id]) if event_id in _SHORT else said(kind)


def _labels(table: pd.DataFrame) -> list[str]:
    labels, free = [], float("-inf")
    for number, (at, short) in enumerate(zip(table["at"], table["short"], strict=True), start=1):
        has_room = at >= free
        labels.append(short if has_room else integer(number))
        free = at + ROOM_YEARS if has_room else free
    return labels


def _lanes(table: pd.DataFrame, labels: list[str]) -> list[int]:
    """Return the lane of each label: that under the number before it where that one is near."""
    lanes, before, last = [], float("-inf"), 0
    for at, short, label in zip(table["at"], table["short"], labels, strict=True):
        near = label != short and at < before + ROOM_YEARS
        last = (last + 1) % LANES if near else 0
        before = at if label != short else before
        lanes.append(last if label != short else 0)
    return lanes
