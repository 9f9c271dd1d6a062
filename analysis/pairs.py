"""Which of two corridors reads worse, in how many draws, and on which rank each one lies."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.classes import ranks
from analysis.intervals import PLACES, quantiles

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.corridor_draws import CorridorDraws

FIRST: Final = "first"
SECOND: Final = "second"
EQUAL: Final = "equal"
OPEN: Final = "not determined"
UNKNOWN: Final = "unknown"
NEVER_BOTH: Final = "no draw has a figure for both"

_SHARES: Final = ("share_first", "share_second", "share_ties", "share_read")
PAIR_COLUMNS: Final = (
    *("reading", "first", "second", "share_first", "share_second", "share_ties"),
    *("share_read", "draws", "verdict", "note"),
)


def pair_shares(drawn: CorridorDraws, *, clear: float) -> pd.DataFrame:
    """Return, for each two corridors and each reading, in how many draws which one reads worse.

    Both corridors see the same draw of every country, so what they share does not blur the order.

    Parameters
    ----------
    drawn
        The result of `corridor_draws`.
    clear
        The share of draws from which an order counts as determined.

    Returns
    -------
    One row per pair and reading: ``reading``, ``first``, ``second`` (corridors); ``share_first``
    and ``share_second`` (share of draws in which that one reads worse, a tie counted half to each:
    they add up to 1); ``share_ties``; ``share_read`` (share of draws that have both figures, over
    which the others are taken); ``draws`` (all); ``verdict`` (``first`` or ``second`` from
    ``clear``, ``equal`` where so many draws tie, ``unknown`` where nothing can be compared, else
    ``not determined``); ``note``. Rounded to 6 places.

    """
    rows = [
        {
            "reading": name,
            "first": drawn.corridors[one],
            "second": drawn.corridors[two],
            **compared_draws(figures[one], figures[two]),
            "draws": figures.shape[1],
        }
        for name, figures in _comparable(drawn).items()
        for one, two in combinations(range(len(drawn.corridors)), 2)
    ]
    table = pd.DataFrame(rows, columns=list(PAIR_COLUMNS[:-2])).astype(
        dict.fromkeys(_SHARES, float)
    )
    verdict = verdicts(table, clear)
    note = np.where(verdict == UNKNOWN, NEVER_BOTH, "")
    return table.round(PLACES).assign(verdict=verdict, note=note)


def rank_intervals(
    drawn: CorridorDraws, readings: pd.DataFrame, *, interval: float
) -> pd.DataFrame:
    """Return on which ranks each corridor lies, the worst reading being rank 1.

    Equal readings share the best rank, as in `ranks`. A draw without a figure gives no rank.

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
    One row per corridor and reading: ``corridor_id``, ``reading``, ``shown_rank`` (missing where
    no figure is shown), ``low``, ``median``, ``high`` (whole ranks, the interval rounded outward).

    """
    tables = []
    for name, figures in _comparable(drawn).items():
        found = pd.DataFrame(quantiles(np.sort(_ranks(figures)), interval), index=drawn.corridors)
        shown = readings.loc[drawn.corridors, name].round(PLACES)
        tables.append(
            pd.DataFrame(
                {
                    "reading": name,
                    "shown_rank": ranks(shown),
                    "low": np.floor(found["low"]),
                    "median": found["median"],
                    "high": np.ceil(found["high"]),
                }
            )
        )
    return pd.concat(tables).reset_index()


def _comparable(drawn: CorridorDraws) -> dict[str, Matrix]:
    """Return the readings without the noise of late places, so that equal ones tie."""
    return {name: figures.round(PLACES) for name, figures in drawn.readings.items()}


def compared_draws(one: Matrix, two: Matrix) -> dict[str, float]:
    """Return in what share of draws one of two figures reads worse, a tie counted half to each.

    ``one`` and ``two`` have a figure per draw, NaN where there is none; see `pair_shares`.
    """
    both = ~(np.isnan(one) | np.isnan(two))
    count = int(both.sum())
    worse, ties = int((one > two).sum()), int((one == two).sum())
    share = (worse + ties / 2) / count if count else np.nan
    return {
        "share_first": share,
        "share_second": 1 - share,
        "share_ties": ties / count if count else np.nan,
        "share_read": count / len(one),
    }


def verdicts(table: pd.DataFrame, clear: float) -> pd.Series:
    """Return what the shares of draws settle, in the words of `pair_shares`.

    A share of ``clear`` itself (0 to 1) settles an order; anything between that and 1 less it
    leaves the order open.
    """
    conditions = [
        table["share_first"].isna(),
        table["share_ties"] >= clear,
        table["share_first"] >= clear,
        table["share_second"] >= clear,
    ]
    words = np.select(conditions, [UNKNOWN, EQUAL, FIRST, SECOND], OPEN)
    return pd.Series(words, index=table.index, dtype="object")


def _ranks(figures: Matrix) -> Matrix:
    """Return the rank of each row in each draw: one more than the rows that read worse."""
    found = np.stack([1.0 + (figures > row).sum(axis=0) for row in figures])
    found[np.isnan(figures)] = np.nan
    return found
