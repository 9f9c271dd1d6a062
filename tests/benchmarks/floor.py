"""Streamlit alone: the same filter over the same legs, and one line of text that follows it."""

import os
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import address_guard

NAMES = {"CHN": "China", "THA": "Thailand", "LAO": "Lao PDR"}


@st.cache_data(show_spinner=False)
def touches(folder: str) -> pd.DataFrame:
    """Return one column per country, one row per leg: whether the leg declares the country."""
    legs = pd.read_csv(Path(folder) / "routes" / "legs.csv")
    return legs["countries_declared"].str.get_dummies(";").astype(bool)


def name_of(iso3: str) -> str:
    """Return the name of a country that is filtered by, the code of another."""
    return NAMES.get(iso3, iso3)


def draw() -> None:
    """Draw the page: one filter, one line of text."""
    st.set_page_config(page_title="Streamlit alone", layout="wide")
    table = touches(os.environ["CORRIDOR_ATLAS_DATA"])
    chosen = st.multiselect(
        "Country", table.columns, format_func=lambda iso3: NAMES.get(iso3, iso3)
    )
    shown = table[chosen].any(axis="columns") if chosen else table.any(axis="columns")
    st.text(f"{int(shown.sum())} legs")


if get_script_run_ctx(suppress_warning=True) is None:
    address_guard.ask_nobody_for_our_address()
    app = st.App(__file__)
else:
    draw()
