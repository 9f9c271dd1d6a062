"""Two states drawn together, so that what is drawn is the difference between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.corridor_draws import NOTHING_KNOWN, corridor_intervals
from analysis.draws import sample, sobol_points
from analysis.intervals import PLACES, interval_table
from analysis.pairs import EQUAL, FIRST, OPEN, SECOND, UNKNOWN, compared_draws, verdicts

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.corridor_draws import CorridorDraws
    from analysis.draws import Uncertain
    from analysis.uncertainty_rule import Spread

HIGHER: Final = "higher"
LOWER: Final = "lower"
_VERDICTS: Final = {FIRST: HIGHER, SECOND: LOWER, EQUAL: EQUAL, OPEN: OPEN, UNKNOWN: UNKNOWN}
_SHARES: Final = ("share_higher", "share_lower", "share_ties", "share_read")
_ENDS: Final = ("shown", "low", "high")


def sample_together(base: Uncertain, other: Uncertain) -> tuple[Matrix, Matrix]:
    """Return the draws of two states; a value or choice of both is drawn once for both.

    So what the two share does not blur their difference (common random numbers). The draws of
    ``base`` are those of `sample`: its intervals are the same as where it is drawn alone. What
    only ``other`` varies takes further dimensions of the same sequence, scrambled on their own.

    Parameters
    ----------
    base, other
        The results of `uncertain_index` for two dates, or without and with a scenario, under the
        same rule.

    Returns
    -------
    The points of ``base`` and of ``other``: one row per draw, one column per factor, 0 to 1.

    Reference: Glasserman and Yao (1992), Some Guidelines and Guarantees for Common Random Numbers,
    Management Science 38(6).
    """
    own = {factor.name: place for place, factor in enumerate(base.factors)}
    added = [factor.name for factor in other.factors if factor.name not in own]
    points = sample(base)
    if added:
        spread = base.spread
        whole = sobol_points(len(own) + len(added), draws=spread.draws, seed=spread.seed + 1)
        points = np.hstack([points, whole[:, len(own) :]])
        own |= {name: len(own) + place for place, name in enumerate(added)}
    columns = [own[factor.name] for factor in other.factors]
    return points[:, : len(base.factors)], points[:, columns]


def state_changes(
    drawn: tuple[CorridorDraws, CorridorDraws],
    shown: tuple[pd.DataFrame, pd.DataFrame],
    *,
    spread: Spread,
) -> pd.DataFrame:
    """Return how each reading of each corridor differs between two states, draw by draw.

    Parameters
    ----------
    drawn
        The results of `corridor_draws` before and after, for the points of `sample_together`.
    shown
        The results of `corridor_readings` before and after.
    spread
        The share of draws inside an interval, and that from which an order counts as determined.

    Returns
    -------
    One row per corridor and reading: ``corridor_id``, ``reading``; ``before``, ``after`` and
    ``change`` with ``_low`` and ``_high`` each (NaN where a figure is not shown); then as
    `difference_table`.
    """
    keys = ["corridor_id", "reading"]
    ends = [
        corridor_intervals(one, table, interval=spread.interval).set_index(keys)
        for one, table in zip(drawn, shown, strict=True)
    ]
    differences = [
        difference_table(
            (drawn[0].readings[reading], drawn[1].readings[reading]),
            (ends[0]["shown"].xs(reading, level=1), ends[1]["shown"].xs(reading, level=1)),
            spread=spread,
        ).assign(reading=reading)
        for reading in drawn[0].readings
    ]
    difference = pd.concat(differences).set_index("reading", append=True)
    before, after = (_named(one, name) for one, name in zip(ends, ("before", "after"), strict=True))
    return before.join(after).join(difference).reset_index()


def difference_table(
    drawn: tuple[Matrix, Matrix], shown: tuple[pd.Series, pd.Series], *, spread: Spread
) -> pd.DataFrame:
    """Return how figures differ between two states, and in how many draws they read worse.

    Parameters
    ----------
    drawn
        Figures before and after: one row per figure, one column per draw, the same draws.
    shown
        What is shown before and after, on the same index, in the order of the rows.
    spread
        As for `state_changes`.

    Returns
    -------
    The index of ``shown``; ``change``, ``change_low``, ``change_high``; ``share_higher`` and
    ``share_lower`` (share of draws in which it reads worse, or lower, after; a tie counts half for
    each), ``share_ties``, ``share_read`` (share of draws that have both figures, over which the
    others are taken), ``draws``, ``verdict`` (``higher`` or ``lower`` from ``clear``, ``equal``
    where so many draws tie, ``unknown`` where a figure is not shown, else ``not determined``).
    """
    change = shown[1] - shown[0]
    before, after = (one.round(PLACES) for one in drawn)
    ends = interval_table(after - before, change, interval=spread.interval, notes=NOTHING_KNOWN)
    compared = [compared_draws(then, first) for first, then in zip(before, after, strict=True)]
    shares = pd.DataFrame(compared, index=change.index).astype(float).where(change.notna())
    verdict = verdicts(shares, spread.clear).map(_VERDICTS)
    named = shares.round(PLACES).set_axis(_SHARES, axis=1)
    return _named(ends, "change").join(named).assign(draws=before.shape[1], verdict=verdict)


def _named(table: pd.DataFrame, name: str) -> pd.DataFrame:
    columns = (name, f"{name}_low", f"{name}_high")
    return table[list(_ENDS)].round(PLACES).set_axis(columns, axis=1)
