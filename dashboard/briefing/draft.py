"""What the forms of the page hold of a reader's own story: words, chart and table as they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dashboard.briefing.errors import StoryError
from dashboard.briefing.story import Texts
from dashboard.briefing.story_part import document
from dashboard.language import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING = Texts(title="")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A step, or the heading of a story, in a form: not yet checked.

    ``lang`` is the language of ``texts``; ``others`` are those in further languages, one that says
    nothing is none.
    """

    lang: str
    texts: Texts = NOTHING
    others: Mapping[str, Texts] = field(default_factory=dict)
    chart: str = ""
    table: str = ""


def further(lang: str) -> tuple[str, ...]:
    """Return the languages that have a catalogue, without one."""
    return tuple(one for one in LANGUAGES if one != lang)


def steps_of(text: str) -> list[Draft]:
    """Return each step as it stands, faults and all; none where no step is found.

    A step that is refused must still be seen, to be mended or taken away.
    """
    tables = _tables(text)
    steps = tables.get("step")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        return []
    return [_draft(step, _lang(tables)) for step in steps]


def heading_of(text: str, lang: str) -> Draft:
    """Return what a story is called, likewise; one that is not there is of ``lang``."""
    tables = _tables(text)
    return _draft(tables, _lang(tables)) if tables else Draft(lang=lang)


def _draft(cells: Mapping[str, Any], lang: str) -> Draft:
    others = {one: _texts(cells[one]) for one in further(lang) if isinstance(cells.get(one), dict)}
    return Draft(
        lang=lang,
        texts=_texts(cells),
        others=others,
        chart=_text(cells, "chart"),
        table=_text(cells, "table"),
    )


def _texts(cells: Mapping[str, Any]) -> Texts:
    say = cells.get("say")
    return Texts(
        title=_text(cells, "title"),
        say=tuple(one for one in say if isinstance(one, str)) if isinstance(say, list) else (),
        notes=_text(cells, "notes"),
        about=_text(cells, "about"),
    )


def _text(cells: Mapping[str, Any], key: str) -> str:
    cell = cells.get(key)
    return cell if isinstance(cell, str) else ""


def _tables(text: str) -> dict[str, Any]:
    try:
        return document(text, "")
    except StoryError:
        return {}


def _lang(tables: Mapping[str, Any]) -> str:
    lang = tables.get("lang")
    return lang if lang in LANGUAGES else ENGLISH


def step_alone(text: str, number: int) -> dict[str, Any]:
    """Return the tables of a story of one step, to see whether that one can be told."""
    tables = document(text, "")
    return {"title": "-", "lang": _lang(tables), "step": [tables["step"][number - 1]]}


def heading_alone(text: str) -> dict[str, Any]:
    """Return the tables of a story with its own heading and a step that anybody can tell."""
    return {**document(text, ""), "step": [{"title": "-", "say": ["-"]}]}
