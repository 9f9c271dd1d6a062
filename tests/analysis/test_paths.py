"""Paths are those of published examples, and odd networks have the answers that they should."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

import pandas as pd
import pytest

from analysis.errors import EdgeError, PathError
from analysis.path_question import Measure, PathAnswer, PathQuestion
from analysis.paths import find_paths
from tests.analysis.published import published

KM = Measure(column="km")
RISK = Measure(column="risk")
WORST = Measure(column="risk", kind="worst")
# The example of the article on Yen's algorithm, with a second cost of our own.
EDGES = [
    *[("C", "D", 3, 1), ("C", "E", 2, 9), ("D", "F", 4, 1), ("E", "D", 1, 2), ("E", "F", 2, 2)],
    *[("E", "G", 3, 1), ("F", "G", 2, 1), ("F", "H", 1, 3), ("G", "H", 2, 1)],
]


def table(edges: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(edges, columns=["from_id", "to_id", "km", "risk"])


def ask(
    edges: list[tuple], ends: str = "CH", *, by: tuple = (KM,), k: int = 1, **more: object
) -> PathAnswer:
    question = PathQuestion(start=ends[0], end=ends[1], measures=by, k=k, **more)  # type: ignore[arg-type]
    return find_paths(table(edges), question)


def listed(answer: PathAnswer) -> list[tuple]:
    return [("".join(path.nodes), *path.costs) for path in answer.paths]


def test_the_lowest_sums_with_all_that_tie_with_the_last() -> None:
    three = [("CEFH", 5), ("CEGH", 7), ("CDFH", 8), ("CEDFH", 8), ("CEFGH", 8)]
    assert listed(ask(EDGES, k=3)) == three
    assert listed(ask(EDGES, k=99)) == [*three, ("CDFGH", 11), ("CEDFGH", 11)]


def test_the_lowest_worst_edges_with_the_shorter_of_a_tie_first() -> None:
    assert listed(ask(EDGES, by=(WORST,), k=2)) == [("CDFGH", 1), ("CDFH", 3)]
    assert listed(ask(EDGES, by=(WORST,), k=3))[2:] == [
        *[("CEFH", 9), ("CEGH", 9), ("CEDFH", 9), ("CEFGH", 9), ("CEDFGH", 9)]
    ]


def test_the_fronts_of_two_costs() -> None:
    sums = [("CEFH", 5, 14), ("CEGH", 7, 11), ("CDFH", 8, 5), ("CDFGH", 11, 4)]
    assert listed(ask(EDGES, by=(KM, RISK))) == sums
    worst = [("CEFH", 5, 9), ("CDFH", 8, 3), ("CDFGH", 11, 1)]
    assert listed(ask(EDGES, by=(KM, WORST))) == worst


def test_the_published_paths_of_yen() -> None:
    case = json.loads(published("graphs/yen_wikipedia.json").read_text("utf-8"))
    edges = [(*edge, 0) for edge in case["edges"]]
    found = listed(ask(edges, case["from"] + case["to"], k=len(case["all_costs"])))
    assert [cost for _, cost in found] == case["all_costs"]
    assert {nodes for nodes, _ in found} == set(
        map("".join, case["all_loopless_paths_igraph_order"])
    )
    first = listed(ask(edges, case["from"] + case["to"], k=3))
    assert set(map("".join, case["published_first3"])) <= {nodes for nodes, _ in first}


def test_the_published_paths_of_pgrouting() -> None:
    case = json.loads(published("graphs/pgrouting_ksp.json").read_text("utf-8"))
    rows = {
        (str(start), str(end)): (edge["id"], edge[cost])
        for edge in case["edges"]
        for start, end, cost in (
            (edge["a"], edge["b"], "cost"),
            (edge["b"], edge["a"], "reverse_cost"),
        )
        if edge[cost] >= 0
    }
    edges = table([(*ends, cost, 0) for ends, (_, cost) in rows.items()])
    start, end = str(case["from"]), str(case["to"])
    answer = find_paths(edges, PathQuestion(start=start, end=end, measures=(KM,), k=2))
    assert [path.costs[0] for path in answer.paths] == [4, 4, 4]  # two asked, and the one that ties
    ids = [[rows[ends][0] for ends in pairwise(p.nodes)] for p in answer.paths]
    assert all(path in ids for path in case["published_k2"]["edge_ids"])


def test_a_question_without_a_path_has_an_empty_answer() -> None:
    for by in [(KM,), (WORST,), (KM, RISK), (KM, WORST)]:
        assert ask(EDGES, "HC", by=by) == PathAnswer(paths=())


def test_edges_may_be_taken_from_either_end_when_asked() -> None:
    assert listed(ask(EDGES, "HC", undirected=True)) == [("HFEC", 5)]


def test_from_a_node_to_itself_there_is_one_path_at_cost_nought() -> None:
    loop = [("A", "A", 4, 4), ("A", "B", 1, 1), ("B", "A", 1, 1)]
    for by in [(KM,), (WORST,), (KM, WORST)]:
        assert listed(ask(loop, "AA", by=by, k=5)) == [("A", *(0 for _ in by))]


def test_the_cheapest_of_parallel_edges_is_taken() -> None:
    edges = [("A", "B", 5, 1), ("A", "B", 3, 2), ("A", "B", 3, 2)]
    assert listed(ask(edges, "AB", k=9)) == [("AB", 3)]
    assert listed(ask(edges, "AB", by=(WORST,), k=9)) == [("AB", 1)]


def test_on_a_front_a_path_stands_once_for_each_pair_of_costs() -> None:
    edges = [("A", "B", 5, 1), ("A", "B", 3, 2), ("A", "B", 6, 2), ("B", "C", 0, 0)]
    edges += [("B", "C", 1, 1), ("A", "C", 5, 1)]
    expected = [("ABC", 3, 2), ("AC", 5, 1), ("ABC", 5, 1)]
    assert listed(ask(edges, "AC", by=(KM, RISK))) == expected


def test_sums_that_differ_in_floating_point_alone_tie() -> None:
    edges = [("A", "B", 0.1, 0.3), ("B", "C", 0.2, 0.3), ("A", "C", 0.3, 0.6)]
    assert listed(ask(edges, "AC")) == [("AC", 0.3), ("ABC", 0.3)]
    assert len(ask(edges, "AC", by=(KM, RISK)).paths) == 2


def test_a_difference_larger_than_a_tie_is_one() -> None:
    edges = [("A", "B", 1, 1), ("B", "C", 1e-8, 1e-8), ("A", "C", 1, 1)]
    assert listed(ask(edges, "AC")) == [("AC", 1)]
    assert listed(ask(edges, "AC", by=(KM, RISK))) == [("AC", 1, 1)]


def test_a_front_tells_close_costs_apart_and_lets_equal_ones_be_beaten() -> None:
    close = [("A", "C", 1, 2), ("A", "B", 1, 1), ("B", "C", 1e-6, 1 - 1e-6)]
    assert len(ask(close, "AC", by=(KM, RISK)).paths) == 2
    # 0.1 + 0.2 is a little more than 0.3, but not so much that 0.3 should stay for it.
    equal = [("A", "C", 0.3, 5), ("A", "B", 0.1, 2), ("B", "C", 0.2, 1)]
    assert listed(ask(equal, "AC", by=(KM, RISK))) == [("ABC", 0.3, 3)]


@pytest.mark.parametrize("by", [(KM,), (WORST,), (KM, RISK), (KM, WORST)])
def test_many_nodes_at_no_cost_that_lead_nowhere_are_not_searched_path_by_path(by: tuple) -> None:
    trap = [("B", "a", 0, 0), *((x, y, 0, 0) for x, y in combinations("abcdefghijklmnopqrst", 2))]
    edges = [*trap, ("A", "B", 0, 0), ("B", "C", 1, 1)]
    assert [nodes for nodes, *_ in listed(ask(edges, "AC", by=by, undirected=True))] == ["ABC"]


@pytest.mark.parametrize("by", [(KM,), (WORST,), (KM, RISK), (KM, WORST)])
def test_ties_beyond_those_asked_for_are_counted_as_left_out(by: tuple) -> None:
    edges = [(x, y, 1, 1) for middle in "bcde" for x, y in (("A", middle), (middle, "Z"))]
    answers = [ask(edges, "AZ", by=by, ties=ties) for ties in (2, 3)]
    assert [len(answer.paths) for answer in answers] == [3, 4]
    assert [answer.complete for answer in answers] == [False, True]


def test_a_worst_edge_may_be_below_nought_and_a_sum_may_not() -> None:
    edges = [("A", "B", -2, -2), ("B", "C", -3, -3), ("A", "C", -1, -1)]
    assert listed(ask(edges, "AC", by=(WORST,))) == [("ABC", -2)]
    with pytest.raises(EdgeError, match="edge 0, column km: found -2, expected a finite number 0"):
        ask(edges, "AC", by=(KM, WORST))


@pytest.mark.parametrize("cost", [float("nan"), float("inf"), None])
def test_a_cost_that_is_no_number_is_refused(cost: float | None) -> None:
    with pytest.raises(EdgeError, match=r"edge 1, column risk: found (nan|inf)"):
        ask([("A", "B", 1, 1), ("B", "C", 1, cost)], "AC", by=(WORST,))


def test_a_node_of_no_edge_is_refused_with_nodes_that_there_are() -> None:
    with pytest.raises(PathError, match=r"end: found 'Z', .* such as 'C', 'D'"):
        ask(EDGES, "CZ")


@pytest.mark.parametrize(
    ("more", "words"),
    [({"k": 0}, "k: found 0"), ({"ties": -1}, "ties: found -1"), ({"by": ()}, "measures: found 0")],
)
def test_a_question_that_asks_for_nothing_is_refused(more: dict, words: str) -> None:
    with pytest.raises(PathError, match=words):
        ask(EDGES, **more)


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(EdgeError, match="'km', 'risk', expected also 'cost'"):
        ask(EDGES, by=(Measure(column="cost"),))
