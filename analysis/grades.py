"""Confidence grades of evidence and the weakest among several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

GRADES: Final = ("low", "medium", "high")
NO_GRADE: Final = ""


def weakest(grades: Iterable[str]) -> str:
    """Return the weakest of some grades; a chain of evidence is as good as its weakest link.

    Parameters
    ----------
    grades
        ``high``, ``medium``, ``low`` or an empty string for "no evidence", which is passed over.

    Returns
    -------
    A grade, or an empty string where none was given.

    """
    known = [GRADES.index(grade) for grade in grades if grade in GRADES]
    return GRADES[min(known)] if known else NO_GRADE
