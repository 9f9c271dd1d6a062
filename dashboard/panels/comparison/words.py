"""What the page Compare says in words: draws, readings, orders, what drives a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from analysis.factors import AGGREGATE, BORDER, MISSING, WEIGHTS
from analysis.pairs import EQUAL, FIRST, OPEN, UNKNOWN
from dashboard.language import N_, _, integer, open_percent, percent
from dashboard.words import NOT_ADVICE, READINGS, RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.rows import Row

_EXPLAINED: Final = {
    "cumulative": N_(
        "Cumulative exposure adds up score × 1,000 km over the whole way: long and grave reads "
        "high."
    ),
    "worst_reading": N_("Worst leg: the highest reading of any leg, from 0 to 10."),
    "km_high": N_("Ground kilometres in countries in the class High, not under protection."),
    "km_elevated_or_worse": N_(
        "Ground kilometres in countries in the class Elevated or High, not under protection."
    ),
}
_CHOICES: Final = {
    AGGREGATE: N_("How indicators are put together: mean, or the graver one more"),
    MISSING: N_("What is missing: left out, or anything"),
    BORDER: N_("How many kilometres a border counts"),
    WEIGHTS: N_("How much each indicator weighs"),
}


def draws(rule: UncertaintyRule) -> str:
    """Return what a draw is, and what the range beside a figure is."""
    return _(
        "Beside each figure: where {share} of {draws} draws lie. A draw computes every figure "
        "again with other values that the evidence also allows."
    ).format(share=percent(rule.spread.interval), draws=integer(rule.spread.draws))


def reading_explained(reading: str) -> str:
    """Return what one reading of a corridor is."""
    return _(_EXPLAINED[reading])


def not_compared(names: Sequence[str]) -> str:
    """Return which corridors are drawn hollow and why; empty where none is."""
    if not names:
        return ""
    return _(
        "Hollow, and not compared: {corridors}. They begin outside North Korea or have a leg that "
        "is not scored, and read lower than the whole way would."
    ).format(corridors="; ".join(names))


def not_advice() -> h.Element:
    """Return what a comparison is not."""
    return h.p(".atlas-not-advice")[_(NOT_ADVICE)]


def share_words(verdict: str, share: float) -> str:
    """Return the share of draws behind a verdict; an open one is never told as the edge."""
    return open_percent(share) if verdict == OPEN else percent(share)


def pair_sentence(pair: Row, names: Mapping[str, str]) -> str:
    """Return which of two reads worse by one reading, and in how many draws.

    Parameters
    ----------
    pair
        A row of `pair_shares`.
    names
        What the two are called.
    """
    by = _(READINGS[pair["reading"]])
    first, second = names[pair["first"]], names[pair["second"]]
    compared = integer(round(int(pair["draws"]) * float(pair["share_read"])))
    if pair["verdict"] == UNKNOWN:
        return _("{by}: {first} and {second} cannot be compared, no draw has both figures.").format(
            by=by, first=first, second=second
        )
    if pair["verdict"] == EQUAL:
        words = _("{by}: {first} and {second} read the same in {share} of {draws} draws.")
        share = pair["share_ties"]
    elif pair["verdict"] == OPEN:
        words = _(
            "{by}: the order of {first} and {second} is not determined. {first} reads worse in "
            "{share} of {draws} draws."
        )
        share = pair["share_first"]
    elif pair["verdict"] == FIRST:
        words = _("{by}: {first} reads worse than {second} in {share} of {draws} draws.")
        share = pair["share_first"]
    else:
        words = _("{by}: {second} reads worse than {first} in {share} of {draws} draws.")
        share = pair["share_second"]
    shown = share_words(str(pair["verdict"]), float(share))
    told = words.format(by=by, first=first, second=second, share=shown, draws=compared)
    return told if pair["verdict"] == EQUAL else f"{told}{_ties(float(pair['share_ties']))}"


def _ties(share: float) -> str:
    if not share:
        return ""
    return " " + _("They tie in {share}; a tie counts half for each.").format(share=percent(share))


def factor_words(factor: Row, names: Mapping[str, str]) -> str:
    """Return what a value or a choice is called that makes a figure uncertain.

    ``factor`` is a row of `sensitivity`; ``names`` are those of countries.
    """
    if not factor["iso3"]:
        return _(_CHOICES.get(factor["factor"], factor["factor"]))
    country = names.get(factor["iso3"], factor["iso3"])
    if not factor["dimension"]:
        return _("{country}: nothing is known").format(country=country)
    column = RECIPE_COLUMNS.get(factor["dimension"], factor["dimension"])
    return f"{country}: {_(column)}"
