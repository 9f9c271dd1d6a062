"""Puts the rows that were set aside into tables again, each with what is wrong with it."""

from collections.abc import Callable

import pandas as pd

from intake.files.intake import Intake
from intake.sentence import Sentence

Say = Callable[[Sentence], str]
LAYER, ROW, PROBLEM = "layer", "row", "problem"


def marked_rows(intake: Intake, say: Say = str) -> pd.DataFrame:
    """Return the rows that were set aside, of all layers, to be mended and read again.

    Parameters
    ----------
    intake
        The file.
    say
        Says a sentence in the language of the reader.

    Returns
    -------
    pd.DataFrame
        ``layer``, ``row``, ``problem`` (everything that is wrong with the row), then the columns
        of the file as they stand in it.
    """
    problems: dict[tuple[str, int], list[str]] = {}
    for fault in intake.set_aside:
        problems.setdefault((fault.layer, fault.row), []).append(say(fault.sentence))
    tables = [_marked(layer, rows, problems) for layer, rows in intake.bad_rows.items()]
    return pd.concat(tables, ignore_index=True).fillna("") if tables else pd.DataFrame()


def _marked(
    layer: str, rows: pd.DataFrame, problems: dict[tuple[str, int], list[str]]
) -> pd.DataFrame:
    marks = {
        LAYER: layer,
        ROW: rows.index,
        PROBLEM: [" ".join(problems[layer, row]) for row in rows.index],
    }
    own = rows.rename(columns={name: f"{name} (own)" for name in rows.columns if name in marks})
    return pd.concat([pd.DataFrame(marks, index=rows.index), own], axis="columns")
