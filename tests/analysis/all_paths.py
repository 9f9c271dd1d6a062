"""Every path of a small edge table, found by trying all: what the search is compared with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.path_question import PathQuestion

Edge = tuple[str, str, float, float]
Found = set[tuple[tuple[str, ...], tuple[float, ...]]]
KINDS = {"sum": math.fsum, "worst": max}


def walks(edges: list[Edge], path: list[str], end: str, taken: list[Edge]) -> Iterator[tuple]:
    """Yield the nodes and edges of every way to the end that enters no node twice."""
    if path[-1] == end:
        yield tuple(path), tuple(taken)
        return
    for edge in edges:
        if edge[0] == path[-1] and edge[1] not in path:
            yield from walks(edges, [*path, edge[1]], end, [*taken, edge])


def all_paths(edges: list[Edge], question: PathQuestion) -> Found:
    """Return every list of nodes with every cost that it can have, to nine digits."""
    if question.undirected:
        edges = edges + [(end, start, *costs) for start, end, *costs in edges]
    found = set()
    for nodes, taken in walks(edges, [question.start], question.end, []):
        costs = [
            KINDS[measure.kind](edge["ab".index(measure.column) + 2] for edge in taken)
            for measure in question.measures
        ]
        found.add((nodes, tuple(float(f"{cost:.9g}") + 0.0 for cost in costs)))
    return found


def lowest(found: Found, k: int) -> Found:
    """Return the k lowest, each list of nodes at its lowest, with all that tie with the k-th."""
    cheapest: dict[tuple[str, ...], tuple[float, ...]] = {}
    for nodes, cost in found:
        cheapest[nodes] = min(cost, cheapest.get(nodes, cost))
    costs = sorted(cheapest.values())
    limit = costs[min(k, len(costs)) - 1] if costs else ()
    return {(nodes, cost) for nodes, cost in cheapest.items() if cost <= limit}


def front(found: Found) -> Found:
    """Return what nothing else is below in one cost and not above in the other."""
    pairs = {cost for _, cost in found}
    beaten = {
        pair
        for pair in pairs
        for other in pairs
        if other != pair and other[0] <= pair[0] and other[1] <= pair[1]
    }
    return {(nodes, cost) for nodes, cost in found if cost not in beaten}
