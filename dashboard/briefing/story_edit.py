"""Changes to the text of a reader's own story; every line that is not changed stays as it was."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

import tomlkit
from tomlkit.items import AbstractTable, Array

from dashboard.briefing.draft import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.briefing.briefing import Bounds
    from dashboard.briefing.draft import Draft
    from dashboard.briefing.story import Texts

    Steps = list[Any]

_BYTE_ORDER_MARK: Final = "\ufeff"
_HEADER: Final = re.compile(r"[ \t]*\[\[[ \t]*step[ \t]*\]\]")


def without_step(text: str, number: int) -> str:
    """Return the story without one step; ``number`` counts from 1, here and below."""
    return _in_order(text, lambda steps: steps[: number - 1] + steps[number:])


def moved_step(text: str, number: int, by: int) -> str:
    """Return the story with one step so many places later, or earlier where ``by`` is below 0."""

    def moved(steps: Steps) -> Steps:
        rest = steps[: number - 1] + steps[number:]
        at = number - 1 + by
        return [*rest[:at], steps[number - 1], *rest[at:]]

    return _in_order(text, moved)


def changed_step(text: str, number: int, draft: Draft, look: Sequence[Bounds | None] = ()) -> str:
    """Return the story with one step as a form has it; its view stays.

    ``look`` holds another frame of its map, or none at all: None in it is the whole region.
    """

    def changed(story: Any, at: int) -> str:  # noqa: ANN401 - a document of tomlkit
        step = story["step"][at]
        fill(step, draft)
        for bounds in look:
            put(_table(step, "view"), "look", corners(bounds))
        return str(story.as_string())

    plain = _plain(text)
    head, *blocks = _blocks(plain)
    if len(blocks) != len(tomllib.loads(plain)["step"]):
        return changed(tomlkit.parse(plain), number - 1)
    block = blocks[number - 1]
    body = block.rstrip()
    blocks[number - 1] = changed(tomlkit.parse(f"{body}\n"), 0).rstrip() + block[len(body) :]
    return head + "".join(blocks)


def headed(text: str, draft: Draft) -> str:
    """Return the story under another title and line for the list."""
    plain, words = _plain(text), ("title", "about")
    head, *blocks = _blocks(plain)
    # What stands behind the steps is reached in the whole alone.
    is_apart = {*tomllib.loads(plain)} == {*tomllib.loads(head), *(["step"] if blocks else [])}
    above, below = (head, "".join(blocks)) if is_apart else (plain, "")
    body = above.rstrip()
    story = tomlkit.parse(f"{body}\n")
    _say(story, draft.texts, words)
    for lang, texts in draft.others.items():
        _translate(story, lang, texts, words)
    return str(story.as_string()).rstrip() + (above[len(body) :] or "\n") + below


def fill(step: Any, draft: Draft) -> None:  # noqa: ANN401 - a table of tomlkit, of either kind
    """Put what a form holds into a table of a step."""
    words = ("title", "say", "notes")
    _say(step, draft.texts, words)
    put(step, "chart", draft.chart)
    put(step, "table", draft.table)
    for lang, texts in draft.others.items():
        _translate(step, lang, texts, words)


def put(table: Any, key: str, value: str | list[Any]) -> None:  # noqa: ANN401 - likewise
    """Put a value into a table, or take it away where it is empty; an equal one is not touched."""
    held = table.get(key)
    if not value:
        table.pop(key, None)
    elif isinstance(held, Array) and isinstance(value, list) and len(held) == len(value):
        for at, one in enumerate(value):
            if held[at] != one:
                held[at] = one
    elif held != value:
        table[key] = _listed(value) if isinstance(value, list) else value


def corners(bounds: Bounds | None) -> list[int]:
    """Return a frame as a file has it: west, south, east, north; nothing for the whole region."""
    if bounds is None:
        return []
    (south, west), (north, east) = bounds
    return [int(west), int(south), int(east), int(north)]


def _listed(values: list[Any]) -> Array:
    several = tomlkit.array()
    several.extend(values)
    return several.multiline(any(isinstance(one, str) and " " in one for one in values))


def _say(table: Any, texts: Texts, keys: Sequence[str]) -> None:  # noqa: ANN401 - likewise
    for key in keys:
        held = getattr(texts, key)
        put(table, key, list(held) if isinstance(held, tuple) else held)


def _translate(table: Any, lang: str, texts: Texts, keys: Sequence[str]) -> None:  # noqa: ANN401
    """Put texts in a further language into a table; one that says nothing goes away."""
    if texts == NOTHING:
        table.pop(lang, None)
    else:
        _say(_table(table, lang), texts, keys)


def _table(table: Any, key: str) -> Any:  # noqa: ANN401 - likewise
    if not isinstance(table.get(key), AbstractTable):
        table[key] = tomlkit.table()
    return table[key]


def _in_order(text: str, order: Callable[[Steps], Steps]) -> str:
    """Return the story with its steps in another order, or fewer of them.

    A step is cut out with the comment above it, which tomlkit would leave to the step before.
    Where steps do not stand so, one block after another, tomlkit moves them.
    """
    tables = tomllib.loads(_plain(text))
    wanted = {**tables, "step": order(tables["step"])}
    head, *blocks = _blocks(_plain(text))
    cut = head + "".join(order(blocks)) if len(blocks) == len(tables["step"]) else ""
    if cut and _is(cut, wanted):
        return cut
    story = tomlkit.parse(_plain(text))
    story["step"] = tomlkit.item(wanted["step"])
    return story.as_string()


def _blocks(text: str) -> list[str]:
    """Return what stands before the first step, and each step with the comment above it."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    # In a text of several lines a header is none: what comes before it is not whole.
    starts = [_above(lines, at) for at in headers if _is("".join(lines[:at]))]
    ends = [*starts, len(lines)]
    return ["".join(lines[first:last]) for first, last in zip([0, *starts], ends, strict=True)]


def _above(lines: Sequence[str], at: int) -> int:
    """Return where the comment above a line begins."""
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _is(text: str, tables: dict[str, Any] | None = None) -> bool:
    """Return whether a text is TOML, and that of some tables where they are given."""
    try:
        found = tomllib.loads(text)
    except ValueError:
        return False
    return tables is None or found == tables


def _plain(text: str) -> str:
    return text.removeprefix(_BYTE_ORDER_MARK)
