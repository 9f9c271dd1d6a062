"""Corridors side by side: all readings with intervals and ranks, and two states of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.intervals import PLACES
from analysis.leaf_parts import parts_by
from analysis.pairs import EQUAL, FIRST, OPEN, SECOND
from analysis.pareto import on_the_front
from dashboard.language import decimal, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.atlas import Atlas
    from dashboard.drawn_changes import Changes
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

DIGITS: Final = {"cumulative": 1, "worst_reading": 1, "km_high": 0, "km_elevated_or_worse": 0}


def side_by_side(
    atlas: Atlas, readings: Readings, intervals: Intervals, corridors: Iterable[str]
) -> pd.DataFrame:
    """Return one row per corridor: each reading, its interval as text, and its rank interval.

    Index ``corridor_id``; ``corridor``; for each of `READINGS` the figure, ``<reading>_interval``
    and ``<reading>_rank`` ("3 (1–4)", 1 reads worst of all corridors; none where a corridor is
    not `comparable`). Missing stays missing.
    """
    table = pd.DataFrame({"corridor": atlas.corridor_names})
    for reading, digits in DIGITS.items():
        figures = _of(intervals.corridors, reading)
        ranks = _of(intervals.ranks, reading)
        table[reading] = figures["shown"].round(digits)
        table[f"{reading}_interval"] = interval_texts(figures["low"], figures["high"], digits)
        table[f"{reading}_rank"] = _ranks(ranks).where(comparable(atlas, readings))
    return table.loc[list(corridors)]


def interval_rows(
    atlas: Atlas, readings: Readings, intervals: Intervals, reading: str, corridors: Iterable[str]
) -> pd.DataFrame:
    """Return one reading of corridors with its interval, those that are compared first.

    Index ``corridor_id``; ``corridor`` (name), ``figure``, ``low``, ``high``, ``compared`` (whether
    it is `comparable`); within both groups the highest first, those without a figure last.
    """
    found = _of(intervals.corridors, reading).loc[list(corridors)]
    table = pd.DataFrame(
        {
            "corridor": atlas.corridor_names[found.index],
            "figure": found["shown"],
            "low": found["low"],
            "high": found["high"],
            "compared": comparable(atlas, readings)[found.index],
        }
    )
    return table.sort_values(["compared", "figure"], ascending=False, kind="stable")


@dataclass(frozen=True, kw_only=True)
class Orders:
    """Of how many pairs of corridors the order is clear, level, or not determined; of ``all``."""

    all: int
    clear: int
    level: int
    open: int


def settled_orders(pairs: pd.DataFrame, reading: str, among: Iterable[str]) -> Orders:
    """Return how many orders of two corridors the draws settle, by one reading.

    Parameters
    ----------
    pairs
        The result of `pair_shares`.
    reading
        Which reading.
    among
        The corridors that are compared.
    """
    kept = list(among)
    inside = pairs["first"].isin(kept) & pairs["second"].isin(kept)
    verdicts = pairs.loc[inside & (pairs["reading"] == reading), "verdict"]
    return Orders(
        all=len(verdicts),
        clear=int(verdicts.isin([FIRST, SECOND]).sum()),
        level=int((verdicts == EQUAL).sum()),
        open=int((verdicts == OPEN).sum()),
    )


def parts_side_by_side(parts: pd.DataFrame, by: str, pair: tuple[str, str]) -> pd.DataFrame:
    """Return what each country, indicator or source adds to the cumulative exposure of two.

    Parameters
    ----------
    parts
        The result of `read_parts`.
    by
        ``iso3``, ``dimension`` or ``source_id``.
    pair
        Two corridors.

    Returns
    -------
    Index the values of ``by``; ``first``, ``second`` (score times 1,000 km; each column adds up to
    the corridor's cumulative exposure; 0 where it adds nothing) and their ``difference``, the
    largest difference first.
    """
    sums = parts_by(parts[parts["corridor_id"].isin(pair)], ["corridor_id", by])
    wide = sums.pivot_table("exposure", index=by, columns="corridor_id", aggfunc="sum") / 1000
    table = wide.reindex(columns=list(pair)).fillna(0.0).set_axis(["first", "second"], axis=1)
    difference = table["first"] - table["second"]
    order = difference.abs().sort_values(ascending=False, kind="stable").index
    return table.assign(difference=difference).loc[order]


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
    atlas: Atlas, readings: Readings, reading: str, corridors: Iterable[str]
) -> pd.DataFrame:
    """Return what a plot of length against one reading draws: one row per corridor.

    ``corridor_id``, ``corridor`` (name), ``length_km``, ``figure``, ``front`` (whether no other
    corridor among them is both shorter and lower). Only those that are `comparable`.
    """
    likes = comparable(atlas, readings)
    kept = [corridor for corridor in corridors if likes[corridor]]
    found = readings.corridors.loc[kept]
    table = pd.DataFrame(
        {
            "corridor": atlas.corridor_names[kept],
            "length_km": found["length_km"],
            "figure": found[reading],
            "front": on_the_front(found, "length_km", reading),
        }
    )
    return table.rename_axis("corridor_id").reset_index()


@dataclass(frozen=True, kw_only=True)
class SharedWorst:
    """A worst leg that all of several corridors have: their number, the figure, the countries."""

    count: int
    figure: float
    iso3: tuple[str, ...]


def shared_worst_leg(
    atlas: Atlas, readings: Readings, corridors: Iterable[str]
) -> SharedWorst | None:
    """Return the worst reading that all compared corridors share; None where it tells any apart.

    ``iso3`` are the countries of the highest score on those worst legs.
    """
    likes = comparable(atlas, readings)
    kept = [corridor for corridor in corridors if likes[corridor]]
    found = readings.corridors.loc[kept]
    figures = found["worst_reading"].round(PLACES)
    if len(kept) < 2 or figures.isna().any() or figures.min() < figures.max():  # noqa: PLR2004 - two
        return None
    inside = readings.drivers[readings.drivers["leg_id"].isin(found["worst_leg_id"])]
    graver = inside[inside["score"] == inside.groupby("leg_id")["score"].transform("max")]
    return SharedWorst(
        count=len(kept),
        figure=float(found["worst_reading"].iloc[0]),
        iso3=tuple(str(iso3) for iso3 in graver["iso3"].unique()),
    )


def change_rows(
    atlas: Atlas, changes: Changes, reading: str, corridors: Iterable[str]
) -> pd.DataFrame:
    """Return how one reading of corridors differs between two states; index ``corridor_id``.

    ``corridor`` (name), then the columns of `state_changes`.
    """
    found = _of(changes.corridors, reading).loc[list(corridors)]
    return found.assign(corridor=atlas.corridor_names[found.index])


def changed_readings(atlas: Atlas, changes: Changes, corridors: Iterable[str]) -> pd.DataFrame:
    """Return the readings of corridors in two states: on two dates, or without and with a scenario.

    Index ``corridor_id``; ``corridor``; for each of `READINGS` ``<reading>_before``,
    ``<reading>_after`` and ``<reading>_change``, each with its interval as text
    (``<reading>_interval_before`` and so on), and ``<reading>_worse_change``: the share of draws,
    in per cent, in which it reads worse after, a tie counted half.
    """
    table = pd.DataFrame({"corridor": atlas.corridor_names})
    for reading, digits in DIGITS.items():
        found = _of(changes.corridors, reading)
        for state in ("before", "after", "change"):
            ends = (found[f"{state}_low"], found[f"{state}_high"])
            table[f"{reading}_{state}"] = found[state].round(digits)
            table[f"{reading}_interval_{state}"] = interval_texts(*ends, digits)
        table[f"{reading}_worse_change"] = 100 * found["share_higher"]
    return table.loc[list(corridors)]


def ends_words(ends: tuple[float, float], digits: int = 1) -> str:
    """Return an interval in brackets, (5.1 to 7.0); empty where nothing was drawn."""
    if math.isnan(ends[0]):
        return ""
    words = pgettext("interval", "{low} to {high}")
    low, high = (decimal(end, digits) for end in ends)
    return f"({words.format(low=low, high=high)})"


def _of(rows: pd.DataFrame, reading: str) -> pd.DataFrame:
    return rows[rows["reading"] == reading].set_index("corridor_id")


def interval_texts(low: pd.Series, high: pd.Series, digits: int = 1) -> pd.Series:
    """Return intervals as text for the cells of a table, 5.1–7.0; missing where nothing is."""
    ends = [
        None if pd.isna(one) else f"{decimal(one, digits)}–{decimal(two, digits)}"
        for one, two in zip(low, high, strict=True)
    ]
    return pd.Series(ends, index=low.index, dtype="object")


def _ranks(ranks: pd.DataFrame) -> pd.Series:
    told = [
        None if pd.isna(shown) or pd.isna(low) else f"{shown:.0f} ({low:.0f}–{high:.0f})"
        for shown, low, high in zip(ranks["shown_rank"], ranks["low"], ranks["high"], strict=True)
    ]
    return pd.Series(told, index=ranks.index, dtype="object")
