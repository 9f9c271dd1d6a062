"""A scenario of the reader's own: written in a table or read from a file, in this session alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import htpy as h
import pandas as pd
import streamlit as st

from analysis.errors import RecipeError
from analysis.scenario_toml import scenario_toml
from dashboard import doors, session
from dashboard import scenarios as what_if
from dashboard.language import _, said
from dashboard.panels.comparison.kept_scenarios import choose_kept, keeping_words
from dashboard.panels.shown import show
from dashboard.rows import rows
from dashboard.scenarios import Setting
from dashboard.words import RECIPE_COLUMNS

if TYPE_CHECKING:
    from analysis.scenario import Scenario
    from dashboard.atlas import Atlas

_COLUMNS: Final = ("country", "indicator", "value", "why")
_LONGEST_ECHO: Final = 400


def own_scenario(atlas: Atlas, like: str) -> Scenario | None:
    """Draw the ways to write or load a scenario; return the one that is in use, if any.

    It is kept in the memory of this session, and in the workspace that is open when that is saved;
    no cache and no address holds it.
    ``like`` is the id of the shipped scenario that the table starts from.
    """
    st.caption(keeping_words())
    choose_kept()
    text = session.own_scenario_text()
    given, refusal = _read(atlas, text) if text else (None, None)
    _table(atlas, given or doors.scenarios()[like])
    _file()
    if refusal:
        show(refusal_panel(refusal))
    if given:
        st.button(_("Put it away"), on_click=session.keep_own_scenario, args=("",))
        with st.expander(_("As TOML, to keep and to run with “score --scenario FILE”")):
            st.code(scenario_toml(given), language="toml", wrap_lines=True)
    return given


def refusal_panel(refusal: RecipeError) -> h.Element:
    """Return where a scenario cannot be used, what was found and what was expected."""
    return h.div(".atlas-panel", role="alert")[
        h.p[h.strong[_("This scenario cannot be used. Correct it and try again.")]],
        h.dl[
            [
                [h.dt[title], h.dd[h.code[_short(words)]]]
                for title, words in (
                    (_("Where"), refusal.node),
                    (_("Found"), refusal.found),
                    (_("Expected"), refusal.expected),
                )
            ]
        ],
    ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_ECHO else f"{text[:_LONGEST_ECHO]}…"


def _read(atlas: Atlas, text: str) -> tuple[Scenario | None, RecipeError | None]:
    try:
        return what_if.own_scenario(atlas, text, _("your scenario")), None
    except RecipeError as refusal:
        return None, refusal


def _table(atlas: Atlas, start: Scenario) -> None:
    """Draw the table of values; the button turns it into a scenario."""
    names, words = _choices(atlas)
    with st.form("own_scenario_form", border=True):
        title = st.text_input(_("Title"), what_if.title(start), max_chars=120)
        why = st.text_input(_("Why, in a sentence"), said(start.reason.why), max_chars=500)
        edited = st.data_editor(
            _rows(start, names, words),
            column_config=_columns(names, words),
            num_rows="dynamic",
            hide_index=True,
            key=f"{session.OWN_SCENARIO_TABLE}_{start.id}_{abs(hash(start)):x}",
        )
        if st.form_submit_button(_("Show it beside the evidence"), type="primary"):
            session.keep_own_scenario(_toml(title, why, edited, (names, words)))
            st.rerun()


def _toml(
    title: str, why: str, edited: pd.DataFrame, known: tuple[dict[str, str], dict[str, str]]
) -> str:
    countries, indicators = ({name: key for key, name in one.items()} for one in known)
    filled = edited.dropna(how="all").fillna("")
    settings = [
        Setting(
            iso3=countries.get(row.country, row.country or "?"),
            dimension=indicators.get(row.indicator, row.indicator or "?"),
            value=str(row.value),
            why=str(row.why),
        )
        for row in rows(filled)
    ]
    return what_if.written_scenario(title, why, settings)


def _choices(atlas: Atlas) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of countries and of indicators that a scenario may change, by id."""
    known = what_if.changeable(atlas)
    names = atlas.names()
    countries = {iso3: names.get(iso3, iso3) for iso3 in known.countries}
    in_order = dict(sorted(countries.items(), key=lambda pair: pair[1]))
    return in_order, {name: _(RECIPE_COLUMNS.get(name, name)) for name in known.leaves}


def _rows(start: Scenario, names: dict[str, str], words: dict[str, str]) -> pd.DataFrame:
    cells = [
        (names[one.iso3], words[one.dimension], _cell(one.value), said(one.reason.why))
        for one in start.overrides
    ]
    return pd.DataFrame(cells, columns=list(_COLUMNS), dtype="object")


def _cell(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _columns(names: dict[str, str], words: dict[str, str]) -> dict[str, Any]:
    column = st.column_config
    return {
        "country": column.SelectboxColumn(_("Country"), options=list(names.values())),
        "indicator": column.SelectboxColumn(
            _("Indicator"), options=list(words.values()), width="medium"
        ),
        "value": column.TextColumn(
            _("Set to"),
            max_chars=40,
            help=_("0, most protective, to 10, gravest; the page Method has the anchors."),
        ),
        "why": column.TextColumn(_("Why"), max_chars=500, width="large"),
    }


def _file() -> None:
    """Offer to read a TOML file; it takes the place of what was there."""
    given = st.file_uploader(
        _("Or read a TOML file"), type=["toml"], key=session.OWN_SCENARIO_FILE, max_upload_size=1
    )
    if given is not None and session.is_new_file(given.file_id):
        session.keep_own_scenario(given.getvalue().decode("utf-8", errors="replace"))
        st.rerun()
