"""Readings of a corridor, always several together, none of which a further leg can lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.groups import Groups, group_sums
from analysis.legs import NOT_AN_ESCAPE, TOO_LITTLE_KNOWN

if TYPE_CHECKING:
    from analysis.aggregation import Matrix


def corridor_readings(legs: pd.DataFrame, readings: pd.DataFrame) -> pd.DataFrame:
    """Return the readings of every corridor from those of its legs.

    There is no mean over legs: a further leg of low risk would lower it. Appending a leg never
    lowers a reading, and raising the score of a country never does. What is unknown adds nothing:
    cumulative exposure and kilometres are at least what is shown, and the unknown stands beside
    them.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``corridor_id, seq``.
    readings
        The result of `leg_readings` for these legs.

    Returns
    -------
    Index ``corridor_id`` in the order of ``legs``; ``cumulative`` (score times 1,000 km, NaN where
    nothing is known), ``worst_leg_id`` and ``worst_reading`` (0-10; the first of equal ones; empty
    and NaN where no leg has a reading), ``worst_class``, ``km_high``, ``km_elevated_or_worse``
    (kilometres in countries of these classes on surface legs that are irregular or in custody),
    ``km_unknown`` (such kilometres in countries without a score), ``weight_unknown_km`` (the same
    with borders and ends of flights), ``legs`` (all),
    ``legs_unknown`` (grey for want of evidence), ``legs_not_applicable`` (no escape legs) and
    ``length_km`` (of all legs, flights and open water included).

    """
    table = readings.assign(corridor_id=legs["corridor_id"], seq=legs["seq"])
    by_corridor = table.groupby("corridor_id", sort=False)
    sums = _sums(table[["exposure", "weight_km", *_SUMMED]], table["corridor_id"])
    worst = _worst(table).reindex(sums.index)
    return pd.DataFrame(
        {
            "cumulative": cumulative(sums["exposure"].to_numpy(), sums["weight_km"].to_numpy()),
            "worst_leg_id": worst["leg_id"].astype("object").fillna(""),
            "worst_reading": worst["reading"].astype(float),
            "worst_class": worst["risk_class"].astype("object").fillna("no data"),
            **{name: sums[name] for name in _SHOWN},
            "legs": by_corridor.size(),
            "legs_unknown": _count(table, TOO_LITTLE_KNOWN),
            "legs_not_applicable": _count(table, NOT_AN_ESCAPE),
            "length_km": sums[list(_LENGTHS)].sum(axis=1),
        }
    )


_SHOWN = ("km_high", "km_elevated_or_worse", "km_unknown", "weight_unknown_km")
_LENGTHS = (
    *("km_known", "km_unknown", "km_not_applicable"),
    *("km_sea", "km_unmatched", "km_undeclared", "km_not_counted"),
)
_SUMMED = tuple(dict.fromkeys([*_SHOWN, *_LENGTHS]))


def cumulative(exposure: Matrix, weight_km: Matrix) -> Matrix:
    """Return exposure as score times 1,000 km, NaN where nothing is known.

    Both are sums over the legs of each corridor, of one set of scores or of many draws.
    """
    figures: Matrix = np.where(weight_km > 0, exposure / 1000, np.nan)
    return figures


def _sums(table: pd.DataFrame, corridor: pd.Series) -> pd.DataFrame:
    place, ids = pd.factorize(corridor)
    sums = group_sums(table.to_numpy(dtype=float), Groups(place=place, count=len(ids)))
    return pd.DataFrame(sums, index=pd.Index(ids, name="corridor_id"), columns=table.columns)


def _worst(table: pd.DataFrame) -> pd.DataFrame:
    """Return the leg of the highest reading of each corridor, the first of equal ones."""
    read = table[table["reading"].notna()].rename_axis("leg_id").reset_index()
    ordered = read.sort_values(["reading", "seq"], ascending=[False, True], kind="stable")
    return ordered.drop_duplicates("corridor_id").set_index("corridor_id")


def _count(table: pd.DataFrame, reason: str) -> pd.Series:
    return (table["reason"] == reason).groupby(table["corridor_id"], sort=False).sum().astype(int)
