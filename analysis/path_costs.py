"""How the costs of edges make the cost of a path, and when two costs are the same."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from analysis.path_question import Kind

# Two costs are one when they differ by less than this share of the larger: sums of decimals such
# as 0.1 + 0.2 and 0.3 differ in floating point by about 1e-16.
TIE: Final = 1e-9
# Of two ways to one node the one is not followed that is worse by less than this share or equal.
# It is so much finer than a tie that even 10,000 such steps in a row cannot add up to one.
NOISE: Final = 1e-13

JOIN: Final[dict[Kind, Callable[[float, float], float]]] = {"sum": operator.add, "worst": max}
# What a path without an edge costs, so that joining it to another changes nothing.
NOTHING: Final[dict[Kind, float]] = {"sum": 0.0, "worst": -math.inf}


def at_most(cost: float, limit: float) -> bool:
    """Say whether a cost is below a limit or ties with it.

    They tie when they differ by at most ``TIE`` of the larger.
    """
    return cost <= limit or math.isclose(cost, limit, rel_tol=TIE)


def below(cost: float, limit: float) -> bool:
    """Say whether a cost is lower than a limit by more than a tie.

    The opposite of `at_most` with the two exchanged: costs that tie are not below each other.
    """
    return not at_most(limit, cost)


def total(costs: Iterable[float], *, kind: Kind) -> float:
    """Return the cost of a whole path, without the rounding errors of a running sum.

    A path without an edge costs 0, also by its worst edge.

    Examples
    --------
    >>> total([0.1, 0.2], kind="sum"), total([3.0, 7.0], kind="worst"), total([], kind="worst")
    (0.3, 7.0, 0.0)
    """
    figure = math.fsum(costs) if kind == "sum" else max(costs, default=0.0)
    return float(f"{figure:.15g}") + 0.0  # 15 digits survive any double; + 0.0 makes -0 a 0
