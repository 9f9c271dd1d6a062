"""The six ways to make one figure of several, for all units and draws at once, and rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.recipe import Aggregate, Missing

Matrix = NDArray[np.float64]

# Units of a later place; lifts a half that floating point left a hair too low (2.4499999 is 2.45).
HALF_UP_SLACK: Final = 1e-9


def round_half_up(values: Matrix, decimals: int) -> Matrix:
    """Round to ``decimals`` places, halves upward.

    numpy rounds half to even, published indices do not. NaN stays NaN.

    Reference: INFORM Risk Index, methodology 2017 (JRC), rounding at each level.
    """
    step = 10.0**decimals
    rounded: Matrix = np.floor(values * step + 0.5 + HALF_UP_SLACK) / step
    return rounded


def aggregate(values: Matrix, weights: Matrix, *, how: Aggregate) -> Matrix:
    """Return one figure per row from the children that are present.

    Parameters
    ----------
    values
        One row per unit, one column per child; NaN is missing and its weight goes to the others.
        Any further axes, such as one of draws, stand between the two: the child is the last one.
    weights
        One per child, 0 or more, or one row of them per draw. A child of weight 0 does not speak,
        also under max and min.
    how
        ``arithmetic`` sum(w x); ``geometric`` prod(x ** w), for x above 0; ``harmonic``
        1 / sum(w / x), for x above 0; ``inverse_geometric`` (10 - prod(u ** w)) / 9 * 10 with
        u = (10 - x) / 10 * 9 + 1, for x from 0 to 10; ``max`` and ``min``. The weights w are
        divided by their sum over what is present.

    Returns
    -------
    One figure per row, NaN where no child speaks.

    Reference: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6;
    INFORM Risk Index, methodology 2017 (JRC), for the inverted geometric mean.

    Examples
    --------
    >>> aggregate(np.array([[1.0, 2.0, 3.0]]), np.array([1.0, 1.0, 2.0]), how="arithmetic")
    array([2.25])

    """
    return _AGGREGATES[how](values, shares(values, weights))


def shares(values: Matrix, weights: Matrix) -> Matrix:
    """Return the weights over what is present, adding up to 1 over the last axis (or all 0).

    ``values`` and ``weights`` are as for `aggregate`; the result has the shape of ``values``, 0
    where a value is missing. All are 0 where no child of a weight above 0 is present.
    """
    speaking = np.where(np.isnan(values), 0.0, weights)
    total = speaking.sum(axis=-1, keepdims=True)
    share: Matrix = np.divide(speaking, total, out=np.zeros_like(speaking), where=total > 0)
    return share


def enough_present(values: Matrix, *, missing: Missing, min_present: float) -> NDArray[np.bool_]:
    """Say which rows have enough children to be aggregated.

    Under ``fail`` all of them; under ``skip`` at least one and the share ``min_present``, counted
    by children and not by weight.
    """
    present = ~np.isnan(values)
    if missing == "fail":
        return np.asarray(present.all(axis=-1))
    return np.asarray(present.any(axis=-1) & (present.mean(axis=-1) >= min_present - 1e-12))


def invert(values: Matrix) -> Matrix:
    """Return INFORM's turned scale, 10 for a value of 0 and 1 for a value of 10.

    Of any shape; values from 0 to 10, so that what is turned lies above 0. NaN stays NaN.

    Reference: INFORM Risk Index, methodology 2017 (JRC), for the inverted geometric mean.
    """
    turned: Matrix = (10 - values) / 10 * 9 + 1
    return turned


def _arithmetic(values: Matrix, share: Matrix) -> Matrix:
    return _spoken(np.where(share > 0, share * _filled(values), 0.0).sum(axis=-1), share)


def _geometric(values: Matrix, share: Matrix) -> Matrix:
    logs = np.log(np.where(share > 0, _filled(values), 1.0))
    return _spoken(np.exp((share * logs).sum(axis=-1)), share)


def _inverse_geometric(values: Matrix, share: Matrix) -> Matrix:
    return (10 - _geometric(invert(values), share)) / 9 * 10


def _harmonic(values: Matrix, share: Matrix) -> Matrix:
    parts = np.divide(share, _filled(values), out=np.zeros_like(share), where=share > 0)
    total = parts.sum(axis=-1)
    figures: Matrix = np.divide(1.0, total, out=np.full_like(total, np.nan), where=total > 0)
    return figures


def _max(values: Matrix, share: Matrix) -> Matrix:
    return _spoken(np.where(share > 0, _filled(values), -np.inf).max(axis=-1), share)


def _min(values: Matrix, share: Matrix) -> Matrix:
    return _spoken(np.where(share > 0, _filled(values), np.inf).min(axis=-1), share)


def _filled(values: Matrix) -> Matrix:
    """Return the values with 1 where missing: a placeholder whose share is 0."""
    return np.where(np.isnan(values), 1.0, values)


def _spoken(figures: Matrix, share: Matrix) -> Matrix:
    return np.where(share.sum(axis=-1) > 0, figures, np.nan)


_AGGREGATES: Final[dict[str, Callable[[Matrix, Matrix], Matrix]]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "inverse_geometric": _inverse_geometric,
    "harmonic": _harmonic,
    "max": _max,
    "min": _min,
}
