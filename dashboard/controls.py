"""The shared sidebar: one set of filters for all pages, kept in the address of the page."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import address, session
from dashboard.language import _, native_name, said
from dashboard.settings import Choices, Settings
from dashboard.words import PAINTS, TINTS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas


def read_settings(choices: Choices) -> None:
    """Make what is chosen the settings of this run; the address follows.

    A new session starts from its address. What the address names and the atlas does not know is
    said and left at its default. The controls need not have been drawn: what a person changed is
    in the session before a run begins, so the page, and with it the map, can go first.
    """
    if session.SETTINGS not in st.session_state:
        _start_from_address(choices)
    settings = Settings(**{field.name: _chosen(field.name) for field in fields(Settings)})
    _hold(settings)
    st.session_state[session.SETTINGS] = settings
    _write_address(settings, choices)


def sidebar(atlas: Atlas) -> None:
    """Draw the filters and the choices of view."""
    with st.sidebar:
        _filters(atlas)
        _view(atlas)
        st.button("Reset all", on_click=_reset, args=(atlas.choices,), width="stretch")


def notices() -> None:
    """Say once what in the address was not understood."""
    for notice in st.session_state.pop(session.NOTICES, []):
        st.toast(notice.replace("[", "(").replace("]", ")"), duration="long")


def _filters(atlas: Atlas) -> None:
    choices = atlas.choices
    st.multiselect(
        "Corridor",
        choices.corridor,
        format_func=atlas.corridor_names.__getitem__,
        placeholder="All corridors",
        key=session.widget_key("corridor"),
    )
    st.multiselect(
        "Country on the leg",
        choices.country,
        format_func=atlas.names().__getitem__,
        placeholder="All countries",
        key=session.widget_key("country"),
    )
    st.multiselect(
        "Risk class",
        choices.risk_class,
        format_func=_,
        placeholder="All classes",
        key=session.widget_key("risk_class"),
    )
    st.multiselect(
        "Corridor status on the date",
        choices.status,
        format_func=_,
        placeholder="Any status",
        key=session.widget_key("status"),
    )
    st.date_input(
        "As of",
        format="YYYY-MM-DD",
        min_value=choices.first_date,
        max_value=choices.last_date,
        key=session.widget_key("date"),
        help="Only facts, incidents, treaties and corridor status that hold on this date count. "
        f"The evidence ends on {choices.last_date:%d %B %Y}.",
    )


def _view(atlas: Atlas) -> None:
    choices = atlas.choices
    st.selectbox(
        "Colour legs by",
        choices.paint,
        format_func=lambda paint: _(PAINTS[paint]),
        key=session.widget_key("paint"),
    )
    st.selectbox(
        "Tint countries by",
        choices.tint,
        format_func=lambda tint: _(TINTS[tint]),
        key=session.widget_key("tint"),
    )
    st.selectbox(
        "Index",
        choices.recipe,
        format_func=lambda recipe: said(atlas.recipes[recipe].title),
        key=session.widget_key("recipe"),
        help="Which recipe turns evidence into a figure. The Method page spells it out.",
    )
    st.segmented_control(
        _("Language"),
        choices.lang,
        format_func=native_name,
        key=session.widget_key("lang"),
        required=True,
    )


def _start_from_address(choices: Choices) -> None:
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    settings, said = address.from_params(params, choices)
    _seed(settings)
    st.session_state[session.NOTICES] = said


def _seed(settings: Settings) -> None:
    for field in fields(settings):
        value = getattr(settings, field.name)
        session.choose(field.name, list(value) if isinstance(value, tuple) else value)


def _reset(choices: Choices) -> None:
    _seed(choices.default())


def _chosen(name: str) -> Any:  # noqa: ANN401 - one of the types of Settings
    value = st.session_state[session.widget_key(name)]
    return tuple(value) if isinstance(value, list) else value


def _hold(settings: Settings) -> None:
    """Keep every choice: Streamlit forgets one whose control the page of a run does not draw."""
    for field in fields(settings):
        key = session.widget_key(field.name)
        st.session_state[key] = st.session_state[key]


def _write_address(settings: Settings, choices: Choices) -> None:
    wanted = address.to_params(settings, choices)
    if {name: st.query_params.get_all(name) for name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)
