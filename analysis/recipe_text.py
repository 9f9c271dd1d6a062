"""From the text of a TOML recipe to a checked, frozen recipe."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final, TypeVar, cast, get_args

from analysis.grades import GRADES
from analysis.index import TOP
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

if TYPE_CHECKING:
    from collections.abc import Iterable

Rule = TypeVar("Rule", Practice, Cooperation, Commitment, LegRule)

KEYS = (
    *("id", "title", "decimals", "missing", "min_present", "leaves", "nodes"),
    *("classes", "practice", "cooperation", "commitment", "legs", "references", *REASON_KEYS),
)
CLASS_KEYS = ("names", "edges", "node", *REASON_KEYS)
# The numbers of a practice table that are no figures of 0 to 10.
_MEASURES: Final = (
    *("window_years", "fresh_years", "half_life_years"),
    *("systematic_events", "systematic_people"),
)
_ISO3: Final = re.compile(r"[A-Z]{3}")


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
        practice=_practice(document),
        cooperation=_scores(document, "cooperation", Cooperation),
        commitment=_scores(document, "commitment", Commitment),
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
    if len(set(names)) != len(names):
        raise section.refuse(f"names = {list(names)}", "a name for each class, no two alike")
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


def _scores(document: Section, key: str, kind: type[Rule]) -> Rule | None:
    """Return a rule whose numbers are all figures of the scale."""
    rule = _rule(document, key, kind)
    if rule is not None:
        _refuse_beyond_scale(document.section(key), rule, [field.name for field in fields(kind)])
    return rule


def _practice(document: Section) -> Practice | None:
    rule, section = _rule(document, "practice", Practice), document.section("practice")
    if rule is None:
        return None
    texts = ("destinations", "best_grade")
    names = [field.name for field in fields(Practice)]
    _refuse_beyond_scale(section, rule, [n for n in names if n not in (*_MEASURES, *texts)])
    if rule.half_life_years == 0:
        raise section.section("half_life_years").refuse("value = 0", "a number of years above 0")
    if rule.best_grade not in GRADES:
        expected = f"one of {', '.join(GRADES)}"
        raise section.section("best_grade").refuse(f"value = {rule.best_grade!r}", expected)
    _refuse_no_codes(section.section("destinations"), rule.destinations)
    return rule


def _leg_rule(document: Section) -> LegRule | None:
    rule, section = _rule(document, "legs", LegRule), document.section("legs")
    if rule is None:
        return None
    if rule.min_known > 1:
        raise section.refuse(f"min_known = {rule.min_known:g}", "min_known from 0 to 1")
    _refuse_no_codes(section.section("origin"), rule.origin)
    return rule


def _refuse_beyond_scale(section: Section, rule: object, names: Iterable[str]) -> None:
    for name in names:
        value = getattr(rule, name)
        if value > TOP:
            raise section.section(name).refuse(f"value = {value:g}", f"a value from 0 to {TOP:g}")


def _refuse_no_codes(section: Section, codes: Iterable[str]) -> None:
    """Refuse what is no code of a country: a slip there would pass unheard."""
    for code in codes:
        if not _ISO3.fullmatch(code):
            raise section.refuse(repr(code), "codes of countries in three capitals, such as PRK")
