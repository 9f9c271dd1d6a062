"""What was chosen, in words and as the address has it: only what decides rows and figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from dashboard.address import to_params
from dashboard.filter_words import LABELS, period_words, value_words
from dashboard.language import _
from dashboard.settings import FILTERS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.settings import Choices, Settings

# What decides how a page looks, or what it opens, and neither a row nor a figure.
LOOKS: Final = frozenset(
    {
        *("paint", "tint", "lang", "leg", "focus", "profile"),
        *("compared", "first", "second", "beside", "scenario", "comparison", "reading"),
        *("start", "goal", "aim", "ways", "listing", "shelf", "record", "chart", "find", "plain"),
        *("story", "step"),
    }
)
# What a file does not tell of the person who made it.
PRIVATE: Final = LOOKS - {"paint", "tint", "lang", "focus"}


def without_private(settings: Settings, choices: Choices) -> Settings:
    """Return the settings without what a file does not tell: what was opened or compared."""
    return _reset(settings, choices, PRIVATE)


def without_looks(settings: Settings, choices: Choices) -> Settings:
    """Return the settings with only what decides rows, figures and the language of words."""
    return _reset(settings, choices, LOOKS - {"lang"})


def address_of(settings: Settings, choices: Choices) -> str:
    """Return the part of the address that restores rows and figures; ``?`` where all is default."""
    told = _reset(settings, choices, LOOKS)
    return "?" + urlencode(to_params(told, choices), doseq=True)


def choices_told(atlas: Atlas, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return each filter that is set: what it is called, what it leaves; in the run's language."""
    return tuple(
        (_(LABELS[name]), _value(atlas, settings, name))
        for name in FILTERS
        if getattr(settings, name)
    )


def _value(atlas: Atlas, settings: Settings, name: str) -> str:
    values = getattr(settings, name)
    if name == "period":
        return period_words(values)
    named = {value: value_words(atlas, name, value) for value in values}
    ids = name in ("corridor", "country")
    return ", ".join(f"{words} ({value})" if ids else words for value, words in named.items())


def _reset(settings: Settings, choices: Choices, names: frozenset[str]) -> Settings:
    default = choices.default()
    return replace(settings, **{name: getattr(default, name) for name in names})
