"""Where a number is shown, and the way there: the choice is made, then the page is turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.evidence.records import EVENT, countries_of, parted, record
from dashboard.language import _
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

_PAGE: Final = {"profile": "country", "leg": "map", "focus": "map", "record": "evidence"}
# What is shown of a level, by the setting that opens it.
_LEVELS: Final = {"leg": "leg", "corridor": "focus", "country": "profile", "dimension": "profile"}


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
    """Return where a number of `dashboard.evidence.moved` is shown."""
    return Place(
        setting=_LEVELS[level],
        value=one_id.split(".", maxsplit=1)[0] if level == "dimension" else one_id,
    )


def go(place: Place) -> None:
    """Open a place, before the control of its setting is drawn in this run."""
    session.choose(place.setting, place.value)
    if place.setting == "focus":
        session.choose("leg", "")
    st.switch_page(place.page)


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
