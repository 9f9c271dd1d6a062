"""Countries: the table of all; rows that are chosen open a profile or stand side by side."""

import streamlit as st

from dashboard import doors, session
from dashboard.filters import shown_countries
from dashboard.language import _
from dashboard.panels.country import country_list, country_table
from dashboard.panels.country_dimensions import dimensions_panel
from dashboard.panels.later import countries_that_differ
from dashboard.panels.shown import show, show_hint
from dashboard.settings import FEWEST_COMPARED, MOST_COMPARED

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)
intervals = doors.intervals(settings.recipe, settings.date)
names = atlas.names()

st.title(_("Countries"), anchor=False)
st.caption(_("Every figure is our judgement on sourced facts."))
show_hint(
    _(
        "Select one row for what it rests on, two to five to set them side by side; Shift and "
        "Space select by keyboard."
    )
)
later = doors.later(settings.recipe, settings.date)
table = country_table(atlas, readings, intervals, later=later)
shown = table.loc[table.index.isin(shown_countries(atlas, readings, settings))]
share = intervals.rule.spread.interval
chosen = country_list(shown, share)
show(countries_that_differ(atlas, later, readings, list(shown.index)))

if len(chosen) == 1:
    session.choose("profile", chosen[0])
    st.page_link(
        "dashboard/pages/country.py",
        label=_("Open the profile of {country}").format(country=names[chosen[0]]),
        icon=":material/description:",
    )
    show(dimensions_panel(atlas, readings, chosen[0], later))
elif FEWEST_COMPARED <= len(chosen) <= MOST_COMPARED:
    session.choose("compared", chosen)
    st.page_link(
        "dashboard/pages/side_by_side.py",
        label=_("Set side by side: {countries}").format(
            countries=", ".join(names[iso3] for iso3 in chosen)
        ),
        icon=":material/view_column:",
    )
elif chosen:
    st.caption(_("At most {number} countries stand side by side.").format(number=MOST_COMPARED))
