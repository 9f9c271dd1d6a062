"""The Pareto front of two costs: which pairs of costs no other path beats.

Reference: Hernandez Ulloa, Yeoh, Baier, Zhang, Suazo, Koenig, A simple and fast bi-objective search
algorithm (2020): labels are taken in the order of their first cost, so that one number per node,
the lowest second cost so far, tells whether a label is beaten.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from analysis.path_costs import JOIN, NOISE, NOTHING, at_most, below
from analysis.path_search import costs_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.path_network import Arrows, Network
    from analysis.path_question import Kind
    from analysis.path_search import Joining

Pair = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Front:
    """The pairs of costs of a front, and for each node the unbeaten pairs from it to the end.

    ``pairs`` are first and second cost, by rising first cost. ``left`` has one entry per node, by
    its number in the network; pairs that lead to no path of the front may be left out.
    """

    pairs: tuple[Pair, ...]
    left: tuple[tuple[Pair, ...], ...]


@dataclass(frozen=True, kw_only=True)
class _Search:
    """A search from the end back to the start; ``ahead`` is what each cost at least adds."""

    start: int
    backward: Arrows
    joins: tuple[Joining, Joining]
    ahead: tuple[list[float], list[float]]
    left: list[list[Pair]]
    lowest_second: list[float]
    front: list[Pair] = field(default_factory=list)

    def whole(self, node: int, costs: Pair) -> Pair:
        """Return what a path over this node with these costs from it to the end costs at least."""
        first, second = (
            join(cost, bound[node])
            for join, cost, bound in zip(self.joins, costs, self.ahead, strict=True)
        )
        return first, second

    def is_beaten(self, node: int, whole: Pair) -> bool:
        """Say whether a label leads to nothing that is not there already."""
        lowest = self.lowest_second[node]
        return (
            whole[1] >= lowest
            or math.isclose(whole[1], lowest, rel_tol=NOISE)
            or (bool(self.front) and _beats(self.front[-1], whole))
            or math.isinf(whole[0])
        )

    def before(self, node: int, costs: Pair) -> Iterator[tuple[int, Pair]]:
        """Yield the nodes from which an edge leads to this one, with the costs from there."""
        (join_first, join_second), (first, second) = self.joins, costs
        for place, parallel in self.backward[node].items():
            for step in parallel:
                yield place, (join_first(first, step[0]), join_second(second, step[1]))


def pareto_front(network: Network, start: int, end: int, *, kinds: tuple[Kind, Kind]) -> Front:
    """Return the front of all paths between two different nodes.

    One path beats another when it is lower in one cost, and lower or equal in the other; costs
    that tie are equal. Pairs are in the order of their first cost. The front is empty where no
    path leads to the end.
    """
    search = _prepared(network, start, kinds)
    turn = count()
    nothing = (NOTHING[kinds[0]], NOTHING[kinds[1]])
    waiting = [(*search.whole(end, nothing), next(turn), end, nothing)]
    while waiting:
        *whole, _, node, costs = heappop(waiting)
        if search.is_beaten(node, (whole[0], whole[1])):
            continue
        search.left[node].append(costs)
        search.lowest_second[node] = whole[1]
        if node == start:
            search.front.append(costs)
            continue
        for place, joined in search.before(node, costs):
            ahead = search.whole(place, joined)
            if not search.is_beaten(place, ahead):
                heappush(waiting, (*ahead, next(turn), place, joined))
    return Front(pairs=_unbeaten(search.front), left=tuple(map(tuple, search.left)))


def _prepared(network: Network, start: int, kinds: tuple[Kind, Kind]) -> _Search:
    size = len(network.names)
    first, second = (
        costs_from(
            start, lowest_steps(network.onward, place), join=JOIN[kind], nothing=NOTHING[kind]
        )
        for place, kind in enumerate(kinds)
    )
    return _Search(
        start=start,
        backward=network.backward,
        joins=(JOIN[kinds[0]], JOIN[kinds[1]]),
        ahead=(first, second),
        left=[[] for _ in range(size)],
        lowest_second=[math.inf] * size,
    )


def lowest_steps(arrows: Arrows, place: int) -> list[dict[int, float]]:
    """Return the network of one of its costs, the lowest of parallel edges.

    ``place`` is that of the cost among the measures. One mapping per node, by its number: the nodes
    that an edge leads to, each with the cost.
    """
    return [
        {after: min(costs[place] for costs in parallel) for after, parallel in row.items()}
        for row in arrows
    ]


def _beats(one: Pair, other: Pair) -> bool:
    """Say whether one pair is lower by more than a tie in one cost and no higher in the other."""
    no_higher = at_most(one[0], other[0]) and at_most(one[1], other[1])
    return no_higher and (below(one[0], other[0]) or below(one[1], other[1]))


def _unbeaten(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs that none beats, one of each that tie."""
    listed = list(pairs)
    kept: list[Pair] = []
    for pair in listed:
        beaten = any(_beats(other, pair) for other in listed)
        if not beaten and not any(at_most(pair[0], k[0]) and at_most(pair[1], k[1]) for k in kept):
            kept.append(pair)
    return tuple(kept)
