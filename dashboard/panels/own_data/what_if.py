"""What if: which own legs a scenario moves and how much, and ways through the own network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard import doors, session
from dashboard.alternatives import Search, find_alternatives
from dashboard.language import _, current, integer
from dashboard.panels.comparison.own_scenario import own_scenario
from dashboard.panels.data_table import data_table
from dashboard.panels.own_data.columns import change_columns, way_columns
from dashboard.panels.own_data.figures import figures_of_session, published_figures
from dashboard.plain import plain
from dashboard.words import NOT_ADVICE
from dashboard.workspace.moved_legs import moved_legs

if TYPE_CHECKING:
    from analysis.scenario import Scenario
    from dashboard.alternatives import Alternatives
    from dashboard.settings import Settings
    from dashboard.workspace.own_tables import OwnFigures

_OWN = "own"
_COUNT = 5


def what_if(settings: Settings) -> None:
    """Draw the scenario and what it does to own legs, then the ways between two own places."""
    found = figures_of_session(settings)
    if found.own.atlas.legs.empty:
        st.info(_("There is no leg yet. Bring in a file, or write one."))
        return
    st.subheader(_("If the practice of a country changed"))
    known_by, scenario = _chosen_scenario(settings)
    if scenario:
        _affected(settings, found, known_by, scenario)
    st.subheader(_("Ways through your own network"))
    _ways(found)


def _chosen_scenario(settings: Settings) -> tuple[str, Scenario | None]:
    """Draw the choice; return by what the scenario is known again, and the scenario."""
    titles = doors.scenario_titles(current()) | {_OWN: _("Your own scenario")}
    chosen = st.selectbox(
        _("Scenario"), list(titles), format_func=titles.__getitem__, key="own_what_if"
    )
    if chosen != _OWN:
        return chosen, doors.scenarios()[chosen]
    given = own_scenario(doors.atlas(), settings.scenario)
    return session.own_scenario_text(), given


def _affected(settings: Settings, found: OwnFigures, known_by: str, scenario: Scenario) -> None:
    """Draw the legs that a scenario moves: own ones, then the published ones."""
    rule = doors.uncertainty_rule()
    sides = {
        "own": (found, _("{moved} of {all} own legs would read otherwise.")),
        "published": (
            published_figures(settings),
            _("{moved} of {all} published legs would read otherwise."),
        ),
    }
    st.caption(
        _(
            "What if, not what is. The values of a scenario are given and not drawn: its intervals "
            "are about everything else. Own assessments hold on both sides."
        )
    )
    for side, (figures, words) in sides.items():
        with st.spinner(_("Computing the figures …")):
            moved = session.remembered(
                f"own_moved_{side}",
                (figures, known_by),
                partial(moved_legs, figures, scenario, rule),
            )
        counted = words.format(moved=integer(len(moved.legs)), all=integer(moved.all_legs))
        st.markdown(plain(counted))
        if len(moved.legs):
            rows = moved.legs[list(change_columns())]
            data_table(rows, change_columns())


def _ways(found: OwnFigures) -> None:
    atlas = found.own.atlas
    st.caption(_(NOT_ADVICE))
    names = atlas.waypoint_names
    one, other = st.columns(2)
    starts = list(dict.fromkeys(atlas.legs["from_id"]))
    goals = list(dict.fromkeys(atlas.legs["to_id"]))[::-1]
    start = one.selectbox(_("From"), starts, format_func=names.__getitem__, key="own_start")
    goal = other.selectbox(_("To"), goals, format_func=names.__getitem__, key="own_goal")
    if start == goal:
        st.info(_("Choose two different places."))
        return
    search = Search(
        start=start, goal=goal, aim="cumulative", count=_COUNT, leg_ids=tuple(atlas.legs.index)
    )
    made_from = (found, start, goal)
    ways = session.remembered(
        "own_ways",
        made_from,
        lambda: find_alternatives(
            atlas, found.own.readings, doors.uncertainty_rule(), search=search
        ),
    )
    if ways.ways.empty:
        st.info(_("No chain of your scored legs leads from the one to the other."))
        return
    data_table(_way_rows(found, ways), way_columns())
    if len(ways.not_scored):
        st.caption(
            _("{number} links without a reading were left out: missing is not zero risk.").format(
                number=integer(len(ways.not_scored))
            )
        )


def _way_rows(found: OwnFigures, ways: Alternatives) -> pd.DataFrame:
    names = found.own.atlas.waypoint_names
    drawn = ways.intervals[ways.intervals["reading"] == "cumulative"].set_index("corridor_id")
    table = ways.ways
    return pd.DataFrame(
        {
            "way": [" → ".join(names[place] for place in places) for places in table["places"]],
            "cumulative": table["cumulative"].round(1),
            "low": drawn["low"].reindex(table.index).round(1),
            "high": drawn["high"].reindex(table.index).round(1),
            "worst_reading": table["worst_reading"].round(1),
            "km_high": table["km_high"].round(),
            "length_km": table["length_km"].round(),
        },
        index=table.index,
    )
