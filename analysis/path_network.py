"""An edge table as a network: which node leads to which, at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.errors import EdgeError, PathError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.path_question import Measure

Costs = tuple[float, ...]
Arrows = list[dict[int, tuple[Costs, ...]]]
ENDS: Final = ("from_id", "to_id")


@dataclass(frozen=True, kw_only=True)
class Network:
    """Nodes as numbers; ``onward`` and ``backward`` give each node's neighbours with the costs.

    Between two nodes stand the costs of the parallel edges that no other of them beats.
    """

    names: tuple[str, ...]
    onward: Arrows
    backward: Arrows

    def number(self, name: str, *, role: str) -> int:
        """Return the number of a node; ``role`` is what an error calls it.

        Raises
        ------
        PathError
            No edge has such a node.
        """
        if name in self.names:
            return self.names.index(name)
        if not self.names:
            raise PathError(
                f"{role}: found {name!r}, which no edge begins or ends at, expected a table with "
                "edges: it has none. Add them."
            )
        near = get_close_matches(name, self.names, n=3) or self.names[:5]
        raise PathError(
            f"{role}: found {name!r}, which no edge begins or ends at, expected a node such as "
            f"{', '.join(map(repr, near))}. Name a node of the table."
        )


def read_network(
    edges: pd.DataFrame, measures: tuple[Measure, ...], *, undirected: bool
) -> Network:
    """Return the network of an edge table.

    Parameters
    ----------
    edges
        One row per edge: ``from_id``, ``to_id`` and the columns of the measures, any index.
    measures
        The costs that matter.
    undirected
        Whether an edge may be taken from either end.

    Raises
    ------
    EdgeError
        A column is not there, or a cost is missing, infinite, or negative where costs are summed;
        the message names the row by its index.
    """
    figures = np.column_stack([_figures(edges, measure) for measure in measures])
    starts, ends = (_column(edges, name).astype(str).tolist() for name in ENDS)
    names = tuple(dict.fromkeys(name for pair in zip(starts, ends, strict=True) for name in pair))
    place = {name: number for number, name in enumerate(names)}
    rows = [
        (place[start], place[end], tuple(costs))
        for start, end, costs in zip(starts, ends, figures.tolist(), strict=True)
    ]
    if undirected:
        rows += [(end, start, costs) for start, end, costs in rows]
    turned = [(end, start, costs) for start, end, costs in rows]
    size = len(names)
    return Network(names=names, onward=_arrows(size, rows), backward=_arrows(size, turned))


def _column(edges: pd.DataFrame, name: str) -> pd.Series:
    if name not in edges.columns:
        found = ", ".join(map(repr, edges.columns))
        raise EdgeError("the edge table", found=f"the columns {found}", expected=f"also {name!r}")
    return edges[name]


def _figures(edges: pd.DataFrame, measure: Measure) -> np.ndarray:
    figures = _column(edges, measure.column).astype(float).to_numpy()
    lowest, expected = (0.0, "0 or more") if measure.kind == "sum" else (-np.inf, "")
    wrong = np.flatnonzero(~(np.isfinite(figures) & (figures >= lowest)))
    if len(wrong):
        place = f"edge {edges.index[wrong[0]]}, column {measure.column}"
        finite = f"a finite number {expected}".strip()
        raise EdgeError(place, found=f"{figures[wrong[0]]:g}", expected=finite)
    return figures


def _arrows(size: int, rows: Iterable[tuple[int, int, Costs]]) -> Arrows:
    """Return the neighbours of each node in the order of the table; a loop leads nowhere."""
    arrows: Arrows = [{} for _ in range(size)]
    for start, end, costs in rows:
        if start != end:
            arrows[start][end] = _unbeaten((*arrows[start].get(end, ()), costs))
    return arrows


def _unbeaten(parallel: tuple[Costs, ...]) -> tuple[Costs, ...]:
    """Return the costs that no other is below or equal to in every measure."""
    *older, newest = parallel
    if any(_all_at_most(costs, newest) for costs in older):
        return tuple(older)
    return (*(costs for costs in older if not _all_at_most(newest, costs)), newest)


def _all_at_most(one: Costs, other: Costs) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))
