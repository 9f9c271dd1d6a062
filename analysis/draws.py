"""Country scores drawn many times: the same index, each time with other values and choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtri
from scipy.stats import qmc

from analysis.factors import (
    AGGREGATE,
    BORDER,
    COUNTRY,
    MISSING,
    VALUE,
    WEIGHT,
    leaf_figures,
    leaf_top,
    uncertain_factors,
)
from analysis.index import tree_values
from analysis.varied_recipe import chosen, variants, varied_weights

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.aggregation import Matrix
    from analysis.factors import Factor
    from analysis.groups import Flags, Places
    from analysis.recipe import Recipe
    from analysis.uncertainty_rule import Spread
    from analysis.varied_recipe import Variant


@dataclass(frozen=True, kw_only=True, eq=False)
class Uncertain:
    """All that a draw needs: the recipe and its variants, its leaf figures, and what varies.

    ``figures`` has a row per country (index ``iso3``) and a column per leaf, NaN where missing, as
    `leaf_figures`. ``variants`` are those of `varied_recipe`, the recipe's own first. ``factors``
    are in the order of the columns of a draw's points.
    """

    recipe: Recipe
    variants: tuple[Variant, ...]
    spread: Spread
    figures: pd.DataFrame
    factors: tuple[Factor, ...]

    def of_countries(self, iso3: Iterable[str]) -> Uncertain:
        """Return what is uncertain in the index of some countries, in the order of the rows.

        The factors of other countries are gone; choices, which belong to no country, stay. An
        ``iso3`` that is no row of ``figures`` is passed over.
        """
        wanted = set(iso3)
        return replace(
            self,
            figures=self.figures[self.figures.index.isin(wanted)],
            factors=tuple(f for f in self.factors if not f.iso3 or f.iso3 in wanted),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class CountryDraws:
    """Scores of countries in every draw.

    ``scores`` has a row per country of ``countries`` and a column per draw, NaN where unknown;
    ``border`` is the factor on fixed weights of legs in each draw. ``blocks`` are the draws in
    which missing values stay missing, and those in which they are drawn: within a block a country
    is known in every draw or in none.
    """

    countries: pd.Index
    scores: Matrix
    border: Matrix
    blocks: tuple[Places, ...]


def uncertain_index(
    indicators: pd.DataFrame,
    countries: pd.DataFrame,
    *,
    recipe: Recipe,
    spread: Spread,
    also: Iterable[str] = (),
) -> Uncertain:
    """Return what is uncertain in the index of every country.

    Parameters
    ----------
    indicators, countries
        The results of `indicators_on` and `country_index`.
    recipe
        The index.
    spread
        How far values and choices are varied.
    also
        Countries that legs name and the evidence does not: nothing is known of them.

    """
    iso3 = list(dict.fromkeys([*countries.index, *sorted(also)]))
    figures = leaf_figures(indicators, recipe, iso3)
    factors = uncertain_factors(
        indicators, figures, risk=countries["risk"], recipe=recipe, spread=spread
    )
    return Uncertain(
        recipe=recipe,
        variants=variants(recipe, figures, spread),
        spread=spread,
        figures=figures,
        factors=factors,
    )


def sample(uncertain: Uncertain) -> Matrix:
    """Return the draws: one row per draw, one column per factor, evenly from 0 to 1.

    Scrambled Sobol points with the seed of the rule: the same evidence, the same draws.

    """
    spread = uncertain.spread
    return sobol_points(len(uncertain.factors), draws=spread.draws, seed=spread.seed)


def sobol_points(dimensions: int, *, draws: int, seed: int) -> Matrix:
    """Return scrambled Sobol points: one row per draw, one column per dimension, 0 to 1.

    Reference: Owen (1998), Scrambling Sobol' and Niederreiter-Xing points, J. Complexity 14.
    """
    engine = qmc.Sobol(dimensions, scramble=True, rng=seed)
    points: Matrix = engine.random_base2(int(np.ceil(np.log2(draws))))
    return points[:draws]


def undisturbed(uncertain: Uncertain) -> Matrix:
    """Return the one draw that changes nothing: middle of every value, choices of the recipe.

    One row, one column per factor, as `country_draws` takes it. What is missing stays missing.
    """
    own = [factor.kind in (AGGREGATE, MISSING) for factor in uncertain.factors]
    return np.where(own, 0.0, 0.5)[None, :]


def country_draws(uncertain: Uncertain, points: Matrix) -> CountryDraws:
    """Return the score of every country in every draw.

    Parameters
    ----------
    uncertain
        The result of `uncertain_index`.
    points
        One row per draw, one column per factor, from 0 to 1, as from `sample`.

    """
    spread = uncertain.spread
    evenly = {factor.name: points[:, place] for place, factor in enumerate(uncertain.factors)}
    drawn = evenly[MISSING] >= 1 - spread.drawn_share
    return CountryDraws(
        countries=uncertain.figures.index,
        scores=_scores(uncertain, evenly, _leaf_draws(uncertain, evenly, drawn)),
        border=spread.border_factor ** (2 * evenly[BORDER] - 1),
        blocks=tuple(rows for rows in (np.flatnonzero(~drawn), np.flatnonzero(drawn)) if len(rows)),
    )


def _scores(uncertain: Uncertain, evenly: dict[str, Matrix], leaves: dict[str, Matrix]) -> Matrix:
    """Return the index of every country and draw, one variant of the recipe after another."""
    recipe, units = uncertain.recipe, uncertain.figures.index
    choice = evenly[AGGREGATE]
    scores = np.empty((len(units), len(choice)))
    for variant, rows in chosen(uncertain.variants, choice):
        weights = {
            (factor.node, factor.dimension): evenly[factor.name][rows]
            for factor in uncertain.factors
            if factor.kind == WEIGHT
        }
        found = tree_values(
            variant.recipe,
            {column: figures[:, rows] for column, figures in leaves.items()},
            units=units,
            weights=varied_weights(recipe, weights, uncertain.spread.weight_share),
            least=variant.least,
        )
        scores[:, rows] = found[recipe.figure]
    return scores


def _leaf_draws(uncertain: Uncertain, evenly: dict[str, Matrix], drawn: Flags) -> dict[str, Matrix]:
    """Return, by column, the leaf figures: a row per country, a column per draw."""
    shape = (len(uncertain.figures), len(drawn))
    leaves = {column: np.full(shape, np.nan) for column in uncertain.recipe.columns}
    rows = {str(iso3): row for row, iso3 in enumerate(uncertain.figures.index)}
    for factor in uncertain.factors:
        points = evenly[factor.name]
        if factor.kind == VALUE:
            leaves[factor.dimension][rows[factor.iso3]] = _around(factor, points)
        elif factor.iso3:
            # Nothing is known of a silent country: one draw for all its leaves, or their mean
            # would make it look like a middling one.
            for column in leaves if factor.kind == COUNTRY else [factor.dimension]:
                figures = np.where(drawn, points * leaf_top(uncertain.recipe, column), np.nan)
                leaves[column][rows[factor.iso3]] = figures
    return leaves


def _around(factor: Factor, points: Matrix) -> Matrix:
    """Return a value drawn around its figure; what falls beyond an end of the scale is that end.

    So the figure is the median of what is drawn, also at the end of the scale.
    """
    normal = ndtri(np.clip(points, 1e-12, 1 - 1e-12))
    figures: Matrix = np.clip(factor.figure + factor.spread * normal, factor.low, factor.top)
    return figures
