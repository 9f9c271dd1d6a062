"""On any small network the search finds what trying all paths finds: no more, no less."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.path_edges import edge_paths
from analysis.path_question import Measure, PathQuestion
from analysis.paths import find_paths
from tests.analysis.all_paths import Edge, Found, all_paths, front, lowest, walks

NODES = "ABCDEF"
# Few figures, so that many paths tie; tenths, so that ties differ in floating point.
TIED = st.sampled_from([0.0, 0.1, 0.2, 0.3, 1.0, 2.0, 3.0])
COST = TIED | st.integers(0, 1000).map(lambda number: number / 7)
ANY_COST = COST | st.integers(-9, -1).map(float)
unhurried = settings(deadline=None, max_examples=150)


def edges_of(cost: st.SearchStrategy[float]) -> st.SearchStrategy[list[Edge]]:
    node = st.sampled_from(NODES)
    costs = st.just((0.0, 0.0)) | st.tuples(cost, cost)
    edge = st.builds(lambda start, end, pair: (start, end, *pair), node, node, costs)
    # The first edge makes both ends known; without direction it is one path among the others.
    return st.lists(edge, min_size=1, max_size=16).map(lambda rows: [("F", "A", 9.0, 9.0), *rows])


def found(edges: list[Edge], question: PathQuestion) -> Found:
    table = pd.DataFrame(edges, columns=["from_id", "to_id", "a", "b"])
    answer = find_paths(table, question)
    assert answer.complete
    rows = [(p.nodes, tuple(float(f"{cost:.9g}") for cost in p.costs)) for p in answer.paths]
    assert len(set(rows)) == len(rows)
    assert [costs for _, costs in rows] == sorted(costs for _, costs in rows)
    return set(rows)


def asked(*kinds: str, k: int = 1, undirected: bool) -> PathQuestion:
    measures = tuple(Measure(column=name, kind=kind) for name, kind in zip("ab", kinds))  # type: ignore[arg-type]  # noqa: B905
    return PathQuestion(start="A", end="F", measures=measures, k=k, undirected=undirected)


@given(edges=edges_of(COST), k=st.integers(1, 8), undirected=st.booleans())
@unhurried
def test_the_lowest_sums(edges: list[Edge], k: int, undirected: bool) -> None:  # noqa: FBT001
    question = asked("sum", k=k, undirected=undirected)
    assert found(edges, question) == lowest(all_paths(edges, question), k)


@given(edges=edges_of(ANY_COST), k=st.integers(1, 8), undirected=st.booleans())
@unhurried
def test_the_lowest_worst_edges(edges: list[Edge], k: int, undirected: bool) -> None:  # noqa: FBT001
    question = asked("worst", k=k, undirected=undirected)
    assert found(edges, question) == lowest(all_paths(edges, question), k)


@pytest.mark.parametrize("kinds", [("sum", "sum"), ("sum", "worst"), ("worst", "worst")])
@given(edges=edges_of(COST), undirected=st.booleans())
@unhurried
def test_the_front_of_two_costs(kinds: tuple, edges: list[Edge], undirected: bool) -> None:  # noqa: FBT001
    question = asked(*kinds, undirected=undirected)
    assert found(edges, question) == front(all_paths(edges, question))


@given(edges=edges_of(COST), k=st.integers(1, 8))
@unhurried
def test_told_by_edges_parallel_ones_stay_apart_and_costs_are_theirs(
    edges: list[Edge], k: int
) -> None:
    rows = [(*edge[:2], edge[2] + place, place) for place, edge in enumerate(edges)]
    table = pd.DataFrame(rows, columns=["from_id", "to_id", "a", "place"])
    answer = edge_paths(table, asked("sum", k=k, undirected=False))
    every = [tuple(edge[3] for edge in taken) for _, taken in walks(rows, ["A"], "F", [])]
    costs = sorted(sum(rows[place][2] for place in taken) for taken in every)
    assert {path.edges for path in answer.paths} <= set(every)
    assert [path.costs[0] for path in answer.paths][:k] == pytest.approx(costs[:k])
    for path in answer.paths:
        assert path.costs[0] == pytest.approx(sum(rows[place][2] for place in path.edges))
        assert [rows[place][0] for place in path.edges] == list(path.nodes[:-1])
