"""A story as TOML: one that is new, and a step that is added to the text of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomlkit

from dashboard.address import to_params
from dashboard.briefing.story import VIEW
from dashboard.briefing.story_edit import corners, fill, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.briefing.briefing import Bounds
    from dashboard.briefing.draft import Draft
    from dashboard.settings import Choices, Settings


def new_story(title: str, lang: str) -> str:
    """Return the TOML of a story that has no step yet, and whose texts are in a language."""
    return tomlkit.dumps({"lang": lang, "title": title})


def with_step(
    text: str, draft: Draft, view: Settings, *, bounds: Bounds | None, choices: Choices
) -> str:
    """Return the TOML of a story with one step more; what is there is kept as it is.

    Parameters
    ----------
    text
        The TOML of a story.
    draft
        Its words, chart and table; they are checked when the story is read.
    view
        The settings of its map.
    bounds
        The frame of its map, None for the whole region.
    choices
        What settings are at their default and so left out.
    """
    step, settings = tomlkit.table(), tomlkit.table()
    fill(step, draft)
    for name, cell in _view(view, choices):
        put(settings, name, cell)
    put(settings, "look", corners(bounds))
    step["view"] = settings
    steps = tomlkit.aot()
    steps.append(step)
    return f"{text.rstrip()}\n\n{tomlkit.dumps({'step': steps})}"


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
