"""Changes to the text of a reader's own story: a step moved, taken away, said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.briefing.errors import StoryError
from dashboard.briefing.story import Texts
from dashboard.briefing.story_part import document
from dashboard.briefing.story_toml import written

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = list[dict[str, Any]]


def texts_of_steps(text: str) -> list[Texts]:
    """Return the words of each step as they stand, faults and all; none where no step is found.

    A step that is refused must still be seen, to be mended or taken away.
    """
    try:
        steps = document(text, "")["step"]
    except (StoryError, KeyError):
        return []
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        return []
    return [_texts(step) for step in steps]


def without_step(text: str, number: int) -> str:
    """Return the story without one step; ``number`` counts from 1, here and below."""
    return _changed(text, lambda steps: steps[: number - 1] + steps[number:])


def moved_step(text: str, number: int, by: int) -> str:
    """Return the story with one step so many places later, or earlier where ``by`` is below 0."""

    def moved(steps: Steps) -> Steps:
        rest = steps[: number - 1] + steps[number:]
        at = number - 1 + by
        return [*rest[:at], steps[number - 1], *rest[at:]]

    return _changed(text, moved)


def reworded_step(text: str, number: int, words: Texts) -> str:
    """Return the story with other words in one step; its view and further languages stay."""
    said = {"title": words.title, "say": list(words.say), "notes": words.notes}

    def reworded(steps: Steps) -> Steps:
        rest = {key: cell for key, cell in steps[number - 1].items() if key not in said}
        new = {key: cell for key, cell in said.items() if cell or key != "notes"} | rest
        return [*steps[: number - 1], new, *steps[number:]]

    return _changed(text, reworded)


def step_alone(text: str, number: int) -> str:
    """Return a story of one step, to see whether that one can be told."""
    return _changed(text, lambda steps: [steps[number - 1]])


def _changed(text: str, change: Callable[[Steps], Steps]) -> str:
    tables = document(text, "")
    return written({**tables, "step": change(tables["step"])})


def _texts(step: dict[str, Any]) -> Texts:
    say = step.get("say")
    lines = [one for one in say if isinstance(one, str)] if isinstance(say, list) else []
    title, notes = (step.get(key, "") for key in ("title", "notes"))
    return Texts(
        title=title if isinstance(title, str) else "",
        say=tuple(lines),
        notes=notes if isinstance(notes, str) else "",
    )
