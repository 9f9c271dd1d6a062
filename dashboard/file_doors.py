"""The caches of what leaves: publications, charts and files, beside `dashboard.doors`.

Public data only, the same for all sessions: what is restricted never passes through here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import doors
from dashboard.exports.formats import FORMATS
from dashboard.publication.choices_told import without_looks, without_private
from dashboard.publication.publish import publish, publish_dataset
from intake.errors import AtlasError

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings
    from dashboard.time_charts import MadeChart


def publication(name: str, settings: Settings) -> Publication:
    """Return what leaves in a file of the format ``name``, through the one door out.

    Public data only: Streamlit gives a download to whoever knows its address, asks for no cookie,
    and keeps it after the session has ended. What is restricted may never be handed out this way.
    """
    counts = without_private if FORMATS[name].drawn else without_looks
    return _publication(FORMATS[name].whole, counts(settings, doors.atlas().choices))


def dataset() -> Publication:
    """Return the whole public dataset; its fingerprint says which data every page shows."""
    return _publication(whole=True, settings=doors.atlas().choices.default())


def warm() -> None:
    """Make what every page cites before anybody asks; damage is shown to who does ask."""
    with suppress(AtlasError):
        dataset()


def made_file(name: str, settings: Settings) -> bytes:
    """Return a file of the format ``name``; made when it is first asked for. Public data only."""
    counts = without_private if FORMATS[name].drawn else without_looks
    return _made_file(name, counts(settings, doors.atlas().choices))


@st.cache_resource(show_spinner=False, max_entries=16)
def _publication(whole: bool, settings: Settings) -> Publication:  # noqa: FBT001 - cached by it
    return (publish_dataset if whole else publish)(doors.atlas(), settings)


@st.cache_resource(show_spinner=False, max_entries=32)
def _made_file(name: str, settings: Settings) -> bytes:
    return FORMATS[name].write(publication(name, settings))


def time_chart(name: str, settings: Settings) -> MadeChart | None:
    """Return a chart of time with these filters; None where nothing is on record."""
    return _time_chart(name, without_looks(settings, doors.atlas().choices))


@st.cache_resource(show_spinner=False, max_entries=256)
def _time_chart(name: str, settings: Settings) -> MadeChart | None:
    # Charts take a second to import, and most visits look at none.
    from dashboard.series.evidence import of_view  # noqa: PLC0415
    from dashboard.time_charts import TIME_CHARTS, make  # noqa: PLC0415

    found = doors.readings(settings.recipe, settings.date)
    return make(TIME_CHARTS[name], of_view(doors.atlas(), found, settings))


def chart_file(name: str, kind: str, settings: Settings) -> bytes:
    """Return a file of a chart; made when it is first asked for. Public data only."""
    return _chart_file(name, kind, without_looks(settings, doors.atlas().choices))


@st.cache_resource(show_spinner=False, max_entries=64)
def _chart_file(name: str, kind: str, settings: Settings) -> bytes:
    from dashboard.exports.chart_files import chart_file as made  # noqa: PLC0415 - likewise

    return made(publication("csv", settings), name, kind)
