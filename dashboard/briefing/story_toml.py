"""A story written as TOML: a step is added to the text, or the whole is written anew."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from dashboard.address import to_params
from dashboard.briefing.story import VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.briefing.story import StoryStep
    from dashboard.settings import Choices, Settings

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def new_story(title: str, lang: str) -> str:
    """Return the TOML of a story that has no step yet, and whose texts are in a language."""
    return f"lang = {_quoted(lang)}\ntitle = {_quoted(title)}\n"


def with_step(text: str, step: StoryStep, choices: Choices) -> str:
    """Return the TOML of a story with one step more; what is there is kept as it is.

    Parameters
    ----------
    text
        The TOML of a story.
    step
        Its words, notes, view and frame; they are checked when the story is read.
    choices
        What settings are at their default and so left out.
    """
    words = {"title": step.title, "say": list(step.say)}
    cells = {**words, **({"notes": step.notes} if step.notes else {})}
    view = {**dict(_view(step.view, choices)), **_look(step)}
    added = [
        "[[step]]",
        *_lines(cells),
        "",
        "[step.view]",
        *_lines(view),
    ]
    return "\n".join([text.rstrip(), "", *added, ""])


def written(document: Mapping[str, Any]) -> str:
    """Return the tables of a story as TOML; comments are not in them, and so are lost."""
    lines = [*_lines(document)]
    for key, cells in document.items():
        if isinstance(cells, dict):
            lines += ["", f"[{_key(key)}]", *_lines(cells)]
    for step in document.get("step", []):
        lines += ["", "[[step]]", *_lines(step)]
        for key, cells in step.items():
            if isinstance(cells, dict):
                lines += ["", f"[step.{_key(key)}]", *_lines(cells)]
    return "\n".join([*lines, ""]).lstrip("\n")


def _lines(cells: Mapping[str, Any]) -> Iterator[str]:
    """Yield the cells of a table that are no tables of their own."""
    for key, cell in cells.items():
        is_tables = key == "step" and isinstance(cell, list)
        if not isinstance(cell, dict) and not is_tables:
            yield f"{_key(key)} = {_value(cell)}"


def _value(cell: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(cell, str):
        return _quoted(cell)
    if isinstance(cell, bool | int | float):
        return repr(cell).lower()
    if isinstance(cell, dict):
        return f"{{{', '.join(f'{_key(key)} = {_value(one)}' for key, one in cell.items())}}}"
    if isinstance(cell, list):
        if any(isinstance(one, str) and " " in one for one in cell):
            return "\n".join(["[", *(f"    {_value(one)}," for one in cell), "]"])
        return f"[{', '.join(map(_value, cell))}]"
    return str(cell.isoformat())


def _view(settings: Settings, choices: Choices) -> Iterator[tuple[str, str | list[str]]]:
    params = to_params(settings, choices)
    # A view of the map is of the evidence: what the page Compare compares is not in it.
    for name in VIEW:
        if name in params and name != "scenario":
            yield name, _cell(name, params[name], settings)
    if "date" not in params:
        yield "date", settings.date.isoformat()


def _cell(name: str, values: Sequence[str], settings: Settings) -> str | list[str]:
    several = isinstance(getattr(settings, name), tuple) and name != "period"
    return list(values) if several else values[-1]


def _look(step: StoryStep) -> dict[str, list[int]]:
    if step.bounds is None:
        return {}
    (south, west), (north, east) = step.bounds
    return {"look": [int(west), int(south), int(east), int(north)]}


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    """Return a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
