"""Which rows of a long table of own records are written in: a page of those with some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.language import _, integer
from dashboard.workspace.edited import rows_with

if TYPE_CHECKING:
    import pandas as pd

ROWS_A_PAGE: Final = 1_000


def page_of_rows(name: str, table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Draw the choice of rows where there are many; return them and a mark that is theirs alone."""
    if len(table) <= ROWS_A_PAGE:
        return table, ""
    one, other = st.columns([0.7, 0.3])
    words = one.text_input(_("Only rows that contain"), key=f"own_rows_{name}", max_chars=200)
    found = rows_with(table, words)
    pages = max(1, -(-len(found) // ROWS_A_PAGE))
    page = other.number_input(
        _("Page (of {number})").format(number=integer(pages)),
        min_value=1,
        max_value=pages,
        key=f"own_page_{name}_{pages}_{words}",  # a page that is there no longer cannot be kept
    )
    first = (page - 1) * ROWS_A_PAGE
    part = found.iloc[first : first + ROWS_A_PAGE]
    st.caption(
        _(
            "Rows {first} to {last} of {found}; the table has {all}. Apply what you have written "
            "before you turn to others."
        ).format(
            first=integer(first + 1 if len(part) else 0),
            last=integer(first + len(part)),
            found=integer(len(found)),
            all=integer(len(table)),
        )
    )
    return part, f"{page}_{words}"
