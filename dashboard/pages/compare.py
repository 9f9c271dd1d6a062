"""Compare: corridors side by side, which of two reads worse, trade-offs, dates and scenarios."""

import streamlit as st

from dashboard import compare, doors, session
from dashboard.charts.trade_off import trade_off_chart
from dashboard.filters import shown_corridors, shown_legs
from dashboard.panels import compare as panels
from dashboard.panels.markup import day
from dashboard.words import NOT_ADVICE, READINGS

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)
intervals = doors.intervals(settings.recipe, settings.date)
shown = shown_corridors(atlas, shown_legs(atlas, readings, settings))
names = atlas.corridors[f"name_{settings.lang}"]

st.subheader("Corridors side by side")
st.caption(f"As of {day(settings.date)}; our judgement by the page Method. {NOT_ADVICE}")
st.dataframe(
    compare.side_by_side(atlas, readings, intervals, shown, settings.lang),
    column_config=panels.side_by_side_columns(),
    hide_index=True,
    placeholder="no data",
)

st.subheader("Which of two reads worse")
one, other = st.columns(2)
one.selectbox(
    "One corridor",
    atlas.choices.first,
    format_func=names.__getitem__,
    key=session.widget_key("first"),
)
other.selectbox(
    "Another corridor",
    atlas.choices.second,
    format_func=names.__getitem__,
    key=session.widget_key("second"),
)
pair = (settings.first, settings.second)
st.html(str(panels.pair_panel(atlas, readings, intervals, pair, settings.lang)))

st.subheader("Length against risk")
plotted = compare.trade_offs(atlas, readings, shown, settings.lang)
st.caption(panels.plot_words(plotted, names[shown]))
left, right = st.columns(2)
left.altair_chart(trade_off_chart(plotted, READINGS["cumulative"]))
right.altair_chart(trade_off_chart(plotted, READINGS["worst_reading"]))

st.subheader("What makes it uncertain")
st.caption(panels.sensitivity_words(names[settings.first]))
st.dataframe(
    doors.corridor_sensitivity(settings.recipe, settings.date, settings.first),
    column_config=panels.SENSITIVITY_COLUMNS,
    hide_index=True,
    placeholder="no data",
)

st.subheader("Date against date")
st.date_input(
    "Beside the as-of date",
    format="YYYY-MM-DD",
    min_value=atlas.choices.first_date,
    max_value=atlas.choices.last_date,
    key=session.widget_key("beside"),
    width=220,
)
then = doors.readings(settings.recipe, settings.beside)
st.dataframe(
    compare.changed_readings(atlas, then, readings, shown, settings.lang),
    column_config=panels.changed_columns(f"{settings.beside}", f"{settings.date}"),
    hide_index=True,
    placeholder="no data",
)

st.subheader("If practice changed")
titles = doors.scenario_titles(settings.lang)
st.selectbox(
    "Scenario",
    atlas.choices.scenario,
    format_func=titles.__getitem__,
    key=session.widget_key("scenario"),
)
changed = doors.under_scenario(settings.recipe, settings.date, settings.scenario)
st.html(str(panels.scenario_panel(atlas, changed, settings.lang)))
st.dataframe(
    compare.changed_readings(atlas, readings, changed.readings, shown, settings.lang),
    column_config=panels.changed_columns("as found", "in the scenario"),
    hide_index=True,
    placeholder="no data",
)
