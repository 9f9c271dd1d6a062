"""How sure a figure is, in words: its interval, and in how many draws which class it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.panels import markup

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
    spread = rule.spread
    return h.div[
        h.p(".atlas-note")[
            h.strong[f"{ends[0]:.1f} to {ends[1]:.1f}"],
            f" in {percent(spread.interval)} of {spread.draws:,} draws. {_classes(sure)} ",
            markup.judgement(),
        ],
        markup.unfold("What was varied", h.ul[[h.li[line] for line in _varied(rule)]]),
    ]


def _classes(sure: Row) -> str:
    shares = {
        str(name).removeprefix(_CLASS): float(sure[name])
        for name in reversed(sure.index)
        if str(name).startswith(_CLASS)
    }
    told = [
        f"{name} in {percent(share)}" for name, share in shares.items() if share >= _LEAST_SHARE
    ]
    return f"{', '.join(told)} of them." if told else ""


def percent(share: float) -> str:
    """Return a share for people: never 0 % or 100 % of what is neither."""
    if 0 < share < 0.01:  # noqa: PLR2004 - one per cent
        return "under 1 %"
    if 0.99 < share < 1:  # noqa: PLR2004 - ninety-nine per cent
        return "over 99 %"
    return f"{share:.0%}".replace("%", " %")


def _varied(rule: UncertaintyRule) -> list[str]:
    spread = rule.spread
    return [
        (
            "Each assessed value: a standard deviation of "
            f"{spread.spread_high:g}, {spread.spread_medium:g} or {spread.spread_low:g} points for "
            f"high, medium or low grade, and {spread.spread_per_year:g} for each year of age."
        ),
        f"Each weight: up to {spread.weight_share:.0%} more or less.",
        (
            f"The aggregation: {', '.join(spread.alternatives)} in place of the recipe's own in "
            f"{1 - spread.own_aggregate:.0%} of the draws."
        ),
        (
            "What is missing: left out as in the recipe, or drawn from the whole scale in "
            f"{spread.drawn_share:.0%} of the draws."
        ),
        f"The weight of a border: up to {spread.border_factor:g} times, or that part of it.",
        "The reason for each number stands on the page Method.",
    ]
