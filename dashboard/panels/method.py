"""The method, written out from the recipe in use: a changed recipe is a changed page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard import palette
from dashboard.language import N_, _, percent, said
from dashboard.literature import literature
from dashboard.panels import markup
from dashboard.panels.edges import edge_cases
from dashboard.panels.method_reasons import recipe_reasons, rule_reasons
from dashboard.recipe_words import (
    missing_rule,
    node_formula,
    rounding_rule,
    scale_rule,
    stands,
    thing_name,
)
from dashboard.words import ANCHORS, DIMENSIONS, NO_DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.recipe import Recipe
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

_CORRIDORS: Final = (
    N_("Cumulative: sum over the legs of weight × score, in score × 1,000 km."),
    N_("Worst leg: the highest reading of a leg."),
    N_("Kilometres at High, and at Elevated or worse, on ground legs not under protection."),
    N_("Adding a leg never lowers one of these; raising a leg's risk never lowers one."),
    N_("No mean: a harmless leg added would lower it. The readings order corridors apart."),
    N_(
        "Between two places: the lowest sum, the lowest worst leg, or all that no other way beats "
        "in two readings; no way enters a place twice."
    ),
)
_DRAWN: Final = (
    N_(
        "The same recipe is run again on other values and choices, with a fixed seed; never a "
        "second formula. The draw that changes nothing gives the shown figure."
    ),
    N_(
        "A value is drawn from a normal distribution around it; what falls beyond an end of the "
        "scale counts at that end, so that the value stays the median. The standard deviation is "
        "that of its grade and grows with age and with newer incidents, up to the largest."
    ),
    N_(
        "Two dates, or with and without a scenario, see the same draw of all that they share, so "
        "that the difference is what is drawn."
    ),
    N_(
        "On the map the less sure a class is, the paler and the more broken its line, so that an "
        "unsure leg cannot look exact."
    ),
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
# The works that a formula rests on, beside it.
_AGGREGATED: Final = {
    "arithmetic": "oecd_jrc_2008",
    "geometric": "oecd_jrc_2008",
    "inverse_geometric": "inform_2017",
}
_OF_CORRIDORS: Final = {
    0: ("oecd_jrc_2008",),
    4: ("munda_nardo_2009",),
    5: ("yen_1971", "hernandez_ulloa_2020"),
}
_OF_DRAWS: Final = {
    0: ("saisana_2005", "oecd_jrc_2008", "owen_1998"),
    2: ("glasserman_yao_1992",),
    3: ("correll_2018",),
}


def method(atlas: Atlas, readings: Readings, intervals: Intervals) -> h.Element:
    """Return the page of the recipe in use: nodes, classes, rules, the reason for every number."""
    recipe = readings.recipe
    return h.div(".atlas-panel.atlas-page.atlas-method")[
        h.h3[said(recipe.title)],
        h.p[
            _(
                "This page is written from the recipe itself. A figure is 0 (most protective) to "
                "10 (gravest). Choices marked as ours are our judgement and can be replaced by "
                "another recipe in the sidebar. A work in brackets supports the formula; it does "
                "not support our numbers."
            )
        ],
        h.div(".atlas-columns")[
            markup.section(_("From evidence to a country's figure"), _nodes(recipe)),
            markup.section(_("Anchors of the assessed scales"), _anchors()),
            markup.section(_("From countries to a leg"), _legs(readings)),
            markup.section(_("From legs to a corridor"), _cited_list(_CORRIDORS, _OF_CORRIDORS)),
        ],
        markup.section(_("Classes"), _classes(readings), edge_cases(atlas, readings, intervals)),
        recipe_reasons(atlas, readings),
        markup.section(
            _("How sure a figure is: what is varied, and how far"),
            _cited_list(_DRAWN, _OF_DRAWS),
            rule_reasons(intervals.rule),
            h.p[
                _(
                    "Shares of the doubt, on Compare under “What it rests on”: first-order and "
                    "total indices of variance."
                ),
                _cite("saltelli_2010"),
            ],
            h.h4[_("What that leaves out")],
            _cited_list(_NOT_VARIED),
        ),
        markup.section(_("References"), h.ul[[h.li[work.full] for work in literature().values()]]),
    ]


def _cite(*keys: str) -> h.Element:
    """Return the short marks of works, in brackets."""
    works = literature()
    return h.span(".atlas-dim")[f" ({'; '.join(works[key].short for key in keys)})"]


def _cited_list(
    lines: Iterable[str], cited: Mapping[int, tuple[str, ...]] | None = None
) -> h.Element:
    known = cited or {}
    return h.ul[
        [
            h.li[_(line), _cite(*known[place]) if place in known else None]
            for place, line in enumerate(lines)
        ]
    ]


def _nodes(recipe: Recipe) -> h.Node:
    words = _("{node} = {formula}")
    return [
        h.ul[
            [
                h.li[
                    words.format(node=thing_name(node.id), formula=node_formula(node)),
                    _cite(_AGGREGATED[node.aggregate]) if node.aggregate in _AGGREGATED else None,
                ]
                for node in recipe.nodes
            ]
        ],
        _scales(recipe),
        h.p[missing_rule(recipe)],
        None if recipe.decimals is None else h.p[rounding_rule(recipe.decimals)],
        h.p[
            _(
                "On a date only evidence up to it counts. Of several assessments the newest one "
                "speaks, then the better graded; one without a date speaks always and yields to a "
                "dated one."
            )
        ],
    ]


def _scales(recipe: Recipe) -> h.Element | None:
    """Return how the columns are brought to the scale of the index, but for those that stand."""
    leaves = [leaf for leaf in map(recipe.leaf, recipe.columns) if not stands(leaf)]
    if not leaves:
        return None
    words = _("{column}: {rule}")
    return h.ul[
        [h.li[words.format(column=thing_name(leaf.id), rule=scale_rule(leaf))] for leaf in leaves]
    ]


def _classes(readings: Readings) -> h.Node:
    classes = readings.classes
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
        markup.table((_("Dimension"), _("What a score stands for")), lines, "stacked labelled"),
    ]


def _legs(readings: Readings) -> h.Node:
    rule = readings.leg_rule
    km = f"{rule.crossing_km:g}"
    lines = (
        _(
            "Ground leg: the sum of weight × figure over the countries and borders that have a "
            "figure, divided by the sum of their weights. A country weighs its kilometres."
        ),
        _(
            "Border crossing: {km} km of weight at the stricter of the two sides that have a "
            "figure; each border once, however often the schematic line meets it."
        ).format(km=km),
        _(
            "Kilometres on open water, and in a country that the corridor is not reported to "
            "enter, are shown and not scored."
        ),
        _("Air leg: only its two ends, {km} km each; not the airspace between.").format(km=km),
        _("Sea leg: the land at both ends and the two coasts; open water is not scored."),
        _("Under protection: the figure of the state that protects, once; no country crossed."),
        _("A leg on which a state sends people is no escape: not scored, grey."),
        _("Country of origin: not scored, since a country does not return people to itself."),
        _(
            "Grey when less than {share} of a leg's weight has a figure. Missing is not zero."
        ).format(share=percent(rule.min_known)),
    )
    measured = _("Kilometres are geodesics on the ellipsoid WGS84.")
    return h.ul[[h.li[line] for line in lines], h.li[measured, _cite("karney_2013")]]
