"""What the readings of legs rest on before any date or score: made once, read many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.leg_terms import kilometres_by_use, leg_terms

if TYPE_CHECKING:
    import pandas as pd

    from analysis.recipe import LegRule


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class LegParts:
    """Legs, their weighted ``terms`` (`leg_terms`) and ``uncounted`` km (`kilometres_by_use`).

    ``legs`` and ``uncounted`` have one row per leg, index ``leg_id``; ``terms`` one per term.
    """

    legs: pd.DataFrame
    terms: pd.DataFrame
    uncounted: pd.DataFrame


def leg_parts(
    legs: pd.DataFrame, exposure: pd.DataFrame, *, crossings: pd.DataFrame, rule: LegRule
) -> LegParts:
    """Return the parts of legs under a recipe's leg table; parameters as for `leg_terms`."""
    return LegParts(
        legs=legs,
        terms=leg_terms(legs, exposure, crossings=crossings, rule=rule),
        uncounted=kilometres_by_use(legs, exposure),
    )
