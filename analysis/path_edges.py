"""Paths told edge by edge, so that parallel edges stay apart and each one can be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.path_network import read_network
from analysis.paths import find_paths

if TYPE_CHECKING:
    from collections.abc import Hashable

    from analysis.path_question import PathQuestion

_MARK: Final = "\x1f"  # no name of a node begins with a control character


@dataclass(frozen=True, kw_only=True)
class EdgePath:
    """A path that enters no node twice, with the edges it takes.

    ``edges`` are labels of the edge table's index in the order of travel, ``nodes`` one more than
    those; ``costs`` has one figure per measure, in the unit of its column.
    """

    nodes: tuple[str, ...]
    edges: tuple[Hashable, ...]
    costs: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class EdgeAnswer:
    """The paths found, best first; ``complete`` is false where more ties exist than were asked.

    No path: the end cannot be reached from the start.
    """

    paths: tuple[EdgePath, ...]
    complete: bool = True


def edge_paths(edges: pd.DataFrame, question: PathQuestion) -> EdgeAnswer:
    """Return the paths that a question asks for, each with its edges.

    As `find_paths`, except that parallel edges make paths of their own: two edges between the same
    nodes are two ways, not the cheaper one.

    Parameters
    ----------
    edges
        One row per edge, index unique: ``from_id``, ``to_id`` and the columns of the measures.
    question
        Start, end, one measure or two, and how many.

    Returns
    -------
    The paths, lowest first cost first, then lowest second, fewest edges, names of nodes, and place
    of edges in the table. No path where the end cannot be reached.

    Raises
    ------
    EdgeError, PathError
        As for `find_paths`.

    Examples
    --------
    >>> from analysis.path_question import Measure, PathQuestion
    >>> edges = pd.DataFrame(
    ...     {"from_id": ["A", "A"], "to_id": ["B", "B"], "risk": [9, 4]}, index=["road", "flight"]
    ... )
    >>> question = PathQuestion(start="A", end="B", measures=(Measure(column="risk"),), k=2)
    >>> [path.edges for path in edge_paths(edges, question).paths]
    [('flight',), ('road',)]
    """
    network = read_network(edges, question.measures, undirected=question.undirected)
    for role in ("start", "end"):
        network.number(getattr(question, role), role=role)  # an error names nodes of the table
    answer = find_paths(_halves(edges, question), question)
    found = [_told(path.nodes, path.costs, edges) for path in answer.paths]
    place = {label: number for number, label in enumerate(edges.index)}
    in_order = sorted(
        found,
        key=lambda path: (
            path.costs,
            len(path.nodes),
            path.nodes,
            [place[label] for label in path.edges],
        ),
    )
    return EdgeAnswer(paths=tuple(in_order), complete=answer.complete)


def _halves(edges: pd.DataFrame, question: PathQuestion) -> pd.DataFrame:
    """Return each edge as two that meet at a node of its own; the second half adds nothing."""
    marks = [f"{_MARK}{number}" for number in range(len(edges))]
    summed = [measure.column for measure in question.measures if measure.kind == "sum"]
    first = edges.assign(to_id=marks)
    second = edges.assign(from_id=marks, **dict.fromkeys(summed, 0.0))
    # Stable order by place: the halves of one edge follow each other, and errors name its row.
    return pd.concat([first, second]).iloc[
        [place for number in range(len(edges)) for place in (number, len(edges) + number)]
    ]


def _told(nodes: tuple[str, ...], costs: tuple[float, ...], edges: pd.DataFrame) -> EdgePath:
    labels = [edges.index[int(mark.removeprefix(_MARK))] for mark in nodes[1::2]]
    return EdgePath(nodes=nodes[::2], edges=tuple(labels), costs=costs)
