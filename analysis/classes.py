"""Words for figures: classes from a recipe's edges, and ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.aggregation import Matrix
    from analysis.recipe import Classes

NO_DATA = "no data"
SLACK = 0.5e-9


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
    places = class_places(scores.to_numpy(dtype=float), classes)
    words = np.array([*classes.names, NO_DATA], dtype=object)[places]
    return pd.Series(words, index=scores.index, dtype="object")


def class_places(figures: Matrix, classes: Classes) -> NDArray[np.intp]:
    """Return the place of each figure's class, 0 for the lowest and -1 where it is missing.

    ``figures`` may have any shape.
    """
    places = np.searchsorted(opening_edges(classes), figures, side="right")
    found: NDArray[np.intp] = np.where(np.isnan(figures), -1, places)
    return found


def opening_edges(classes: Classes) -> Matrix:
    """Return the figures from which each class but the lowest is opened.

    A weighted mean of equal scores may end a hair below them: no class may turn on that.
    """
    edges: Matrix = np.array(classes.edges) - SLACK
    return edges


def ranks(scores: pd.Series) -> pd.Series:
    """Rank from the highest score down, equal scores sharing the best place (1, 2, 2, 4).

    Missing scores have no rank (``<NA>``).
    """
    return scores.rank(ascending=False, method="min").astype("Int64")
