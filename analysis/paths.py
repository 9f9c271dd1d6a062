"""Paths through any edge table: the lowest by sum or worst edge, or the front of two costs."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from analysis.errors import PathError
from analysis.path_costs import JOIN, NOTHING, total
from analysis.path_front import lowest_steps, pareto_front
from analysis.path_network import read_network
from analysis.path_orders import SumOrder, WorstOrder
from analysis.path_question import Path, PathAnswer
from analysis.path_ranking import ranked_paths
from analysis.path_ties import Sought, tied_paths

if TYPE_CHECKING:
    import pandas as pd

    from analysis.path_network import Costs, Network
    from analysis.path_question import Measure, PathQuestion

Found = list[tuple[tuple[int, ...], list["Costs"]]]


def find_paths(edges: pd.DataFrame, question: PathQuestion) -> PathAnswer:
    """Return the paths that a question asks for; none of them enters a node twice.

    Costs that differ by less than 1e-9 of the larger tie. Of parallel edges the cheapest is taken;
    on a front, each that no other beats, and one list of nodes then stands once for each pair of
    costs that it can have. From a node to itself there is one path, of that node, at cost 0.

    Parameters
    ----------
    edges
        One row per edge: ``from_id``, ``to_id`` and the columns of the measures. Any index; errors
        name rows by it.
    question
        Start, end, one measure or two, and how many.

    Returns
    -------
    The paths, lowest first cost first, then lowest second, fewest nodes, and names of nodes. No
    path where the end cannot be reached.

    Raises
    ------
    EdgeError
        A column is not there, or a cost is missing, infinite, or negative where costs are summed.
    PathError
        A node that no edge has, a ``k`` below 1, or other than one or two measures.

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis.path_question import Measure, PathQuestion
    >>> edges = pd.DataFrame(
    ...     {"from_id": ["A", "A", "B"], "to_id": ["C", "B", "C"], "risk": [9, 4, 4]}
    ... )
    >>> by_sum = PathQuestion(start="A", end="C", measures=(Measure(column="risk"),))
    >>> find_paths(edges, by_sum).paths
    (Path(nodes=('A', 'B', 'C'), costs=(8.0,)),)
    """
    _refuse(question)
    network = read_network(edges, question.measures, undirected=question.undirected)
    start = network.number(question.start, role="start")
    end = network.number(question.end, role="end")
    if start == end:
        found: Found = [((start,), [])]
        complete = True
    elif len(question.measures) == 1:
        found, complete = _ranked(network, start, end, question)
    else:
        found, complete = _front(network, start, end, question)
    paths = [_path(network, question.measures, nodes, steps) for nodes, steps in found]
    in_order = sorted(paths, key=lambda path: (path.costs, len(path.nodes), path.nodes))
    return PathAnswer(paths=tuple(in_order), complete=complete)


def _refuse(question: PathQuestion) -> None:
    if question.k < 1:
        raise PathError(f"k: found {question.k}, expected 1 or more. Ask for a number of paths.")
    if question.ties < 0:
        raise PathError(
            f"ties: found {question.ties}, expected 0 or more. Ask for a number of ties."
        )
    if len(question.measures) not in (1, 2):
        raise PathError(
            f"measures: found {len(question.measures)}, expected one, or two for a Pareto front. "
            "Name the columns of the costs."
        )


def _ranked(network: Network, start: int, end: int, question: PathQuestion) -> tuple[Found, bool]:
    """Return the k lowest paths and those that tie with the k-th."""
    kind = question.measures[0].kind
    onward, backward = (lowest_steps(way, 0) for way in (network.onward, network.backward))
    order = (SumOrder if kind == "sum" else WorstOrder)(onward, backward, end)
    listed = list(islice(ranked_paths(order, start, k=question.k), question.k + question.ties + 1))
    found: Found = [
        (nodes, [(onward[one][other],) for one, other in pairwise(nodes)])
        for nodes in listed[: question.k + question.ties]
    ]
    return found, len(found) == len(listed)


def _front(network: Network, start: int, end: int, question: PathQuestion) -> tuple[Found, bool]:
    """Return the paths of a Pareto front."""
    one, other = (measure.kind for measure in question.measures)
    front = pareto_front(network, start, end, kinds=(one, other))
    found: Found = []
    complete = True
    for pair in front.pairs:
        sought = Sought(
            onward=network.onward,
            joins=(JOIN[one], JOIN[other]),
            left=front.left,
            limit=pair,
            end=end,
        )
        tied = tied_paths(sought, start, (NOTHING[one], NOTHING[other]))
        listed = list(islice(tied, question.ties + 2))
        complete = complete and len(listed) < question.ties + 2
        found += [(tuple(nodes), way.steps()) for nodes, way in listed[: question.ties + 1]]
    return found, complete


def _path(
    network: Network, measures: tuple[Measure, ...], nodes: tuple[int, ...], steps: list[Costs]
) -> Path:
    costs = (
        total((step[place] for step in steps), kind=measure.kind)
        for place, measure in enumerate(measures)
    )
    return Path(nodes=tuple(network.names[node] for node in nodes), costs=tuple(costs))
