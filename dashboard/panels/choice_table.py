"""A table of which one row can be chosen; the choice is a setting, and so is in the address."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import session
from dashboard.panels.data_table import data_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


HEAD, ONE_LINE = 38, 35  # heights of the head and of a row, in pixels
WRAPPED: Final = 68  # from 65 pixels on the table breaks long cells over lines
_HIGHEST: Final = 640


def choice_table(
    table: pd.DataFrame,
    columns: Mapping[str, Any],
    *,
    setting: str,
    chosen: str,
    row_height: int = ONE_LINE,
) -> None:
    """Draw a table; the key of the row that is chosen becomes the setting.

    Parameters
    ----------
    table
        Its index holds the keys. A table of other rows is another widget: a row number must never
        come to mean another key.
    columns
        What its columns are called, and their help.
    setting
        The setting that follows the choice; empty where no row is chosen.
    chosen
        The key that is chosen already.
    row_height
        In pixels, ``ONE_LINE`` or ``WRAPPED``.
    """
    keys = tuple(map(str, table.index))
    widget = f"{setting}_table_{zlib.crc32(';'.join(keys).encode()):08x}"
    rows = [row for row, key in enumerate(keys) if key == chosen][:1]
    data_table(
        table,
        columns,
        on_select=partial(_choose, widget, setting, keys),
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows, "columns": [], "cells": []}},
        key=widget,
        height=min(_HIGHEST, HEAD + row_height * len(table)),
        row_height=row_height,
    )


def _choose(widget: str, setting: str, keys: tuple[str, ...]) -> None:
    rows = st.session_state[widget]["selection"]["rows"]
    session.choose(setting, keys[rows[0]] if rows else "")
