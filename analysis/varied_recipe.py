"""The recipe as each draw has it: other weights, another way to aggregate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis.index import NEED_ABOVE_ZERO, child_matrix, tree_values

if TYPE_CHECKING:
    import pandas as pd

    from analysis.aggregation import Matrix
    from analysis.recipe import Aggregate, Recipe
    from analysis.uncertainty_rule import Spread


@dataclass(frozen=True, kw_only=True)
class Variant:
    """A recipe with one way to aggregate.

    ``least`` is what smaller figures count as where the way is not defined at 0; ``share`` the
    share of draws that use it.
    """

    recipe: Recipe
    least: float | None
    share: float


def variants(recipe: Recipe, figures: pd.DataFrame, spread: Spread) -> tuple[Variant, ...]:
    """Return the recipe as it stands, then with each alternative wherever several are aggregated.

    ``figures`` are the leaf figures of all countries.
    """
    own = Variant(recipe=recipe, least=_own_least(recipe, figures, spread), share=1.0)
    if not spread.alternatives:
        return (own,)
    share = (1 - spread.own_aggregate) / len(spread.alternatives)
    others = [
        Variant(recipe=_aggregated(recipe, how), least=spread.least, share=share)
        for how in spread.alternatives
    ]
    return (replace(own, share=spread.own_aggregate), *others)


def chosen(options: tuple[Variant, ...], evenly: Matrix) -> list[tuple[Variant, np.ndarray]]:
    """Return each variant that is drawn with its draws; ``evenly`` lies between 0 and 1.

    ``evenly`` has one figure per draw, the draws of a variant are its places in it: the first
    variant has those below its share, the next those from there on. A variant without a draw is
    left out.
    """
    ends = np.cumsum([option.share for option in options[:-1]])
    turn = np.searchsorted(ends, evenly, side="right")
    groups = [(option, np.flatnonzero(turn == place)) for place, option in enumerate(options)]
    return [(option, rows) for option, rows in groups if len(rows)]


def varied_weights(
    recipe: Recipe, evenly: dict[tuple[str, str], Matrix], share: float
) -> dict[str, Matrix]:
    """Return, by node, the weights of its children in each draw.

    Parameters
    ----------
    recipe
        Its own weights are those of the middle.
    evenly
        By node and child: where each draw lies between the smallest and the largest weight, 0 to 1.
    share
        The largest change of a weight, as a share of it.

    """
    found: dict[str, Matrix] = {}
    for node in recipe.nodes:
        keys = [(node.id, child.id) for child in node.children]
        if any(key in evenly for key in keys):
            middle = np.full_like(next(iter(evenly.values())), 0.5)
            places = np.stack([evenly.get(key, middle) for key in keys], axis=-1)
            own = np.array([child.weight for child in node.children])
            found[node.id] = own * (1 + share * (2 * places - 1))
    return found


def _aggregated(recipe: Recipe, how: Aggregate) -> Recipe:
    nodes = tuple(
        replace(node, aggregate=how) if len(node.children) > 1 else node for node in recipe.nodes
    )
    return replace(recipe, nodes=nodes)


def _own_least(recipe: Recipe, figures: pd.DataFrame, spread: Spread) -> float | None:
    """Return what 0 counts as under the recipe's own aggregates, so that no shown figure moves."""
    needy = [node for node in recipe.nodes if node.aggregate in NEED_ABOVE_ZERO]
    if not needy:
        return None
    leaves = {column: figures[column].to_numpy() for column in recipe.columns}
    found = tree_values(recipe, leaves, units=figures.index)
    inputs = [child_matrix(recipe, node, found, units=figures.index) for node in needy]
    return min(spread.least, *(float(np.nanmin(part, initial=spread.least)) for part in inputs))
