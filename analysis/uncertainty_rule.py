"""How far values and choices are varied, and how often: a frozen rule from the text of a TOML."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, get_args

from analysis.recipe import Aggregate, Reason
from analysis.recipe_cells import toml_document
from analysis.recipe_reasons import read_reasons, read_references, read_rule

if TYPE_CHECKING:
    from analysis.recipe_cells import Section


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Every number that decides how wide an interval is.

    ``spread_high``, ``spread_medium`` and ``spread_low`` are the standard deviations of a value of
    that grade, on a scale of 0 to 10; ``spread_per_year`` is added for each year of age
    (``undated_years`` where undated) and ``spread_per_newer_incident`` for each incident that is
    newer than the assessment, up to ``widest``. ``weight_share`` is the largest change of a
    weight, as a share of it. ``own_aggregate`` is the share of draws that keep the recipe's
    aggregates; ``alternatives`` share the rest. ``least`` is what a smaller value counts under an
    alternative that is not defined at 0. ``drawn_share`` is the share of draws in which what is
    missing is drawn. ``border_factor`` is the largest factor on fixed weights of legs.
    ``sobol_draws`` are drawn ``sobol_runs`` times to say what makes a figure uncertain.
    ``interval`` is the share of draws inside an interval, ``clear`` the share from which an order
    counts as determined.
    """

    draws: int
    seed: int
    interval: float
    clear: float
    spread_high: float
    spread_medium: float
    spread_low: float
    spread_per_year: float
    spread_per_newer_incident: float
    undated_years: float
    widest: float
    weight_share: float
    own_aggregate: float
    alternatives: tuple[Aggregate, ...]
    least: float
    drawn_share: float
    border_factor: float
    sobol_draws: int
    sobol_runs: int


@dataclass(frozen=True, kw_only=True)
class UncertaintyRule:
    """The rule with the reasons of its numbers, in the order of the text."""

    spread: Spread
    reasons: tuple[Reason, ...] = ()


def parse_uncertainty(text: str, *, name: str) -> UncertaintyRule:
    """Return the rule that a TOML text describes.

    Parameters
    ----------
    text
        The whole text. Reading the file is the caller's part.
    name
        What errors call it, normally its file name.

    Raises
    ------
    RecipeError
        The text is not TOML, a number has no reason, or a number cannot mean what it says; the
        message names file, number and expectation.

    """
    document = toml_document(text, name)
    document.allow([*(field.name for field in fields(Spread)), "references"])
    spread = read_rule(document, Spread)
    _refuse_impossible(document, spread)
    reasons = tuple(read_reasons(document, dict(read_references(document))))
    return UncertaintyRule(spread=spread, reasons=reasons)


def _refuse_impossible(document: Section, spread: Spread) -> None:
    for key, possible, expected in _bounds(spread):
        if not possible:
            value = getattr(spread, key)
            raise document.section(key).refuse(f"value = {value!r}", expected)


def _bounds(spread: Spread) -> list[tuple[str, bool, str]]:
    """Return, for each number that has bounds, whether it keeps them, and their words."""
    known = set(get_args(Aggregate))
    rising = spread.spread_high <= spread.spread_medium <= spread.spread_low <= spread.widest
    return [
        ("draws", 100 <= spread.draws <= 2**20, "a whole number from 100 to 1048576"),  # noqa: PLR2004
        ("interval", 0 < spread.interval < 1, "a share above 0 and below 1"),
        ("clear", 0.5 < spread.clear <= 1, "a share above 0.5 and up to 1"),  # noqa: PLR2004
        ("widest", rising, "spreads that rise from high over medium and low to the widest"),
        ("weight_share", spread.weight_share < 1, "a share from 0 to below 1"),
        ("own_aggregate", spread.own_aggregate <= 1, "a share from 0 to 1"),
        ("own_aggregate", _adds_up(spread), "1 where no alternative is listed, else above 0"),
        ("alternatives", set(spread.alternatives) <= known, f"some of {', '.join(sorted(known))}"),
        ("least", 0 < spread.least <= 1, "a number above 0, up to 1"),
        ("drawn_share", spread.drawn_share < 1, "a share from 0 to below 1"),
        ("border_factor", spread.border_factor >= 1, "a factor of 1 or more"),
        ("sobol_draws", _is_power_of_two(spread.sobol_draws), "a power of 2 from 64 to 65536"),
        ("sobol_runs", 2 <= spread.sobol_runs <= 64, "a whole number from 2 to 64"),  # noqa: PLR2004
    ]


def _adds_up(spread: Spread) -> bool:
    """Say whether every draw has an aggregate, and some draw the recipe's own."""
    return spread.own_aggregate > 0 and bool(spread.alternatives or spread.own_aggregate == 1)


def _is_power_of_two(number: int) -> bool:
    return number in {2**place for place in range(6, 17)}
