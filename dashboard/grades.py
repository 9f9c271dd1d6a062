"""Grades of evidence as they are shown: what nobody has seen a source of has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.grades import GRADES, NO_GRADE
from dashboard.words import NO_DATA
from geodata.evidence_figures import verified

if TYPE_CHECKING:
    import pandas as pd

UNVERIFIED: Final = "unverified"
SHOWN: Final = (*reversed(GRADES), UNVERIFIED, NO_DATA)


def shown_grades(figures: pd.DataFrame) -> pd.Series:
    """Return the grade under each figure, one of `SHOWN`.

    Parameters
    ----------
    figures
        Legs or countries of `Readings`: columns ``grade, unverified``.
    """
    grades = figures["grade"].mask(figures["unverified"], UNVERIFIED).fillna(NO_GRADE)
    return grades.mask(grades == NO_GRADE, NO_DATA)


def row_grades(grades: pd.Series, source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    """Return the grade of each row of the evidence, one of `SHOWN`, by the sources it names."""
    return grades.where(verified(source_ids, sources), UNVERIFIED)
