"""Download: what the filters leave, in each format, with its sources and how to cite it."""

import streamlit as st

from dashboard import doors, session
from dashboard.language import _
from dashboard.panels import take_away

settings = session.settings()
with st.spinner(_("Counting what the filters leave …")):
    published = doors.publication("csv", settings)

st.subheader(_("Take it away"))
formats, rows = st.columns([0.52, 0.48], gap="large")
with formats:
    take_away.format_buttons(settings)
with rows:
    take_away.chosen_rows(published)

st.subheader(_("Cite this view"))
st.caption(_("Text to copy. Please cite the sources named in the rows that you use as well."))
take_away.citations(published)

st.subheader(_("Make the same file again"))
st.caption(_("In the folder of the project; the bytes are the same as those of the button."))
take_away.command(published)
