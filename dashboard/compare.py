"""Corridors side by side: all readings with intervals and ranks, and two states of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.pareto import on_the_front
from analysis.scenario_compared import compared_corridors
from dashboard.words import READINGS, RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

_DIGITS: Final = {"cumulative": 1, "worst_reading": 1, "km_high": 0, "km_elevated_or_worse": 0}


def side_by_side(
    atlas: Atlas, readings: Readings, intervals: Intervals, corridors: Iterable[str], lang: str
) -> pd.DataFrame:
    """Return one row per corridor: each reading, its interval as text, and its rank interval.

    Index ``corridor_id``; ``corridor``; for each of `READINGS` the figure, ``<reading>_interval``
    and ``<reading>_rank`` ("3 (1–4)", 1 reads worst of all corridors; none where a corridor is
    not `comparable`). Missing stays missing.
    """
    table = pd.DataFrame({"corridor": atlas.corridors[f"name_{lang}"]})
    for reading, digits in _DIGITS.items():
        figures = _of(intervals.corridors, reading)
        ranks = _of(intervals.ranks, reading)
        table[reading] = figures["shown"].round(digits)
        table[f"{reading}_interval"] = _ends(figures["low"], figures["high"], digits)
        table[f"{reading}_rank"] = _ranks(ranks).where(comparable(atlas, readings))
    return table.loc[list(corridors)]


def comparable(atlas: Atlas, readings: Readings) -> pd.Series:
    """Say which corridors begin in North Korea and have a reading on every leg.

    Only these are ranked and plotted against each other: a way whose beginning is not told, or not
    scored, reads low for that reason alone.
    """
    found = readings.corridors
    whole = (found["legs_unknown"] + found["legs_not_applicable"]) == 0
    first = atlas.legs.sort_values("seq").groupby("corridor_id")["from_id"].first()
    begins = first.map(atlas.waypoints["iso3"]).isin(readings.leg_rule.origin)
    return (whole & begins.reindex(found.index)).reindex(atlas.corridors.index, fill_value=False)


def trade_offs(
    atlas: Atlas, readings: Readings, corridors: Iterable[str], lang: str
) -> pd.DataFrame:
    """Return what the plots draw: one row per corridor and reading against length.

    ``corridor``, ``reading`` (in words), ``length_km``, ``figure``, ``front`` (whether no other
    corridor among them is both shorter and lower). Only those that are `comparable`.
    """
    likes = comparable(atlas, readings)
    kept = [corridor for corridor in corridors if likes[corridor]]
    found = readings.corridors.loc[kept]
    names = atlas.corridors.loc[kept, f"name_{lang}"]
    tables = [
        pd.DataFrame(
            {
                "corridor": names,
                "reading": READINGS[reading],
                "length_km": found["length_km"],
                "figure": found[reading],
                "front": on_the_front(found, "length_km", reading),
            }
        )
        for reading in ("cumulative", "worst_reading")
    ]
    return pd.concat(tables, ignore_index=True)


def changed_readings(
    atlas: Atlas, before: Readings, after: Readings, corridors: Iterable[str], lang: str
) -> pd.DataFrame:
    """Return the readings of corridors in two states: on two dates, or without and with a scenario.

    Index ``corridor_id``; ``corridor``; for each of `READINGS` ``<reading>_before``,
    ``<reading>_after`` and ``<reading>_change``.
    """
    rows = compared_corridors(before.corridors, after.corridors)
    table = pd.DataFrame({"corridor": atlas.corridors[f"name_{lang}"]})
    for reading, digits in _DIGITS.items():
        one = _of(rows, reading).round(digits)
        table[f"{reading}_before"] = one["baseline"]
        table[f"{reading}_after"] = one["scenario"]
        table[f"{reading}_change"] = one["change"]
    return table.loc[list(corridors)]


def cumulative_drivers(sensitivity: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return what drives the cumulative exposure: ``what``, ``first``, ``total``, ``note``.

    ``first`` is the share of the variance that goes if the factor alone were known, ``total`` the
    share that stays if all but it were (Sobol' 1993; Homma and Saltelli 1996).
    """
    rows = sensitivity[sensitivity["figure"] == "cumulative"]
    words = [
        f"{names[iso3]}: {RECIPE_COLUMNS.get(dimension, dimension)}"
        if iso3
        else factor.capitalize()
        for iso3, dimension, factor in zip(
            rows["iso3"].fillna(""), rows["dimension"].fillna(""), rows["factor"], strict=True
        )
    ]
    table = rows[["first", "total", "note"]].assign(what=words)
    return table[["what", "first", "total", "note"]].sort_values(
        "total", ascending=False, ignore_index=True, kind="stable"
    )


def _of(rows: pd.DataFrame, reading: str) -> pd.DataFrame:
    return rows[rows["reading"] == reading].set_index("corridor_id")


def _ends(low: pd.Series, high: pd.Series, digits: int) -> pd.Series:
    ends = [
        None if pd.isna(one) else f"{one:,.{digits}f}–{two:,.{digits}f}"
        for one, two in zip(low, high, strict=True)
    ]
    return pd.Series(ends, index=low.index, dtype="object")


def _ranks(ranks: pd.DataFrame) -> pd.Series:
    told = [
        None if pd.isna(shown) or pd.isna(low) else f"{shown:.0f} ({low:.0f}–{high:.0f})"
        for shown, low, high in zip(ranks["shown_rank"], ranks["low"], ranks["high"], strict=True)
    ]
    return pd.Series(told, index=ranks.index, dtype="object")
