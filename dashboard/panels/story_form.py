"""The fields of a form for words of a reader's own story, in every language; faults stand there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import story_session
from dashboard.briefing.draft import Draft, further
from dashboard.briefing.story import OF_SCENARIO, Texts
from dashboard.briefing.story_part import MOST_LETTERS, MOST_SENTENCES
from dashboard.briefing.tables import TABLE_TITLES
from dashboard.language import N_, _, native_name, told
from dashboard.plain import plain
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from dashboard.briefing.errors import StoryError

STEP: Final = ("title", "say", "notes")
HEADING: Final = ("title", "about")
_TITLES: Final = {
    "title": N_("Title"),
    "about": N_("About the story, in one sentence"),
    "say": N_("Sentences, one on each line, at most four"),
    "notes": N_("Notes for the speaker"),
    "chart": N_("Chart"),
    "table": N_("Table"),
}


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What the fields of a form hold, and the place of each by its name in the file."""

    draft: Draft
    places: Mapping[str, DeltaGenerator]


def words_of(name: str, now: Draft, fields: Sequence[str]) -> Filled:
    """Draw fields for words side by side for each language, filled with those of now.

    Parameters
    ----------
    name
        What the keys of the fields begin with.
    now
        What the fields hold at first.
    fields
        `STEP` or `HEADING`.
    """
    places: dict[str, DeltaGenerator] = {}
    texts: dict[str, Texts] = {}
    langs = (now.lang, *further(now.lang))
    for column, lang in zip(st.columns(len(langs)), langs, strict=True):
        held = now.texts if lang == now.lang else now.others.get(lang, Texts(title=""))
        within = "" if lang == now.lang else f"{lang}."
        with column:
            words = (
                _("In {language}") if lang == now.lang else _("In {language}, where you have it")
            )
            st.markdown(f"**{words.format(language=native_name(lang))}**")
            found: dict[str, Any] = {}
            for field in fields:
                places[within + field] = st.container()
                with places[within + field]:
                    found[field] = _field(_key(name, f"{within}{field}"), field, held)
            texts[lang] = Texts(**found)
    own = texts.pop(now.lang)
    return Filled(draft=Draft(lang=now.lang, texts=own, others=texts), places=places)


def step_form(name: str, now: Draft) -> Filled:
    """Draw the fields of a step: its words, its chart and its table."""
    filled = words_of(name, now, STEP)
    tables = [one for one in TABLE_TITLES if one != OF_SCENARIO or now.table == OF_SCENARIO]
    choices = (
        ("chart", now.chart, {one: chart.title for one, chart in TIME_CHARTS.items()}),
        ("table", now.table, {one: TABLE_TITLES[one] for one in tables}),
    )
    places = dict(filled.places)
    chosen: dict[str, str] = {}
    for column, (field, held, titles) in zip(st.columns(2), choices, strict=True):
        places[field] = column.container()
        options = ["", *titles]
        chosen[field] = places[field].selectbox(
            _(_TITLES[field]),
            options,
            index=options.index(held) if held in options else 0,
            format_func=partial(_called, titles),
            key=_key(name, field),
        )
    draft = filled.draft
    made = Draft(lang=draft.lang, texts=draft.texts, others=draft.others, **chosen)
    return Filled(draft=made, places=places)


def tell(filled: Filled, refusal: StoryError) -> None:
    """Say what is wrong at the field that it is in, or below the form where it is in none."""
    field = _at(filled.draft, refusal.field)
    words = _("{name}: found {found}, expected {expected}.").format(
        name=_(_TITLES.get(field.rpartition(".")[2], "")) or told(refusal.field),
        found=told(refusal.found),
        expected=told(refusal.expected),
    )
    filled.places.get(field, st.container()).error(plain(words))


def _at(draft: Draft, field: str) -> str:
    """Return the field that a placeholder stands in; the field itself where it is none."""
    for lang, texts in (("", draft.texts), *draft.others.items()):
        for name in STEP:
            if field.startswith("{") and field in str(getattr(texts, name)):
                return f"{lang}.{name}" if lang else name
    return field


def _called(titles: Mapping[str, str], name: str) -> str:
    return _(titles[name]) if name else _("None")


def _field(key: str, field: str, now: Texts) -> str | tuple[str, ...]:
    """Draw one field; of what is too long, what it can hold is offered to be mended."""
    held = getattr(now, field)
    several = isinstance(held, tuple)
    most = MOST_LETTERS[field] * (MOST_SENTENCES if several else 1)
    draw = st.text_input if field == "title" else st.text_area
    text = str(
        draw(
            _(_TITLES[field]),
            ("\n".join(held) if several else held)[:most],
            max_chars=most,
            key=key,
        )
    )
    if several:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    return text.strip()


def _key(name: str, field: str) -> str:
    return f"own_story_{name}_{story_session.story_changes()}_{field.replace('.', '_')}"
