"""The tree behind one unit's figure, with all that is needed to recompute it by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.aggregation import Matrix, invert, shares
from analysis.index import child_matrix, raw_values, score_units, scored_values

if TYPE_CHECKING:
    import pandas as pd

    from analysis.recipe import Node, Recipe


@dataclass(frozen=True, kw_only=True)
class Explained:
    """One node or leaf of one unit.

    ``value`` is what the parent receives before ``factor``; ``unrounded`` a node's figure before
    rounding and floor; ``cell`` a leaf's cell as the table has it. ``weight`` stands in the recipe,
    ``share`` is that weight over what is present. The contributions of a node's children add up
    to its ``unrounded``; those of a missing node are None. None is missing, or means nothing.
    """

    id: str
    aggregate: str
    value: float | None
    unrounded: float | None = None
    cell: Any = None
    factor: float = 1.0
    weight: float | None = None
    share: float | None = None
    contribution: float | None = None
    children: tuple[Explained, ...] = ()


def explain(recipe: Recipe, table: pd.DataFrame, *, unit: str) -> tuple[Explained, ...]:
    """Return the tree of one unit, one entry per root node of the recipe.

    The contribution of a child is exact for an arithmetic mean (share times value). For the
    geometric and harmonic means it is Euler's share, value times slope; for the inverse geometric
    mean the figure is divided as the logarithms of the turned values; under max and min it goes to
    the children that attain it, in equal parts. In each case the parts add up to the figure.

    Parameters
    ----------
    recipe, table
        As for `score_units`.
    unit
        The index of the row to explain.

    Raises
    ------
    KeyError
        The table has no such unit.
    RecipeError, CellError
        As for `score_units`.

    """
    row = table.loc[[unit]]
    score_units(recipe, row)
    values = scored_values(recipe, row)
    return tuple(_explained(recipe, root, row, values) for root in recipe.roots)


def contributions(node: Node, inputs: Matrix) -> Matrix:
    """Return each child's part of a node's unrounded figure; rows add up to it.

    Reference: Euler's theorem on homogeneous functions, for the arithmetic, geometric and
    harmonic means.
    """
    share = shares(inputs, np.array([child.weight for child in node.children]))
    figure = raw_values(node, inputs)[:, None]
    present = np.where(share > 0, inputs, 1.0)
    if node.aggregate == "arithmetic":
        return share * present
    if node.aggregate == "geometric":
        return share * figure
    if node.aggregate == "harmonic":
        return share * figure**2 / present
    if node.aggregate == "inverse_geometric":
        return _split(share * np.log(10 / invert(present)), figure)
    return _split(((share > 0) & (inputs == figure)).astype(float), figure)


def _split(parts: Matrix, figure: Matrix) -> Matrix:
    """Divide a figure in the ratio of the parts; nothing to divide gives zeros."""
    total = parts.sum(axis=1, keepdims=True)
    divided: Matrix = np.divide(parts * figure, total, out=np.zeros(parts.shape), where=total != 0)
    return divided


def _explained(recipe: Recipe, name: str, row: pd.DataFrame, values: pd.DataFrame) -> Explained:
    value = _known(values[name].iloc[0])
    if name not in recipe.node_ids:
        return Explained(id=name, aggregate="", value=value, cell=row[name].iloc[0])
    node = recipe.node(name)
    found = {str(column): values[column].to_numpy() for column in values.columns}
    inputs = child_matrix(recipe, node, found, units=values.index)
    share = shares(inputs, np.array([child.weight for child in node.children]))[0]
    parts = contributions(node, inputs)[0]
    children = tuple(
        replace(
            _explained(recipe, child.id, row, values),
            factor=child.factor,
            weight=child.weight,
            share=float(share[place]),
            contribution=_known(parts[place]) if share[place] > 0 and value is not None else None,
        )
        for place, child in enumerate(node.children)
    )
    return Explained(
        id=name,
        aggregate=node.aggregate,
        value=value,
        unrounded=_known(raw_values(node, inputs)[0]),
        children=children,
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
