"""The page for a data file that is missing or damaged: its name, the fault, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard.language import _, told

if TYPE_CHECKING:
    from intake.errors import DataFileError


def show_damage(damage: DataFileError) -> None:
    """Say which file is wrong, what is wrong with it and which command restores it."""
    st.html(
        str(
            h.div(".atlas-panel", role="alert")[
                h.p(".atlas-title")[_("A data file cannot be used")],
                h.p[
                    _(
                        "The atlas shows nothing rather than figures from damaged data. "
                        "Everything else on this machine is untouched."
                    )
                ],
                h.h4[_("File")],
                h.code[damage.file],
                h.h4[_("Fault")],
                h.p[told(damage.sentence)],
                h.h4[_("What to do")],
                h.code[told(damage.remedy)],
                h.p[_("Then reload this page.")],
            ]
        )
    )
    if st.button(_("Try again")):
        st.rerun()
