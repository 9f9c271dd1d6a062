"""Parts rounded so that what is printed adds up to the printed sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


def rounded_parts(parts: Sequence[float], *, digits: int) -> list[float]:
    """Return parts with so many digits that add up to their rounded sum (largest remainder).

    Each part is one of its two neighbours with these digits; those that lost most in rounding down
    are rounded up, the first of equal ones first. A part that is missing (NaN) stays missing and
    counts as nothing.

    >>> rounded_parts([1 / 3, 1 / 3, 1 / 3], digits=2)
    [0.34, 0.33, 0.33]

    Reference: Balinski and Young (1982), Fair Representation: Meeting the Ideal of One Man, One
    Vote (Hamilton's method).
    """
    units = np.array(parts, dtype=float) * 10**digits
    known = np.flatnonzero(~np.isnan(units))
    # What floating point adds beyond nine further places is no remainder.
    floors = np.floor(np.round(units[known], 9))
    lost = np.round(units[known] - floors, 9)
    wanted = int(np.floor(np.round(units[known].sum(), 9) + 0.5) - floors.sum())
    up = known[np.argsort(-lost, kind="stable")[: max(wanted, 0)]]
    units[known] = floors
    units[up] += 1
    return [float(unit) for unit in np.round(units / 10**digits, digits)]
