"""Download: what the filters leave, in each format, with its sources and how to cite it."""

import streamlit as st

from dashboard import file_doors, session
from dashboard.language import _
from dashboard.panels import take_away

settings = session.settings()
with st.spinner(_("Counting what the filters leave …")):
    published = file_doors.publication("csv", settings)

files, words = st.columns([0.54, 0.46], gap="large")
with files:
    st.subheader(_("Take it away"))
    take_away.chosen_words(published)
    take_away.format_buttons(settings)
with words:
    st.subheader(_("Cite this view"))
    st.caption(_("Text to copy. Please cite the sources of the rows that you use as well."))
    take_away.citations(published)
    st.subheader(_("Make the same file again"))
    st.caption(_("In the folder of the project. The bytes are the same as those of the button."))
    take_away.command(published)

st.subheader(_("What is in it"))
st.caption(_("What each column means stands in the codebook of every file."))
take_away.table_rows(published)
