"""Figures over several years at once, in words: how many, over which years, how dense that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from dashboard.language import _
from dashboard.series.figures import figures, number

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.rows import Row
    from dashboard.series.evidence import TimeEvidence

BLOCK: Final = "_block"
_NAMES_A_YEAR: Final = re.compile(r"\d{4}")


def spans(evidence: TimeEvidence, *series: str) -> pd.DataFrame:
    """Return figures that cover more or less than a year, in the order of their end.

    Returns
    -------
    pd.DataFrame
        The columns of `figures`, and ``words``: the figure, its period, and for a block of whole
        years how many that is in a year, so that nobody reads it as one.
    """
    table = figures(evidence, *series).sort_values(["end", "start"], kind="stable")
    return table.assign(words=[_words(row) for _key, row in table.iterrows()])


def _words(row: Row) -> str:
    years = f"{row['when']} ({row['period']})"
    told = _("{figure} {unit}, {years}").format(
        figure=row["figure"],
        unit=row["unit"],
        years=row["period"] if _NAMES_A_YEAR.search(row["period"]) else years,
    )
    if not str(row["series"]).endswith(BLOCK) or np.isnan(row["start"]):
        return told
    yearly = number(round(row["value"] / (row["end"] - row["start"])))
    return _("{told}: about {number} a year").format(told=told, number=yearly)
