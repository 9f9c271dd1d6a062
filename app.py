"""Corridor Atlas: publicly reported escape corridors and the refoulement risk along each leg.

Streamlit imports this file once to find the server and then runs it for each rerun of a session.
"""

import streamlit as st

from dashboard import screen, server

if server.is_starting():
    app = st.App(__file__, **server.options())
else:
    screen.draw()
