"""Every path that costs what one pair of a Pareto front says, depth first, into no dead end."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.path_costs import NOISE, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.path_front import Pair
    from analysis.path_network import Arrows, Costs
    from analysis.path_search import Joining


@dataclass(frozen=True, kw_only=True)
class Way:
    """The edges taken so far: their joined costs, the last edge's own, and the way before it.

    A way without an edge has no ``step`` and none before it.
    """

    costs: Pair
    step: Costs = ()
    before: Way | None = None

    def steps(self) -> list[Costs]:
        """Return the costs of the edges one by one, in the order of travel."""
        steps: list[Costs] = []
        way: Way | None = self
        while way is not None and way.step:
            steps.append(way.step)
            way = way.before
        return steps[::-1]


@dataclass(frozen=True, kw_only=True)
class Sought:
    """The pair of costs that a path must keep to, and what is left to pay from each node.

    ``limit`` is the pair, ``left`` that of the `Front` it is of. ``onward`` gives the parallel
    edges from each node to its neighbours with both costs, ``joins`` how each of the two costs adds
    up.
    """

    onward: Arrows
    joins: tuple[Joining, Joining]
    left: tuple[tuple[Pair, ...], ...]
    limit: Pair
    end: int


def tied_paths(sought: Sought, start: int, nothing: Pair) -> Iterator[tuple[list[int], Way]]:
    """Yield the paths of the sought costs, and which of parallel edges they take.

    Parameters
    ----------
    sought
        A pair of the front, so that no path costs less.
    start
        Where the paths begin, different from the end.
    nothing
        What a path without an edge costs.
    """
    path = [start]
    open_steps = [_steps(sought, path, [Way(costs=nothing)])]
    while open_steps:
        step = next(open_steps[-1], None)
        if step is None:
            open_steps.pop()
            path.pop()
        elif step[0] == sought.end:
            yield [*path, sought.end], step[1][0]
        else:
            path.append(step[0])
            open_steps.append(_steps(sought, path, step[1]))


def _steps(sought: Sought, path: list[int], ways: list[Way]) -> Iterator[tuple[int, list[Way]]]:
    """Yield the next nodes from which the end is reached within the limit.

    The last node of the path is known to have one, so a single choice need not be looked into.
    """
    closed = set(path)
    choices = [
        (place, kept)
        for place, parallel in sought.onward[path[-1]].items()
        if place not in closed and (kept := _kept(sought, place, ways, parallel))
    ]
    for place, kept in choices:
        if len(choices) == 1 or _reaches_end(sought, place, kept, closed):
            yield place, kept


def _kept(sought: Sought, place: int, ways: list[Way], parallel: tuple[Costs, ...]) -> list[Way]:
    """Return the ways into a node that can keep to the limit, one of those that cost the same."""
    kept: list[Way] = []
    for way in ways:
        for step in parallel:
            costs = _joined(sought, way.costs, (step[0], step[1]))
            if _within(sought, place, costs) and not any(_equal(costs, k.costs) for k in kept):
                kept.append(Way(costs=costs, step=step, before=way))
    return kept


def _reaches_end(sought: Sought, place: int, ways: list[Way], closed: set[int]) -> bool:
    """Say whether the end can be reached within the limit without entering a closed node."""
    seen: dict[int, list[Pair]] = {}
    waiting = [(place, way.costs) for way in ways]
    while waiting:
        node, costs = waiting.pop()
        if node == sought.end:
            return True
        known = seen.setdefault(node, [])
        if any(k[0] <= costs[0] and k[1] <= costs[1] for k in known):
            continue
        known.append(costs)
        for after, parallel in sought.onward[node].items():
            if after not in closed:
                further = (_joined(sought, costs, (step[0], step[1])) for step in parallel)
                waiting += [(after, pair) for pair in further if _within(sought, after, pair)]
    return False


def _within(sought: Sought, node: int, costs: Pair) -> bool:
    """Say whether the end may still be reached from a node at no more than the limit."""
    wholes = (_joined(sought, costs, left) for left in sought.left[node])
    return any(
        at_most(whole[0], sought.limit[0]) and at_most(whole[1], sought.limit[1])
        for whole in wholes
    )


def _joined(sought: Sought, one: Pair, other: Pair) -> Pair:
    return sought.joins[0](one[0], other[0]), sought.joins[1](one[1], other[1])


def _equal(one: Pair, other: Pair) -> bool:
    """Say whether two costs differ by rounding at most: far less than what makes a tie."""
    return all(math.isclose(a, b, rel_tol=NOISE) for a, b in zip(one, other, strict=True))
