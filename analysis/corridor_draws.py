"""The readings of every corridor in every draw, and where most draws lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.corridors import cumulative
from analysis.groups import Groups, Places, group_maxima, group_sums
from analysis.intervals import INTERVAL_COLUMNS, interval_table
from analysis.leg_draws import chunks, unit_blocks
from analysis.leg_sums import leg_kilometres, leg_sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.aggregation import Matrix
    from analysis.draws import CountryDraws
    from analysis.leg_sums import Terms
    from analysis.recipe import Classes, LegRule

NOTHING_KNOWN: Final = "nothing is known"
READINGS: Final = ("cumulative", "worst_reading", "km_high", "km_elevated_or_worse")


@dataclass(frozen=True, kw_only=True, eq=False)
class CorridorDraws:
    """Each reading of corridors: one row per corridor, one column per draw, NaN where none.

    ``corridors`` are the ``corridor_id`` of the rows. ``readings`` has the words of ``READINGS``:
    ``cumulative`` (score times 1,000 km), ``worst_reading`` (0-10), and the kilometres ``km_high``
    and ``km_elevated_or_worse``.
    """

    corridors: pd.Index
    readings: dict[str, Matrix]


def corridor_draws(
    terms: Terms,
    draws: CountryDraws,
    *,
    corridor: pd.Series,
    rules: tuple[Classes, LegRule],
) -> CorridorDraws:
    """Return the readings of every corridor in every draw, as `corridor_readings` has them.

    Parameters
    ----------
    terms
        The result of `term_arrays` for the countries of ``draws``.
    draws
        The result of `country_draws`.
    corridor
        Index ``leg_id``; the corridor of each leg of ``terms``.
    rules
        The recipe's classes and leg table.

    """
    place, ids = pd.factorize(corridor)
    shape = (len(ids), draws.scores.shape[1])
    found = {name: np.full(shape, np.nan) for name in READINGS}
    order = np.argsort(place, kind="stable")
    ends = np.searchsorted(place[order], np.arange(len(ids) + 1))
    for some in chunks(len(ids), shape[1] * max(1, len(place) // len(ids))):
        chosen = np.arange(len(ids))[some]
        legs = order[ends[chosen[0]] : ends[chosen[-1] + 1]]
        groups = Groups(place=place[legs] - chosen[0], count=len(chosen))
        for rows, readings in _blocks(terms.of_legs(legs), draws, groups, rules):
            for name, figures in readings.items():
                found[name][np.ix_(chosen, rows)] = figures
    return CorridorDraws(corridors=pd.Index(ids, name="corridor_id"), readings=found)


def corridor_intervals(
    drawn: CorridorDraws, readings: pd.DataFrame, *, interval: float
) -> pd.DataFrame:
    """Return the interval of each reading of each corridor.

    What is unknown adds nothing to what is shown and adds something in the draws in which it is
    drawn: where much is unknown the shown figure lies at the lower end.

    Parameters
    ----------
    drawn
        The result of `corridor_draws`.
    readings
        The result of `corridor_readings`: what is shown.
    interval
        The share of draws inside the interval.

    Returns
    -------
    One row per corridor and reading, corridors in the order of ``drawn``: ``corridor_id``,
    ``reading`` (``cumulative``, ``worst_reading``, ``km_high`` or ``km_elevated_or_worse``), then
    as `interval_table`.

    """
    shown = readings.loc[drawn.corridors]
    silent = shown["cumulative"].isna()
    tables = [
        interval_table(
            figures, shown[name].mask(silent), interval=interval, notes=NOTHING_KNOWN
        ).assign(reading=name)
        for name, figures in drawn.readings.items()
    ]
    rows = pd.concat(tables).reset_index()
    order = drawn.corridors.get_indexer(pd.Index(rows["corridor_id"]))
    columns = ["corridor_id", "reading", *INTERVAL_COLUMNS]
    return rows.iloc[np.argsort(order, kind="stable")][columns].reset_index(drop=True)


def _blocks(
    terms: Terms, draws: CountryDraws, groups: Groups, rules: tuple[Classes, LegRule]
) -> Iterator[tuple[Places, dict[str, Matrix]]]:
    """Yield the draws of each block with the readings of some corridors in them."""
    classes, rule = rules
    grave = {"km_high": classes.highest, "km_elevated_or_worse": rule.elevated}
    for rows, units in unit_blocks(terms, draws):
        sums = leg_sums(terms, units, border=draws.border[rows])
        exposure, weight = (group_sums(part, groups) for part in (sums.exposure, sums.weight_km))
        kilometres = {
            name: group_sums(leg_kilometres(terms, units, name=word, classes=classes), groups)
            for name, word in grave.items()
        }
        worst = group_maxima(sums.reading(rule), groups)
        figures = {"cumulative": cumulative(exposure, weight), "worst_reading": worst}
        yield rows, {**figures, **kilometres}
