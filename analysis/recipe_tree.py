"""The nodes and leaves of a recipe: read one by one, then checked together as a tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, cast, get_args

from analysis.errors import RecipeError
from analysis.recipe import Aggregate, Child, Leaf, Node, Transform
from analysis.recipe_cells import Section, is_number
from analysis.recipe_reasons import REASON_KEYS

NODE_KEYS = ("aggregate", "children", "weights", "floor", *REASON_KEYS)
LEAF_KEYS = ("goalposts", "scale", "transform", "direction", "cap", "words", *REASON_KEYS)


def read_nodes(document: Section) -> tuple[Node, ...]:
    """Return the nodes of a recipe in its order, checked to be a forest.

    Raises
    ------
    RecipeError
        No node, an unknown key or aggregate, a wrong number of weights, a negative weight, a
        child with two parents, or a circle.

    """
    section = document.section("nodes")
    if not section.cells:
        raise section.refuse("no node", "at least one table such as [nodes.RISK]")
    nodes = tuple(_node(section.section(name), name) for name in section.cells)
    _refuse_two_parents(document.file, nodes)
    _refuse_circles(document.file, nodes)
    return nodes


def read_leaves(document: Section, nodes: tuple[Node, ...]) -> tuple[Leaf, ...]:
    """Return the leaves that have an entry, each of them a column that some node names.

    Raises
    ------
    RecipeError
        An unknown key, goalposts that are equal or cannot be logged, a cap or a direction without
        goalposts, or an entry that no node uses.

    """
    section = document.section("leaves")
    node_ids = {node.id for node in nodes}
    columns = {child.id for node in nodes for child in node.children} - node_ids
    for name in section.cells:
        if name not in columns:
            found = "a node of that name" if name in node_ids else "no node with that child"
            raise section.section(name).refuse(found, "a column that one node names as its child")
    return tuple(_leaf(section.section(name), name) for name in section.cells)


def _node(section: Section, name: str) -> Node:
    section.allow(NODE_KEYS)
    return Node(
        id=name,
        aggregate=cast("Aggregate", section.one_of("aggregate", get_args(Aggregate))),
        children=_children(section),
        floor=section.number("floor") if "floor" in section.cells else None,
    )


def _children(section: Section) -> tuple[Child, ...]:
    entries = section.cells.get("children")
    if not isinstance(entries, list) or not entries:
        raise section.refuse(repr(entries), "children as a list of columns or nodes")
    weights = _weights(section, len(entries))
    pairs = zip(entries, weights, strict=True)
    return tuple(_child(section, entry, weight) for entry, weight in pairs)


def _child(section: Section, entry: object, weight: float) -> Child:
    if isinstance(entry, str):
        return Child(id=entry, weight=weight)
    if not isinstance(entry, Mapping):
        raise section.refuse(repr(entry), 'a child as "name" or { id = "name", factor = 0.7 }')
    cells = Section(file=section.file, where=f"{section.where}.children", cells=entry)
    cells.allow(("id", "factor"))
    factor = cells.number("factor", 1.0)
    if factor <= 0:
        raise cells.refuse(f"factor = {factor:g}", "a factor above 0")
    return Child(id=cells.text("id"), factor=factor, weight=weight)


def _weights(section: Section, count: int) -> tuple[float, ...]:
    given: Any = section.cells.get("weights", [1.0] * count)
    if not isinstance(given, list) or not all(is_number(weight) for weight in given):
        raise section.refuse(f"weights = {given!r}", "weights as a list of finite numbers")
    if len(given) != count:
        raise section.refuse(f"{len(given)} weights", f"{count}, one for each child")
    if min(given) < 0:
        raise section.refuse(f"the weight {min(given):g}", "weights of 0 or more")
    if sum(given) == 0:
        raise section.refuse("weights that are all 0", "at least one weight above 0")
    return tuple(float(weight) for weight in given)


def _refuse_two_parents(file: str, nodes: tuple[Node, ...]) -> None:
    named = Counter(child.id for node in nodes for child in node.children)
    for child, times in named.items():
        if times > 1:
            parents = [n.id for n in nodes for c in n.children if c.id == child]
            raise RecipeError(
                file,
                f"nodes.{parents[-1]}",
                found=f"{child!r}, already a child of {', '.join(parents[:-1])}",
                expected="a child with one parent",
            )


def _refuse_circles(file: str, nodes: tuple[Node, ...]) -> None:
    done: set[str] = set()
    children = {node.id: [child.id for child in node.children] for node in nodes}
    while ready := [n for n in children if n not in done and not _open(children, done, n)]:
        done.update(ready)
    if circle := [name for name in children if name not in done]:
        raise RecipeError(
            file,
            f"nodes.{circle[0]}",
            found=f"a circle among {', '.join(circle)}",
            expected="nodes that do not lead back to themselves",
        )


def _open(children: Mapping[str, list[str]], done: set[str], name: str) -> list[str]:
    """Return the children of a node that are nodes and not yet reached from the leaves."""
    return [child for child in children[name] if child in children and child not in done]


def _leaf(section: Section, name: str) -> Leaf:
    section.allow(LEAF_KEYS)
    posts = section.numbers("goalposts") if "goalposts" in section.cells else None
    leaf = Leaf(
        id=name,
        low=_post(section, posts, 0),
        high=_post(section, posts, 1),
        scale=section.number("scale", 1.0),
        transform=cast("Transform", section.one_of("transform", get_args(Transform), "none")),
        direction=int(section.number("direction", 1)),
        cap=section.flag("cap"),
        words=_words(section),
    )
    _check_leaf(section, leaf)
    return leaf


def _post(section: Section, posts: tuple[float, ...] | None, place: int) -> float | None:
    if posts is None:
        return None
    if len(posts) != len(("low", "high")) or posts[0] >= posts[1]:
        raise section.refuse(f"goalposts = {list(posts)}", "two numbers, the lower one first")
    return posts[place]


def _words(section: Section) -> tuple[tuple[str, float], ...]:
    words = section.section("words")
    return tuple((word, words.number(word)) for word in words.cells)


def _check_leaf(section: Section, leaf: Leaf) -> None:
    if section.number("direction", 1) not in (1, -1):
        raise section.refuse(f"direction = {section.cells['direction']!r}", "1 or -1")
    if leaf.low is None and (leaf.cap or leaf.direction < 0 or "scale" in section.cells):
        raise section.refuse("a cap, a scale or a direction of -1", "goalposts to go with it")
    if leaf.transform == "log" and leaf.low is not None and leaf.low <= 0:
        raise section.refuse(f"the goalpost {leaf.low:g}", "goalposts above 0 to take a logarithm")
    if leaf.scale <= 0:
        raise section.refuse(f"scale = {leaf.scale:g}", "a scale above 0")
