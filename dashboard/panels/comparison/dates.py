"""Date against date: how each corridor read then and reads now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard import compare, doors, session
from dashboard.filters import shown_corridors, shown_legs
from dashboard.language import _, day
from dashboard.panels import markup
from dashboard.panels.behind import sourced_table
from dashboard.panels.comparison.changes import (
    change_dots,
    change_words,
    drawn_together,
    has_moved,
    moved_countries,
)
from dashboard.panels.comparison.columns import changed_columns
from dashboard.panels.comparison.reading import choose_reading
from dashboard.panels.shown import show

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.drawn_changes import Changes
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw the readings of the corridors that the filters leave, on two dates."""
    st.date_input(
        _("Beside the as-of date"),
        format="YYYY-MM-DD",
        min_value=atlas.choices.first_date,
        max_value=atlas.choices.last_date,
        key=session.widget_key("beside"),
        width=220,
    )
    choose_reading(atlas.choices)
    now = doors.readings(settings.recipe, settings.date)
    then = doors.readings(settings.recipe, settings.beside)
    shown = list(shown_corridors(atlas, shown_legs(atlas, now, settings)))
    changes = doors.date_changes(settings.recipe, settings.date, settings.beside)
    told = compare.change_rows(atlas, changes, settings.reading, shown)
    show(dates_panel(atlas, (then, now), changes, told=told, reading=settings.reading))
    with st.expander(_("All readings in a table")):
        sourced_table(
            atlas,
            compare.changed_readings(atlas, changes, shown),
            changed_columns(f"{settings.beside}", f"{settings.date}"),
            states={"_before": then, "": now},
            key="date_against_date",
        )


def dates_panel(
    atlas: Atlas,
    states: tuple[Readings, Readings],
    changes: Changes,
    *,
    told: pd.DataFrame,
    reading: str,
) -> h.Element:
    """Return what changed between two dates: corridors by one reading, and countries.

    ``told`` are the rows of one reading, as `dashboard.compare.change_rows` makes them.
    """
    then, now = states
    ends = _("{beside} (hollow) against {date} (filled), by the same index.")
    days = {"beside": day(then.date), "date": day(now.date)}
    return h.div(".atlas-panel")[
        h.div(".atlas-answers")[
            change_words(told, reading, changes.rule),
            h.p(".atlas-note")[
                ends.format(**days), " ", drawn_together(changes.rule), " ", markup.judgement()
            ],
        ],
        change_dots(told, reading, now.classes),
        h.h3[_("Countries whose figure differs")],
        moved_countries(
            atlas,
            changes.countries,
            before=days["beside"],
            after=days["date"],
            nothing=_("No country's figure differs between the two dates."),
        ),
        _read_otherwise(atlas, states, changes.countries),
        h.p(".atlas-note")[
            _("What is new of a country stands on its page, with dates and sources.")
        ],
    ]


def _read_otherwise(
    atlas: Atlas, states: tuple[Readings, Readings], countries: pd.DataFrame
) -> h.Element | None:
    """Return which countries were read by a rule on one date and assessed on the other."""
    bases = [
        state.indicators[state.indicators["dimension"].isin(state.recipe.columns)]
        .set_index(["iso3", "dimension"])["basis"]
        .fillna("")
        for state in states
    ]
    both = bases[0].to_frame("then").join(bases[1].rename("now"), how="outer").fillna("")
    other = set(both.index[both["then"] != both["now"]].get_level_values("iso3"))
    moved = countries.index[has_moved(countries)]
    names = [atlas.names()[str(iso3)] for iso3 in moved if iso3 in other]
    if not names:
        return None
    return h.p(".atlas-note")[
        _(
            "Read another way on the two dates, by a rule over incidents on one and by an "
            "assessment on the other, or with an indicator more: {countries}. Part of what differs "
            "there is the way of reading, not the world."
        ).format(countries=", ".join(names)),
        " ",
        markup.judgement(),
    ]
