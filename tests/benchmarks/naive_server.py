"""Serves the naive app and its local files.

A file of its own, because streamlit-folium must first be imported by a run of the script: imported
by the server, it is never found by the page.
"""

import os
from pathlib import Path

import streamlit as st
from starlette.routing import Mount

from dashboard import address_guard
from tests.benchmarks.kept_files import KeptForGood

address_guard.ask_nobody_for_our_address()
app = st.App(
    Path(__file__).with_name("naive.py"),
    routes=[Mount("/bench", KeptForGood(directory=os.environ["BENCHMARK_ASSETS"]))],
)
