"""What of own data is to leave: which corridors and places, how coarse, with which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import doors, session
from dashboard.language import N_, _
from dashboard.plain import plain
from dashboard.publication.precision import RECORD_CLASS, SECRET
from dashboard.workspace.coarse import in_provinces, on_grid
from dashboard.workspace.model import standing_records
from dashboard.workspace.sharing import Choice

if TYPE_CHECKING:
    import pandas as pd

_PROVINCE: Final = "province"
_COARSE: Final = {
    "0.1 degrees": N_("Middle of a cell of 0.1 degrees (about 11 km)"),
    _PROVINCE: N_("A fixed point of the province"),
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a person chose: ids of records, the way of coarsening, whether words leave."""

    ids: tuple[str, ...]
    coarse: str
    with_text: bool

    def choice(self) -> Choice:
        """Return the choice as the way out takes it."""
        is_province = self.coarse == _PROVINCE
        stand_ins = in_provinces(doors.provinces()) if is_province else on_grid
        return Choice(record_ids=self.ids, with_text=self.with_text, stand_ins=stand_ins)

    def record(self) -> dict[str, object]:
        """Return the choice for the record of the decision."""
        return {"coarsened_to": self.coarse, "names_and_notes": self.with_text}


def share_choice() -> Asked:
    """Draw the choice; records of the class secret are not offered."""
    workspace = session.desk().workspace
    legs, places = (_offered(table) for table in (workspace.legs, workspace.places))
    names = legs["corridor"].mask(legs["corridor"] == "", legs["name"])
    session.keep_choice("own_share_corridors", set(names))
    session.keep_choice("own_share_places", set(places.index))
    session.keep_choice("own_share_coarse")
    session.keep_choice("own_share_text")
    one, other = st.columns(2)
    corridors = one.multiselect(
        _("Corridors to share"),
        list(dict.fromkeys(names)),
        format_func=plain,
        placeholder=_("None"),
        key="own_share_corridors",
    )
    spots = other.multiselect(
        _("Places to share"),
        list(places.index),
        format_func=lambda one: plain(str(places["name"].get(one, one))),
        placeholder=_("None"),
        key="own_share_places",
    )
    coarse = st.radio(
        _("Points become"),
        list(_COARSE),
        format_func=lambda one: _(_COARSE[one]),
        horizontal=True,
        key="own_share_coarse",
        help=_(
            "Both are fixed and nothing is drawn by lot: jitter averages away. Provinces are those "
            "of Natural Earth, in the countries with evidence; small ones count with a neighbour."
        ),
    )
    with_text = st.checkbox(
        _("Names of corridors and places, and notes, leave as I wrote them"), key="own_share_text"
    )
    chosen = legs.index[names.isin(corridors)]
    return Asked(ids=(*chosen, *spots), coarse=coarse, with_text=with_text)


def _offered(table: pd.DataFrame) -> pd.DataFrame:
    rows = standing_records(table)
    return rows[rows[RECORD_CLASS] != SECRET.name]
