"""The explorer of the evidence: search, shelves, the list of one shelf, the record that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.address import LONGEST_SEARCH
from dashboard.evidence.records import SOURCE, key_of, parted, resting_on
from dashboard.evidence.titles import KIND_TITLES, SHELVES, record_title, statement
from dashboard.language import _, integer
from dashboard.panels.choice_table import choice_table
from dashboard.panels.evidence_tables import CAPTIONS, columns, row_height
from dashboard.panels.moved import made_numbers, moved_numbers
from dashboard.panels.places import ways
from dashboard.panels.plain_table import plain_table
from dashboard.panels.record import grades_panel, record_panel
from dashboard.panels.shown import show, show_hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

_LONGEST: Final = 120


def search_box() -> None:
    """Draw the box for words to search; they are in the address."""
    st.text_input(
        _("Search"),
        session.held("find"),
        type="search",
        placeholder=_("Words in any order, English or Korean: October 2023 China"),
        help=_("All words must be found in a record, its country or its source."),
        max_chars=LONGEST_SEARCH,
        live=True,
        key=session.widget_key("find"),
    )


def left(shelves: Mapping[str, pd.DataFrame], kept: set[str]) -> dict[str, pd.DataFrame]:
    """Return of every shelf the rows whose records are among those that are kept."""
    return {kind: table[table.index.isin(kept)] for kind, table in shelves.items()}


def shelf_choice(shelves: Mapping[str, pd.DataFrame]) -> None:
    """Draw the choice among the shelves, each with how many rows are left, and of a plain table."""
    choice, plain = st.columns([0.8, 0.2], vertical_alignment="center")
    choice.segmented_control(
        _("Kind of evidence"),
        list(shelves),
        format_func=lambda kind: f"{_(SHELVES[kind])} {integer(len(shelves[kind]))}",
        key=session.widget_key("shelf"),
        required=True,
        label_visibility="collapsed",
        wrap=True,
    )
    plain.toggle(
        _("Plain table"),
        session.held("plain"),
        help=_("For print, and for those who read with the keyboard or a screen reader."),
        key=session.widget_key("plain"),
    )


def listing(table: pd.DataFrame, settings: Settings) -> None:
    """Draw the rows of a shelf: a table to choose from, or a plain one for print and readers."""
    kind = settings.shelf
    st.caption(_(CAPTIONS[kind]))
    if table.empty:
        st.info(_("Nothing is found. Fewer words, or fewer filters in the sidebar, find more."))
    elif settings.plain:
        show(plain_table(table, columns(kind)))
    else:
        choice_table(
            table,
            columns(kind),
            setting="record",
            chosen=settings.record,
            row_height=row_height(kind),
        )


def widths(settings: Settings) -> tuple[float, float]:
    """Return the share of the list and of what is open; the list is wide while nothing is."""
    return (0.55, 0.45) if settings.record else (0.8, 0.2)


def nothing_open(atlas: Atlas) -> None:
    """Say what a row opens, and how good the facts are as a whole."""
    show_hint(_("Select a row: its sources, what disagrees with it, and what rests on it."))
    show(grades_panel(atlas))


def record_choice(atlas: Atlas, settings: Settings, table: pd.DataFrame) -> None:
    """Draw the choice of one record among those that are listed, for the keyboard."""
    keys = dict.fromkeys(["", *map(str, table.index), settings.record])
    st.selectbox(
        _("Open"),
        list(keys),
        format_func=lambda key: _label(atlas, key) if key else _("No record"),
        key=session.widget_key("record"),
    )


def opened(atlas: Atlas, readings: Readings, key: str) -> None:
    """Draw a record whole, with the ways to where it is shown."""
    show(record_panel(atlas, readings, key))
    kind, record_id = parted(key)
    if kind == SOURCE:
        _heading(_("Rows that cite it"))
        _rows_of_source(atlas, record_id)
    ways(atlas, key)


def numbers_place(settings: Settings) -> DeltaGenerator:
    """Return where the numbers of a record come when they are found.

    The first time that takes a while: what stood there of another record is gone meanwhile.
    """
    place = st.empty()
    if session.is_first(f"numbers_{settings.recipe}_{settings.date}_{settings.record}"):
        place.caption(_("Finding every number that rests on it …"))
    return place


def numbers(atlas: Atlas, readings: Readings, *, moved: pd.DataFrame, made: pd.DataFrame) -> None:
    """Draw the numbers that rest on a record, and the charts, counts and profiles it is in."""
    _heading(_("Numbers of the index that rest on it"))
    moved_numbers(atlas, readings, moved)
    _heading(_("Charts, counts and profiles that it is in"))
    made_numbers(atlas, made)


def _heading(words: str) -> None:
    show(h.div(".atlas-panel")[h.h4[words]])


def _rows_of_source(atlas: Atlas, source_id: str) -> None:
    keys = resting_on(atlas, source_id)
    if not keys:
        st.caption(_("No row of the evidence cites it; legs, corridors or places may."))
        return
    table = pd.DataFrame(
        {
            "kind": [_(KIND_TITLES[parted(one)[0]]) for one in keys],
            "title": [record_title(atlas, one) for one in keys],
            "states": [statement(atlas, one) for one in keys],
        },
        index=pd.Index(keys, name="key"),
    )
    column = st.column_config
    choice_table(
        table,
        {
            "kind": column.TextColumn(_("Kind"), width=90, help=_("Kind of record.")),
            "title": column.TextColumn(_("Subject"), width=230, help=_("What it is about.")),
            "states": column.TextColumn(_("States"), width=260, help=_("What the row states.")),
        },
        setting="record",
        chosen=key_of(SOURCE, source_id),
    )


def _label(atlas: Atlas, key: str) -> str:
    return f"{record_title(atlas, key)} · {statement(atlas, key)}"[:_LONGEST]
