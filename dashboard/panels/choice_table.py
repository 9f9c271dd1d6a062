"""A table whose chosen row is a setting, so that the map and the table agree on what is chosen."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import session
from dashboard.language import _
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def choice_table(
    table: pd.DataFrame, columns: Mapping[str, Any], *, setting: str, chosen: str
) -> None:
    """Draw the table; the row that a person chooses becomes the value of ``setting``.

    A table of other rows is another widget: a row number must never come to mean another row.

    Parameters
    ----------
    table
        Its index are the values that the setting can have.
    columns
        What its columns are called and how they are written.
    setting
        The name of the setting.
    chosen
        The value it has, empty for none.
    """
    key = f"{setting}_table_{zlib.crc32(';'.join(table.index).encode()):08x}"
    rows = [row for row, value in enumerate(table.index) if value == chosen]
    st.dataframe(
        table,
        hide_index=True,
        column_config=dict(columns),
        on_select=partial(_choose, setting, key, tuple(table.index)),
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows, "columns": [], "cells": []}},
        placeholder=_(NO_DATA),
        key=key,
    )


def _choose(setting: str, key: str, values: tuple[str, ...]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    session.choose(setting, values[rows[0]] if rows else "")
