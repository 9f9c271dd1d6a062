"""Legs that read the same in every draw: the same countries have the same shares of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.draws import CountryDraws
    from analysis.groups import Places
    from analysis.leg_sums import Terms

# Shares closer than this are equal: later places are noise of lengths measured twice.
PLACES: Final = 12
NOBODY: Final = 0  # the code of a unit that no draw knows


def first_of_profile(terms: Terms, draws: CountryDraws) -> Places:
    """Return for each leg the place of the first leg that reads the same in every draw.

    Two legs do if each country and each border has the same share of their weight, apart for
    kilometres and fixed weights. A side that no draw knows does not count at a border; the country
    people leave does not count at all. A leg on which one score alone counts reads that score,
    whatever its weights.

    Parameters
    ----------
    terms
        The result of `term_arrays`.
    draws
        The result of `country_draws`.

    """
    weights = _weights(terms, _codes(terms, draws))
    alone = weights.groupby("leg")["code"].transform("nunique") == 1
    merged = weights.assign(fixed=weights["fixed"] & ~alone)
    sums = merged.groupby(["leg", "code", "fixed"], as_index=False)["weight"].sum()
    share = (sums["weight"] / sums.groupby("leg")["weight"].transform("sum")).round(PLACES)
    keys = np.column_stack([sums["code"], sums["fixed"], share]).astype(float)
    ends = np.searchsorted(sums["leg"], np.arange(len(terms.leg_ids) + 1))
    first: dict[bytes, int] = {}
    found = [
        first.setdefault(keys[start:end].tobytes(), leg)
        for leg, (start, end) in enumerate(pairwise(ends))
    ]
    return np.array(found, dtype=np.intp)


def _codes(terms: Terms, draws: CountryDraws) -> Places:
    """Return a number per unit, equal for units that have the same score in every draw."""
    known = np.append(~np.isnan(draws.scores).all(axis=1), [False])
    here, there = (np.where(known[side], side + 1, NOBODY) for side in (terms.here, terms.there))
    low, high = np.minimum(here, there), np.maximum(here, there)
    codes: Places = np.where(low == NOBODY, high, low) * (len(known) + 1) + high
    return codes


def _weights(terms: Terms, codes: Places) -> pd.DataFrame:
    """Return the weights that count: ``leg, code, fixed, weight``."""
    parts = [
        pd.DataFrame(
            {
                "leg": part.legs.place,
                "code": codes[part.unit],
                "fixed": fixed,
                "weight": part.weight_km,
                "counts": (codes[part.unit] != NOBODY) | ~terms.origin[part.unit],
            }
        )
        for part, fixed in ((terms.travelled, False), (terms.fixed, True))
    ]
    table = pd.concat(parts, ignore_index=True)
    return table[table["counts"]]
