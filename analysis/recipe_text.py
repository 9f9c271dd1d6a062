"""From the text of a TOML recipe to a checked, frozen recipe."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar, cast, get_args

from analysis.recipe import (
    Classes,
    Commitment,
    Cooperation,
    LegRule,
    Missing,
    Node,
    Practice,
    Recipe,
)
from analysis.recipe_cells import Section, toml_document
from analysis.recipe_reasons import (
    REASON_KEYS,
    read_reasons,
    read_references,
    read_rule,
    read_share,
)
from analysis.recipe_tree import read_leaves, read_nodes

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
    document = toml_document(text, name)
    document.allow(KEYS)
    nodes = read_nodes(document)
    references = read_references(document)
    return Recipe(
        id=document.text("id"),
        title=document.text("title", str(document.cells.get("id", ""))),
        name=name,
        nodes=nodes,
        leaves=read_leaves(document, nodes),
        decimals=_decimals(document),
        missing=cast("Missing", document.one_of("missing", get_args(Missing), "skip")),
        min_present=read_share(document, "min_present", 0.0),
        classes=_classes(document, nodes),
        practice=_rule(document, "practice", Practice),
        cooperation=_rule(document, "cooperation", Cooperation),
        commitment=_rule(document, "commitment", Commitment),
        legs=_leg_rule(document),
        reasons=tuple(read_reasons(document, dict(references))),
        references=references,
    )


def _decimals(top: Section) -> int | None:
    if "decimals" not in top.cells:
        return None
    value = top.cells["decimals"]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 9:  # noqa: PLR2004
        raise top.refuse(f"decimals = {value!r}", "a whole number from 0 to 9")
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
    section.allow([field.name for field in fields(kind)])
    return read_rule(section, kind)


def _leg_rule(document: Section) -> LegRule | None:
    rule = _rule(document, "legs", LegRule)
    if rule is not None and rule.min_known > 1:
        raise document.section("legs").refuse(
            f"min_known = {rule.min_known:g}", "min_known from 0 to 1"
        )
    return rule
