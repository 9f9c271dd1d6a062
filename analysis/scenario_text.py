"""From the text of a TOML scenario to a checked, frozen scenario."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from analysis.index import TOP
from analysis.recipe_cells import Section, is_number, toml_document
from analysis.recipe_reasons import REASON_KEYS, read_reasons, read_references
from analysis.scenario import Override, Scenario

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from analysis.recipe import Reason

KEYS = ("id", "title_en", "title_ko", "set", "references", *REASON_KEYS)


@dataclass(frozen=True, kw_only=True)
class Changeable:
    """What a scenario may change: countries by ``iso3``, and leaves.

    ``leaves`` gives for each indicator the words that it may hold; none where it holds scores.
    """

    countries: Collection[str]
    leaves: Mapping[str, tuple[str, ...]]


def parse_scenario(text: str, *, name: str, changeable: Changeable) -> Scenario:
    """Return the scenario that a TOML text describes.

    Parameters
    ----------
    text
        The whole text. Reading the file is the caller's part.
    name
        What errors call it, normally its file name.
    changeable
        The countries and indicators that there are.

    Raises
    ------
    RecipeError
        The text is not TOML, changes nothing, names a country or an indicator that there is not,
        sets a value that cannot be, or gives no reason; the message names file, place and
        expectation.

    """
    document = toml_document(text, name)
    document.allow(KEYS)
    references = dict(read_references(document))
    reasons = {reason.where: reason for reason in read_reasons(document, references)}
    if "recipe" not in reasons:
        raise document.refuse("no why", "a why, and a reference or judgement = true")
    overrides = tuple(_overrides(document.section("set"), reasons, changeable))
    if not overrides:
        raise document.refuse("no value", "at least one table such as [set.CHN.legal_recognition]")
    return Scenario(
        id=document.text("id"),
        title_en=document.text("title_en"),
        title_ko=document.text("title_ko"),
        name=name,
        reason=reasons["recipe"],
        overrides=overrides,
    )


def _overrides(
    section: Section, reasons: Mapping[str, Reason], changeable: Changeable
) -> Iterator[Override]:
    for iso3 in section.cells:
        country = section.section(iso3)
        if iso3 not in changeable.countries:
            raise country.refuse(f"the country {iso3!r}", _one_of(iso3, changeable.countries))
        for dimension in country.cells:
            cell = country.section(dimension)
            if dimension not in changeable.leaves:
                raise cell.refuse(
                    f"the indicator {dimension!r}", _one_of(dimension, changeable.leaves)
                )
            cell.allow(("value", *REASON_KEYS))
            value = _value(cell, changeable.leaves[dimension])
            reason = reasons[cell.where]
            yield Override(iso3=iso3, dimension=dimension, value=value, reason=reason)


def _value(cell: Section, words: tuple[str, ...]) -> float | str:
    value = cell.cells.get("value")
    found = f"value = {value!r}" if "value" in cell.cells else "no value"
    if words:
        if value not in words:
            raise cell.refuse(found, f"one of {', '.join(words)}")
        return str(value)
    if not is_number(value) or not 0 <= float(str(value)) <= TOP:
        raise cell.refuse(found, "a score from 0 to 10")
    return float(str(value))


def _one_of(name: str, known: Collection[str]) -> str:
    """Return the names that a misspelt one most likely meant, or all of them."""
    return f"one of {', '.join(get_close_matches(name, known, n=3) or sorted(known))}"
