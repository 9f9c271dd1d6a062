"""Reads the edges of a network from a CSV file of the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandera.pandas as pa

from intake.columns import figure, text
from intake.csv_table import read_csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from analysis.path_question import Measure

# Far beyond any cost, and far enough from the largest number of a computer that sums stay finite.
_HIGHEST: Final = 1e100


def read_edges(path: Path, measures: Sequence[Measure]) -> pd.DataFrame:
    """Return the edges with the costs that are asked for.

    Parameters
    ----------
    path
        A CSV file with ``from_id``, ``to_id`` and the columns of the measures; others stay unread.
    measures
        The costs. One that is summed must be 0 or more.

    Returns
    -------
    pd.DataFrame
        One row per edge, index ``line``: the line of the file.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return read_csv_table(path, _schema(measures))


def _schema(measures: Sequence[Measure]) -> pa.DataFrameSchema:
    columns = {
        "from_id": text("The node where the edge begins."),
        "to_id": text("The node where it ends."),
    }
    summed = {measure.column for measure in measures if measure.kind == "sum"}
    for measure in measures:
        lowest = 0.0 if measure.column in summed else -_HIGHEST
        columns[measure.column] = figure("A cost.", lowest, _HIGHEST, unit="the reader's own")
    return pa.DataFrameSchema(columns, strict="filter")
