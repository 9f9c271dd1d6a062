"""Sums and maxima over groups of rows, taken one after another in the order of the rows.

Nothing is compensated for: adding 0 or more never lowers such a sum, not even by a rounding error,
and a sum over one draw is the same, bit for bit, as over that draw among many.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from analysis.aggregation import Matrix

Places = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class Groups:
    """To which of ``count`` groups each row belongs: ``place``, from 0.

    One place per row, below ``count``, in any order; a group may have no row.
    """

    place: Places
    count: int

    @cached_property
    def runs(self) -> tuple[Places, Places]:
        """The rows group by group, each in the order of the rows; and where every group ends.

        The second has one entry more than there are groups: the first is 0.
        """
        sizes = np.bincount(self.place, minlength=self.count)
        return np.argsort(self.place, kind="stable"), np.append(0, np.cumsum(sizes))

    @cached_property
    def turns(self) -> list[Places]:
        """The first row of every group, then the second of every group, and so on.

        Rows by their numbers from 0; in a turn no group has two, and one that has no more has none.
        """
        order, ends = self.runs
        sizes = np.diff(ends)
        turn = np.arange(len(order)) - np.repeat(ends[:-1], sizes)
        return [order[turn == number] for number in range(int(sizes.max(initial=0)))]


def group_sums(values: Matrix, groups: Groups) -> Matrix:
    """Return the sum of the rows of each group, 0 for a group without rows.

    Parameters
    ----------
    values
        One row per member; a second axis, if there is one, is that of the draws.
    groups
        The group of each row.

    """
    if values.ndim == 1:
        return np.bincount(groups.place, values, groups.count).astype(float)
    sums = np.zeros((groups.count, *values.shape[1:]))
    for rows in groups.turns:
        sums[groups.place[rows]] += values[rows]
    return sums


def group_maxima(values: Matrix, groups: Groups) -> Matrix:
    """Return the largest row of each group, by column; NaN is passed over, and stays where alone.

    Parameters
    ----------
    values
        One row per member, one column per draw.
    groups
        The group of each row.

    """
    largest = np.full((groups.count, values.shape[1]), np.nan)
    for rows in groups.turns:
        place = groups.place[rows]
        largest[place] = np.fmax(largest[place], values[rows])
    return largest


def running_sums(values: Matrix, groups: Groups) -> Matrix:
    """Return for each row the sum of its group up to and including the row.

    ``values`` has one row per member, as for `group_sums`; the result has its shape. In the order
    of the rows.
    """
    so_far = np.zeros_like(values)
    sums = np.zeros((groups.count, *values.shape[1:]))
    for rows in groups.turns:
        sums[groups.place[rows]] += values[rows]
        so_far[rows] = sums[groups.place[rows]]
    return so_far
