"""The choice of the reading by which the page Compare orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import session
from dashboard.language import _
from dashboard.words import READINGS

if TYPE_CHECKING:
    from dashboard.settings import Choices


def choose_reading(choices: Choices) -> None:
    """Draw the choice; one for all parts of the page, kept in the address."""
    st.segmented_control(
        _("Reading"),
        choices.reading,
        format_func=lambda reading: _(READINGS[reading]),
        key=session.widget_key("reading"),
        required=True,
        label_visibility="collapsed",
    )
