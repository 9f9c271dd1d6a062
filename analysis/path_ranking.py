"""Paths that enter no node twice, by rising cost: each one splits what is left into parts.

Reference: Lawler, A procedure for computing the k best solutions to discrete optimization problems
(1972), for the parts; Yen, Finding the k shortest loopless paths in a network (1971). A part is
only searched when its lower bound comes first, as in Kurz and Mutzel, A sidetrack-based algorithm
for finding the k shortest simple paths in a directed graph (2016).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Protocol

from analysis.path_costs import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.path_search import Guide

Key = tuple[float, ...]
Part = tuple[Key, "Space"]


@dataclass(frozen=True, kw_only=True)
class Space:
    """All paths that begin with the first ``fixed`` nodes of ``nodes`` and go on to none ``shut``.

    When it is ``solved``, ``nodes`` is its lowest path, whole. It was ``missed`` when it was
    searched once and its bound turned out too low.
    """

    nodes: tuple[int, ...]
    fixed: int
    shut: frozenset[int] = frozenset()
    solved: bool = False
    missed: bool = False


class Order(Protocol):
    """What makes one path come before another.

    Paths and spaces are ordered by keys, compared figure by figure. The first figure is a cost of
    the path, and the one by which paths tie.
    """

    @property
    def guide(self) -> Guide:
        """The network with the cost by which paths come first of all."""

    def least(self, so_far: float, nodes: int, choices: list[tuple[int, float]]) -> Key | None:
        """Return a key that no path of a space is before, or nothing where none can be.

        ``so_far`` is the cost of its ``nodes`` fixed nodes, ``choices`` the open next nodes.
        """

    def search(self, space: Space, key: Key) -> tuple[Key, Space] | None:
        """Return a space solved, or missed with a better bound, or nothing if it is empty.

        The key beside it is that of the path where it is solved, else the bound.
        """


def ranked_paths(order: Order, start: int, *, k: int) -> Iterator[tuple[int, ...]]:
    """Yield the k lowest paths from a node to the end of the order, and those that tie, by cost.

    A tie is of the first figure of the order's key.
    """
    turn = count()
    first = Space(nodes=(start,), fixed=1)
    # A path (0) comes before a space (1) of the same key: it is certain already.
    waiting = [(key, 1, next(turn), space) for key, space in _parts(order, first, last=1)]
    limit, found = math.inf, 0
    while waiting and at_most(waiting[0][0][0], limit):
        key, _, _, space = heappop(waiting)
        if space.solved:
            yield space.nodes
            found += 1
            limit = key[0] if found == k else limit
            for bound, part in _parts(order, space, last=len(space.nodes) - 1):
                heappush(waiting, (bound, 1, next(turn), part))
        elif searched := order.search(space, key):
            bound, part = searched
            heappush(waiting, (bound, int(not part.solved), next(turn), part))


def _parts(order: Order, space: Space, *, last: int) -> Iterator[Part]:
    """Yield what is left of a space without its path: one part per node at which to leave it."""
    onward, guide = order.guide.onward, order.guide
    so_far, taken = guide.nothing, set[int]()
    for fixed in range(1, last + 1):
        node = space.nodes[fixed - 1]
        taken.add(node)
        after = space.nodes[fixed : fixed + 1]
        if fixed >= space.fixed:
            shut = space.shut.union(after) if fixed == space.fixed else frozenset(after)
            choices = [
                (place, step)
                for place, step in onward[node].items()
                if place not in taken and place not in shut
            ]
            if key := order.least(so_far, fixed, choices):
                yield key, Space(nodes=space.nodes, fixed=fixed, shut=shut)
        for place in after:
            so_far = guide.join(so_far, onward[node][place])
