"""Any recipe evaluated on any table: one column per node, all units and draws at once."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.aggregation import Matrix, aggregate, enough_present, round_half_up
from analysis.errors import CellError, RecipeError
from analysis.leaf_values import leaf_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.recipe import Node, Recipe


def score_units(recipe: Recipe, table: pd.DataFrame) -> pd.DataFrame:
    """Return every node of a recipe for every row of a table.

    Parameters
    ----------
    recipe
        A parsed recipe.
    table
        One row per unit (its index), at least the recipe's columns. Empty cells and ``x`` are
        missing. A column with the name of a node is not read: the node is computed.

    Returns
    -------
    The table's index; one float column per node in the order of the recipe; NaN where too little
    is present.

    Raises
    ------
    RecipeError
        The recipe names a column that the table does not have.
    CellError
        A cell cannot be read, or lies where its aggregate is not defined.

    """
    refuse_unknown_columns(recipe, [str(column) for column in table.columns])
    values = scored_values(recipe, table)
    return values[list(recipe.node_ids)]


def scored_values(recipe: Recipe, table: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of all leaves and nodes, for `score_units` and `explain`.

    Parameters
    ----------
    recipe, table
        As for `score_units`; a column that is not there is a ``KeyError`` here.

    Returns
    -------
    The table's index; one float column per leaf (the recipe's columns in their order), then one per
    node, children before parents; NaN where missing.

    Raises
    ------
    CellError
        As for `score_units`.
    """
    leaves = {
        column: leaf_values(recipe, table, column=column).to_numpy() for column in recipe.columns
    }
    return pd.DataFrame(tree_values(recipe, leaves, units=table.index), index=table.index)


def tree_values(
    recipe: Recipe,
    leaves: Mapping[str, Matrix],
    *,
    units: pd.Index,
    weights: Mapping[str, Matrix] | None = None,
    least: float | None = None,
) -> dict[str, Matrix]:
    """Return the figures of all leaves and nodes, for one set of leaves or for many draws of them.

    Parameters
    ----------
    recipe
        A parsed recipe.
    leaves
        By column: the figures that nodes aggregate. The first axis is that of ``units``; a second
        one, if there is one, is that of the draws. NaN is missing.
    units
        Names of the first axis, for errors.
    weights
        By node: weights to use in place of the recipe's, one row per draw, one column per child.
    least
        What a smaller figure counts as where an aggregate is not defined at 0; None refuses it.

    Raises
    ------
    CellError
        A figure lies where its aggregate is not defined.

    """
    found = {column: np.asarray(leaves[column], dtype=float) for column in recipe.columns}
    for node in in_order(recipe):
        inputs = child_matrix(recipe, node, found, units=units, least=least)
        found[node.id] = node_values(recipe, node, inputs, weights=(weights or {}).get(node.id))
    return found


def in_order(recipe: Recipe) -> list[Node]:
    """Return the nodes so that children come before their parent.

    Level by level from the leaves up, each in the order of the recipe. Nodes must be a forest, as
    `read_nodes` makes sure.
    """
    ordered: dict[str, Node] = {}
    waiting = list(recipe.nodes)
    while waiting:
        names = {node.id for node in waiting}
        ready = [n for n in waiting if not names & {child.id for child in n.children}]
        ordered.update({node.id: node for node in ready})
        waiting = [node for node in waiting if node.id not in ordered]
    return list(ordered.values())


def child_matrix(
    recipe: Recipe,
    node: Node,
    found: Mapping[str, Matrix],
    *,
    units: pd.Index,
    least: float | None = None,
) -> Matrix:
    """Return a node's inputs, one per child on the last axis, times its factor and checked.

    Raises
    ------
    CellError
        An input lies where the node's aggregate is not defined.
    """
    inputs = np.stack([found[child.id] * child.factor for child in node.children], axis=-1)
    if least is not None and node.aggregate in NEED_ABOVE_ZERO:
        inputs = np.maximum(inputs, least)
    wrong = _outside(node, inputs)
    if wrong.any():
        place = tuple(int(number) for number in np.argwhere(wrong)[0])
        raise CellError(
            recipe.name,
            f"{node.children[place[-1]].id} under node {node.id}",
            str(units[place[0]]),
            found=f"{inputs[place]:g}",
            expected=f"{_DOMAINS[node.aggregate]} under the aggregate {node.aggregate}",
        )
    return inputs


def node_values(
    recipe: Recipe, node: Node, inputs: Matrix, *, weights: Matrix | None = None
) -> Matrix:
    """Return one node's figures: aggregated, rounded half up, then lifted to the floor.

    ``inputs`` are those of `child_matrix`, children on the last axis, and the figures have their
    other axes; ``weights`` are as for `raw_values`. NaN where the recipe's ``missing`` and
    ``min_present`` ask for more than is present.
    """
    enough = enough_present(inputs, missing=recipe.missing, min_present=recipe.min_present)
    figures = np.where(enough, raw_values(node, inputs, weights=weights), np.nan)
    if recipe.decimals is not None:
        figures = round_half_up(figures, recipe.decimals)
    return figures if node.floor is None else np.maximum(figures, node.floor)


def raw_values(node: Node, inputs: Matrix, *, weights: Matrix | None = None) -> Matrix:
    """Return a node's figures before rounding and floor, by its own weights or by those given.

    ``inputs`` have the children on the last axis; ``weights`` are one per child, or one row of them
    per draw. NaN where no child of a weight above 0 is present; see `aggregate` for the formulas.
    """
    own = np.array([child.weight for child in node.children])
    return aggregate(inputs, own if weights is None else weights, how=node.aggregate)


# The scale of the inverse geometric mean, and what floating point may add to it.
TOP: Final = 10.0
SLACK: Final = 1e-9

NEED_ABOVE_ZERO: Final = ("geometric", "harmonic")

_DOMAINS: Final = {
    "geometric": "a number above 0",
    "harmonic": "a number above 0",
    "inverse_geometric": "a number from 0 to 10",
}


def _outside(node: Node, inputs: Matrix) -> Matrix:
    """Say which inputs lie where the aggregate is not defined; weight 0 is never asked."""
    speaks = np.array([child.weight > 0 for child in node.children])
    if node.aggregate in NEED_ABOVE_ZERO:
        return np.asarray((inputs <= 0) & speaks)
    if node.aggregate == "inverse_geometric":
        return np.asarray(((inputs < -SLACK) | (inputs > TOP + SLACK)) & speaks)
    return np.zeros(inputs.shape, dtype=bool)


def refuse_unknown_columns(recipe: Recipe, columns: Sequence[str]) -> None:
    """Refuse a recipe with a child that is neither one of its nodes nor one of these columns.

    Raises
    ------
    RecipeError
        Names the recipe, the node, the child, and the columns that it most likely meant.
    """
    for node in recipe.nodes:
        for child in node.children:
            if child.id not in recipe.node_ids and child.id not in columns:
                raise RecipeError(
                    recipe.name,
                    f"nodes.{node.id}",
                    found=f"the unknown column {child.id!r}",
                    expected=f"a node or a column such as {_nearest(child.id, columns)}",
                )


def _nearest(name: str, columns: Sequence[str]) -> str:
    """Return the columns that a misspelt name most likely meant, or the first few."""
    return ", ".join(map(repr, get_close_matches(name, columns, n=3) or columns[:5]))
