"""Numbers that stand beside their reason: read from a TOML table, and listed for the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from analysis.recipe import Reason
from analysis.recipe_cells import Section, is_number

REASON_KEYS = ("why", "reference", "judgement")
Rule = TypeVar("Rule")


def read_rule(section: Section, kind: type[Rule]) -> Rule:
    """Return a rule whose every field is a table with ``value`` and a reason.

    Raises
    ------
    RecipeError
        A field is missing or unknown, or its value is not of the type that the rule declares:
        text, a list of texts, or a number of 0 or more.

    """
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: _figure(section, name, kind) for name in names})


def read_share(section: Section, key: str, default: float | None = None) -> float:
    """Return a number from 0 to 1; what lies beyond raises a `RecipeError`."""
    value = section.number(key, default)
    if not 0 <= value <= 1:
        raise section.refuse(f"{key} = {value:g}", f"{key} from 0 to 1")
    return value


def read_references(document: Section) -> tuple[tuple[str, str], ...]:
    """Return the printed references of a document by their key.

    Pairs of key and citation in the order of ``[references]``, none where there is no such table.

    Raises
    ------
    RecipeError
        A citation is no text or blank.
    """
    section = document.section("references")
    return tuple((key, section.text(key)) for key in section.cells)


def read_reasons(section: Section, references: Mapping[str, str]) -> Iterator[Reason]:
    """Yield a reason for every table that gives one, in the order of the text.

    Raises
    ------
    RecipeError
        A value has no reason, or a reason is neither our judgement nor has a known reference.

    """
    if "why" in section.cells:
        yield _reason(section, references)
    elif "value" in section.cells:
        raise section.refuse("a value alone", "a why, and a reference or judgement = true")
    for key, cell in section.cells.items():
        if isinstance(cell, Mapping) and key not in ("words", "references"):
            yield from read_reasons(section.section(key), references)


def _figure(section: Section, name: str, kind: type[Any]) -> object:
    """Return one reasoned value, typed as the rule says."""
    cell = section.section(name)
    cell.allow(("value", *REASON_KEYS))
    declared = kind.__annotations__[name]
    if declared == "str":
        return cell.text("value")
    if declared.startswith("tuple"):
        return cell.words("value")
    value = cell.number("value")
    if value < 0:
        raise cell.refuse(f"value = {value:g}", "a value of 0 or more")
    if declared == "int" and value != int(value):
        raise cell.refuse(f"value = {value:g}", "a whole number")
    return int(value) if declared == "int" else value


def _reason(section: Section, references: Mapping[str, str]) -> Reason:
    key, judgement = section.text("reference", ""), section.flag("judgement")
    if not key and not judgement:
        raise section.refuse("a why alone", "a reference or judgement = true beside it")
    if key and key not in references:
        raise section.refuse(f"reference = {key!r}", "a key of the table [references]")
    return Reason(
        where=section.where or "recipe",
        value=_shown(section),
        why=section.text("why"),
        reference=references.get(key, ""),
        judgement=judgement,
    )


def _shown(section: Section) -> str:
    """Return the values that a reason speaks for, as text."""
    hidden = {*REASON_KEYS, "words", "nodes", "leaves", "references"}
    shown = {
        k: v for k, v in section.cells.items() if k not in hidden and not isinstance(v, Mapping)
    }
    if set(shown) == {"value"}:
        value = shown["value"]
        return f"{value:g}" if is_number(value) else _listed(value)
    return "; ".join(f"{key}: {_listed(value)}" for key, value in shown.items())


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
