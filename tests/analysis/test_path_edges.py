"""Paths told by their edges: each can be looked up, parallel ones are two ways."""

import pandas as pd
import pytest

from analysis.errors import EdgeError, PathError
from analysis.path_edges import edge_paths
from analysis.path_question import Measure, PathQuestion

EDGES = pd.DataFrame(
    [("A", "B", 1, 5), ("A", "B", 2, 4), ("B", "C", 3, 1), ("C", "A", 1, 1)],
    columns=["from_id", "to_id", "km", "risk"],
    index=["road", "flight", "river", "back"],
)


def asked(start="A", end="C", *, by=("km",), **more):
    kinds = ("sum", "worst")
    measures = tuple(Measure(column=name, kind=kind) for name, kind in zip(by, kinds, strict=False))
    return PathQuestion(start=start, end=end, measures=measures, **more)


def test_parallel_edges_are_two_ways():
    found = edge_paths(EDGES, asked(k=3)).paths
    assert [(path.edges, path.costs) for path in found] == [
        (("road", "river"), (4.0,)),
        (("flight", "river"), (5.0,)),
    ]
    assert found[0].nodes == ("A", "B", "C")


def test_a_front_keeps_both_of_two_edges_that_do_not_beat_each_other():
    found = edge_paths(EDGES, asked(by=("km", "risk"))).paths
    assert [(path.edges[0], path.costs) for path in found] == [
        ("road", (4.0, 5.0)),
        ("flight", (5.0, 4.0)),
    ]


def test_nothing_leads_there_and_both_ways_when_asked():
    lonely = pd.concat([EDGES, pd.DataFrame({"from_id": ["D"], "to_id": ["A"], "km": 1}, ["in"])])
    assert edge_paths(lonely, asked(end="D")).paths == ()
    assert edge_paths(lonely, asked(end="D", undirected=True)).paths[0].edges == ("in",)


def test_from_a_node_to_itself_no_edge_is_taken():
    (path,) = edge_paths(EDGES, asked(end="A")).paths
    assert (path.nodes, path.edges, path.costs) == (("A",), (), (0.0,))


def test_errors_name_nodes_and_rows_of_the_table():
    with pytest.raises(PathError, match="expected a node such as 'A', 'B', 'C'"):
        edge_paths(EDGES, asked(end="nowhere"))
    with pytest.raises(EdgeError, match="edge river, column km"):
        edge_paths(EDGES.assign(km=[1, 1, -1, 1]), asked())
