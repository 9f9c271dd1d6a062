"""The tree behind one figure as text, from which each node can be recomputed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.explain import Explained
    from analysis.recipe import Leaf, Recipe

_WORDS: Final = (
    "An input is a child's value, times its factor if it has one. A share is the weight divided\n"
    "by the weights of all children that are present. Contributions add up to a node's figure\n"
    "before it is rounded and raised to its floor."
)
# Aggregate -> how the figure comes from the inputs, and how it is divided among them.
_FORMULAS: Final = {
    "arithmetic": ("sum of share x input", "share x input"),
    "geometric": ("product of input ^ share", "share x figure"),
    "harmonic": ("1 / sum of (share / input)", "share x figure^2 / input"),
    "inverse_geometric": (
        "(10 - product of u ^ share) / 9 x 10 with u = (10 - input) / 10 x 9 + 1",
        "the figure divided as share x ln(10 / u)",
    ),
    "max": ("highest input", "the figure, in equal parts to the inputs that attain it"),
    "min": ("lowest input", "the figure, in equal parts to the inputs that attain it"),
}


def tree_text(recipe: Recipe, trees: tuple[Explained, ...], *, unit: str) -> str:
    """Return the trees of one unit, one block per root.

    A node stands with its formula, its figure before and after rounding and floor, and below it
    its children with value, factor, weight, share and contribution. A leaf stands with its cell
    and the goalposts that bring it to its value. Numbers have 12 significant digits.
    """
    lines = [f"{unit} under {recipe.name} ({recipe.title})", _WORDS]
    for tree in trees:
        lines += ["", *_lines(recipe, tree, depth=0)]
    used = {node.aggregate for node in recipe.nodes}
    shares = (f"  {name}: {parts}" for name, (_, parts) in _FORMULAS.items() if name in used)
    return "\n".join([*lines, "", "What a child contributes:", *shares, ""])


def _lines(recipe: Recipe, tree: Explained, *, depth: int) -> Iterator[str]:
    """Yield the line of a node or leaf, the line of how it is made, and those of its children."""
    indent = "    " * depth
    yield f"{indent}{tree.id} = {_shown(tree.value)}{_as_child(tree)}"
    made = _node_made(recipe, tree) if tree.children else _leaf_made(recipe.leaf(tree.id), tree)
    yield f"{indent}  {made}"
    for child in tree.children:
        yield from _lines(recipe, child, depth=depth + 1)


def _as_child(tree: Explained) -> str:
    """Return what its parent makes of a child; nothing for a root."""
    if tree.weight is None or tree.share is None:
        return ""
    factor = ""
    if tree.factor != 1 and tree.value is not None:
        factor = f", times {_shown(tree.factor)} = {_shown(tree.value * tree.factor)}"
    return (
        f"{factor}; weight {_shown(tree.weight)}, share {_shown(tree.share)}, "
        f"contribution {_shown(tree.contribution, missing='none')}"
    )


def _node_made(recipe: Recipe, tree: Explained) -> str:
    """Return how a node's value comes from its children."""
    node = recipe.node(tree.id)
    if tree.value is None or tree.unrounded is None:
        present = sum(child.value is not None for child in tree.children)
        return f"{present} of {len(tree.children)} children are present; {_asked(recipe)}"
    steps = [f"{node.aggregate}: {_FORMULAS[node.aggregate][0]} = {_shown(tree.unrounded)}"]
    if recipe.decimals is not None:
        places = "decimal" if recipe.decimals == 1 else "decimals"
        steps.append(f"rounded half up to {recipe.decimals} {places}")
    if node.floor is not None:
        steps.append(f"then at least {_shown(node.floor)}")
    return "; ".join(steps)


def _asked(recipe: Recipe) -> str:
    if recipe.missing == "fail":
        return "the recipe asks for all"
    share = f", and for a share of {recipe.min_present:g}" if recipe.min_present else ""
    return f"the recipe asks for one of a weight above 0{share}"


def _leaf_made(leaf: Leaf, tree: Explained) -> str:
    """Return how a leaf's value comes from the cell of the table."""
    if tree.value is None:
        return "the cell is empty or x"
    if not leaf.words:
        return f"cell {_shown(float(tree.cell))}{_placed(leaf, float(tree.cell))}"
    figure = dict(leaf.words)[tree.cell]
    return f"cell {tree.cell!r}, which is {_shown(figure)}{_placed(leaf, figure)}"


def _placed(leaf: Leaf, figure: float) -> str:
    """Return the way of a figure through cap, logarithm, goalposts, direction and scale."""
    if leaf.low is None or leaf.high is None:
        return f"; ln {_shown(figure)}" if leaf.transform == "log" else ""
    capped = min(max(figure, leaf.low), leaf.high) if leaf.cap else figure
    cut = "" if capped == figure else f", cut to {_shown(capped)}"
    log = "ln " if leaf.transform == "log" else ""
    low, high, at = (f"{log}{_shown(number)}" for number in (leaf.low, leaf.high, capped))
    place = f"({at} - {low}) / ({high} - {low})"
    turned = place if leaf.direction > 0 else f"(1 - {place})"
    return f"{cut}; {turned}" + ("" if leaf.scale == 1 else f" x {_shown(leaf.scale)}")


def _shown(number: float | None, *, missing: str = "missing") -> str:
    return missing if number is None or pd.isna(number) else f"{number:.12g}"
