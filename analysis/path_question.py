"""What may be asked about paths through a network, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["sum", "worst"]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One cost of a path: the ``sum`` of a column over its edges, or the ``worst`` single one.

    The cost has the column's unit; lower is better. Cells are finite, and 0 or more where summed.
    """

    column: str
    kind: Kind = "sum"


@dataclass(frozen=True, kw_only=True)
class PathQuestion:
    """Which paths are sought from ``start`` to ``end``.

    With one measure the ``k`` lowest, and every path that ties with the k-th. With two measures
    the whole Pareto front, whatever ``k``: the paths that no other path beats in one measure
    without being worse in the other. ``ties`` bounds what is listed beyond: that many further
    paths that tie with the k-th, or that many beside the first for each pair of costs of a front.
    """

    start: str
    end: str
    measures: tuple[Measure, ...]
    k: int = 1
    ties: int = 1000
    undirected: bool = False


@dataclass(frozen=True, kw_only=True)
class Path:
    """A path that enters no node twice; one cost per measure, rounded to 15 significant digits.

    ``nodes`` are in the order of travel, start and end included; ``costs`` in the order of the
    measures, each in the unit of its column.
    """

    nodes: tuple[str, ...]
    costs: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class PathAnswer:
    """The paths found, best first; ``complete`` is false where more ties exist than were asked.

    No path: the end cannot be reached from the start.
    """

    paths: tuple[Path, ...]
    complete: bool = True
