"""What was chosen, in words and as the address has it: only what decides rows and figures."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from dashboard.address import to_params
from dashboard.language import N_, _

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.settings import Choices, Settings

# What decides how a page looks, or what it opens, and neither a row nor a figure.
LOOKS: Final = frozenset(
    {
        *("paint", "tint", "lang", "leg", "focus", "profile"),
        *("compared", "first", "second", "beside", "scenario"),
    }
)
# What a file does not tell of the person who made it.
PRIVATE: Final = frozenset({"leg", "profile", "compared", "first", "second", "beside", "scenario"})
_LABELS: Final = {
    "corridor": N_("Corridor"),
    "country": N_("Country on the leg"),
    "risk_class": N_("Risk class"),
    "status": N_("Corridor status on the date"),
}


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
    default = atlas.choices.default()
    return tuple(
        (_(_LABELS.get(field.name, field.name)), _value(atlas, settings, field.name))
        for field in fields(settings)
        if field.name not in LOOKS | {"date", "recipe"}
        and getattr(settings, field.name) != getattr(default, field.name)
    )


def _value(atlas: Atlas, settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    several = value if isinstance(value, tuple) else (value,)
    names: dict[str, str] = {}
    if name == "corridor":
        names = dict(atlas.corridor_names)
    elif name == "country":
        names = atlas.names()
    return ", ".join(f"{names[one]} ({one})" if one in names else _(str(one)) for one in several)


def _reset(settings: Settings, choices: Choices, names: frozenset[str]) -> Settings:
    default = choices.default()
    return replace(settings, **{name: getattr(default, name) for name in names})
