"""The method, written out from the recipe in use: a changed recipe is a changed page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import htpy as h

from dashboard import palette
from dashboard.panels import markup
from dashboard.recipes import map_rules
from dashboard.words import ANCHORS, DIMENSIONS, NO_DATA, RECIPE_COLUMNS

if TYPE_CHECKING:
    from analysis.recipe import Node, Reason, Recipe
    from analysis.uncertainty_rule import UncertaintyRule

_AGGREGATES = {
    "arithmetic": "weighted arithmetic mean",
    "geometric": "weighted geometric mean",
    "inverse_geometric": "inverted geometric mean, (10 − GM((10 − x)/10·9 + 1))/9·10",
    "harmonic": "weighted harmonic mean",
    "max": "maximum",
    "min": "minimum",
}
_MISSING = {
    "skip": "Weights are renormalised over the children that are present.",
    "fail": "A node with a missing child is missing.",
}


def method(recipe: Recipe, uncertainty: UncertaintyRule) -> h.Element:
    """Return the page for ``recipe``: nodes, classes, rules, and the reason for every number."""
    return h.div(".atlas-panel.atlas-page")[
        h.h3[recipe.title],
        h.p[
            "This page is written from the recipe itself. A figure is 0 (most protective) to 10 "
            "(gravest). Choices marked as ours are our judgement and can be replaced by another "
            "recipe in the sidebar."
        ],
        h.div(".atlas-columns")[
            markup.section("From evidence to a country's figure", _nodes(recipe)),
            markup.section("Classes", _classes(recipe)),
            markup.section("Anchors of the assessed scales", _anchors()),
            markup.section("From countries to a leg", _legs(recipe)),
            markup.section("From legs to a corridor", _corridors()),
        ],
        markup.section(
            "Every number of the recipe, with its reason",
            h.div(".atlas-wide")[
                markup.table(
                    ("Field", "Value", "Why", "Reference"), [_reason(r) for r in recipe.reasons]
                )
            ],
        ),
        markup.section(
            "How sure a figure is: what is varied, and how far",
            h.p[
                "The same recipe is run again on other values and choices, with a fixed seed; "
                "never a second formula. The draw that changes nothing gives the shown figure."
            ],
            h.div(".atlas-wide")[
                markup.table(
                    ("Field", "Value", "Why", "Reference"),
                    [_reason(r) for r in uncertainty.reasons],
                )
            ],
        ),
    ]


def _nodes(recipe: Recipe) -> h.Node:
    return [
        h.ul[[h.li[_node(node)] for node in recipe.nodes]],
        h.p[_MISSING[recipe.missing]],
        h.p[f"At least {recipe.min_present:.0%} of the children must be present."]
        if recipe.min_present
        else None,
    ]


def _node(node: Node) -> str:
    parts = ", ".join(
        f"{RECIPE_COLUMNS.get(child.id, child.id)} (weight {child.weight:g}"
        f"{f', times {child.factor:g}' if child.factor != 1 else ''})"
        for child in node.children
    )
    floor = f", never below {node.floor:g}" if node.floor is not None else ""
    return f"{node.id} = {_AGGREGATES[node.aggregate]} of {parts}{floor}"


def _classes(recipe: Recipe) -> h.Node:
    classes, _ = map_rules(recipe)
    edges = [0.0, *classes.edges, 10.0]
    spans = [f"{low:g} to below {high:g}" for low, high in pairwise(edges)]
    spans[-1] = f"{edges[-2]:g} to 10"
    rows = [
        (markup.chip(name, palette.RISK[name]), span)
        for name, span in zip(classes.names, spans, strict=True)
    ]
    rows.append((markup.chip(NO_DATA, palette.NO_DATA), "a missing figure, never the lowest class"))
    return markup.table(("Class", "Figure"), rows)


def _anchors() -> h.Node:
    lines = [(DIMENSIONS[name], text) for name, text in ANCHORS.items()]
    return [
        h.p[
            "Each dimension is assessed from 0, most protective, to 10, gravest, on its sources. ",
            markup.judgement(),
        ],
        markup.table(("Dimension", "What a score stands for"), lines),
    ]


def _legs(recipe: Recipe) -> h.Node:
    _, rule = map_rules(recipe)
    return h.ul[
        h.li["Ground leg: kilometres in each country times its figure, over the kilometres."],
        h.li[
            f"Border crossing: {rule.crossing_km:g} km of weight at the stricter of the two sides."
        ],
        h.li[
            f"Air leg: only its two ends, {rule.crossing_km:g} km each; not the airspace between."
        ],
        h.li["Sea leg: the land at both ends and the two coasts; open water is not scored."],
        h.li["Under protection: the figure of the state that protects, once; no country crossed."],
        h.li["Country of origin: not scored, since a country does not return people to itself."],
        h.li[
            f"Grey when less than {rule.min_known:.0%} of a leg's weight has a figure. Missing is "
            "not zero."
        ],
    ]


def _corridors() -> h.Node:
    return h.ul[
        h.li["Cumulative: sum over the legs of weight × score, in score × 1,000 km."],
        h.li["Worst leg: the highest reading of a leg."],
        h.li["Kilometres at High, and at Elevated or worse, on ground legs not under protection."],
        h.li["Adding a leg never lowers one of these; raising a leg's risk never lowers one."],
        h.li["No mean: a harmless leg added would lower it. The readings order corridors apart."],
    ]


def _reason(reason: Reason) -> tuple[h.Node, ...]:
    mark = [" ", markup.judgement()] if reason.judgement else None
    return (h.code[reason.where], reason.value, [reason.why, mark], reason.reference or "–")
