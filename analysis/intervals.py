"""From many draws of a figure to its interval, its median and the share of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.classes import NO_DATA, opening_edges

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.groups import Places
    from analysis.recipe import Classes

INTERVAL_COLUMNS: Final = ("shown", "low", "median", "high", "share_read", "note")

# Decimal places of what is shown. Later ones differ between machines and say nothing.
PLACES: Final = 6


def interval_table(
    figures: Matrix,
    shown: pd.Series,
    *,
    interval: float,
    notes: pd.Series | str,
    classes: Classes | None = None,
) -> pd.DataFrame:
    """Return where each figure lies in most draws.

    Parameters
    ----------
    figures
        One row per figure, one column per draw, NaN in a draw that has no figure.
    shown
        The figure that is shown, in the order of the rows; NaN where none is.
    interval
        The share of draws inside the interval; what lies outside is left out evenly on both sides.
    notes
        Why there is no interval, used where no figure is shown.
    classes
        The recipe's classes, for a figure that has one.

    Returns
    -------
    The index of ``shown``; ``shown``; ``low``, ``median`` and ``high`` (NaN where no figure is
    shown); ``share_read`` (the share of draws that have a figure, over which the three are taken);
    ``note`` (why there is no interval, else empty); with classes ``p <class>`` for each, from the
    lowest up, and ``p no data``, which add up to 1. Rounded to 6 places.

    """
    ordered = np.sort(figures, axis=1)
    found = quantiles(ordered, interval)
    if classes is not None:
        found |= class_shares(ordered, classes)
    spoken = pd.DataFrame(found, index=shown.index)[shown.notna()].round(PLACES)
    table = spoken.reindex(shown.index)
    why = pd.Series(notes, index=shown.index).where(shown.isna(), "")
    return table.assign(shown=shown, note=why)[["shown", *spoken.columns, "note"]]


def quantiles(ordered: Matrix, interval: float) -> dict[str, Matrix]:
    """Return ``low``, ``median``, ``high`` and ``share_read`` of each row, over draws not NaN.

    ``ordered`` has the draws of each row from the lowest up, NaN last, as ``np.sort`` leaves them.
    Between two draws the quantile is read off the straight line.

    Reference: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American
    Statistician 50(4), definition 7.
    """
    count = _draws_read(ordered)
    tail = (1 - interval) / 2
    shares = {"low": tail, "median": 0.5, "high": 1 - tail}
    found = {name: _at(ordered, count, share) for name, share in shares.items()}
    return {**found, "share_read": count / ordered.shape[1]}


def class_shares(ordered: Matrix, classes: Classes) -> dict[str, Matrix]:
    """Return the share of draws of each row in each class, ``p <class>`` and ``p no data``.

    ``ordered`` is as for `quantiles`: where a class ends is looked up, not counted. One share (0 to
    1) per row under each name, classes from the lowest up; those of a row add up to 1.
    """
    total = ordered.shape[1]
    read = _draws_read(ordered)
    edges = opening_edges(classes)
    below = np.array([np.searchsorted(row, edges) for row in ordered]).reshape(-1, len(edges))
    counts = np.diff(np.column_stack([np.zeros_like(read), below, read]), axis=1).T
    shares = {f"p {name}": part / total for name, part in zip(classes.names, counts, strict=True)}
    return {**shares, f"p {NO_DATA}": 1 - read / total}


def shown_class_shares(table: pd.DataFrame, shown: pd.Series) -> pd.Series:
    """Return the share of draws in which each figure has the class that is shown.

    Parameters
    ----------
    table
        The result of `interval_table` with classes.
    shown
        The class word that is shown, on the same index.

    Returns
    -------
    The same index; 0 to 1, NaN where no class is shown or nothing was drawn.
    """
    shares = table.filter(like="p ").rename(columns=lambda name: name.removeprefix("p "))
    place = shares.columns.get_indexer(pd.Index(shown))
    picked = shares.to_numpy(dtype=float)[np.arange(len(shown)), place]
    none = (place < 0) | (shown == NO_DATA).to_numpy()
    return pd.Series(np.where(none, np.nan, picked), index=shown.index, dtype=float)


def _draws_read(ordered: Matrix) -> Places:
    """Return how many draws of each row have a figure."""
    return np.array([np.searchsorted(row, np.nan) for row in ordered], dtype=np.intp)


def _at(ordered: Matrix, count: Places, share: float) -> Matrix:
    """Return the quantile ``share`` of the first ``count`` entries of each row."""
    place = np.maximum(share * (count - 1), 0.0)
    below = np.floor(place).astype(int)
    above = np.minimum(below + 1, np.maximum(count - 1, 0)).astype(int)
    rows = np.arange(len(ordered))
    left, right = ordered[rows, below], ordered[rows, above]
    found: Matrix = left + (right - left) * (place - below)
    return found
