"""The lowest way between two nodes of a network with one cost, and the bounds that guide it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

Joining = Callable[[float, float], float]
Steps = Sequence[Mapping[int, float]]


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What a search needs: the costs onward, how they join, the end, and the cost left to it.

    ``nothing`` is what a way without an edge costs. ``left`` must never be more than what a way
    from that node to the end really costs; infinite where none leads there.
    """

    onward: Steps
    join: Joining
    nothing: float
    end: int
    left: Sequence[float]


def costs_from(start: int, onward: Steps, *, join: Joining, nothing: float) -> list[float]:
    """Return the lowest cost from one node to each, infinite where no way leads.

    Joining must never lower a cost: sums of costs of 0 or more, or the worse of two.

    Reference: Dijkstra, A note on two problems in connexion with graphs (1959); for the worst
    edge: Pollack, The maximum capacity through a network (1960).
    """
    lowest = [math.inf] * len(onward)
    lowest[start] = nothing
    waiting = [(nothing, start)]
    while waiting:
        cost, node = heappop(waiting)
        if cost > lowest[node]:
            continue
        for after, step in onward[node].items():
            joined = join(cost, step)
            if joined < lowest[after]:
                lowest[after] = joined
                heappush(waiting, (joined, after))
    return lowest


def guided_way(
    guide: Guide, start: int, *, closed: Collection[int], not_first: Collection[int]
) -> list[int] | None:
    """Return the nodes of the lowest way to the guide's end, or nothing if none is open.

    Parameters
    ----------
    guide
        The network and the cost left from each node.
    start
        Where the way begins; its cost so far counts as nothing.
    closed
        Nodes that it may not enter.
    not_first
        Nodes that it may not enter from the start.

    Reference: Hart, Nilsson, Raphael, A formal basis for the heuristic determination of minimum
    cost paths (1968).
    """
    left, join = guide.left, guide.join
    reached = {start: (guide.nothing, start)}
    waiting = [(left[start], left[start], start)]
    done = {*closed} - {start}
    while waiting:
        node = heappop(waiting)[2]
        if node == guide.end:
            return _traced(reached, node)
        if node in done:
            continue
        done.add(node)
        so_far = reached[node][0]
        for after, step in guide.onward[node].items():
            if after in done or left[after] == math.inf or (node == start and after in not_first):
                continue
            cost = join(so_far, step)
            if after not in reached or cost < reached[after][0]:
                reached[after] = (cost, node)
                heappush(waiting, (join(cost, left[after]), left[after], after))
    return None


def _traced(reached: Mapping[int, tuple[float, int]], node: int) -> list[int]:
    way = [node]
    while (before := reached[way[-1]][1]) != way[-1]:
        way.append(before)
    return way[::-1]
