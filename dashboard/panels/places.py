"""Where a number is shown, and the way there: the choice is made, then the page is turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard import controls, session
from dashboard.evidence.records import (
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    countries_of,
    key_of,
    parted,
    record,
)
from dashboard.evidence.titles import SHELVES
from dashboard.language import _, integer
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_PAGE: Final = {
    "profile": "country",
    "leg": "map",
    "focus": "map",
    "record": "evidence",
    "chart": "time",
}
# What is shown of a level, by the setting that opens it.
_LEVELS: Final = {
    "leg": "leg",
    "corridor": "focus",
    "country": "profile",
    "dimension": "profile",
    "chart": "chart",
}
# Column of ids in the table of a chart -> the kind of record behind it; "" for a corridor.
BEHIND: Final = {"flow_id": FIGURE, "incident_id": INCIDENT, "event_id": EVENT, "corridor_id": ""}


@dataclass(frozen=True, kw_only=True)
class Place:
    """A setting and its value, which open one number, on the page that shows it."""

    setting: str
    value: str

    @property
    def page(self) -> str:
        """The page's script."""
        return f"dashboard/pages/{_PAGE[self.setting]}.py"


def place_of(level: str, one_id: str) -> Place:
    """Return where a number of `dashboard.evidence.moved` or ``made`` is shown."""
    return Place(
        setting=_LEVELS[level],
        value=one_id.split(".", maxsplit=1)[0] if level == "dimension" else one_id,
    )


def place_behind(column: str, one_id: str) -> Place:
    """Return where the record, or the corridor, behind a mark or a row of a chart is shown."""
    kind = BEHIND[column]
    return (
        Place(setting="record", value=key_of(kind, one_id))
        if kind
        else Place(setting="focus", value=one_id)
    )


def go(place: Place) -> None:
    """Open a place, before the control of its setting is drawn in this run."""
    session.choose(place.setting, place.value)
    if place.setting == "focus":
        session.choose("leg", "")
    if place.setting == "record":
        session.choose("shelf", parted(place.value)[0])
    st.switch_page(place.page)


def go_behind(drawn: Any) -> None:  # noqa: ANN401 - the state of a chart, of Streamlit's own type
    """Open what is behind the mark of a chart that was clicked, if one was."""
    for marks in drawn["selection"].values():
        for mark in marks:
            # A click is told to the selections of the other layers too, without an id of theirs.
            for column, one_id in mark.items():
                if one_id:
                    go(place_behind(column, str(one_id)))


def evidence_ways(atlas: Atlas, readings: Readings, iso3: str) -> None:
    """Draw a button to the rows behind the counts of a profile, as the page Evidence lists them."""
    counts = {
        FACT: len(readings.facts_of.get(iso3, ())),
        INCIDENT: len(readings.incidents_of.get(iso3, ())),
        EVENT: sum(iso3 in split_ids(ids) for ids in readings.events["countries"]),
    }
    with st.container(key="behind", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(str(h.span(".atlas-dim")[_("Behind the counts:")]), width="content")
        for kind, count in counts.items():
            words = f"{_(SHELVES[kind])} {integer(count)}"
            if st.button(words, key=f"behind_{kind}", disabled=not count, type="tertiary"):
                controls.only("country", [iso3], atlas.choices)
                session.choose("shelf", kind)
                session.choose("record", "")
                st.switch_page("dashboard/pages/evidence.py")


def ways(atlas: Atlas, key: str) -> None:
    """Draw a button to each page that shows a record: countries and, for events, corridors."""
    places = [
        (atlas.names()[iso3], Place(setting="profile", value=iso3))
        for iso3 in countries_of(atlas, key)
        if iso3 in atlas.choices.profile
    ]
    if parted(key)[0] == EVENT:
        corridors = split_ids(record(atlas, key)["corridor_ids"])
        places += [
            (atlas.corridor_names[one], Place(setting="focus", value=one)) for one in corridors
        ]
    with st.container(horizontal=True, gap="small"):
        for name, place in places:
            words = _("Profile: {name}") if place.setting == "profile" else _("Corridor: {name}")
            if st.button(words.format(name=name), key=f"way_{place.setting}_{place.value}"):
                go(place)
