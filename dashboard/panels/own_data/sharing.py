"""Share what is fit: choose legs, see what leaves and what is lost, decide, take the file."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import doors, session
from dashboard.briefing.formats import FORMATS as BRIEFINGS
from dashboard.briefing.formats import file_name as briefing_name
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.exports.formats import FORMATS, file_name
from dashboard.language import _, integer, told
from dashboard.panels.own_data.hand_over import hand_over
from dashboard.plain import plain
from dashboard.publication.publish import publish
from dashboard.workspace.decision import decisions, with_decision
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import standing_records
from dashboard.workspace.shared_story import shared_story
from dashboard.workspace.sharing import Shared, shared

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings

_LONGEST: Final = 500
# The book is left out: it tells every corridor by its sources, and own corridors name none.
OFFERED: Final = {name: made for name, made in FORMATS.items() if name != "atlas"}
_SHOWN: Final = ("legs", "corridors", "waypoints")
_OWN: Final = {"legs": "leg_id", "corridors": "corridor_id", "waypoints": "waypoint_id"}


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class _Ready:
    """What may leave under the present choice."""

    shared: Shared
    published: Publication
    settings: Settings


def sharing(settings: Settings) -> None:
    """Draw the way out of own data, from the choice to the file."""
    st.caption(
        _(
            "Only this leaves: legs that you choose, as straight links between cells of 0.1 "
            "degrees (about 11 km), with new ids and figures computed from the coarse lines. "
            "Places, incidents, own assessments and scenarios stay."
        )
    )
    legs = standing_records(session.desk().workspace.legs)
    chosen, with_text = _choice(legs)
    if chosen.empty:
        st.info(_("Nothing is chosen, so nothing leaves."))
        return
    try:
        ready = _made_ready(tuple(chosen.index), settings, with_text=with_text)
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))
        return
    _what_is_lost(ready.shared)
    _what_leaves(ready)
    _decide(ready, with_text=with_text)
    _files(ready)
    _on_record()


def _choice(legs: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Draw the choice of corridors and of words; return the legs chosen."""
    names = legs["corridor"].mask(legs["corridor"] == "", legs["name"])
    chosen = st.multiselect(
        _("Corridors to share"),
        list(dict.fromkeys(names)),
        format_func=plain,
        placeholder=_("None"),
        key="own_share_corridors",
    )
    with_text = st.checkbox(
        _("Names of corridors and places, and notes, leave as I wrote them"), key="own_share_text"
    )
    return legs[names.isin(chosen)], with_text


def _made_ready(ids: tuple[str, ...], settings: Settings, *, with_text: bool) -> _Ready:
    workspace = session.desk().workspace
    view = replace(
        doors.atlas().choices.default(),
        **{name: getattr(settings, name) for name in ("date", "recipe", "lang", "paint", "tint")},
    )
    made_from = (workspace.legs, ";".join(ids), int(with_text), repr(view))
    with st.spinner(_("Coarsening and measuring anew …")):
        return session.remembered("own_shared", made_from, partial(_ready, ids, view, with_text))


def _ready(ids: tuple[str, ...], view: Settings, with_text: bool) -> _Ready:  # noqa: FBT001
    made = shared(
        doors.atlas(),
        session.desk().workspace,
        ids,
        with_text=with_text,
        lands=(doors.boundaries(), doors.unclaimed_land()),
    )
    return _Ready(shared=made, published=publish(made.atlas, view), settings=view)


def _what_is_lost(made: Shared) -> None:
    held = made.lost["withheld"] != ""
    st.subheader(_("What is lost"))
    st.caption(
        _("{number} legs do not leave. Of the others, this is what the grid takes.").format(
            number=integer(int(held.sum()))
        )
    )
    rows = made.lost.assign(withheld=made.lost["withheld"].map(_refusal))
    km = partial(st.column_config.NumberColumn, format="%.1f")
    columns = {
        "name": st.column_config.TextColumn(_("Leg"), width=220),
        "start_km": km(_("Start moves, km")),
        "end_km": km(_("End moves, km")),
        "bends": st.column_config.NumberColumn(_("Bends that go")),
        "withheld": st.column_config.TextColumn(_("Does not leave because"), width=420),
    }
    st.dataframe(rows, hide_index=True, column_config=columns)


