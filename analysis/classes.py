"""Words for figures: classes from a recipe's edges, and ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.recipe import Classes

NO_DATA = "no data"
_DECIMALS = 9


def class_words(scores: pd.Series, classes: Classes) -> pd.Series:
    """Name the class of every score.

    Parameters
    ----------
    scores
        Figures on the recipe's scale, any index; NaN is missing.
    classes
        Names from the lowest up; a class begins at its lower edge (right-open intervals).

    Returns
    -------
    The same index; a class name, or ``no data`` where the score is missing, never the lowest.

    """
    # A weighted mean of equal scores may end a hair below them: no class may turn on that.
    figures = scores.to_numpy(dtype=float).round(_DECIMALS)
    places = np.searchsorted(np.array(classes.edges), figures, side="right")
    words = np.array(classes.names, dtype=object)[np.minimum(places, len(classes.names) - 1)]
    return pd.Series(np.where(scores.isna(), NO_DATA, words), index=scores.index, dtype="object")


def at_or_above(words: pd.Series, name: str, *, classes: Classes) -> pd.Series:
    """Say which class words stand for the class ``name`` or a graver one; no data is not."""
    graver = classes.names[classes.names.index(name) :]
    return words.isin(graver)


def ranks(scores: pd.Series) -> pd.Series:
    """Rank from the highest score down, equal scores sharing the best place (1, 2, 2, 4).

    Missing scores have no rank (``<NA>``).
    """
    return scores.rank(ascending=False, method="min").astype("Int64")
