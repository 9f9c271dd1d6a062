"""Proof: what others published and the engine rebuilds, and why a general index is not enough."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels.proof import proof

settings = session.settings()
chosen = (settings.recipe, settings.date)
st.html(str(proof(doors.atlas(), doors.readings(*chosen), doors.intervals(*chosen))))
