"""The caches of shipped stories, beside `dashboard.doors`. Public data, shared by all sessions.

A reader's own story never passes through here: it stays in its session.
"""

from __future__ import annotations

import json

import streamlit as st

from dashboard.briefing.briefing import Briefing
from dashboard.briefing.shipped import titles
from dashboard.language import speaking


def _mark(made: Briefing) -> str:
    return made.fingerprint


@st.cache_resource(show_spinner=False)
def story_titles(lang: str) -> dict[str, str]:
    """Return what the shipped stories are called in ``lang``, by name."""
    with speaking(lang):
        return titles()


@st.cache_resource(show_spinner=False, max_entries=32)
def _kept_briefing(name: str, lang: str) -> list[Briefing]:  # noqa: ARG001 - cached by them
    """Return the place of a briefing, empty until one is kept in it."""
    return []


def briefing(name: str, lang: str) -> Briefing | None:
    """Return a shipped story as it was resolved in ``lang``; None before that."""
    return next(iter(_kept_briefing(name, lang)), None)


def keep_briefing(made: Briefing) -> Briefing:
    """Keep a shipped story that was resolved, for every session."""
    _kept_briefing(made.name, made.lang)[:] = [made]
    return made


@st.cache_resource(show_spinner=False, max_entries=64)
def _kept_file(mark: str, name: str) -> list[bytes]:  # noqa: ARG001 - cached by them
    return []


def briefing_file(made: Briefing, name: str) -> bytes | None:
    """Return a file of a shipped story that was made; None before that."""
    return next(iter(_kept_file(made.fingerprint, name)), None)


def keep_briefing_file(made: Briefing, name: str, body: bytes) -> None:
    """Keep a file of a shipped story, for every session. Public data only."""
    _kept_file(made.fingerprint, name)[:] = [body]


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Briefing: _mark})
def story_payload(made: Briefing) -> bytes:
    """Return a shipped story as the browser reads it."""
    # Charts take a second to import, and most visits look at none.
    from dashboard.briefing.payload import story_payload as payload_of  # noqa: PLC0415

    return json.dumps(payload_of(made), ensure_ascii=False, separators=(",", ":")).encode()


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Briefing: _mark})
def story_network(made: Briefing) -> bytes:
    """Return the network under the map of a story: that of what may leave, in its order."""
    # folium comes with it, which most visits do without.
    from dashboard.maps.standalone import network_of  # noqa: PLC0415

    return network_of(made.publication)
