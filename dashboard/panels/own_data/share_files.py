"""The files of what is shared, once the decision for exactly this is on record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import long_work, session
from dashboard.briefing.formats import FORMATS as BRIEFINGS
from dashboard.briefing.formats import file_name as briefing_name
from dashboard.briefing.progress import Progress
from dashboard.briefing.resolve import brief
from dashboard.briefing.story_file import story_file
from dashboard.exports.formats import FORMATS, file_name
from dashboard.language import _, integer
from dashboard.panels.own_data.hand_over import hand_over
from dashboard.panels.progress import with_progress
from dashboard.publication.publish import publish
from dashboard.workspace.decision import decisions
from dashboard.workspace.shared_story import shared_story
from dashboard.workspace.sharing import own_view

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings
    from dashboard.workspace.sharing import Shared

    Making = Generator[Progress, None, tuple[str, bytes]]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Ready:
    """What may leave under the present choice."""

    shared: Shared
    published: Publication
    settings: Settings


def share_files(ready: Ready) -> None:
    """Offer every format; what takes long is made when it is asked for."""
    mark = ready.published.about.fingerprint
    if mark not in {one["fingerprint"] for one in decisions(session.desk().workspace)}:
        st.info(_("Files can be taken once the decision is on record."))
        return
    st.subheader(_("Take it away"))
    at_once = {name: made for name, made in FORMATS.items() if not made.steps}
    places = st.columns(4)
    for n, (name, made) in enumerate(at_once.items()):
        places[n % len(places)].download_button(
            _(made.title),
            partial(file_of, ready, name),
            file_name(name, ready.published),
            mime=made.mime,
            on_click="ignore",
            key=f"own_file_{name}",
            width="stretch",
        )
    for name, made in FORMATS.items():
        if made.steps and ready.shared.corridor_ids:
            _made_when_asked(ready, name, _(made.title), made.mime, partial(_book, ready, name))
    if ready.shared.corridor_ids:
        for name, briefing in BRIEFINGS.items():
            title = _("Briefing ({format})").format(format=_(briefing.title))
            _made_when_asked(ready, name, title, briefing.mime, partial(_briefing, ready, name))


def file_of(ready: Ready, name: str) -> bytes:
    """Return the bytes of what is shared in one format."""
    made = FORMATS[name]
    if made.whole:
        return made.write(made.published(ready.shared.atlas, ready.settings))
    if made.steps:
        return made.write(_own_alone(ready))
    return made.write(ready.published)


def _made_when_asked(
    ready: Ready, name: str, title: str, mime: str, make: Callable[[], Making]
) -> None:
    work = f"own_{name}"
    held: dict[str, bytes] = session.remembered(f"own_made_{name}", (ready,), dict)
    place = st.empty()
    if not held and place.button(
        _("Make: {file}").format(file=title),
        on_click=long_work.go_on,
        args=(work,),
        key=f"own_make_{name}",
    ):
        with place.container():
            made = with_progress(make(), work)
        place.empty()
        held |= dict([made] if made else [])
    for file, body in held.items():
        st.download_button(
            _("Save: {file}").format(file=title),
            body,
            file,
            mime=mime,
            on_click="ignore",
            key=f"own_save_{name}",
        )


def _own_alone(ready: Ready) -> Publication:
    """Return what a book is made of: it has a page for each corridor and country of the own."""
    return publish(ready.shared.atlas, own_view(ready.shared, ready.settings))


def _book(ready: Ready, name: str) -> Making:
    body, steps = b"", FORMATS[name].steps
    for step in steps(_own_alone(ready)) if steps else ():
        body = step.body or body
        yield Progress(done=step.done, whole=step.steps, words=step.next)
    return file_name(name, ready.published), body


def _briefing(ready: Ready, name: str) -> Making:
    atlas, story = ready.shared.atlas, shared_story(ready.shared, ready.settings)
    told = yield from brief(atlas, story, ready.settings.lang)
    return briefing_name(told, name), (yield from story_file(atlas, (story, told), name))


def on_record() -> None:
    """Draw the decisions that the workspace has on record."""
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
