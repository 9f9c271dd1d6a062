"""What the numbers of a recipe and of the rule of uncertainty are called, and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import N_, _, percent
from dashboard.words import AGGREGATES, RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.recipe import Child, Leaf, Node, Reason, Recipe

FIELDS: Final = {
    "recipe": N_("What is missing"),
    "classes": N_("Classes and their edges"),
    "practice.window_years": N_("An incident speaks for so many years"),
    "practice.fresh_years": N_("It speaks in full for so many years"),
    "practice.half_life_years": N_("Then its weight halves in so many years"),
    "practice.systematic_events": N_("Weighted returns that make a practice"),
    "practice.systematic_people": N_("Weighted people returned that make a practice"),
    "practice.systematic": N_("Score of a systematic practice"),
    "practice.returns_only": N_("Score of returns without transfers"),
    "practice.returns_and_transfers": N_("Score of returns beside transfers"),
    "practice.transfers_only": N_("Score of transfers without returns"),
    "practice.isolated": N_("Score of returns too few for a practice, by a state of arrival"),
    "practice.sparse": N_("Score toward which old incidents fade"),
    "practice.destinations": N_("States where people arrive to stay"),
    "practice.best_grade": N_("Best grade that the rule may claim"),
    "cooperation.systematic_practice": N_("Score of an agreement and a systematic practice"),
    "cooperation.returns": N_("Score of an agreement and returns"),
    "cooperation.agreement_only": N_("Score of an agreement while nobody was returned"),
    "commitment.start": N_("Score without any commitment"),
    "commitment.refugee_convention": N_("Less for the 1951 Convention or the 1967 Protocol"),
    "commitment.cat": N_("Less for the Convention against Torture"),
    "commitment.iccpr": N_("Less for the Covenant on Civil and Political Rights"),
    "commitment.crc": N_("Less for the Convention on the Rights of the Child"),
    "commitment.cped": N_("Less for the Convention against Enforced Disappearance"),
    "commitment.agreement": N_("More for an instrument of return with the DPRK"),
    "legs.crossing_km": N_("Weight of a border or of an end of a flight, km"),
    "legs.min_known": N_("Least share of a leg's weight with a figure"),
    "legs.elevated": N_("Class from which kilometres count as elevated"),
    "legs.origin": N_("Country that people leave"),
    "draws": N_("Draws"),
    "seed": N_("Seed of the draws"),
    "interval": N_("Share of draws inside an interval"),
    "clear": N_("Share of draws from which an order is determined"),
    "spread_high": N_("Standard deviation of a value of high grade, points"),
    "spread_medium": N_("Standard deviation of a value of medium grade, points"),
    "spread_low": N_("Standard deviation of a value of low grade, points"),
    "spread_per_year": N_("More for each year of age, points"),
    "spread_per_newer_incident": N_("More for each incident newer than the assessment, points"),
    "undated_years": N_("Age of a source without a date, years"),
    "widest": N_("Largest standard deviation, points"),
    "weight_share": N_("Largest change of a weight, as a share of it"),
    "own_aggregate": N_("Share of draws with the recipe's own aggregation"),
    "alternatives": N_("Other ways to aggregate"),
    "least": N_("What a smaller value counts as where a mean is not defined at 0"),
    "drawn_share": N_("Share of draws in which what is missing is drawn"),
    "border_factor": N_("Largest factor on the weight of a border"),
    "sobol_draws": N_("Draws in each run of the shares of doubt"),
    "sobol_runs": N_("Runs of the shares of doubt"),
}
_NODES: Final = {"risk": N_("Refoulement risk")}
_SHARES: Final = frozenset(
    {
        *("legs.min_known", "interval", "clear", "weight_share", "own_aggregate"),
        "drawn_share",
    }
)
_COUNTRIES: Final = frozenset({"practice.destinations", "legs.origin"})
MISSING: Final = {
    "skip": N_("Weights are renormalised over the children that are present."),
    "fail": N_("A node with a missing child is missing."),
}


def field_name(reason: Reason) -> str:
    """Return what a number or choice is called; leaves and nodes by what they stand for."""
    part, _dot, name = reason.where.partition(".")
    if part in ("leaves", "nodes"):
        return thing_name(name)
    return _(FIELDS[reason.where])


def field_value(reason: Reason, recipe: Recipe | None, countries: Mapping[str, str]) -> str:
    """Return the value that a reason speaks for, in words.

    Parameters
    ----------
    reason
        A reason of the recipe, or of the rule of uncertainty.
    recipe
        The recipe; None for the rule of uncertainty, which has neither leaves nor nodes.
    countries
        Names by ``iso3``.
    """
    if recipe and (made := _made(reason.where, recipe)):
        return made
    if reason.where in _SHARES:
        return percent(float(reason.value))
    words = reason.value.split(", ")
    if reason.where in _COUNTRIES:
        return ", ".join(countries.get(word, word) for word in words)
    return ", ".join(_(AGGREGATES.get(word, word)) for word in words)


def _made(where: str, recipe: Recipe) -> str:
    """Return how a node, a leaf, the classes or what is missing are made; empty for a number."""
    part, _dot, name = where.partition(".")
    if part == "nodes":
        return node_formula(recipe.node(name))
    if part == "leaves":
        return scale_rule(recipe.leaf(name))
    if part == "classes" and recipe.classes:
        edges = ", ".join(f"{edge:g}" for edge in recipe.classes.edges)
        names = ", ".join(map(_, recipe.classes.names))
        return _("{names}; edges at {edges}").format(names=names, edges=edges)
    return missing_rule(recipe) if part == "recipe" else ""


def thing_name(name: str) -> str:
    """Return what a column or node of a recipe is called; a name of a reader's own stays."""
    return _(RECIPE_COLUMNS.get(name) or _NODES.get(name, name))


