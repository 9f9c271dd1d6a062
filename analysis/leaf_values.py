"""One column of the table, read as numbers and brought to the scale of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.errors import CellError

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.recipe import Leaf, Recipe

MISSING_WORDS = ("", "x")


def leaf_values(recipe: Recipe, table: pd.DataFrame, *, column: str) -> pd.Series:
    """Return a column as the figures that the nodes aggregate.

    Empty cells and ``x`` are missing. A column of words is read through the leaf's ``words``.
    With goalposts the figure is ``scale`` times (t(x) - t(low)) / (t(high) - t(low)), t being the
    leaf's transform, and ``scale`` minus that where the direction is -1; ``cap`` cuts x to the
    goalposts first.

    Parameters
    ----------
    recipe
        The recipe whose leaf entry reads the column.
    table
        Any table with the column; index the unit.
    column
        The column's name.

    Returns
    -------
    Series on the table's index, NaN where missing.

    Raises
    ------
    CellError
        A cell is neither a number, a known word nor missing, or has no logarithm.

    Reference: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.

    """
    leaf = recipe.leaf(column)
    cells = table[column]
    raw = _worded(recipe, leaf, cells) if leaf.words else _numbers(recipe, cells)
    return pd.Series(_scaled(recipe, leaf, raw), index=table.index, name=column, dtype=float)


def _numbers(recipe: Recipe, cells: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(cells, errors="coerce").astype(float)
    wrong = (numbers.isna() & ~_blank(cells)) | np.isinf(numbers.fillna(0.0))
    _refuse(recipe, cells, wrong, expected="a finite number, an empty cell or x")
    return numbers


def _worded(recipe: Recipe, leaf: Leaf, cells: pd.Series) -> pd.Series:
    figures = cells.astype("object").map(dict(leaf.words)).astype(float)
    expected = f"one of {', '.join(word for word, _ in leaf.words)}"
    _refuse(recipe, cells, figures.isna() & ~_blank(cells), expected=expected)
    return figures


def _blank(cells: pd.Series) -> pd.Series:
    text = cells.astype("object").where(cells.notna(), "").astype(str)
    return text.str.strip().isin(MISSING_WORDS)


def _refuse(recipe: Recipe, cells: pd.Series, wrong: pd.Series, *, expected: str) -> None:
    if wrong.any():
        place = int(np.flatnonzero(wrong.to_numpy())[0])
        column, unit = str(cells.name), str(cells.index[place])
        cell = cells.iloc[place]
        found = repr(cell.item() if isinstance(cell, np.generic) else cell)
        raise CellError(recipe.name, column, unit, found=found, expected=expected)


def _scaled(recipe: Recipe, leaf: Leaf, raw: pd.Series) -> Matrix:
    values = raw.to_numpy(dtype=float)
    if leaf.cap and leaf.low is not None and leaf.high is not None:
        values = np.clip(values, leaf.low, leaf.high)
    if leaf.transform == "log":
        _refuse(recipe, raw, raw.notna() & (values <= 0), expected="a number above 0")
        values = np.log(values)
    if leaf.low is None or leaf.high is None:
        return values
    posts = np.array([leaf.low, leaf.high])
    low, high = np.log(posts) if leaf.transform == "log" else posts
    place = (values - low) / (high - low)
    return np.asarray(leaf.scale * (place if leaf.direction > 0 else 1 - place))
