"""A story as its file has it: steps of words with placeholders and of views, checked at the door.

A file is TOML. At the top stand ``title``, ``about`` and ``lang``, the language of the texts; each
``[[step]]`` has ``title``, ``say`` (sentences), and may have ``notes``, ``sources``, ``chart``,
``table`` and a ``[step.view]``: the settings of a page's address by their names, a scenario, and
``look`` (the frame of the map). The same texts in another language stand in a table of its name,
``[ko]`` and ``[step.ko]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from dashboard.asked_view import ViewError, asked_view
from dashboard.briefing.errors import FigureError, no_scenario
from dashboard.briefing.frames import frame_of
from dashboard.briefing.named import check_names
from dashboard.briefing.story_part import Part, document, echo
from dashboard.briefing.story_words import plain_years, years_alone
from dashboard.language import ENGLISH, LANGUAGES
from dashboard.settings import FILTERS, MOST_STEPS
from intake.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from dashboard.briefing.briefing import Bounds
    from dashboard.settings import Choices, Settings

# The settings of a page's address that a view may set.
VIEW: Final = (*FILTERS, "date", "recipe", "paint", "tint", "focus", "scenario")
# The table that needs one.
OF_SCENARIO: Final = "scenario"
_STEP: Final = ("title", "say", "notes", "sources", "chart", "table", "view")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a story may name: settings, charts, tables, sources, and ``names`` in placeholders."""

    choices: Choices
    charts: Collection[str]
    tables: Collection[str]
    sources: Collection[str]
    names: Mapping[str, Collection[str]]


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The texts of a step, or of a story as a whole, in one language."""

    title: str
    say: tuple[str, ...] = ()
    notes: str = ""
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class StoryStep:
    """One step as written: texts hold placeholders.

    ``view`` holds the settings; its ``scenario`` counts only where ``is_scenario``. ``bounds`` as
    of `dashboard.briefing.briefing.Step`. ``lang`` is the language of the texts, empty for those
    that the catalogue translates; ``others`` are the texts in further languages.
    """

    title: str
    say: tuple[str, ...]
    view: Settings
    is_scenario: bool = False
    bounds: Bounds | None = None
    notes: str = ""
    sources: tuple[str, ...] = ()
    chart: str = ""
    table: str = ""
    lang: str = ""
    others: Mapping[str, Texts] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story as written. ``name`` is that of its file without the ending.

    ``called`` is what messages call it: its file or its title.
    ``own`` says that a reader wrote it: its words are not the atlas's. ``lang`` and ``others`` as
    of its steps.
    """

    name: str
    title: str
    about: str
    steps: tuple[StoryStep, ...]
    own: bool = False
    lang: str = ""
    others: Mapping[str, Texts] = field(default_factory=dict)
    called: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the story that a person reads, in order."""
        of_steps = [text for step in self.steps for text in (step.title, *step.say, step.notes)]
        return (self.title, self.about, *(text for text in of_steps if text))


def in_language(story: Story, lang: str) -> Story:
    """Return a story with the texts that it has in a language; a step without keeps its own."""
    told = replace(story, steps=tuple(_step_in(step, lang) for step in story.steps))
    if lang not in story.others:
        return told
    texts = story.others[lang]
    return replace(told, title=texts.title, about=texts.about, lang=lang)


def _step_in(step: StoryStep, lang: str) -> StoryStep:
    if lang not in step.others:
        return step
    texts = step.others[lang]
    return replace(step, title=texts.title, say=texts.say, notes=texts.notes, lang=lang)


def parse_story(text: str, name: str, known: Known, *, own: bool = True, called: str = "") -> Story:
    """Return the story that a TOML text describes.

    Parameters
    ----------
    text
        The whole text.
    name
        What the story is kept under: the name of its file without the ending.
    known
        What it may name.
    own
        Whether a reader wrote it. One that comes with the atlas is English, and the catalogue
        translates it.
    called
        What messages call it, such as the name of its file; its title where nothing is given.

    Raises
    ------
    StoryError
        It is too long or not TOML, or a step cannot be; file, step, field, what was found and what
        was expected are named.
    """
    return story_of(document(text, called or name), name, known, own=own, called=called)


def story_of(
    tables: Mapping[str, Any], name: str, known: Known, *, own: bool = True, called: str = ""
) -> Story:
    """Return the story that the tables of a file are; else as of `parse_story`."""
    called = called or title_of(tables) or name
    top = Part(called, 0, tables)
    lang = (top.one("lang", LANGUAGES) or ENGLISH) if own else ""
    further = tuple(one for one in LANGUAGES if one != lang) if own else ()
    top.allow({"title", "about", "step", *(("lang",) if own else ()), *further})
    steps = top.cells.get("step")
    if not isinstance(steps, list) or not 0 < len(steps) <= MOST_STEPS:
        blocks = Sentence(
            "{fewest} to {most} tables {name}", fewest=1, most=MOST_STEPS, name="[[step]]"
        )
        raise top.refuse("step", blocks)
    texts = _heading(top)
    return Story(
        name=name,
        title=texts.title,
        about=texts.about,
        steps=tuple(_step(called, at, (cells, lang), known) for at, cells in enumerate(steps, 1)),
        own=own,
        lang=lang,
        others={
            one: _heading(top.table(one), {"title", "about"}) for one in further if one in top.cells
        },
        called=called,
    )


def title_of(tables: Mapping[str, Any]) -> str:
    """Return the title of a story that may be faulty, to call it by; nothing where there is none.

    Years in it are written out.
    """
    title = tables.get("title")
    return echo(plain_years(title))[1:-1].strip() if isinstance(title, str) else ""


def _heading(part: Part, keys: Collection[str] = ()) -> Texts:
    """Return what a story is called, and its line for the list."""
    if keys:
        part.allow(keys)
    texts = Texts(title=part.text("title"), about=part.text("about", must=False))
    for name in ("title", "about"):
        if not years_alone(getattr(texts, name)):
            expected = Sentence("no placeholder but years, such as {year}", year="{year:2019}")
            raise part.refuse(name, expected)
    return texts


def _step(name: str, number: int, written: tuple[object, str], known: Known) -> StoryStep:
    """Return one step; ``written`` are its cells and the language of its texts."""
    cells, lang = written
    part = Part(name, number, cells if isinstance(cells, dict) else {})
    further = tuple(one for one in LANGUAGES if one != lang) if lang else ()
    part.allow({*_STEP, *further})
    view = part.table("view")
    settings = _view(view, known.choices)
    is_scenario = "scenario" in view.cells
    table = part.one("table", known.tables)
    if table == OF_SCENARIO and not is_scenario:
        raise part.refuse("table", no_scenario().expected)
    chart = part.one("chart", known.charts)

    def texts_of(texts: Part, keys: Collection[str] = ()) -> Texts:
        return _named(texts, _texts(texts, keys), known, (settings.date, is_scenario))

    texts = texts_of(part)
    return StoryStep(
        title=texts.title,
        say=texts.say,
        view=settings,
        is_scenario=is_scenario,
        bounds=frame_of(view),
        notes=texts.notes,
        sources=part.several("sources", known.sources),
        chart=chart,
        table=table,
        lang=lang,
        others={
            one: texts_of(part.table(one), {"title", "say", "notes"})
            for one in further
            if one in part.cells
        },
    )


def _texts(part: Part, keys: Collection[str] = ()) -> Texts:
    """Return the texts of a step, whole: a title, its sentences, and notes where there are any."""
    if keys:
        part.allow(keys)
    return Texts(
        title=part.text("title"),
        say=part.sentences("say"),
        notes=part.text("notes", must=False),
    )


def _named(part: Part, texts: Texts, known: Known, shown: tuple[dt.date, bool]) -> Texts:
    """Return texts whose placeholders all name something; ``shown``: date, and if a scenario is."""
    date, is_scenario = shown
    for field_name, lines in (
        ("title", [texts.title]),
        ("say", texts.say),
        ("notes", [texts.notes]),
    ):
        for line in lines:
            try:
                check_names(line, known.names, date, is_scenario=is_scenario)
            except FigureError as fault:
                raise part.refuse(field_name, fault.expected, fault.found) from fault
    return texts


def _view(view: Part, choices: Choices) -> Settings:
    asked = {key: _values(value) for key, value in view.cells.items() if key != "look"}
    try:
        return asked_view(asked, choices, VIEW)
    except ViewError as fault:
        raise view.refuse(fault.name, fault.expected) from fault


def _values(cell: object) -> list[str]:
    return [str(one) for one in cell] or [""] if isinstance(cell, list) else [str(cell)]
