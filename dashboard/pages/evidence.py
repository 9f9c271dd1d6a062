"""Evidence: facts, incidents, figures, sources, and where they disagree."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels import evidence_tables as tables
from dashboard.panels.country import corrections

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)

st.subheader("Facts", help="What holds on the as-of date. The country filter applies.")
st.dataframe(
    tables.fact_table(atlas, readings, settings),
    column_config=tables.FACT_COLUMNS,
    hide_index=True,
    placeholder="no data",
)
st.subheader("Incidents", help="Dated returns, detentions, transfers and changes of policy.")
st.dataframe(
    tables.incident_table(atlas, readings, settings),
    column_config=tables.INCIDENT_COLUMNS,
    hide_index=True,
    placeholder="no data",
)
st.subheader("Where sources and the white paper disagree")
st.html(str(corrections(atlas)))
st.subheader("Figures", help="Ranges stay ranges; a block of years is never one year.")
st.dataframe(
    tables.flow_table(atlas), column_config=tables.FLOW_COLUMNS, hide_index=True, placeholder="–"
)
st.subheader("Sources", help="Addresses are text to copy: the atlas never opens a link.")
st.dataframe(
    tables.source_table(atlas),
    column_config=tables.SOURCE_COLUMNS,
    hide_index=True,
    placeholder="no data",
)
