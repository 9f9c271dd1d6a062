"""One run of the screen: page set-up, navigation, shared sidebar, the page."""

import streamlit as st


def draw() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="Corridor Atlas", layout="wide")
    st.title("Corridor Atlas")
