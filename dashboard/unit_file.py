"""Reads the units of an index from a CSV file of the reader's own, as its recipe needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandera.pandas as pa

from analysis.index import refuse_unknown_columns
from analysis.leaf_values import MISSING_WORDS
from intake.columns import figure_or_missing, matching, one_of
from intake.csv_table import column_names, read_csv_table
from intake.errors import DataFileError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from analysis.recipe import Leaf, Recipe


def read_units(path: Path, recipe: Recipe, *, id_column: str) -> pd.DataFrame:
    """Return the columns of a recipe, one row per unit.

    Parameters
    ----------
    path
        A CSV file with a header; columns that the recipe does not name stay unread. Empty cells
        and ``x`` are missing.
    recipe
        The recipe that will score the units.
    id_column
        The column that names them, each once.

    Returns
    -------
    pd.DataFrame
        Numbers, and words where the recipe reads words; index the ids, as typed.

    Raises
    ------
    DataFileError
        The file is missing or damaged or has no such id column; a ``BadCell`` names line and
        column.
    RecipeError
        The recipe names a column that the file does not have.
    """
    header = column_names(path)
    if id_column not in header:
        fault = f"found no column {id_column!r} for the ids, only {', '.join(map(repr, header))}"
        raise DataFileError(path.name, fault, "Name the column that holds the ids.")
    if id_column in (*recipe.columns, *recipe.node_ids):
        fault = f"found the ids in {id_column!r}, which {recipe.name} uses as a figure"
        raise DataFileError(path.name, fault, "Rename the one or the other.")
    refuse_unknown_columns(recipe, header)
    return read_csv_table(path, _schema(recipe, id_column)).set_index(id_column)


def _schema(recipe: Recipe, id_column: str) -> pa.DataFrameSchema:
    ids = matching("What names the unit.", r".+", expected="a name of the unit", unique=True)
    leaves = {column: _leaf_column(recipe.leaf(column)) for column in recipe.columns}
    return pa.DataFrameSchema({id_column: ids, **leaves}, strict="filter")


def _leaf_column(leaf: Leaf) -> pa.Column:
    if not leaf.words:
        return figure_or_missing("A figure of the unit.", unit="the reader's own")
    words = [*(word for word, _ in leaf.words), *filter(None, MISSING_WORDS)]
    return one_of("A word that the recipe knows.", words, empty=True)
