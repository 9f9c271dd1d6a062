"""What makes a figure uncertain: shares of its variance by choice of the recipe and by value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.corridor_draws import corridor_draws
from analysis.draws import country_draws
from analysis.factors import CHOICES, WEIGHT, WEIGHTS
from analysis.intervals import PLACES
from analysis.leg_draws import leg_reading_draws
from analysis.variance_shares import COLUMNS, variance_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from analysis.aggregation import Matrix
    from analysis.draws import CountryDraws, Uncertain
    from analysis.factors import Factor
    from analysis.leg_sums import Terms
    from analysis.recipe import Classes, LegRule

NOT_ENTERED: Final = "does not enter this figure"
NOT_SHOWN: Final = "not computed: no figure is shown"

SENSITIVITY_COLUMNS: Final = ("figure", "factor", "kind", "iso3", "dimension", *COLUMNS)


def sensitivity(
    uncertain: Uncertain,
    figures: Callable[[CountryDraws], dict[str, Matrix]],
    *,
    iso3: Iterable[str],
    shown: dict[str, float],
) -> pd.DataFrame:
    """Return how much of a figure's variance each choice and each value makes.

    Parameters
    ----------
    uncertain
        The result of `uncertain_index`. Its rule says how many points are drawn.
    figures
        From drawn country scores to figures by name, one per draw: `of_country`, `of_leg` or
        `of_corridor`. The draws have the countries of ``iso3`` in the order of ``uncertain``.
    iso3
        The countries that enter the figures.
    shown
        The figures that are shown; one that is NaN is not computed.

    Returns
    -------
    One row per figure and factor, in the order of ``shown``, the largest total first and what does
    not enter last: ``figure``;
    ``factor``, ``kind``, ``iso3``, ``dimension`` as in `factor_table`, all weights being one factor
    ``weights``; ``first`` and ``total`` (share of variance, first and total order) and their
    standard errors ``first_error`` and ``total_error``; ``note``: why nothing was computed, or
    that the factor does not enter. Rounded to 6 places.

    """
    part = uncertain.of_countries(iso3)
    groups = _groups(part.factors)
    rule = uncertain.spread

    read = [name for name, value in shown.items() if not np.isnan(value)]

    def model(points: Matrix) -> Matrix:
        drawn = figures(country_draws(part, points))
        return np.stack([drawn[name] for name in read])

    tables = (
        variance_shares(model, groups, draws=rule.sobol_draws, runs=rule.sobol_runs, seed=rule.seed)
        if read
        else []
    )
    silent = pd.DataFrame(np.nan, index=list(groups), columns=list(COLUMNS)).assign(note=NOT_SHOWN)
    found = {**dict.fromkeys(shown, silent), **dict(zip(read, tables, strict=True))}
    about = _about(uncertain.factors)
    parts = [_completed(table, about).assign(figure=name) for name, table in found.items()]
    return pd.concat(parts, ignore_index=True)[list(SENSITIVITY_COLUMNS)]


def of_country(iso3: str) -> Callable[[CountryDraws], dict[str, Matrix]]:
    """Return the score of a country from drawn scores, as the figure ``risk``.

    One score (0-10, NaN where unknown) per draw. Draws that do not have the country are a
    ``KeyError``.
    """
    return lambda draws: {"risk": draws.scores[draws.countries.get_loc(iso3)]}


def of_leg(terms: Terms, rule: LegRule) -> Callable[[CountryDraws], dict[str, Matrix]]:
    """Return the reading of the one leg of ``terms`` from drawn scores, as ``reading``.

    One reading (0-10, NaN where there is none) per draw. ``terms`` are those of `term_arrays` for
    the countries of the draws, ``rule`` the recipe's leg table.
    """
    return lambda draws: {"reading": leg_reading_draws(terms, draws, rule=rule)[0]}


def of_corridor(
    terms: Terms, rules: tuple[Classes, LegRule]
) -> Callable[[CountryDraws], dict[str, Matrix]]:
    """Return the readings of the corridor that the legs of ``terms`` make, from drawn scores.

    One figure per draw for each of the ``READINGS`` of `CorridorDraws`, in their units. ``terms``
    are those of `term_arrays` for the countries of the draws, ``rules`` the recipe's classes and
    leg table.
    """
    corridor = pd.Series("", index=terms.leg_ids)

    def figures(draws: CountryDraws) -> dict[str, Matrix]:
        found = corridor_draws(terms, draws, corridor=corridor, rules=rules)
        return {name: readings[0] for name, readings in found.readings.items()}

    return figures


def _groups(factors: tuple[Factor, ...]) -> dict[str, list[int]]:
    """Return the columns of each factor; weights count against each other and are one."""
    groups: dict[str, list[int]] = {}
    for place, factor in enumerate(factors):
        groups.setdefault(_group(factor), []).append(place)
    return groups


def _group(factor: Factor) -> str:
    return WEIGHTS if factor.kind == WEIGHT else factor.name


def _about(factors: tuple[Factor, ...]) -> pd.DataFrame:
    """Return ``kind, iso3, dimension`` of each group, index ``factor``."""
    rows = {
        _group(factor): (
            factor.kind,
            factor.iso3,
            "" if factor.kind in CHOICES else factor.dimension,
        )
        for factor in factors
    }
    index = pd.Index(list(rows), name="factor")
    return pd.DataFrame(list(rows.values()), index=index, columns=["kind", "iso3", "dimension"])


def _completed(table: pd.DataFrame, about: pd.DataFrame) -> pd.DataFrame:
    """Return the table with a row of zeros for each factor that does not enter, largest first."""
    whole = about.join(table.round(PLACES).replace(-0.0, 0.0))
    absent = ~whole.index.isin(table.index)
    whole.loc[absent, list(COLUMNS[:-1])] = 0.0
    whole.loc[absent, "note"] = NOT_ENTERED
    order = np.lexsort([-whole["total"].to_numpy(), absent])
    return whole.iloc[order].reset_index()
