"""The tree behind a country's figure: every value, weight and part, to recompute it from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.countries import recipe_cells
from analysis.explain import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.explain import Explained
    from dashboard.pipeline import Readings


def country_tree(readings: Readings, iso3: str) -> Explained | None:
    """Return the tree of the node that paints the map, or None for a country without evidence.

    Parameters
    ----------
    readings
        The figures of a date and a recipe, as found or under a scenario.
    iso3
        The country.
    """
    cells = recipe_cells(readings.indicators, readings.recipe)
    if iso3 not in cells.index:
        return None
    trees = explain(readings.recipe, cells, unit=iso3)
    return next(
        node for tree in trees for node in _nodes(tree) if node.id == readings.recipe.figure
    )


def _nodes(tree: Explained) -> Iterator[Explained]:
    yield tree
    for child in tree.children:
        yield from _nodes(child)
