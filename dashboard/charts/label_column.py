"""Names beside a chart in a column, none over another, each as near its point as it can be."""

from __future__ import annotations

import numpy as np
import pandas as pd


def label_places(figures: pd.Series, *, gap: float, top: float) -> pd.Series:
    """Return heights for the names of points, at least ``gap`` apart, within 0 to ``top``.

    Parameters
    ----------
    figures
        The heights of the points, from 0 to ``top``.
    gap
        The least distance of two names, in the unit of the figures; it is narrowed where so many
        names do not fit.
    top
        The upper end of the scale.

    Returns
    -------
    The same index; names stand in the order of their points.
    """
    order = figures.sort_values(kind="stable").index
    step = min(gap, top / max(len(order) - 1, 1))
    ramp = step * np.arange(len(order))
    # Without the ramp the condition is that places never fall: lift, then lower what went over.
    lifted = np.maximum.accumulate(figures[order].to_numpy(dtype=float) - ramp)
    places = np.minimum(lifted, top - step * (len(order) - 1)) + ramp
    return pd.Series(places, index=order, dtype=float).reindex(figures.index)
