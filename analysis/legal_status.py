"""Legal status in practice as six named kinds, read off the anchors of legal recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS: Final = (
    "Citizenship",
    "Refugee or asylum status",
    "Tolerated or redirected",
    "Onward transfer, or rare status",
    "Illegal entrant, ad hoc outcome",
    "No recognition",
)

# The anchors of the dimension are 0, 2, 4, 5-6, 7-8 and 10; an edge lies between two of them.
_EDGES: Final = (-0.001, 1.0, 3.5, 4.5, 6.5, 9.0, 10.0)


def legal_status(recognition: pd.Series) -> pd.Series:
    """Name the legal status that a score of legal recognition stands for.

    Parameters
    ----------
    recognition
        Scores 0 (citizenship) to 10 (categorical denial), NaN where there is no evidence; any
        index.

    Returns
    -------
    The same index; one of ``KINDS`` or missing. The anchors are those of the evidence's own
    scale for ``legal_recognition``.
    """
    named = pd.cut(recognition.astype(float), bins=list(_EDGES), labels=list(KINDS))
    return named.astype("object").rename("legal_status")


def strictest_on_leg(
    countries_of_leg: pd.Series, protected_by: pd.Series, recognition: pd.Series
) -> pd.Series:
    """Return the score of legal recognition of the strictest country on each leg.

    A leg under protection takes the score of the state that protects. A country without evidence
    is passed over; a leg with no evidence at all is missing.

    Parameters
    ----------
    countries_of_leg
        Index ``leg_id``; declared countries joined by ``;``.
    protected_by
        Index ``leg_id``; ``iso3`` of the protecting state or missing.
    recognition
        Index ``iso3``; scores 0-10.
    """
    known = recognition.dropna().to_dict()

    def worst(countries: Iterable[str]) -> float:
        return max((known[iso3] for iso3 in countries if iso3 in known), default=float("nan"))

    protectors = protected_by.fillna("")
    scores = [
        worst([protector] if protector else str(countries).split(";"))
        for countries, protector in zip(countries_of_leg, protectors, strict=True)
    ]
    return pd.Series(scores, index=countries_of_leg.index, name="recognition")
