"""What the data's places and ways are called in a language, whichever languages the data have.

A language has its names in columns of their own, ``name_ko``, or in its catalogue of the data; what
it has nowhere stands in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import ENGLISH, said

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.rows import Row

BETWEEN_ENDS: Final = " → "


def names_in(table: pd.DataFrame, lang: str) -> pd.Series:
    """Return the names of a table in ``lang``, with its index.

    Parameters
    ----------
    table
        ``name_en``, and a column for each further language that the data have names in.
    lang
        One of `dashboard.language.LANGUAGES`.
    """
    if f"name_{lang}" in table:
        return table[f"name_{lang}"]
    return table[f"name_{ENGLISH}"].map(lambda name: english_name_in(name, lang))


def name_in(row: Row, lang: str) -> str:
    """Return the name of one row, a named tuple or a series, in ``lang``."""
    own = getattr(row, f"name_{lang}", None)
    return english_name_in(row.name_en, lang) if own is None else str(own)


def english_name_in(name: str, lang: str) -> str:
    """Return an English name as the catalogue of the data has it; of a leg, each of its ends."""
    return BETWEEN_ENDS.join(said(one, lang) for one in str(name).split(BETWEEN_ENDS))
