"""A scenario written as the TOML text that describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.recipe import Reason
    from analysis.scenario import Override, Scenario


def scenario_toml(scenario: Scenario) -> str:
    """Return the text from which `parse_scenario` makes the same scenario again.

    Parameters
    ----------
    scenario
        Ids of countries and indicators are letters, digits and underscores, as in the evidence.
    """
    printed = [scenario.reason, *(one.reason for one in scenario.overrides)]
    texts = dict.fromkeys(reason.reference for reason in printed if reason.reference)
    keys = {text: f"reference_{number}" for number, text in enumerate(texts, start=1)}
    lines = [
        f"id = {_text(scenario.id)}",
        f"title_en = {_text(scenario.title_en)}",
        f"title_ko = {_text(scenario.title_ko)}",
        *_reason(scenario.reason, keys),
        *(line for one in scenario.overrides for line in _override(one, keys)),
    ]
    if keys:
        lines += ["", "[references]", *(f"{key} = {_text(text)}" for text, key in keys.items())]
    return "\n".join(lines) + "\n"


def _override(one: Override, keys: Mapping[str, str]) -> Iterator[str]:
    value = _text(one.value) if isinstance(one.value, str) else f"{one.value:.15g}"
    yield from ("", f"[set.{one.iso3}.{one.dimension}]", f"value = {value}")
    yield from _reason(one.reason, keys)


def _reason(reason: Reason, keys: Mapping[str, str]) -> Iterator[str]:
    yield f"why = {_text(reason.why)}"
    if reason.reference:
        yield f"reference = {_text(keys[reason.reference])}"
    if reason.judgement:
        yield "judgement = true"


def _text(text: str) -> str:
    """Return a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
