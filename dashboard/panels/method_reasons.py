"""Every number of the method with its reason, in groups by what it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import _, day, integer, said
from dashboard.panels import markup
from dashboard.recipe_words import field_name, field_value
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.recipe import Reason, Recipe
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

# The tables of a recipe that stand in for an assessment, and the dimension that each one reads.
_STAND_INS: Final = {
    "practice": "state_practice_of_return",
    "cooperation": "cooperation_with_dprk_on_return",
    "commitment": "non_refoulement_commitment",
}
_BY_RULE: Final = "rule"


def recipe_reasons(atlas: Atlas, readings: Readings) -> h.Node:
    """Return the numbers of the recipe with their reasons, in three groups by what they move."""
    recipe, names = readings.recipe, atlas.names()
    moving, standing_in, silent = _groups(recipe)
    return [
        markup.section(
            _("Every number that moves a figure, with its reason"),
            _reasons(moving, recipe, names),
        ),
        markup.section(
            _("Rules that stand in where nobody has assessed"),
            h.p[_stand_in_words(readings)],
            _reasons(standing_in, recipe, names),
        )
        if standing_in
        else None,
        markup.section(
            _("Rules that move no figure of this index"),
            h.p[_silent_words(silent)],
            _reasons(silent, recipe, names),
        )
        if silent
        else None,
    ]


def rule_reasons(rule: UncertaintyRule) -> h.Element:
    """Return the numbers of the rule of uncertainty with their reasons."""
    return _reasons(rule.reasons, None, {})


def _groups(recipe: Recipe) -> tuple[list[Reason], list[Reason], list[Reason]]:
    moving: list[Reason] = []
    standing_in: list[Reason] = []
    silent: list[Reason] = []
    for reason in recipe.reasons:
        dimension = _STAND_INS.get(reason.where.partition(".")[0])
        if dimension is None:
            moving.append(reason)
        elif dimension in recipe.columns:
            standing_in.append(reason)
        else:
            silent.append(reason)
    return moving, standing_in, silent


def _stand_in_words(readings: Readings) -> str:
    """Return how many values of the index are read by a rule on the date."""
    used = readings.indicators[
        readings.indicators["dimension"].isin(readings.recipe.columns)
        & readings.indicators["score"].notna()
    ]
    ruled = int((used["basis"] == _BY_RULE).sum())
    return _(
        "They read incidents and agreements of a country before an assessment of it exists. On "
        "{date} {ruled} of {all} values of this index are read by them; the others are assessed, "
        "and there these numbers move nothing."
    ).format(date=day(readings.date), ruled=integer(ruled), all=integer(len(used)))


def _silent_words(silent: Iterable[Reason]) -> str:
    tables = dict.fromkeys(reason.where.partition(".")[0] for reason in silent)
    read = ", ".join(f"“{_(DIMENSIONS[_STAND_INS[table]])}”" for table in tables)
    return _(
        "They give {dimensions}, which can be painted on the map, where nobody has assessed it. "
        "This index does not read it: no class, leg or corridor moves with these numbers."
    ).format(dimensions=read)


def _reasons(
    reasons: Iterable[Reason], recipe: Recipe | None, countries: Mapping[str, str]
) -> h.Element:
    head = (_("What"), _("Value"), _("Why"), _("Reference"))
    lines = [_reason(one, recipe, countries) for one in reasons]
    return markup.table(head, lines, "stacked labelled")


def _reason(
    reason: Reason, recipe: Recipe | None, countries: Mapping[str, str]
) -> tuple[h.Node, ...]:
    mark = [" ", markup.judgement()] if reason.judgement else None
    return (
        field_name(reason),
        field_value(reason, recipe, countries),
        [said(reason.why), mark],
        said(reason.reference) or "–",
    )
