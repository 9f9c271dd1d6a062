"""What if: a scenario beside the evidence, shipped or the reader's own, never mixed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard import compare, doors, session
from dashboard import scenarios as what_if
from dashboard.drawn_changes import drawn_scenario
from dashboard.filters import shown_corridors, shown_legs
from dashboard.language import _, current, integer, said
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
from dashboard.panels.comparison.own_scenario import own_scenario
from dashboard.panels.comparison.reading import choose_reading
from dashboard.panels.shown import show
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.scenario import Override
    from dashboard.atlas import Atlas
    from dashboard.drawn_changes import Changes
    from dashboard.scenarios import Compared
    from dashboard.settings import Settings


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw a scenario beside the readings as found."""
    shipped, own = st.tabs([_("Shipped scenarios"), _("Your own scenario")])
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
        changes = doors.scenario_changes(settings.recipe, settings.date, settings.scenario)
    else:
        compared = what_if.under_scenario(atlas, readings, given)
        changes = drawn_scenario(atlas, compared, doors.uncertainty_rule())
    choose_reading(atlas.choices)
    shown = list(shown_corridors(atlas, shown_legs(atlas, readings, settings)))
    told = compare.change_rows(atlas, changes, settings.reading, shown)
    show(scenario_panel(atlas, compared, changes, told=told, reading=settings.reading))
    with st.expander(_("All readings in a table")):
        sourced_table(
            atlas,
            compare.changed_readings(atlas, changes, shown),
            changed_columns(_("as found"), _("in the scenario")),
            states={"_before": readings, "": compared.readings},
            key="if_practice_changed",
        )


def scenario_panel(
    atlas: Atlas, compared: Compared, changes: Changes, *, told: pd.DataFrame, reading: str
) -> h.Element:
    """Return what a scenario sets and why, and what it moves, or first of all why it moves nothing.

    ``told`` are the rows of one reading, as `dashboard.compare.change_rows` makes them.
    """
    scenario = compared.scenario
    return h.div(".atlas-panel")[
        _moves_nothing(compared) if not has_moved(changes.countries).any() else None,
        h.div(".atlas-what-if")[
            h.h3[_("What if, not what is"), ": ", what_if.title(scenario)],
            h.p[said(scenario.reason.why), " ", _ours(judgement=scenario.reason.judgement)],
            h.p(".atlas-note")[
                _("The map and every other page show the evidence, never a scenario.")
            ],
        ],
        h.div(".atlas-answers")[
            change_words(told, reading, changes.rule),
            h.p[_turned(compared)],
            h.p(".atlas-note")[
                _("Hollow: as found. Filled: in the scenario."),
                " ",
                drawn_together(changes.rule),
                " ",
                _("What a scenario sets is given, not drawn."),
            ],
        ],
        change_dots(told, reading, compared.readings.classes),
        h.h3[_("Countries that it moves")],
        moved_countries(
            atlas,
            changes.countries,
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


def _turned(compared: Compared) -> str:
    legs = compared.legs
    turned = int((legs["baseline_class"] != legs["scenario_class"]).sum())
    return _("{count} of {all} legs change their class.").format(
        count=integer(turned), all=integer(len(legs))
    )


def _moves_nothing(compared: Compared) -> h.Element:
    """Return, before all else, that the index in use does not hear a scenario, and why."""
    recipe = compared.readings.recipe
    set_here = dict.fromkeys(one.dimension for one in compared.scenario.overrides)
    unread = [name for name in set_here if name not in recipe.columns]
    first = _("Under “{index}” this scenario moves nothing.").format(index=said(recipe.title))
    why = _("The evidence has the values that it sets already.")
    if unread:
        why = _(
            "It sets {indicators}; the index reads {read} alone. Choose another index in the "
            "sidebar to see what it would move."
        ).format(indicators=_listed(unread), read=_listed(recipe.columns))
    return h.p(".atlas-not-advice")[h.strong[first], " ", why]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"“{_(RECIPE_COLUMNS.get(one, one))}”" for one in columns)


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
