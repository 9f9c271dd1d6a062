"""The address of the page: settings to query parameters and back, ids only, nothing that runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from dashboard.settings import MOST_COMPARED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.settings import Choices, Settings

_LISTS = ("corridor", "country", "risk_class", "status", "compared")
_MOST = {"compared": MOST_COMPARED}
_NOTHING = ""  # what a list that was emptied leaves in the address, where its default is not empty
_DATES = ("date", "beside")
_LONGEST_ECHO = 60


def to_params(settings: Settings, choices: Choices) -> dict[str, list[str]]:
    """Return the query parameters that restore ``settings``; what is at its default is left out."""
    default = choices.default()
    found: dict[str, list[str]] = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if value == getattr(default, field.name):
            continue
        found[field.name] = list(value) or [_NOTHING] if isinstance(value, tuple) else [str(value)]
    return found


def from_params(
    params: Mapping[str, Sequence[str]], choices: Choices
) -> tuple[Settings, list[str]]:
    """Read settings from query parameters.

    Returns
    -------
    The settings, and one sentence for each name or value that was not understood and fell back
    to its default.
    """
    settings, notices = choices.default(), []
    known = {field.name for field in fields(settings)}
    for name, values in params.items():
        if name not in known:
            notices.append(f"The address names a setting “{_echo(name)}” that does not exist here.")
            continue
        changed, unknown = _read(name, values, choices)
        most = _MOST.get(name)
        if most and len(changed.get(name, ())) > most:
            changed[name] = changed[name][:most]
            notices.append(
                f"The address asks for more {name} than fit: the first {most} are shown."
            )
        settings = replace(settings, **changed)
        notices += [
            f"The address asks for {name} “{_echo(value)}”, which is not known: "
            "the default is shown."
            for value in unknown
        ]
    return settings, notices


def _read(name: str, values: Sequence[str], choices: Choices) -> tuple[dict[str, Any], list[str]]:
    if name in _DATES:
        date = _date(values[-1], choices)
        return ({name: date}, []) if date else ({}, list(values[-1:]))
    allowed = getattr(choices, name)
    good = tuple(dict.fromkeys(value for value in values if value in allowed))
    unknown = [value for value in values if value not in allowed]
    if name in _LISTS:
        unknown = [value for value in unknown if value != _NOTHING]
        return ({name: good} if good or not unknown else {}), unknown
    return ({name: good[-1]} if good else {}), unknown


def _date(text: str, choices: Choices) -> dt.date | None:
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return date if choices.first_date <= date <= choices.last_date else None


def _echo(text: str) -> str:
    """Shorten what a stranger may have put into a link before it is shown."""
    return text if len(text) <= _LONGEST_ECHO else text[:_LONGEST_ECHO] + "…"
