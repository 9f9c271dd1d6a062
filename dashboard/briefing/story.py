"""A story as its file has it: steps of words with placeholders and of views, checked at the door.

A file is TOML. At the top stand ``title`` and ``about``; each ``[[step]]`` has ``title``, ``say``
(sentences), and may have ``notes``, ``sources``, ``chart``, ``table`` and a ``[step.view]``: the
settings of a page's address by their names, a scenario, and ``look`` (the frame of the map).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from dashboard.asked_view import ViewError, asked_view
from dashboard.briefing.errors import StoryError
from dashboard.settings import FILTERS, MOST_STEPS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from dashboard.briefing.briefing import Bounds
    from dashboard.settings import Choices, Settings

LONGEST: Final = 60_000  # characters of a file
MOST_SENTENCES: Final = 4
MOST_LETTERS: Final = {"title": 90, "about": 300, "say": 400, "notes": 3000}
LOOKS: Final[dict[str, Bounds | None]] = {"region": None, "world": ((-20.0, 20.0), (65.0, 300.0))}
# The settings of a page's address that a view may set.
VIEW: Final = (*FILTERS, "date", "recipe", "paint", "tint", "focus", "scenario")
ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_CORNERS: Final = 4
_GAPS: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a story may name: settings, charts, tables, sources."""

    choices: Choices
    charts: Collection[str]
    tables: Collection[str]
    sources: Collection[str]


@dataclass(frozen=True, kw_only=True)
class StoryStep:
    """One step as written: texts hold placeholders.

    ``view`` holds the settings; its ``scenario`` counts only where ``is_scenario``. ``bounds`` as
    of `dashboard.briefing.briefing.Step`.
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


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story as written. ``name`` is that of its file without the ending."""

    name: str
    title: str
    about: str
    steps: tuple[StoryStep, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the story that a person reads, in order."""
        of_steps = [text for step in self.steps for text in (step.title, *step.say, step.notes)]
        return (self.title, self.about, *(text for text in of_steps if text))


def parse_story(text: str, name: str, known: Known) -> Story:
    """Return the story that a TOML text describes.

    Parameters
    ----------
    text
        The whole text.
    name
        What the story is called: the name of its file without the ending.
    known
        What it may name.

    Raises
    ------
    StoryError
        It is too long or not TOML, or a step cannot be; file, step, field, what was found and what
        was expected are named.
    """
    top = _Part(name, 0, _document(text, name))
    top.allow({"title", "about", "step"})
    steps = top.cells.get("step")
    if not isinstance(steps, list) or not 0 < len(steps) <= MOST_STEPS:
        raise top.refuse("step", f"1 to {MOST_STEPS} tables [[step]]")
    return Story(
        name=name,
        title=top.text("title"),
        about=top.text("about", must=False),
        steps=tuple(_step(name, at, cells, known) for at, cells in enumerate(steps, start=1)),
    )


def _document(text: str, name: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        found, expected = f"{len(text):,} characters", f"at most {LONGEST:,}"
        raise StoryError(name, 0, "the text", found=found, expected=expected)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise StoryError(name, 0, "the text", found=str(fault), expected="TOML") from fault


def _step(name: str, number: int, cells: object, known: Known) -> StoryStep:
    part = _Part(name, number, cells if isinstance(cells, dict) else {})
    part.allow({field.name for field in fields(StoryStep)} - {"is_scenario", "bounds"})
    view = _Part(name, number, part.table("view"), within="view.")
    settings = _view(view, known.choices)
    return StoryStep(
        title=part.text("title"),
        say=part.sentences("say"),
        view=settings,
        is_scenario="scenario" in view.cells,
        bounds=_look(view),
        notes=part.text("notes", must=False),
        sources=part.several("sources", known.sources),
        chart=part.one("chart", known.charts),
        table=part.one("table", known.tables),
    )


def _view(view: _Part, choices: Choices) -> Settings:
    asked = {key: _values(value) for key, value in view.cells.items() if key != "look"}
    try:
        return asked_view(asked, choices, VIEW)
    except ViewError as fault:
        raise StoryError(
            view.name, view.step, f"view.{fault.name}", found=fault.found, expected=fault.expected
        ) from fault


def _values(cell: object) -> list[str]:
    return [str(one) for one in cell] if isinstance(cell, list) else [str(cell)]


def _look(view: _Part) -> Bounds | None:
    look = view.cells.get("look", "region")
    if isinstance(look, str) and look in LOOKS:
        return LOOKS[look]
    if isinstance(look, list) and len(look) == _CORNERS and all(map(_is_whole, look)):
        west, south, east, north = map(float, look)
        if -30 <= west < east <= 330 and -58 <= south < north <= 80:  # noqa: PLR2004 - the map's
            return (south, west), (north, east)
    raise view.refuse(
        "look",
        f"one of {', '.join(LOOKS)}, or [west, south, east, north] in whole degrees, west before "
        "east from -30 to 330, south before north from -58 to 80",
    )


def _one_line(text: str) -> str:
    """Return a text with one space between words; a space that must not break stays as it is."""
    return _GAPS.sub(" ", text).strip()


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True)
class _Part:
    """A table of the file that knows where it stands."""

    name: str
    step: int
    cells: Mapping[str, Any]
    within: str = ""

    def refuse(self, field: str, expected: str) -> StoryError:
        cell = self.cells.get(field)
        found = "nothing" if cell is None else repr(cell)[:80]
        where = f"{self.within}{field}"
        return StoryError(self.name, self.step, where, found=found, expected=expected)

    def allow(self, keys: Collection[str]) -> None:
        for key in self.cells:
            if key not in keys:
                raise self.refuse(key, f"one of the fields {', '.join(sorted(keys))}")

    def text(self, field: str, *, must: bool = True) -> str:
        cell, most = self.cells.get(field, "" if not must else None), MOST_LETTERS[field]
        if not isinstance(cell, str) or len(cell) > most or (must and not cell.strip()):
            raise self.refuse(field, f"a text of at most {most} characters")
        return _one_line(cell)

    def sentences(self, field: str) -> tuple[str, ...]:
        cell, most = self.cells.get(field), MOST_LETTERS[field]
        good = isinstance(cell, list) and 0 < len(cell) <= MOST_SENTENCES
        if not good or not all(isinstance(one, str) and 0 < len(one) <= most for one in cell or ()):
            raise self.refuse(field, f"1 to {MOST_SENTENCES} texts of at most {most} characters")
        return tuple(_one_line(one) for one in cell or ())

    def several(self, field: str, known: Collection[str]) -> tuple[str, ...]:
        cell = self.cells.get(field, [])
        if not isinstance(cell, list):
            raise self.refuse(field, "a list of ids of sources")
        for one in cell:
            if one not in known:
                raise _Part(self.name, self.step, {field: one}).refuse(field, "the id of a source")
        return tuple(cell)

    def one(self, field: str, known: Collection[str]) -> str:
        cell = self.cells.get(field, "")
        if cell and cell not in known:
            raise self.refuse(field, f"one of {', '.join(known)}")
        return str(cell)

    def table(self, field: str) -> Mapping[str, Any]:
        cell = self.cells.get(field, {})
        if not isinstance(cell, dict):
            raise self.refuse(field, f"a table [step.{field}]")
        return cell
