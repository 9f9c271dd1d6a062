"""The as-of date under the map: a rail of time with the events that the filters leave on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard import assets, session
from dashboard.address import date_within
from dashboard.filters import events_left, shown_events
from dashboard.hinge import HINGE
from dashboard.language import ENGLISH, _, current, said
from dashboard.panels.event import reported_event
from dashboard.panels.shown import show

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.settings import Choices, Settings

_DAY_FIRST: Final = "en-GB"
_mount = st.components.v2.component("corridor_atlas_date_rail", js=HINGE)


def date_rail(atlas: Atlas, readings: Readings, settings: Settings) -> None:
    """Draw the rail; the date that a person moves it to becomes the as-of date of all pages.

    Below it stands the last event up to the date, with its sources.
    """
    _mount(
        key=session.DATE_RAIL,
        data={"module": assets.bundle_url("date_rail.js"), **rail_data(atlas, settings)},
        on_date_change=partial(_choose_date, atlas.choices),
    )
    newest = [one for _, one in _dated(atlas, shown_events(atlas, readings, settings))][-1:]
    show(
        h.div(".atlas-panel")[
            [
                h.p[h.span(".atlas-dim")[_("Last event up to the date:")], " ", said_event]
                for said_event in (reported_event(one, atlas.cited) for one in newest)
            ]
            or h.p(".atlas-dim")[_("No event up to the date passes the filters.")]
        ]
    )


def rail_data(atlas: Atlas, settings: Settings) -> dict[str, Any]:
    """Return what the rail shows, as JSON values: its ends, the date, events of any date, words.

    An event stands on its first day, from which it counts; one of before the first as-of date has
    no place on the rail.
    """
    first, last = atlas.choices.first_date, atlas.choices.last_date
    events = _dated(atlas, events_left(atlas, atlas.events, settings))
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "date": settings.date.isoformat(),
        "events": [
            {"date": start.isoformat(), "text": f"{one.date} · {said(one.summary)}"}
            for start, one in events
            if first <= start <= last
        ],
        "locale": _DAY_FIRST if current() == ENGLISH else current(),
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "label": _("As of"),
        "stood": _("As it stood on {date}"),
        "earlier": _("Event before"),
        "later": _("Next event"),
        "jump": _("Jump to an event …"),
        "hint": _(
            "Drag, or use the keys: arrows go a month, Page Up and Page Down to the next event and "
            "the one before."
        ),
    }


def _dated(atlas: Atlas, events: pd.DataFrame) -> Iterator[tuple[dt.date, Row]]:
    """Yield some events with their first day, the earliest first."""
    left = set(events.index)
    return ((start, one) for start, one in atlas.events_by_start if one.Index in left)


def _choose_date(choices: Choices) -> None:
    """Make the date that the rail was moved to the as-of date, where it is one."""
    moved = st.session_state.get(session.DATE_RAIL) or {}
    date = date_within(str(moved.get("date") or ""), choices)
    if date:
        session.choose("date", date)
