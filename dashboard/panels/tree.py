"""The tree of a country's figure on the screen: values, weights, shares and parts by level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import N_, _, decimal, percent
from dashboard.panels import markup
from dashboard.recipe_words import thing_name
from dashboard.rounding import rounded_parts
from dashboard.trees import country_tree
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from analysis.explain import Explained
    from dashboard.pipeline import Readings

_DIGITS: Final = 2
_MADE: Final = {
    "arithmetic": N_("The figure is the sum of share × value."),
    "geometric": N_("The figure is the product of the values, each to the power of its share."),
    "harmonic": N_("The figure is 1 over the sum of share ÷ value."),
    "inverse_geometric": N_(
        "The figure is (10 − product of u to the power of its share) ÷ 9 × 10, with "
        "u = (10 − value) ÷ 10 × 9 + 1."
    ),
    "max": N_("The figure is the highest of the values."),
    "min": N_("The figure is the lowest of the values."),
}


def figure_tree(readings: Readings, iso3: str) -> h.Node:
    """Return the tree of a country's figure, enough to recompute it by hand; None without one."""
    tree = country_tree(readings, iso3)
    return None if tree is None or tree.value is None else _node(readings, tree)


def _node(readings: Readings, tree: Explained) -> h.Element:
    """Return how a node is made of its children, and below it each child that is a node itself."""
    head = (_("What"), _("Value"), _("Weight"), _("Share"), _("Adds"))
    parts = rounded_parts([_part(child.contribution) for child in tree.children], digits=_DIGITS)
    lines = [_line(child, part) for child, part in zip(tree.children, parts, strict=True)]
    total = (_("Sum"), "", "", "", _number(tree.unrounded))
    return h.div(".atlas-tree")[
        h.div(".atlas-wide")[markup.table(head, [*lines, total], "numbers stacked labelled")],
        h.p(".atlas-note")[_(_MADE[tree.aggregate]), " ", _ending(readings, tree)],
        [
            markup.unfold(
                _("How {what} comes about").format(what=_named(child)), _node(readings, child)
            )
            for child in tree.children
            if child.children
        ],
    ]


def _part(contribution: float | None) -> float:
    return math.nan if contribution is None else contribution


def _line(child: Explained, part: float) -> tuple[str, ...]:
    """Return a child's line; its part is rounded so that the parts add up to the sum."""
    value = _number(child.value)
    if child.factor != 1 and child.value is not None:
        value = f"{value} × {child.factor:g}"
    share = percent(child.share) if child.share else _("none")
    weight = _("none") if child.weight is None else f"{child.weight:g}"
    adds = _("nothing") if math.isnan(part) else decimal(part, _DIGITS)
    return _named(child), value, weight, share, adds


def _ending(readings: Readings, tree: Explained) -> str:
    """Return what happens to the sum afterwards, and to what is missing."""
    node = readings.recipe.node(tree.id)
    said = []
    if readings.recipe.decimals is not None or node.floor is not None:
        said.append(
            _("Rounded and raised to its floor: {value}.").format(value=_number(tree.value))
        )
    if any(child.value is None for child in tree.children):
        said.append(_("What is missing adds nothing; its weight goes to the others."))
    return " ".join(said)


def _named(tree: Explained) -> str:
    return thing_name(tree.id)


def _number(value: float | None) -> str:
    return _(NO_DATA) if value is None else decimal(value, _DIGITS)
