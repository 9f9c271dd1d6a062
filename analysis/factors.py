"""What is uncertain in a recipe's figures: one factor per value and per choice that is varied."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.countries import recipe_cells
from analysis.index import TOP
from analysis.leaf_values import leaf_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.recipe import Recipe
    from analysis.uncertainty_rule import Spread

WEIGHT: Final = "weight"
AGGREGATE: Final = "aggregate"
MISSING: Final = "missing values"
BORDER: Final = "border weight"
CHOICES: Final = (WEIGHT, AGGREGATE, MISSING, BORDER)
WEIGHTS: Final = "weights"  # all of them as one factor
VALUE: Final = "value"
MISSING_VALUE: Final = "missing value"
COUNTRY: Final = "country without a figure"

# The basis of a value that a scenario sets: it is given, not found, and so not drawn.
ASSUMED: Final = "scenario"


@dataclass(frozen=True, kw_only=True)
class Factor:
    """One thing that a draw varies.

    ``kind`` is one of the words above. ``iso3``, ``dimension`` and ``node`` are empty where they do
    not belong. A value has its assessed ``figure``, its standard deviation ``spread`` and the ends
    ``low`` and ``top`` where its distribution is cut off; a missing value has the ends alone.
    """

    kind: str
    iso3: str = ""
    dimension: str = ""
    node: str = ""
    figure: float = np.nan
    spread: float = np.nan
    low: float = np.nan
    top: float = np.nan

    @property
    def name(self) -> str:
        """What the factor is called, such as ``CHN state_practice_of_return``."""
        if self.kind in (AGGREGATE, MISSING, BORDER):
            return self.kind
        label = " ".join(part for part in (self.iso3, self.node, self.dimension) if part)
        return f"weight {label}" if self.kind == WEIGHT else label


def factor_table(factors: Iterable[Factor]) -> pd.DataFrame:
    """Return factors as a table: index ``factor`` (its name), one column per field of `Factor`.

    In their order. ``kind``, ``iso3``, ``dimension`` and ``node`` are texts, ``figure``,
    ``spread``, ``low`` and ``top`` floats on the scale of the leaf, NaN where they do not belong.
    """
    kept = list(factors)
    index = pd.Index([factor.name for factor in kept], name="factor")
    return pd.DataFrame([asdict(factor) for factor in kept], index=index)


def leaf_figures(indicators: pd.DataFrame, recipe: Recipe, iso3: Iterable[str]) -> pd.DataFrame:
    """Return the figures that the nodes aggregate: a row per country, a column per leaf.

    Parameters
    ----------
    indicators
        The result of `indicators_on`.
    recipe
        The index.
    iso3
        The countries wanted; one without indicators has none of them.

    """
    cells = recipe_cells(indicators, recipe)
    found = {column: leaf_values(recipe, cells, column=column) for column in recipe.columns}
    return pd.DataFrame(found, index=cells.index).reindex(pd.Index(iso3, name="iso3"))


def uncertain_factors(
    indicators: pd.DataFrame,
    figures: pd.DataFrame,
    *,
    risk: pd.Series,
    recipe: Recipe,
    spread: Spread,
) -> tuple[Factor, ...]:
    """Return everything that a draw varies, choices first.

    Parameters
    ----------
    indicators
        The result of `indicators_on`: grade and age decide how wide a value is drawn.
    figures
        The result of `leaf_figures`.
    risk
        The shown figure of each country, NaN where there is none.
    recipe
        The index.
    spread
        How far values and choices are varied.

    Returns
    -------
    The choices of the recipe; then, by country, its values, present or missing. A country without
    a figure is one factor, the country people leave none.

    """
    shown = risk.reindex(figures.index)
    origin = recipe.legs.origin if recipe.legs else ()
    silent = figures.index[shown.isna() & ~figures.index.isin(origin)]
    spoken = figures[shown.notna()]
    wide = _spreads(indicators, spread)
    return (
        *_choices(recipe),
        *_values(spoken, wide, recipe),
        *(Factor(kind=COUNTRY, iso3=str(iso3)) for iso3 in silent),
    )


def value_spread(
    grade: str, age_years: float, spread: Spread, *, newer_incidents: int = 0
) -> float:
    """Return the standard deviation of an assessed value, in points of a scale of 0 to 10.

    Parameters
    ----------
    grade
        Of the evidence: ``high``, ``medium``, or anything else, which counts as ``low``.
    age_years
        Of the evidence on the as-of date; NaN where it is undated.
    spread
        The rule: a start by grade, grown by age and by what happened since, up to ``widest``.
    newer_incidents
        How many incidents are newer than the assessment and not weighed in it.

    """
    start = {"high": spread.spread_high, "medium": spread.spread_medium}
    age = spread.undated_years if np.isnan(age_years) else max(age_years, 0.0)
    grown = start.get(grade, spread.spread_low) + spread.spread_per_year * age
    unweighed = spread.spread_per_newer_incident * newer_incidents
    return float(min(grown + unweighed, spread.widest))


def _choices(recipe: Recipe) -> Iterator[Factor]:
    yield from (Factor(kind=kind) for kind in (AGGREGATE, MISSING, BORDER))
    for node in recipe.nodes:
        weighed = [child.id for child in node.children if child.weight > 0]
        if len(weighed) > 1:
            yield from (Factor(kind=WEIGHT, node=node.id, dimension=one) for one in weighed)


def _values(
    figures: pd.DataFrame, wide: dict[tuple[str, str], float], recipe: Recipe
) -> Iterator[Factor]:
    """Yield one factor per country and leaf; ``wide`` are spreads on a scale of 0 to 10."""
    for iso3, row in zip(figures.index, figures.to_numpy(dtype=float), strict=True):
        for dimension, figure in zip(figures.columns, row, strict=True):
            top, named = leaf_top(recipe, dimension), {"iso3": iso3, "dimension": dimension}
            if np.isnan(figure):
                yield Factor(kind=MISSING_VALUE, **named, low=0.0, top=top)
                continue
            spread = wide[iso3, dimension] * top / TOP
            ends = {"low": min(0.0, figure), "top": max(top, figure)}
            yield Factor(kind=VALUE, **named, figure=float(figure), spread=spread, **ends)


def _spreads(indicators: pd.DataFrame, spread: Spread) -> dict[tuple[str, str], float]:
    parts = zip(
        indicators["iso3"],
        indicators["dimension"],
        indicators["grade"],
        indicators["age_years"],
        indicators["newer_incidents"],
        indicators["basis"],
        strict=True,
    )
    return {
        (iso3, dimension): 0.0
        if basis == ASSUMED
        else value_spread(grade, age, spread, newer_incidents=newer)
        for iso3, dimension, grade, age, newer, basis in parts
    }


def leaf_top(recipe: Recipe, column: str) -> float:
    """Return the upper end of a leaf's scale: that of its goalposts, else that of the index.

    The first is the leaf's ``scale``, the second 10; the lower end is 0 in both.
    """
    leaf = recipe.leaf(column)
    return TOP if leaf.low is None else leaf.scale
