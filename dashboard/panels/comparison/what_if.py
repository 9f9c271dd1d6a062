"""What if: a scenario beside the evidence, shipped or the reader's own, never mixed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard import compare, doors, session
from dashboard import scenarios as what_if
from dashboard.filters import shown_corridors, shown_legs
from dashboard.language import _, current, integer, said
from dashboard.panels import markup
from dashboard.panels.behind import sourced_table
from dashboard.panels.comparison.changes import change_dots, change_words, moved_countries
from dashboard.panels.comparison.columns import changed_columns
from dashboard.panels.comparison.own_scenario import own_scenario
from dashboard.panels.comparison.reading import choose_reading
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scenario import Override
    from dashboard.atlas import Atlas
    from dashboard.scenarios import Compared
    from dashboard.settings import Settings


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw a scenario beside the readings as found."""
    shipped, own = st.tabs([_("Shipped scenarios"), _("Your own")])
    with shipped:
        titles = doors.scenario_titles(current())
        st.selectbox(
            _("Scenario"),
            atlas.choices.scenario,
            format_func=titles.__getitem__,
            key=session.widget_key("scenario"),
        )
    with own:
        given = own_scenario(atlas, settings.scenario)
    readings = doors.readings(settings.recipe, settings.date)
    if given is None:
        compared = doors.under_scenario(settings.recipe, settings.date, settings.scenario)
    else:
        compared = what_if.under_scenario(atlas, readings, given)
    choose_reading(atlas.choices)
    shown = list(shown_corridors(atlas, shown_legs(atlas, readings, settings)))
    table = compare.changed_readings(atlas, readings, compared.readings, shown)
    st.html(str(scenario_panel(atlas, compared, table=table, reading=settings.reading)))
    with st.expander(_("All readings in a table")):
        sourced_table(
            atlas,
            table,
            changed_columns(_("as found"), _("in the scenario")),
            states={"_before": readings, "": compared.readings},
            key="if_practice_changed",
        )


def scenario_panel(
    atlas: Atlas, compared: Compared, *, table: pd.DataFrame, reading: str
) -> h.Element:
    """Return what a scenario sets and why, and what it moves."""
    scenario = compared.scenario
    legs = compared.legs
    turned = int((legs["baseline_class"] != legs["scenario_class"]).sum())
    moved = _("{count} of {all} legs change their class.").format(
        count=integer(turned), all=integer(len(legs))
    )
    return h.div(".atlas-panel")[
        h.div(".atlas-what-if")[
            h.h3[_("What if, not what is"), ": ", what_if.title(scenario)],
            h.p[said(scenario.reason.why), " ", _ours(judgement=scenario.reason.judgement)],
            h.p(".atlas-note")[
                _("The map and every other page show the evidence, never a scenario.")
            ],
        ],
        h.div(".atlas-answers")[
            change_words(table, reading),
            h.p[moved],
            h.p(".atlas-note")[_("Hollow: as found. Filled: in the scenario.")],
        ],
        change_dots(table, reading, compared.readings.classes),
        h.h3[_("Countries that it moves")],
        moved_countries(
            atlas,
            compared.countries,
            before=_("As found"),
            after=_("In the scenario"),
            nothing=_("Under the index that is chosen this scenario moves no country."),
        ),
        markup.unfold(
            _("What it sets, and why"),
            h.div(".atlas-wide")[
                markup.table(
                    (_("What"), _("As found"), _("Set to"), _("Why"), _("Reference")),
                    [
                        _set(atlas, one, before, note)
                        for one, before, note in zip(
                            scenario.overrides,
                            compared.changes["before"],
                            compared.changes["note"],
                            strict=True,
                        )
                    ],
                )
            ],
        ),
    ]


def _set(atlas: Atlas, one: Override, before: float, note: str) -> tuple[h.Node, ...]:
    country = atlas.names().get(one.iso3, one.iso3)
    column = RECIPE_COLUMNS.get(one.dimension, one.dimension)
    value = _(one.value) if isinstance(one.value, str) else markup.figure(one.value)
    return (
        [f"{country}: {_(column)}", h.p(".atlas-note")[_(note)] if note else None],
        markup.figure(before),
        value,
        [said(one.reason.why), " ", _ours(judgement=one.reason.judgement)],
        said(one.reason.reference) or "–",
    )


def _ours(*, judgement: bool) -> h.Node:
    return markup.judgement() if judgement else None
