"""Time: arrivals, transit, returns and the status of corridors, as ranges, gaps and blocks."""

import streamlit as st

from dashboard import doors, session
from dashboard.chapters import CHAPTERS
from dashboard.language import _
from dashboard.panels.time import chart_choice, charts_in_a_row, opening, other_figures
from dashboard.series.evidence import of_view

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)
evidence = of_view(atlas, readings, settings)

opening(evidence)
chart_choice(atlas.choices.chart)
if settings.chart:
    charts_in_a_row((settings.chart,), settings)
else:
    for title, rows in CHAPTERS.items():
        st.subheader(_(title))
        for names in rows:
            charts_in_a_row(names, settings)

    st.subheader(_("Other series"))
    st.caption(
        _(
            "Series without a chart of their own: of too few figures, shares, running totals, and "
            "counts of single returns, which the chart of returns takes in."
        )
    )
    other_figures(evidence, settings)
