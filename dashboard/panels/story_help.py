"""Figures that a presenter may write into a sentence: what to write, what it becomes, which ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

from dashboard.briefing.figures import FIGURES
from dashboard.briefing.frames import LOOKS
from dashboard.briefing.tables import TABLES
from dashboard.language import N_, _
from dashboard.panels.shown import show
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from dashboard.atlas import Atlas

# The figures that most sentences want; all of them stand below, and in the documentation.
_USUAL: Final = {
    "{year:2019}": N_("a year"),
    "{date}": N_("the date of the step"),
    "{arrivals:2019}": N_("people who reached South Korea in a year"),
    "{total}": N_("people who reached South Korea so far"),
    "{returns:CHN}": N_("reported returns by a state; without its code, by all"),
    "{corridors}": N_("corridors that the step shows"),
    "{corridors_through:CHN}": N_("those of them that lead through a state"),
    "{km:LAO-THA-N}": N_("kilometres of a corridor"),
    "{km_high:LAO-THA-N}": N_("kilometres of a corridor at High"),
    "{corridor_status:LAO-THA-N}": N_("the status of a corridor on the date of the step"),
    "{risk:CHN}": N_("the risk of a state, from 0 to 10"),
    "{class:CHN}": N_("the class of that risk"),
}


def figures_for_sentences(atlas: Atlas) -> None:
    """Draw, folded, what to write for a figure, and the codes of states and corridors."""
    with st.popover(_("Figures for a sentence")):
        st.write(
            _(
                "Do not type a number: write what stands on the left, braces and all, and the "
                "evidence fills it in with its sources when the story is shown."
            )
        )
        names = atlas.names()
        states = [(one, names[one]) for one in atlas.choices.country]
        corridors = [(one, atlas.corridor_names[one]) for one in atlas.choices.corridor]
        show(_table(_("Write"), _("It becomes"), [(one, _(_USUAL[one])) for one in _USUAL]))
        show(_table(_("Code"), _("State"), states))
        show(_table(_("Code"), _("Corridor"), corridors))


def names_for_files() -> None:
    """Say which names the TOML of a story may use: for those who write the file itself."""
    st.caption(
        _(
            "In the file: placeholders {names}; charts {charts}; tables {tables}; frames of the "
            "map {looks}."
        ).format(
            names=_code(FIGURES),
            charts=_code(TIME_CHARTS),
            tables=_code(TABLES),
            looks=_code(LOOKS),
        )
    )


def _code(names: Collection[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(left: str, right: str, lines: list[tuple[str, str]]) -> h.Element:
    return h.div(".atlas-panel.atlas-codes")[
        h.table[
            h.thead[h.tr[h.th(scope="col")[left], h.th(scope="col")[right]]],
            h.tbody[[h.tr[h.td[h.code[code]], h.td[words]] for code, words in lines]],
        ]
    ]
