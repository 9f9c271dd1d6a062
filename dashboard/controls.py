"""The shared sidebar: one set of filters for all pages, kept in the address of the page."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard import address, session, story_session
from dashboard.filter_words import DATED, DRAWN, LABELS, MEANINGS, value_words
from dashboard.language import _, day, native_name, said
from dashboard.plain import plain
from dashboard.settings import FILTERS, OWN_STORY, Choices, Settings
from dashboard.words import PAINTS, TINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.atlas import Atlas

_OPEN: Final = 4  # so many filters of a page stand open, the rest is folded


def read_settings(choices: Choices, page: str) -> None:
    """Make what is chosen the settings of this run; the address follows.

    A new session starts from its address. What the address names and the atlas does not know is
    said and left at its default. The controls need not have been drawn: what a person changed is
    in the session before a run begins, so the page, and with it the map, can go first.
    """
    if session.SETTINGS not in st.session_state:
        _start_from(_address(), choices)
    elif view := session.view_asked():
        _start_from(view, choices)
    else:
        _recall(choices)
    if story_session.is_own_story_brought():
        session.choose("story", OWN_STORY)
    settings = Settings(**{field.name: _chosen(field.name, choices) for field in fields(Settings)})
    _hold(settings, page)
    st.session_state[session.SETTINGS] = settings
    _write_address(settings, choices)


def sidebar(atlas: Atlas, page: str) -> None:
    """Draw the filters and the choices of view that do something on ``page``."""
    offered = list(MEANINGS[page])
    if offered:
        _heading(_("What is shown"))
        _filters(atlas, page, offered[:_OPEN])
    if offered[_OPEN:]:
        with st.expander(_("More filters"), key=session.MORE_FILTERS):
            _filters(atlas, page, offered[_OPEN:])
    if page in DATED:
        _heading(_("As of"))
        _date(atlas.choices)
    _heading(_("How it is drawn") if page in DRAWN else _("How it is read"))
    _view(atlas, page)
    st.button(_("Reset all"), on_click=_reset, args=(atlas.choices,), width="stretch")


def remove(name: str, value: str, choices: Choices) -> None:
    """Take one value out of a filter; the period and the date go back to what leaves all."""
    if name in ("period", "date"):
        session.choose(name, _unfiltered(name, choices))
    else:
        session.choose(name, [one for one in session.held(name) if one != value])


def clear(choices: Choices) -> None:
    """Set every filter, and the as-of date, to leave everything."""
    for name in (*FILTERS, "date"):
        session.choose(name, _unfiltered(name, choices))


def only(name: str, value: object, choices: Choices) -> None:
    """Set one filter, and every other to leave everything; the as-of date stays."""
    for other in FILTERS:
        session.choose(other, _unfiltered(other, choices))
    session.choose(name, value)


def _unfiltered(name: str, choices: Choices) -> object:
    return {"period": choices.years, "date": choices.last_date}.get(name, [])


def notices() -> None:
    """Say once what in the address was not understood."""
    if said := st.session_state.pop(session.NOTICES, []):
        st.toast(plain(" ".join(said)), duration="long")


def _heading(words: str) -> None:
    st.html(str(h.h2(".atlas-group")[words]))


def _filters(atlas: Atlas, page: str, names: Sequence[str]) -> None:
    for name in names:
        key, meaning = session.widget_key(name), _(MEANINGS[page][name])
        if name == "period":
            years, held = atlas.choices.years, tuple(session.held(name))
            st.slider(_(LABELS[name]), *years, held, key=key, help=meaning, format="%d")
            continue
        st.multiselect(
            _(LABELS[name]),
            getattr(atlas.choices, name),
            default=session.held(name),
            format_func=partial(value_words, atlas, name),
            placeholder=_("All"),
            key=key,
            help=meaning,
        )


def _date(choices: Choices) -> None:
    st.date_input(
        _("As of"),
        session.held("date"),
        format="YYYY-MM-DD",
        min_value=choices.first_date,
        max_value=choices.last_date,
        key=session.widget_key("date"),
        label_visibility="collapsed",
        help=_(
            "Only facts, incidents, treaties and corridor status that hold on this date count. "
            "The evidence ends on {date}."
        ).format(date=day(choices.last_date)),
    )


def _view(atlas: Atlas, page: str) -> None:
    choices = atlas.choices
    if page in DRAWN:
        st.selectbox(
            _("Colour legs by"),
            choices.paint,
            index=choices.paint.index(session.held("paint")),
            format_func=lambda paint: _(PAINTS[paint]),
            key=session.widget_key("paint"),
        )
        st.selectbox(
            _("Tint countries by"),
            choices.tint,
            index=choices.tint.index(session.held("tint")),
            format_func=lambda tint: _(TINTS[tint]),
            key=session.widget_key("tint"),
        )
    if page in DATED:
        st.selectbox(
            _("Index"),
            choices.recipe,
            index=choices.recipe.index(session.held("recipe")),
            format_func=lambda recipe: said(atlas.recipes[recipe].title),
            key=session.widget_key("recipe"),
            help=_("Which recipe turns evidence into a figure. The Method page spells it out."),
        )
    st.segmented_control(
        _("Language"),
        choices.lang,
        default=session.held("lang"),
        format_func=native_name,
        key=session.widget_key("lang"),
        required=True,
    )


def _start_from(params: Mapping[str, Sequence[str]], choices: Choices) -> None:
    settings, said = address.from_params(params, choices)
    _seed(settings, choices)
    st.session_state[session.NOTICES] = said


def _recall(choices: Choices) -> None:
    """Choose again what a run that was cut short by a turn of the page left without control."""
    last = session.settings()
    for field in fields(last):
        if session.widget_key(field.name) not in st.session_state:
            _choose(field.name, getattr(last, field.name), choices)


def _seed(settings: Settings, choices: Choices) -> None:
    for field in fields(settings):
        _choose(field.name, getattr(settings, field.name), choices)


def _choose(name: str, value: Any, choices: Choices) -> None:  # noqa: ANN401 - as in _chosen
    if name == "period":
        value = value or choices.years
    session.choose(name, list(value) if isinstance(value, tuple) else value)


def _reset(choices: Choices) -> None:
    _seed(choices.default(), choices)


def _chosen(name: str, choices: Choices) -> Any:  # noqa: ANN401 - one of the types of Settings
    """Return what the control of a setting says; a slider over all years restricts nothing."""
    value = session.held(name)
    found = tuple(value) if isinstance(value, list) else value
    return () if name == "period" and tuple(found) == choices.years else found


def _hold(settings: Settings, page: str) -> None:
    """Keep every choice: Streamlit forgets one whose control the page of a run does not draw.

    What is held is sent to its control anew, over what a person has changed since. So a control
    that stays where it is, on the page of the run before, is left alone. In another language it
    is not the same control: a browser answers with the words of the option, not with its id.
    """
    here = (page, settings.lang)
    stays = set(_drawn(page)) if st.session_state.get(session.DRAWN) == here else set()
    for name in {field.name for field in fields(settings)} - stays:
        key = session.widget_key(name)
        st.session_state[key] = st.session_state[key]
    st.session_state[session.DRAWN] = here


def _drawn(page: str) -> Iterator[str]:
    """Yield the settings whose control ``page`` has at the same place in each of its runs."""
    yield from MEANINGS[page]
    yield "lang"
    if page == "evidence":
        yield from ("find", "plain")
    for names, pages in ((("date", "recipe"), DATED), (("paint", "tint"), DRAWN)):
        yield from names if page in pages else ()


def _write_address(settings: Settings, choices: Choices) -> None:
    wanted = address.to_params(settings, choices)
    if _address() != wanted:
        st.query_params.from_dict(wanted)


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
