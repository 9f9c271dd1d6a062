"""The address of the page: settings to query parameters and back, ids only, nothing that runs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from dashboard.filter_words import LABELS
from dashboard.language import _, integer, speaking
from dashboard.settings import MOST_COMPARED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.settings import Choices, Settings

_MOST = {"compared": MOST_COMPARED}
_NOTHING = ""  # what a list that was emptied leaves in the address, where its default is not empty
_DATES = ("date", "beside")
_YES = "yes"
LONGEST_SEARCH = 120
_PERIOD = re.compile(r"([0-9]{4})-([0-9]{4})")
_LONGEST_ECHO = 60
_MOST_ECHOED = 3


def to_params(settings: Settings, choices: Choices) -> dict[str, list[str]]:
    """Return the query parameters that restore ``settings``; what is at its default is left out."""
    default = choices.default()
    found: dict[str, list[str]] = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if value != getattr(default, field.name):
            found[field.name] = _written(field.name, value)
    return found


def from_params(
    params: Mapping[str, Sequence[str]], choices: Choices
) -> tuple[Settings, list[str]]:
    """Read settings from query parameters.

    Returns
    -------
    The settings, and one sentence for each name of which something was not understood and left
    out, in the language that the parameters ask for. What a stranger wrote is quoted shortened,
    one printable line, as plain text.
    """
    settings = choices.default()
    known = {field.name for field in fields(settings)}
    unknown: dict[str, list[str]] = {}
    cut: list[str] = []
    for name in known & set(params):
        changed, unknown[name] = _read(name, params[name], choices)
        if name in _MOST and len(changed.get(name, ())) > _MOST[name]:
            changed[name] = changed[name][: _MOST[name]]
            cut.append(name)
        settings = replace(settings, **changed)
    with speaking(settings.lang):
        return settings, [
            *_strange_names([name for name in params if name not in known]),
            *(_left_out(name, unknown[name]) for name in params if unknown.get(name)),
            *(_cut(name) for name in cut),
        ]


def _strange_names(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    said = _("The address names settings that do not exist here: {names}.")
    return [said.format(names=_echo(names))]


def _left_out(name: str, values: Sequence[str]) -> str:
    said = _("The address asks for “{name}”: {values}. That is not known here and is left out.")
    return said.format(name=_(LABELS[name]), values=_echo(values))


def _cut(name: str) -> str:
    said = _("The address asks for more of “{name}” than fit: the first {most} are shown.")
    return said.format(name=_(LABELS[name]), most=integer(_MOST[name]))


def _written(name: str, value: object) -> list[str]:
    if name == "period" and isinstance(value, tuple):
        return ["{}-{}".format(*value)]
    if isinstance(value, bool):
        return [_YES if value else _NOTHING]
    return list(value) or [_NOTHING] if isinstance(value, tuple) else [str(value)]


def _read(name: str, values: Sequence[str], choices: Choices) -> tuple[dict[str, Any], list[str]]:
    """Return what is known of the values of a setting, and those that are not."""
    if name == "period" or name in _DATES:
        read = _period if name == "period" else date_within
        found = read(values[-1], choices)
        return ({name: found}, []) if found else ({}, list(values[-1:]))
    if name in _FREE:
        return _FREE[name](name, values[-1])
    allowed = getattr(choices, name)
    good = tuple(dict.fromkeys(value for value in values if value in allowed))
    unknown = [value for value in values if value not in allowed]
    if isinstance(getattr(choices.default(), name), tuple):
        unknown = [value for value in unknown if value != _NOTHING]
        return ({name: good} if good or not unknown else {}), unknown
    return ({name: good[-1]} if good else {}), unknown


def _searched(name: str, text: str) -> tuple[dict[str, Any], list[str]]:
    """Return the words of a search: any line of text, for it is only compared with texts."""
    fits = text.isprintable() and len(text) <= LONGEST_SEARCH
    return ({name: text}, []) if fits else ({}, [text])


def _flag(name: str, text: str) -> tuple[dict[str, Any], list[str]]:
    return ({name: text == _YES}, []) if text in (_YES, _NOTHING) else ({}, [text])


_FREE = {"find": _searched, "plain": _flag}


def _period(text: str, choices: Choices) -> tuple[int, int] | None:
    found = _PERIOD.fullmatch(text)
    if not found:
        return None
    (first, last), (earliest, latest) = map(int, found.groups()), choices.years
    return (first, last) if earliest <= first <= last <= latest else None


def date_within(text: str, choices: Choices) -> dt.date | None:
    """Return the ISO date that the text is; None where it is none, or outside the choices."""
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return date if choices.first_date <= date <= choices.last_date else None


def _echo(texts: Sequence[str]) -> str:
    """Shorten what a stranger may have put into a link before it is shown."""
    echoed = ", ".join(f"“{_one_line(text)}”" for text in texts[:_MOST_ECHOED])
    more = len(texts) - _MOST_ECHOED
    if more <= 0:
        return echoed
    return _("{values} and {number} more").format(values=echoed, number=integer(more))


def _one_line(text: str) -> str:
    plain = "".join(one if one.isprintable() else "�" for one in text[:_LONGEST_ECHO])
    return plain if len(text) <= _LONGEST_ECHO else plain + "…"
