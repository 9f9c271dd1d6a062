"""What is shown when a page meets a fault of ours: words, and nothing of the data or the code."""

import streamlit as st

from dashboard.language import _


def show_fault(_fault: Exception) -> bool:
    """Say that the page could not be drawn and what to do; the account stays in the terminal.

    Streamlit writes the fault to the terminal before it calls this, and shows nothing of its own
    when the answer is true.
    """
    st.error(
        _(
            "**This page could not be drawn.** The fault is ours; your data and the other pages "
            "are untouched. Reload the page, or open it without its settings: the address up to "
            "the question mark. The whole account stands in the terminal in which the atlas was "
            "started, and nowhere else."
        )
    )
    return True