def _refusal(reason: str) -> str:
    return _(reason) if reason else ""


def _what_leaves(ready: _Ready) -> None:
    """Show the very rows of the publication that are own; exporters take nothing else."""
    st.subheader(_("What leaves, exactly"))
    st.caption(
        _(
            "The rows of your corridors as every file has them, beside the published corridors. "
            "Empty columns are left out here."
        )
    )
    for name in _SHOWN:
        rows = ready.published.rows(name)
        own = rows[rows[_OWN[name]].str.startswith("own-")]
        filled = own.loc[:, [bool((own[column].astype("str") != "").any()) for column in own]]
        with st.expander(f"{name} ({integer(len(own))})", expanded=name == "legs"):
            st.dataframe(filled, hide_index=True)


def _decide(ready: _Ready, *, with_text: bool) -> None:
    with st.form("own_decide"):
        reason = st.text_area(
            _("Why may this be shown? Published by whom, or agreed with whom?"),
            max_chars=_LONGEST,
            key="own_share_reason",
        )
        asked = st.form_submit_button(_("Record the decision"), type="primary")
    if not asked:
        return
    desk = session.desk()
    try:
        workspace = with_decision(
            desk.workspace,
            ready.shared,
            ready.published,
            reason=reason,
            with_text=with_text,
            decided=dt.datetime.now(dt.UTC),
        )
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))
        return
    session.keep_desk(desk.with_workspace(workspace))


def _files(ready: _Ready) -> None:
    """Offer every format once the decision for exactly this publication is on record."""
    mark = ready.published.about.fingerprint
    if mark not in {one["fingerprint"] for one in decisions(session.desk().workspace)}:
        st.info(_("Files can be taken once the decision is on record."))
        return
    st.subheader(_("Take it away"))
    places = st.columns(4)
    for n, (name, made) in enumerate(OFFERED.items()):
        places[n % len(places)].download_button(
            _(made.title),
            partial(_file, ready, name),
            file_name(name, ready.published),
            mime=made.mime,
            on_click="ignore",
            key=f"own_file_{name}",
            width="stretch",
        )
    for name, brief_format in BRIEFINGS.items():
        _briefing(ready, name, brief_format)


def _file(ready: _Ready, name: str) -> bytes:
    made = OFFERED[name]
    published = (
        made.published(ready.shared.atlas, ready.settings) if made.whole else ready.published
    )
    return made.write(published)


def _briefing(ready: _Ready, name: str, made: Any) -> None:  # noqa: ANN401 - a BriefFormat
    held: dict[str, bytes] = session.remembered(f"own_brief_{name}", (ready,), dict)
    if not held and st.button(
        _("Make the briefing ({format})").format(format=_(made.title)), key=f"own_make_{name}"
    ):
        with st.spinner(_("Computing the figures …")):
            story = shared_story(ready.shared, ready.settings)
            told_whole = finished(brief(ready.shared.atlas, story, ready.settings.lang), _ignore)
            held[briefing_name(told_whole, name)] = finished(made.make(told_whole), _ignore)
    for file, body in held.items():
        st.download_button(
            _("Save the briefing ({format})").format(format=_(made.title)),
            body,
            file,
            mime=made.mime,
            on_click="ignore",
            key=f"own_save_{name}",
        )


def _ignore(_progress: object) -> None:
    """Tell nothing: a spinner turns meanwhile."""


def _on_record() -> None:
    found = decisions(session.desk().workspace)
    if not found:
        return
    with st.expander(_("Decisions on record ({number})").format(number=integer(len(found)))):
        text = json.dumps(found, ensure_ascii=False, indent=1)
        st.code(text, language="json", wrap_lines=True)
        hand_over(
            _("Save the decisions"),
            name="decisions.json",
            content=text.encode(),
            media_type="application/json",
            key="own_decisions",
        )
