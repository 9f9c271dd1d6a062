"""A table of data: on the screen it scrolls on a canvas, on paper it stands whole as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.language import _
from dashboard.panels.plain_table import on_paper
from dashboard.panels.shown import show
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def data_table(
    table: pd.DataFrame,
    columns: Mapping[str, Any],
    *,
    printed: bool = True,
    **how: Any,  # noqa: ANN401 - Streamlit's own
) -> Any:  # noqa: ANN401 - likewise
    """Draw a table without its index; return what Streamlit tells of what is selected.

    Parameters
    ----------
    table
        Its rows.
    columns
        What its columns are called and how they are written, as Streamlit takes it; None hides one.
    printed
        Whether it stands on paper; what a page keeps folded need not.
    how
        What else ``streamlit.dataframe`` takes.
    """
    chosen = st.dataframe(
        table, hide_index=True, column_config=columns, placeholder=_(NO_DATA), **how
    )
    if printed:
        show(on_paper(table, columns))
    return chosen
