"""A story written as TOML: a step is added to the text as the reader has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dashboard.address import to_params
from dashboard.briefing.story import VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.briefing.story import StoryStep
    from dashboard.settings import Choices, Settings


def new_story(title: str) -> str:
    """Return the TOML of a story that has no step yet."""
    return f"title = {_quoted(title)}\n"


def with_step(text: str, step: StoryStep, choices: Choices) -> str:
    """Return the TOML of a story with one step more; what is there is kept as it is.

    Parameters
    ----------
    text
        The TOML of a story.
    step
        Its words, notes and view; they are checked when the story is read.
    choices
        What settings are at their default and so left out.
    """
    added = [
        "[[step]]",
        f"title = {_quoted(step.title)}",
        "say = [",
        *(f"    {_quoted(line)}," for line in step.say),
        "]",
        *([f"notes = {_quoted(step.notes)}"] if step.notes else []),
        "",
        "[step.view]",
        *_view(step.view, choices),
    ]
    return "\n".join([text.rstrip(), "", *added, ""])


def _view(settings: Settings, choices: Choices) -> Iterator[str]:
    params = to_params(settings, choices)
    # A view of the map is of the evidence: what the page Compare compares is not in it.
    for name in VIEW:
        if name in params and name != "scenario":
            values = params[name]
            several = isinstance(getattr(settings, name), tuple) and name != "period"
            yield f"{name} = {_list(values) if several else _quoted(values[-1])}"
    if "date" not in params:
        yield f'date = "{settings.date.isoformat()}"'


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    """Return a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
