"""Countries: the table of all, the profile of one, Table 1 and the corrections to it."""

import streamlit as st

from dashboard import doors, session
from dashboard.filters import shown_countries
from dashboard.panels.country import COLUMNS, country_table
from dashboard.panels.country_profile import country_profile
from dashboard.panels.table1 import corrections, table1

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)

st.subheader("Countries", help="Every figure is our judgement on sourced facts; open one below.")
table = country_table(atlas, readings, settings.lang)
st.dataframe(
    table.loc[table.index.isin(shown_countries(atlas, readings, settings))],
    hide_index=True,
    column_config=COLUMNS,
    placeholder="no data",
)

st.subheader("Profile")
st.selectbox(
    "Country",
    atlas.choices.profile,
    format_func=atlas.country_names.__getitem__,
    key=session.widget_key("profile"),
    label_visibility="collapsed",
)
intervals = doors.intervals(settings.recipe, settings.date)
st.html(str(country_profile(atlas, readings, settings.profile, settings.lang, intervals)))

st.subheader("Table 1 of the white paper")
st.html(str(table1(atlas)))

st.subheader("Corrections to the white paper")
st.html(str(corrections(atlas)))
