"""The reading of every leg in every draw, and where most draws lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.intervals import interval_table
from analysis.leg_profiles import first_of_profile
from analysis.leg_sums import UnitScores, leg_sums, unit_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.aggregation import Matrix
    from analysis.draws import CountryDraws
    from analysis.groups import Places
    from analysis.leg_sums import Terms
    from analysis.recipe import Classes, LegRule

# Figures held at once, in legs times draws: 5 MB for each of the few tables in use.
AT_ONCE: Final = 640_000


def leg_intervals(
    terms: Terms,
    draws: CountryDraws,
    *,
    readings: pd.DataFrame,
    rules: tuple[Classes, LegRule],
    interval: float,
) -> pd.DataFrame:
    """Return the interval of each leg's reading and the share of each class.

    Legs of which the same countries have the same shares are drawn once. Memory does not grow with
    the number of legs.

    Parameters
    ----------
    terms
        The result of `term_arrays` for the countries of ``draws``.
    draws
        The result of `country_draws`.
    readings
        The result of `leg_readings` for the same legs: what is shown.
    rules
        The recipe's classes and leg table.
    interval
        The share of draws inside the interval.

    Returns
    -------
    As `interval_table`, index ``leg_id``. A leg without a reading has its reason as its note.

    """
    classes, rule = rules
    first = first_of_profile(terms, draws)
    drawn, back = np.unique(first, return_inverse=True)
    blocks = tuple(unit_blocks(terms, draws))  # the same for all legs
    parts = []
    for rows in chunks(len(drawn), draws.scores.shape[1]):
        legs = readings.iloc[drawn[rows]]
        figures = _reading_draws(terms.of_legs(drawn[rows]), blocks, border=draws.border, rule=rule)
        parts.append(
            interval_table(
                figures,
                legs["reading"],
                interval=interval,
                notes=legs["reason"],
                classes=classes,
            )
        )
    table = pd.concat(parts).iloc[back].set_axis(readings.index)
    return table.assign(shown=readings["reading"], note=readings["reason"])


def leg_reading_draws(terms: Terms, draws: CountryDraws, *, rule: LegRule) -> Matrix:
    """Return the reading of each leg (row) in each draw (column), NaN where there is none.

    Readings are 0-10, as `LegSums.reading`; ``terms`` are those of `term_arrays` for the countries
    of ``draws``. All of them are held at once: take many legs in `chunks`.
    """
    return _reading_draws(terms, unit_blocks(terms, draws), border=draws.border, rule=rule)


def _reading_draws(
    terms: Terms, blocks: Iterable[tuple[Places, UnitScores]], *, border: Matrix, rule: LegRule
) -> Matrix:
    figures = np.empty((len(terms.leg_ids), len(border)))
    for rows, units in blocks:
        figures[:, rows] = leg_sums(terms, units, border=border[rows]).reading(rule)
    return figures


def unit_blocks(terms: Terms, draws: CountryDraws) -> Iterator[tuple[Places, UnitScores]]:
    """Yield the draws of each block with the scores of units in them.

    The draws are columns of ``draws.scores``; the scores have a row per unit of ``terms`` and a
    column for each of these draws. Within a block a unit is known in every draw or in none.
    """
    for rows in draws.blocks:
        yield rows, unit_scores(terms, draws.scores[:, rows])


def chunks(legs: int, draws: int) -> Iterator[slice]:
    """Yield slices of legs such that few enough figures are held at once.

    Each has at most ``AT_ONCE`` figures, legs times draws, but at least one leg; together they are
    all ``legs`` in order. ``draws`` is 1 or more.
    """
    size = max(1, AT_ONCE // draws)
    return (slice(start, start + size) for start in range(0, legs, size))
