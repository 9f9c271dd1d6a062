"""How much of a figure's variance each input makes: Sobol indices with their own error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy.stats import qmc, sobol_indices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analysis.aggregation import Matrix

COLUMNS: Final = ("first", "first_error", "total", "total_error", "note")
STILL: Final = "the figure does not vary"
GAPS: Final = "not computed: the figure is missing in some draws"
TINY: Final = 1e-12  # a variance that adding up alone may make, as a share of the squared mean


def variance_shares(
    model: Callable[[Matrix], Matrix],
    groups: Mapping[str, Sequence[int]],
    *,
    draws: int,
    runs: int,
    seed: int,
) -> list[pd.DataFrame]:
    """Return first-order and total indices of each input, for every figure of a model.

    The first-order index is the share of the variance that is gone when the input is known, the
    total index the share that is left when everything else is. Inputs that belong together are
    varied together as one.

    Parameters
    ----------
    model
        From draws (rows) of inputs (columns), evenly from 0 to 1, to figures (rows) by draw
        (columns). It is asked for ``runs * draws * (groups + 2)`` draws.
    groups
        By name: the columns of each input. A column that no group has is varied with none of them.
    draws
        Draws of each run; a power of 2.
    runs
        How often it is done over, with other points of the same kind. The indices are means over
        the runs, their errors standard errors of these means.
    seed
        Fixes all points.

    Returns
    -------
    One table per figure: index ``factor`` (the groups in their order); ``first``,
    ``first_error``, ``total``, ``total_error`` (NaN where not computed); ``note``. An estimate may
    lie a little below 0 or above 1.

    Reference: Saltelli et al. (2010), Variance based sensitivity analysis of model output,
    Computer Physics Communications 181, as scipy.stats.sobol_indices computes it.

    """
    width = 1 + max(max(columns) for columns in groups.values())
    parts = [_run(model, groups, _points(width, draws, [seed, run])) for run in range(runs)]
    names = pd.Index(list(groups), name="factor")
    return [_table(list(runs_of_one), names) for runs_of_one in zip(*parts, strict=True)]


def _points(width: int, draws: int, seed: list[int]) -> tuple[Matrix, Matrix]:
    engine = qmc.Sobol(2 * width, scramble=True, rng=np.random.default_rng(seed))
    points: Matrix = engine.random_base2(int(np.log2(draws)))
    return points[:, :width], points[:, width:]


def _run(
    model: Callable[[Matrix], Matrix],
    groups: Mapping[str, Sequence[int]],
    points: tuple[Matrix, Matrix],
) -> list[Matrix | str]:
    """Return of each figure its indices (a row each for first and total), or why there are none."""
    one, other = points
    mixed = []
    for columns in groups.values():
        both = one.copy()
        both[:, columns] = other[:, columns]
        mixed.append(both)
    found = np.split(model(np.vstack([one, other, *mixed])), 2 + len(mixed), axis=1)
    return [_indices([part[row] for part in found]) for row in range(len(found[0]))]


def _indices(figures: list[Matrix]) -> Matrix | str:
    one, other, *mixed = figures
    base = np.concatenate([one, other])
    if np.isnan(base).any() or any(np.isnan(part).any() for part in mixed):
        return GAPS
    if base.var() <= TINY * max(1.0, float((base**2).mean())):
        return STILL
    found = sobol_indices(
        func={"f_A": one[None], "f_B": other[None], "f_AB": np.stack(mixed)[:, None]},
        n=len(one),
    )
    return np.stack([np.ravel(found.first_order), np.ravel(found.total_order)])


def _table(runs: list[Matrix | str], names: pd.Index) -> pd.DataFrame:
    said = [run for run in runs if isinstance(run, str)]
    if said:
        return pd.DataFrame(np.nan, index=names, columns=list(COLUMNS[:-1])).assign(note=said[0])
    values = np.stack([run for run in runs if not isinstance(run, str)])
    mean, error = values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))
    table = pd.DataFrame(
        {"first": mean[0], "first_error": error[0], "total": mean[1], "total_error": error[1]},
        index=names,
    )
    return table.assign(note="")
