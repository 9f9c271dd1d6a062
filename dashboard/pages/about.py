"""About: what the atlas is, what it does not do, who may use what, and how it stays offline."""

import streamlit as st

from dashboard import doors
from dashboard.panels.about import about

st.html(str(about(doors.atlas())))
