"""Which of several units no other beats: the Pareto front of two figures that one wants low."""

from __future__ import annotations

import numpy as np
import pandas as pd


def on_the_front(table: pd.DataFrame, first: str, second: str) -> pd.Series:
    """Say which rows no other row beats: lower in one figure and no higher in the other.

    Parameters
    ----------
    table
        Any index; the two columns hold figures that one wants low, NaN where there is none.
    first, second
        The columns.

    Returns
    -------
    One flag per row. Equal rows stand together; a row with a missing figure is never on the front
    and beats nobody.

    """
    x, y = (table[name].to_numpy(dtype=float) for name in (first, second))
    # NaN compares as False, so a missing figure beats nobody.
    no_worse = (x[:, None] <= x) & (y[:, None] <= y)
    better = (x[:, None] < x) | (y[:, None] < y)
    beaten = (no_worse & better).any(axis=0)
    return pd.Series(~beaten & np.isfinite(x) & np.isfinite(y), index=table.index)
