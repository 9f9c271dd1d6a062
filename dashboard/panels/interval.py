"""How sure a figure is, in words: its interval, and in how many draws which class it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.language import _, decimal, integer, percent
from dashboard.panels import markup
from dashboard.words import AGGREGATES

if TYPE_CHECKING:
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.rows import Row

_CLASS: Final = "p "
_LEAST_SHARE: Final = 0.005


def interval_ends(sure: Row | None) -> tuple[float, float] | None:
    """Return the lower and upper end of an interval, None where nothing was drawn."""
    if sure is None or pd.isna(sure["low"]):
        return None
    return float(sure["low"]), float(sure["high"])


def interval_words(sure: Row, rule: UncertaintyRule) -> h.Element | None:
    """Return the interval and the classes by share of draws, marked as ours, with what was varied.

    ``sure`` is a row of ``countries`` or ``legs`` of `Intervals`.
    """
    ends = interval_ends(sure)
    if ends is None:
        return None
    words = _("{low} to {high} in {share} of {draws} draws.").format(
        low=decimal(ends[0]),
        high=decimal(ends[1]),
        share=percent(rule.spread.interval),
        draws=integer(rule.spread.draws),
    )
    return h.div[
        h.p(".atlas-note")[words, " ", _classes(sure), " ", markup.judgement()],
        markup.unfold(_("What was varied"), h.ul[[h.li[line] for line in _varied(rule)]]),
    ]


def _classes(sure: Row) -> str:
    """Return in how many draws the figure has which class."""
    shares = {
        str(name).removeprefix(_CLASS): float(sure[name])
        for name in reversed(sure.index)
        if str(name).startswith(_CLASS)
    }
    told = [
        _("{name} in {share}").format(name=_(name), share=percent(share))
        for name, share in shares.items()
        if share >= _LEAST_SHARE
    ]
    return _("{classes} of them.").format(classes=", ".join(told)) if told else ""


def _varied(rule: UncertaintyRule) -> list[str]:
    spread = rule.spread
    return [
        _(
            "A draw computes the figure again with other values and choices that the evidence also "
            "allows."
        ),
        _(
            "Each assessed value: a standard deviation of {high}, {medium} or {low} points for "
            "high, medium or low grade, {per_year} for each year of age, and {per_incident} for "
            "each incident that is newer than the assessment."
        ).format(
            high=f"{spread.spread_high:g}",
            medium=f"{spread.spread_medium:g}",
            low=f"{spread.spread_low:g}",
            per_year=f"{spread.spread_per_year:g}",
            per_incident=f"{spread.spread_per_newer_incident:g}",
        ),
        _("Each weight: up to {share} more or less.").format(share=percent(spread.weight_share)),
        _(
            "The aggregation: {alternatives} in place of the recipe's own in {share} of the draws."
        ).format(
            alternatives=", ".join(_(AGGREGATES[name]) for name in spread.alternatives),
            share=percent(1 - spread.own_aggregate),
        ),
        _(
            "What is missing: left out as in the recipe, or drawn from the whole scale in {share} "
            "of the draws."
        ).format(share=percent(spread.drawn_share)),
        _("The weight of a border: up to {factor} times, or that part of it.").format(
            factor=f"{spread.border_factor:g}"
        ),
        _("The reason for each number, and what is not varied, stands on the page Method."),
    ]
