"""The two orders of paths: by the sum of their costs, and by their worst edge."""

from __future__ import annotations

import math
import operator
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.path_costs import at_most
from analysis.path_search import Guide, costs_from, guided_way

if TYPE_CHECKING:
    from analysis.path_ranking import Key, Space
    from analysis.path_search import Joining, Steps


class SumOrder:
    """The lowest sum of costs first.

    A key is the sum alone. ``onward`` and ``backward`` give for each node its neighbours with the
    cost of the edge, 0 or more, in the direction of travel and against it; ``end`` is a node's
    number.
    """

    def __init__(self, onward: Steps, backward: Steps, end: int) -> None:
        self.guide = guide_to(end, onward, backward, join=operator.add, nothing=0.0)

    def least(self, so_far: float, _nodes: int, choices: list[tuple[int, float]]) -> Key | None:
        """Return the lowest sum that the bounds promise, nothing where no way leads to the end."""
        left = self.guide.left
        lowest = min((step + left[place] for place, step in choices), default=math.inf)
        return None if lowest == math.inf else (so_far + lowest,)

    def search(self, space: Space, _key: Key) -> tuple[Key, Space] | None:
        """Return the space with its path of the lowest sum, or nothing if it is empty."""
        nodes = _completed(self.guide, space)
        return None if nodes is None else ((_cost(self.guide, nodes),), _solved(space, nodes))


class WorstOrder:
    """The lowest worst edge first, and among equals the fewest edges.

    Many paths share one worst edge. Those of few edges come first, so that what is listed of a long
    tie is what a reader would look at first. A key is the cost of the worst edge and the number of
    edges. Parameters are as for `SumOrder`; costs may be below 0.
    """

    def __init__(self, onward: Steps, backward: Steps, end: int) -> None:
        self.guide = guide_to(end, onward, backward, join=max, nothing=-math.inf)
        self._backward = backward
        self._costs = sorted({step for row in onward for step in row.values()})
        self._within = (math.inf, self._edges_up_to(math.inf))
        self._edges_left = self._within[1].left

    def least(self, so_far: float, nodes: int, choices: list[tuple[int, float]]) -> Key | None:
        """Return the lowest worst edge that the bounds promise, with the fewest edges.

        Nothing where no way leads to the end.
        """
        left = self.guide.left
        lowest = min((max(step, left[place]) for place, step in choices), default=math.inf)
        if lowest == math.inf:
            return None
        worst = max(so_far, lowest)
        limit, within = self._within
        edges_left = within.left if limit == worst else self._edges_left
        return (worst, nodes + min(edges_left[place] for place, _ in choices))

    def search(self, space: Space, key: Key) -> tuple[Key, Space] | None:
        """Return the space with its path of fewest edges within the bound, or a higher bound.

        The true bound takes a long search. It is only made when that space comes first again,
        which it mostly does not: paths of the lower bound are enough.
        """
        if space.missed:
            way = _completed(self.guide, space)
            bound = replace(space, missed=False)
            return None if way is None else ((_cost(self.guide, way), space.fixed), bound)
        if self._within[0] != key[0]:  # keys come in rising order: one network at a time will do
            self._within = (key[0], self._edges_up_to(key[0]))
        nodes = _completed(self._within[1], space)
        if nodes is not None:
            return (key[0], len(nodes) - 1), _solved(space, nodes)
        higher = bisect_left(self._costs, 1, key=lambda cost: not at_most(cost, key[0]))
        if higher == len(self._costs):
            return None
        return (self._costs[higher], space.fixed), replace(space, missed=True)

    def _edges_up_to(self, limit: float) -> Guide:
        """Return the network of the edges up to a limit, each of which costs 1."""
        onward, backward = (
            [{place: 1.0 for place, step in row.items() if at_most(step, limit)} for row in way]
            for way in (self.guide.onward, self._backward)
        )
        return guide_to(self.guide.end, onward, backward, join=operator.add, nothing=0.0)


def guide_to(end: int, onward: Steps, backward: Steps, *, join: Joining, nothing: float) -> Guide:
    """Return a guide whose bounds are the true lowest costs to the end.

    Parameters
    ----------
    end
        Number of the node.
    onward, backward
        For each node its neighbours with the cost of the edge, along the edges and against them.
    join, nothing
        How the costs of edges make that of a path, and what a path without an edge costs.
    """
    left = costs_from(end, backward, join=join, nothing=nothing)
    return Guide(onward=onward, join=join, nothing=nothing, end=end, left=left)


def _solved(space: Space, nodes: tuple[int, ...]) -> Space:
    return replace(space, nodes=nodes, solved=True)


def _completed(guide: Guide, space: Space) -> tuple[int, ...] | None:
    """Return the lowest path of a space under a guide."""
    *before, last = space.nodes[: space.fixed]
    way = guided_way(guide, last, closed=before, not_first=space.shut)
    return None if way is None else (*before, *way)


def _cost(guide: Guide, nodes: tuple[int, ...]) -> float:
    cost = guide.nothing
    for node, after in pairwise(nodes):
        cost = guide.join(cost, guide.onward[node][after])
    return cost