def node_formula(node: Node) -> str:
    """Return how a node is put together from its children."""
    words = _("{aggregate} of {parts}")
    if node.floor is not None:
        words = _("{aggregate} of {parts}, never below {floor}")
    return words.format(
        aggregate=_(AGGREGATES[node.aggregate]),
        parts=", ".join(map(_child, node.children)),
        floor="" if node.floor is None else f"{node.floor:g}",
    )


def missing_rule(recipe: Recipe) -> str:
    """Return what a recipe does with what is missing."""
    rule = _(MISSING[recipe.missing])
    if not recipe.min_present:
        return rule
    least = _("At least {share} of the children must be present.")
    return f"{rule} {least.format(share=percent(recipe.min_present))}"


def _child(child: Child) -> str:
    words = _("{name} (weight {weight})")
    if child.factor != 1:
        words = _("{name} (weight {weight}, times {factor})")
    return words.format(
        name=thing_name(child.id), weight=f"{child.weight:g}", factor=f"{child.factor:g}"
    )


def scale_rule(leaf: Leaf) -> str:
    """Return how a column is brought to the scale of the index, in the order it is done."""
    if leaf.words:
        return "; ".join(f"{_(word)} {figure:g}" for word, figure in leaf.words)
    if leaf.low is None or leaf.high is None:
        return _("its natural logarithm") if leaf.transform == "log" else _("as it stands")
    posts = {"low": f"{leaf.low:g}", "high": f"{leaf.high:g}"}
    scale = f"{leaf.scale:g}"
    ends = ("0", scale) if leaf.direction > 0 else (scale, "0")
    steps = (
        _("values beyond {low} and {high} are cut to them").format(**posts) if leaf.cap else "",
        _("the natural logarithm is taken") if leaf.transform == "log" else "",
        _("{low} to {high}, mapped to {first} to {last}").format(
            **posts, first=ends[0], last=ends[1]
        ),
    )
    return "; ".join(filter(None, steps))


def stands(leaf: Leaf) -> bool:
    """Say whether a column of numbers within its goalposts enters the index as it stands."""
    mapped = leaf.low is not None and (leaf.low, leaf.high) != (0, leaf.scale)
    changed = mapped or leaf.direction < 0 or leaf.cap
    return not (leaf.words or changed or leaf.transform == "log")


def rounding_rule(decimals: int) -> str:
    """Return how a recipe rounds the figures of its nodes."""
    return _("Every node is rounded half up before it goes on; decimals: {decimals}.").format(
        decimals=decimals
    )
