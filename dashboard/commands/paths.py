"""``paths``: the lowest paths through an edge table, or the Pareto front of two costs, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import PathError
from analysis.path_network import ENDS
from analysis.path_question import Measure, PathQuestion
from analysis.paths import find_paths
from dashboard.edge_file import read_edges
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse

    from analysis.path_question import Kind, PathAnswer

_KINDS: Final[dict[str, tuple[Kind, ...]]] = {
    "sum": ("sum",),
    "worst": ("worst",),
    "pareto": ("sum", "sum"),
    "pareto-worst": ("sum", "worst"),
}
_MORE: Final = """\
Prints a list, best first, of {"cost": ..., "nodes": [...]}; empty where no path leads. A node that
no edge begins or ends at is no answer but a slip of the pen: it is refused, with those like it. No
path enters a node twice. The cost is a number for sum and worst, and a list of two for a Pareto
front: the paths that no other beats in one cost without being worse in the other.
Costs that differ by less than 1e-9 of the larger tie, and every path that ties with the K-th is
listed too (see --ties). Of parallel edges the cheapest is taken; on a front each that no other
beats, and a list of nodes then stands once for each pair of costs. From a node to itself: one
path, of that node, at cost 0."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument(
        "edges", type=Path, metavar="EDGES.csv", help="from_id, to_id and the columns of costs"
    )
    parser.add_argument("--from", dest="start", required=True, metavar="ID", help="first node")
    parser.add_argument("--to", dest="end", required=True, metavar="ID", help="last node")
    parser.add_argument(
        "--cost",
        dest="costs",
        action="append",
        required=True,
        metavar="COLUMN",
        help="the column of the cost; given twice for pareto and pareto-worst",
    )
    parser.add_argument(
        "--objective",
        choices=tuple(_KINDS),
        default="sum",
        help="sum: of the edges (default); worst: the highest single edge; pareto: two sums; "
        "pareto-worst: the sum of the first cost, the highest edge of the second",
    )
    parser.add_argument(
        "--k",
        type=int,
        metavar="K",
        help="how many of the lowest, and all that tie with the K-th (default: 1); a Pareto front "
        "is always printed whole",
    )
    parser.add_argument(
        "--ties",
        type=int,
        default=1000,
        metavar="N",
        help="list at most N further paths that tie with the K-th, or with the first of each pair "
        "of costs of a front, and say on standard error when there are more (default: 1000)",
    )
    parser.add_argument("--undirected", action="store_true", help="edges lead both ways")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the paths, one a line; notes go to standard error."""
    question = _question(options)
    edges = read_edges(options.edges, question.measures)
    try:
        answer = find_paths(edges, question)
    except PathError as error:
        raise AtlasError(f"{options.edges.name}, {error}") from error
    for note in _notes(options, answer):
        sys.stderr.write(f"{note}\n")
    rows = [json.dumps(row, ensure_ascii=False) for row in _rows(answer)]
    sys.stdout.write("[\n " + ",\n ".join(rows) + "\n]\n" if rows else "[]\n")


def _question(options: argparse.Namespace) -> PathQuestion:
    kinds = _KINDS[options.objective]
    _refuse_number("--k", options.k, at_least=1)
    _refuse_number("--ties", options.ties, at_least=0)
    if named := [column for column in options.costs if column in ENDS]:
        raise AtlasError(f"--cost: found {named[0]}, expected a column of costs.")
    if len(options.costs) != len(kinds):
        raise AtlasError(
            f"--cost: found {', '.join(options.costs)}, expected "
            f"{'one column' if len(kinds) == 1 else 'two columns'} for the objective "
            f"{options.objective}."
        )
    pairs = zip(options.costs, kinds, strict=True)
    return PathQuestion(
        start=options.start,
        end=options.end,
        measures=tuple(Measure(column=column, kind=kind) for column, kind in pairs),
        k=options.k or 1,
        ties=options.ties,
        undirected=options.undirected,
    )


def _refuse_number(option: str, number: int | None, *, at_least: int) -> None:
    if number is not None and number < at_least:
        raise AtlasError(f"{option}: found {number}, expected {at_least} or more.")


def _rows(answer: PathAnswer) -> list[dict[str, Any]]:
    return [
        {"cost": path.costs[0] if len(path.costs) == 1 else path.costs, "nodes": path.nodes}
        for path in answer.paths
    ]


def _notes(options: argparse.Namespace, answer: PathAnswer) -> list[str]:
    notes = []
    if options.k is not None and len(options.costs) > 1:
        notes.append("--k: a Pareto front is printed whole, whatever K is.")
    if not answer.complete:
        notes.append(
            f"More than {options.ties} further paths tie; they are not all listed. --ties N lists "
            "more of them."
        )
    return notes
