"""How many people a return is about when every count is heard, not that of its source alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.dates import start_of
from geodata.flow_spans import flow_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

RETURN: Final = "refoulement"
# Series whose figures count the people of one event that is an incident as well, by country.
COUNTED_AGAIN: Final[Mapping[str, str]] = {
    "cn_returns": "CHN",
    "la_returns": "LAO",
    "vn_handovers_to_china": "VNM",
}
_LENGTH: Final = {
    len("2024"): pd.DateOffset(years=1),
    len("2024-04"): pd.DateOffset(months=1),
    len("2024-04-26"): pd.DateOffset(days=1),
}


def incident_days(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return the first day that each date may mean, and the first day after: ``first, last``."""
    first = start_of(incidents["date"])
    last = pd.Series(
        [day + _LENGTH[len(text)] for day, text in zip(first, incidents["date"], strict=True)],
        index=incidents.index,
        dtype="datetime64[s]",
    )
    return pd.DataFrame({"first": first, "last": last})


def widest_counts(incidents: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Widen the range of each return to every count whose period holds its date.

    Parameters
    ----------
    incidents
        Index ``incident_id``; ``iso3, date, kind, people_min, people_max``.
    flows
        Figures of series, as `geodata.evidence.read_flows` gives them.

    Returns
    -------
    pd.DataFrame
        The same index; ``counted_low, counted_high``, people, missing where unknown; and
        ``counted_by``, ids of the sources of further counts, joined by ``;``.
    """
    own = incidents[incidents["kind"] == RETURN]
    days = own[["iso3"]].join(incident_days(own)).reset_index()
    rows = days.merge(_counts(flows), on="iso3")
    same = rows[(rows["first_y"] <= rows["first_x"]) & (rows["last_x"] <= rows["last_y"])]
    by = same.groupby("incident_id")
    low = pd.concat([incidents["people_min"].astype(float), by["low"].min()], axis=1)
    high = pd.concat([incidents["people_max"].astype(float), by["high"].max()], axis=1)
    return pd.DataFrame(
        {
            "counted_low": low.min(axis="columns"),
            "counted_high": high.max(axis="columns"),
            "counted_by": by["source_ids"].agg(";".join).reindex(incidents.index).fillna(""),
        },
        index=incidents.index,
    )


def _counts(flows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of series that count one event: ``iso3, first, last, low, high``."""
    chosen = flows[flows["series"].isin(list(COUNTED_AGAIN))]
    spans = flow_spans(chosen)
    return pd.DataFrame(
        {
            "iso3": chosen["series"].map(COUNTED_AGAIN),
            "first": spans["start"],
            "last": spans["end"],
            "low": chosen[["value", "value_low"]].min(axis="columns"),
            "high": chosen[["value", "value_high"]].max(axis="columns"),
            "source_ids": chosen["source_ids"],
        }
    )
