"""Method: every formula, weight and rule of the recipe in use, written from the recipe itself."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels.method import method

settings = session.settings()
chosen = (settings.recipe, settings.date)
st.html(str(method(doors.atlas(), doors.readings(*chosen), doors.intervals(*chosen))))
