"""Evidence: facts, incidents, where they disagree, figures and sources."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels import evidence_tables as tables
from dashboard.panels.table1 import corrections

HEIGHT = 620

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)

facts, incidents, conflicts, figures, sources = st.tabs(
    ["Facts", "Incidents", "Conflicts and corrections", "Figures", "Sources"]
)
with facts:
    st.caption("What holds on the as-of date and passes the filters.")
    st.dataframe(
        tables.fact_table(atlas, readings, settings),
        column_config=tables.FACT_COLUMNS,
        height=HEIGHT,
        hide_index=True,
        placeholder="no data",
    )
with incidents:
    st.caption("Dated returns, detentions, transfers and changes of policy, up to the as-of date.")
    st.dataframe(
        tables.incident_table(atlas, readings, settings),
        column_config=tables.INCIDENT_COLUMNS,
        height=HEIGHT,
        hide_index=True,
        placeholder="no data",
    )
with conflicts:
    st.caption("Claims that the evidence does not bear out, and reports that disagree.")
    st.html(str(corrections(atlas)))
with figures:
    st.caption("Ranges stay ranges; a block of years is never one year; overlaps are never summed.")
    st.dataframe(
        tables.flow_table(atlas, settings),
        column_config=tables.FLOW_COLUMNS,
        height=HEIGHT,
        hide_index=True,
        placeholder="no data",
    )
with sources:
    st.caption("Addresses are text to copy: the atlas never opens a link.")
    st.dataframe(
        tables.source_table(atlas, readings, settings),
        column_config=tables.SOURCE_COLUMNS,
        height=HEIGHT,
        hide_index=True,
        placeholder="no data",
    )
