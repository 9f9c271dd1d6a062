"""The method, written out from the recipe in use: a changed recipe is a changed page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard import palette
from dashboard.language import N_, _, percent, said
from dashboard.panels import markup
from dashboard.recipes import map_rules
from dashboard.words import AGGREGATES, ANCHORS, DIMENSIONS, NO_DATA, RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.recipe import Child, Node, Reason, Recipe
    from analysis.uncertainty_rule import UncertaintyRule

_MISSING: Final = {
    "skip": N_("Weights are renormalised over the children that are present."),
    "fail": N_("A node with a missing child is missing."),
}
_CORRIDORS: Final = (
    N_("Cumulative: sum over the legs of weight × score, in score × 1,000 km."),
    N_("Worst leg: the highest reading of a leg."),
    N_("Kilometres at High, and at Elevated or worse, on ground legs not under protection."),
    N_("Adding a leg never lowers one of these; raising a leg's risk never lowers one."),
    N_("No mean: a harmless leg added would lower it. The readings order corridors apart."),
)

_NOT_VARIED: Final = (
    N_(
        "Values are drawn independently of each other. Where two values of one state move together "
        "in life, such as practice and cooperation, its interval is rather too narrow than too "
        "wide; a draw may pair a grave practice with a mild cooperation."
    ),
    N_(
        "Choices (weights, aggregation, what is missing, borders) are drawn once for all "
        "countries, and all corridors see the same draw: what they share does not blur their order."
    ),
    N_(
        "Incidents newer than an assessment widen it and do not move it: nobody has weighed them "
        "yet, and they may confirm it."
    ),
    N_("Lines and kilometres are not varied: they are schematic and taken as drawn."),
    N_("An interval is about the evidence in hand. What nobody has reported is in no draw."),
)


def method(recipe: Recipe, uncertainty: UncertaintyRule) -> h.Element:
    """Return the page for ``recipe``: nodes, classes, rules, and the reason for every number."""
    return h.div(".atlas-panel.atlas-page")[
        h.h3[said(recipe.title)],
        h.p[
            _(
                "This page is written from the recipe itself. A figure is 0 (most protective) to "
                "10 (gravest). Choices marked as ours are our judgement and can be replaced by "
                "another recipe in the sidebar."
            )
        ],
        h.div(".atlas-columns")[
            markup.section(_("From evidence to a country's figure"), _nodes(recipe)),
            markup.section(_("Classes"), _classes(recipe)),
            markup.section(_("Anchors of the assessed scales"), _anchors()),
            markup.section(_("From countries to a leg"), _legs(recipe)),
            markup.section(_("From legs to a corridor"), _list(_(line) for line in _CORRIDORS)),
        ],
        markup.section(_("Every number of the recipe, with its reason"), _reasons(recipe.reasons)),
        markup.section(
            _("How sure a figure is: what is varied, and how far"),
            h.p[
                _(
                    "The same recipe is run again on other values and choices, with a fixed seed; "
                    "never a second formula. The draw that changes nothing gives the shown figure."
                )
            ],
            _reasons(uncertainty.reasons),
            h.h4[_("What that leaves out")],
            _list(_(line) for line in _NOT_VARIED),
        ),
    ]


def _list(lines: Iterable[str]) -> h.Element:
    return h.ul[[h.li[line] for line in lines]]


def _nodes(recipe: Recipe) -> h.Node:
    least = _("At least {share} of the children must be present.")
    return [
        _list(_node(node) for node in recipe.nodes),
        h.p[_(_MISSING[recipe.missing])],
        h.p[least.format(share=percent(recipe.min_present))] if recipe.min_present else None,
    ]


def _node(node: Node) -> str:
    words = _("{node} = {aggregate} of {parts}")
    if node.floor is not None:
        words = _("{node} = {aggregate} of {parts}, never below {floor}")
    return words.format(
        node=node.id,
        aggregate=_(AGGREGATES[node.aggregate]),
        parts=", ".join(map(_child, node.children)),
        floor="" if node.floor is None else f"{node.floor:g}",
    )


def _child(child: Child) -> str:
    words = _("{name} (weight {weight})")
    if child.factor != 1:
        words = _("{name} (weight {weight}, times {factor})")
    return words.format(
        name=_(RECIPE_COLUMNS.get(child.id, child.id)),
        weight=f"{child.weight:g}",
        factor=f"{child.factor:g}",
    )


def _classes(recipe: Recipe) -> h.Node:
    classes, _rule = map_rules(recipe)
    edges = [0.0, *classes.edges, 10.0]
    between, last = _("{low} to below {high}"), _("{low} to {high}")
    rows = [
        (
            markup.risk_chip(name),
            (last if high == edges[-1] else between).format(low=f"{low:g}", high=f"{high:g}"),
        )
        for name, (low, high) in zip(classes.names, pairwise(edges), strict=True)
    ]
    missing = _("a missing figure, never the lowest class")
    rows.append((markup.chip(_(NO_DATA), palette.NO_DATA), missing))
    return markup.table((_("Class"), _("Figure")), rows)


def _anchors() -> h.Node:
    lines = [(_(DIMENSIONS[name]), _(text)) for name, text in ANCHORS.items()]
    return [
        h.p[
            _(
                "Each dimension is assessed from 0, most protective, to 10, gravest, on its "
                "sources."
            ),
            " ",
            markup.judgement(),
        ],
        markup.table((_("Dimension"), _("What a score stands for")), lines),
    ]


def _legs(recipe: Recipe) -> h.Node:
    rule = map_rules(recipe)[1]
    km = f"{rule.crossing_km:g}"
    return _list(
        (
            _("Ground leg: kilometres in each country times its figure, over the kilometres."),
            _("Border crossing: {km} km of weight at the stricter of the two sides.").format(km=km),
            _("Air leg: only its two ends, {km} km each; not the airspace between.").format(km=km),
            _("Sea leg: the land at both ends and the two coasts; open water is not scored."),
            _("Under protection: the figure of the state that protects, once; no country crossed."),
            _("Country of origin: not scored, since a country does not return people to itself."),
            _(
                "Grey when less than {share} of a leg's weight has a figure. Missing is not zero."
            ).format(share=percent(rule.min_known)),
        )
    )


def _reasons(reasons: Iterable[Reason]) -> h.Element:
    head = (_("Field"), _("Value"), _("Why"), _("Reference"))
    return h.div(".atlas-wide")[markup.table(head, [_reason(one) for one in reasons])]


def _reason(reason: Reason) -> tuple[h.Node, ...]:
    mark = [" ", markup.judgement()] if reason.judgement else None
    return (
        h.code[reason.where],
        _(reason.value),
        [said(reason.why), mark],
        said(reason.reference) or "–",
    )
