"""Makes what the readings of legs rest on, some legs at a time, so that the share done is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.leg_parts import LegParts, leg_parts

if TYPE_CHECKING:
    from analysis.recipe import LegRule
    from intake.files.layers import Progress

AT_ONCE: Final = 5_000  # legs between two signs of progress


def parts_step_by_step(
    legs: pd.DataFrame,
    exposure: pd.DataFrame,
    *,
    crossings: pd.DataFrame,
    rule: LegRule,
    progress: Progress,
) -> LegParts:
    """Return `leg_parts` of all legs; ``progress`` hears the share that is done, 0 to 1."""
    step_of = pd.Series(range(len(legs)), legs.index) // AT_ONCE
    of_exposure, of_crossing = (table["leg_id"].map(step_of) for table in (exposure, crossings))
    parts = []
    for step, start in enumerate(range(0, max(1, len(legs)), AT_ONCE)):
        parts.append(
            leg_parts(
                legs.iloc[start : start + AT_ONCE],
                exposure[of_exposure == step],
                crossings=crossings[of_crossing == step],
                rule=rule,
            )
        )
        progress(min(1.0, (start + AT_ONCE) / max(1, len(legs))))
    if len(parts) == 1:
        return parts[0]
    return LegParts(
        legs=legs,
        terms=pd.concat([part.terms for part in parts], ignore_index=True),
        uncounted=pd.concat([part.uncounted for part in parts]),
    )
