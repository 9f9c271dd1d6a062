"""What the page says before a file is chosen: what can be brought, what becomes of it, a sample."""

from __future__ import annotations

from typing import Final

import htpy as h
import streamlit as st

from dashboard import doors, own_session
from dashboard.language import N_, _, integer
from dashboard.panels.markup import table
from dashboard.panels.own_data.hand_over import hand_over
from dashboard.panels.shown import show
from dashboard.workspace.sample import sample_file
from intake.files.kinds import ENDINGS
from intake.files.limits import BROWSER, MB

_WHAT: Final = {
    "CSV": N_("A row a leg or a place; UTF-8 or Korean CP949; commas, semicolons or tabs."),
    "XLSX": N_("The same in sheets. Formulas and macros are not run."),
    "GeoJSON": N_("Lines and points with properties; also a feature on each line (NDJSON)."),
    "GeoPackage": N_("Every table with shapes, in any coordinate system."),
    "shapefile": N_("Its files in one zip."),
    "KML": N_("Placemarks; links to other files are not followed."),
    "KMZ": N_("The same, packed."),
    "GPX": N_("Tracks, routes and waypoints."),
    "GeoParquet": N_("One column of shapes."),
}
_BECOMES: Final = (
    N_("It is read in a process that can open no other file and no connection."),
    N_("It stays in the memory of this session. No copy is written, and nothing goes elsewhere."),
    N_("Nothing is taken before you have seen every row and pressed the button."),
    N_("What you take is restricted. It leaves only under “Share coarsely”, on a grid of 11 km."),
    N_("Closing the tab ends it, unless you keep it under “Keep”, encrypted with a passphrase."),
)


def before_a_file() -> None:
    """Draw what can be brought and what becomes of it, beside a sample to try."""
    left, right = st.columns([0.58, 0.42], gap="large")
    with left:
        st.subheader(_("What you can bring"))
        st.write(
            _(
                "Legs as lines, as two pairs of coordinates, or as names of two places that the "
                "atlas or the file knows; places as points. Headings in English or Korean are "
                "recognised and can be corrected; a row that does not fit is set aside with what "
                "to do, and the others are kept."
            )
        )
        show(h.div(".atlas-panel")[_formats()])
        st.caption(
            _("At most {mb} MB, {rows} rows and {points} points of lines.").format(
                mb=integer(BROWSER.upload_bytes // MB),
                rows=integer(BROWSER.features),
                points=integer(BROWSER.vertices),
            )
        )
    with right:
        st.subheader(_("What becomes of it"))
        show(h.div(".atlas-panel")[h.ul[[h.li[_(line)] for line in _BECOMES]]])
        st.subheader(_("Try it with a sample"))
        st.write(
            _(
                "Two published corridors as an organisation might list them, and one row with a "
                "fault on purpose. It holds nobody's data."
            )
        )
        sample = sample_file(doors.atlas())
        st.button(_("Read the sample here"), on_click=own_session.keep_given, args=(sample,))
        hand_over(
            _("Save the sample (CSV)"),
            name=sample.name,
            content=sample.content,
            media_type="text/csv",
            key="own_sample",
        )


def _formats() -> h.Element:
    lines = [(name, ", ".join(ENDINGS[name]), _(words)) for name, words in _WHAT.items()]
    return table((_("Format"), _("File ends in"), _("What is read")), lines)
