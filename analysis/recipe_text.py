"""From the text of a TOML recipe to a checked, frozen recipe."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeVar, cast, get_args

from analysis.errors import RecipeError
from analysis.recipe import (
    Classes,
    Commitment,
    Cooperation,
    LegRule,
    Missing,
    Node,
    Practice,
    Reason,
    Recipe,
)
from analysis.recipe_cells import Section, is_number
from analysis.recipe_tree import REASON_KEYS, read_leaves, read_nodes

Rule = TypeVar("Rule", Practice, Cooperation, Commitment, LegRule)

KEYS = (
    *("id", "title", "decimals", "missing", "min_present", "leaves", "nodes"),
    *("classes", "practice", "cooperation", "commitment", "legs", "references", *REASON_KEYS),
)
CLASS_KEYS = ("names", "edges", "node", *REASON_KEYS)


def parse_recipe(text: str, *, name: str) -> Recipe:
    """Return the recipe that a TOML text describes.

    Parameters
    ----------
    text
        The whole text of the recipe. Reading the file is the caller's part.
    name
        What errors call the recipe, normally its file name.

    Returns
    -------
    A frozen, hashable recipe: two equal texts give equal recipes.

    Raises
    ------
    RecipeError
        The text is not TOML, or a key, node, weight, word or reference is not as it must be; the
        message names the recipe, the node and what was expected.

    """
    document = Section(file=name, where="", cells=_toml(text, name))
    document.allow(KEYS)
    nodes = read_nodes(document)
    references = _references(document)
    return Recipe(
        id=document.text("id"),
        title=document.text("title", str(document.cells.get("id", ""))),
        name=name,
        nodes=nodes,
        leaves=read_leaves(document, nodes),
        decimals=_decimals(document),
        missing=cast("Missing", document.one_of("missing", get_args(Missing), "skip")),
        min_present=_share(document, "min_present", 0.0),
        classes=_classes(document, nodes),
        practice=_rule(document, "practice", Practice),
        cooperation=_rule(document, "cooperation", Cooperation),
        commitment=_rule(document, "commitment", Commitment),
        legs=_rule(document, "legs", LegRule),
        reasons=tuple(_reasons(document, dict(references))),
        references=references,
    )


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(name, "the text", found=str(error), expected="TOML") from error


def _decimals(top: Section) -> int | None:
    if "decimals" not in top.cells:
        return None
    value = top.cells["decimals"]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 9:  # noqa: PLR2004
        raise top.refuse(f"decimals = {value!r}", "a whole number from 0 to 9")
    return value


def _share(section: Section, key: str, default: float | None = None) -> float:
    value = section.number(key, default)
    if not 0 <= value <= 1:
        raise section.refuse(f"{key} = {value:g}", f"{key} from 0 to 1")
    return value


def _classes(document: Section, nodes: tuple[Node, ...]) -> Classes | None:
    section = document.section("classes")
    if not section.cells:
        return None
    section.allow(CLASS_KEYS)
    names, edges = section.words("names"), section.numbers("edges")
    if len(edges) != len(names) - 1 or list(edges) != sorted(set(edges)):
        raise section.refuse(f"edges = {list(edges)}", f"{len(names) - 1} rising edges")
    node = section.text("node", nodes[0].id)
    if node not in {n.id for n in nodes}:
        raise section.refuse(f"node = {node!r}", "a node of this recipe")
    return Classes(names=names, edges=edges, node=node)


def _rule(document: Section, key: str, kind: type[Rule]) -> Rule | None:
    section = document.section(key)
    if not section.cells:
        return None
    names = [field.name for field in fields(kind)]
    section.allow(names)
    values: dict[str, Any] = {name: _figure(section, name, kind) for name in names}
    if "min_known" in values:
        _share(Section(file=section.file, where=section.where, cells=values), "min_known")
    return kind(**values)


def _figure(section: Section, name: str, kind: type[Any]) -> object:
    """Return one reasoned value: a table with ``value`` and a reason, typed as the rule says."""
    cell = section.section(name)
    cell.allow(("value", *REASON_KEYS))
    declared = kind.__annotations__[name]
    if declared == "str":
        return cell.text("value")
    if declared != "float":
        return cell.words("value")
    value = cell.number("value")
    if value < 0:
        raise cell.refuse(f"value = {value:g}", "a value of 0 or more")
    return value


def _references(document: Section) -> tuple[tuple[str, str], ...]:
    section = document.section("references")
    return tuple((key, section.text(key)) for key in section.cells)


def _reasons(section: Section, references: Mapping[str, str]) -> Iterator[Reason]:
    """Yield a reason for every table that gives one, in the order of the text."""
    if "why" in section.cells:
        yield _reason(section, references)
    elif "value" in section.cells:
        raise section.refuse("a value alone", "a why, and a reference or judgement = true")
    for key, cell in section.cells.items():
        if isinstance(cell, Mapping) and key not in ("words", "references"):
            yield from _reasons(section.section(key), references)


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
