"""A view that a file or a command asks for by the names of a page's address, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.address import from_params
from intake.errors import AtlasError
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dashboard.settings import Choices, Settings


class ViewError(AtlasError):
    """A setting that is asked for and is not there; ``name``, ``found``, ``expected``."""

    def __init__(self, name: str, *, found: str, expected: str) -> None:
        self.name, self.found, self.expected = name, found, expected
        parts = {"name": name, "found": found, "expected": expected}
        super().__init__(Sentence("{name}: found {found}, expected {expected}.", **parts))


def asked_view(
    asked: Mapping[str, Sequence[str]], choices: Choices, names: Collection[str]
) -> Settings:
    """Return the settings that are asked for; the others are at their default.

    Parameters
    ----------
    asked
        Values by the name of the setting, as `dashboard.address.to_params` gives them.
    choices
        What each setting may be.
    names
        The settings that may be asked for.

    Raises
    ------
    ViewError
        A name or a value is not known; name, value and expectation are in it.
    """
    for name, values in asked.items():
        unknown = from_params({name: values}, choices)[1]
        if unknown or name not in names:
            found = ", ".join(values)
            raise ViewError(name, found=found, expected=_expected(name, choices, names))
    return from_params(asked, choices)[0]


def _expected(name: str, choices: Choices, names: Collection[str]) -> str:
    if name not in names:
        return Sentence("one of the settings {names}", names=", ".join(names))
    allowed = getattr(choices, name, None)
    if isinstance(allowed, tuple):
        return Sentence("one of {names}", names=", ".join(one for one in allowed if one))
    if name == "period":
        earliest, latest = choices.years
        return Sentence(
            "two years such as 2019-2025, within {first}-{last}", first=earliest, last=latest
        )
    first, last = choices.first_date, choices.last_date
    return Sentence("a day from {first} to {last}", first=first, last=last)
