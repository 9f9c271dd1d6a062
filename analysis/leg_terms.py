"""What a leg exposes a person to, term by term, before any score: kilometres, borders, ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.recipe import LegRule

SEA: Final = "SEA"
NONE: Final = "NONE"
AIR_MODE: Final = "air"
SEA_MODE: Final = "sea"
PROTECTION: Final = "protection"
DISPATCHED: Final = "dispatched"

TERM_COLUMNS: Final = ("leg_id", "iso3", "other_iso3", "kind", "weight_km")


def leg_terms(
    legs: pd.DataFrame, exposure: pd.DataFrame, *, crossings: pd.DataFrame, rule: LegRule
) -> pd.DataFrame:
    """Return the weighted parts of every leg.

    A ground leg has its kilometres in each country it declares and one term per border between
    two of them. A sea leg has its kilometres on land and its two coasts. A flight has its two
    ends. A leg under protection has the protecting state. A dispatched leg has none.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``mode, standing, protected_by, countries_declared`` (codes in the order
        of travel, joined by semicolons).
    exposure
        ``leg_id, iso3, km``.
    crossings
        ``leg_id, from_iso3, to_iso3`` in the order of travel. A border between two declared
        countries counts once however often the schematic line meets it; stretches in other
        countries and on water are passed over.
    rule
        The recipe's leg table.

    Returns
    -------
    Columns ``leg_id``; ``iso3`` and, for a border, ``other_iso3`` (else empty); ``kind``
    (``km``, ``crossing``, ``end`` or ``protection``); ``weight_km``. Legs in their order.

    """
    exposed = legs[~legs["standing"].isin([PROTECTION, DISPATCHED])]
    surface = exposed[exposed["mode"] != AIR_MODE]
    parts = [
        _kilometres(surface, exposure),
        _borders(surface[surface["mode"] != SEA_MODE], crossings, rule),
        _ends(surface[surface["mode"] == SEA_MODE], "crossing", rule),
        _ends(exposed[exposed["mode"] == AIR_MODE], "end", rule),
        _protection(legs[legs["standing"] == PROTECTION], rule),
    ]
    terms = pd.concat(parts, ignore_index=True).astype({"weight_km": float})
    order = np.argsort(legs.index.get_indexer(pd.Index(terms["leg_id"])), kind="stable")
    return terms[list(TERM_COLUMNS)].iloc[order].reset_index(drop=True)


def kilometres_by_use(legs: pd.DataFrame, exposure: pd.DataFrame) -> pd.DataFrame:
    """Return the kilometres of each leg that no country's score can speak for.

    Parameters
    ----------
    legs, exposure
        As for `leg_terms`.

    Returns
    -------
    The index of ``legs``; ``km_sea`` (open water), ``km_unmatched`` (land of no country),
    ``km_undeclared`` (a country that the straight line cuts and the corridor is not reported to
    enter) and ``km_not_counted`` (all of a flight, a protected or a dispatched leg).

    """
    rows = exposure[exposure["leg_id"].isin(legs.index)]
    use = _use(legs, rows)
    place = legs.index.get_indexer(pd.Index(rows["leg_id"]))
    names = ("km_sea", "km_unmatched", "km_undeclared", "km_not_counted")
    sums = {name: np.bincount(place, rows["km"] * (use == name), len(legs)) for name in names}
    return pd.DataFrame(sums, index=legs.index)


def _use(legs: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    on = legs.loc[rows["leg_id"]]
    uncounted = (on["mode"] == AIR_MODE) | on["standing"].isin([PROTECTION, DISPATCHED])
    iso3 = rows["iso3"].to_numpy()
    choices = [uncounted.to_numpy(), iso3 == SEA, iso3 == NONE, _is_declared(legs, rows)]
    names = ["km_not_counted", "km_sea", "km_unmatched", "km"]
    return pd.Series(np.select(choices, names, "km_undeclared"), index=rows.index)


def _declared(legs: pd.DataFrame) -> pd.Series:
    """Return one declared country per row, index ``leg_id``, in the order of travel."""
    return legs["countries_declared"].str.split(";").explode().rename("iso3")


def _is_declared(legs: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    declared = _declared(legs)
    pairs = set(zip(declared.index.tolist(), declared.tolist(), strict=True))
    asked = zip(rows["leg_id"].tolist(), rows["iso3"].tolist(), strict=True)
    return pd.Series([pair in pairs for pair in asked], index=rows.index, dtype=bool)


def _kilometres(legs: pd.DataFrame, exposure: pd.DataFrame) -> pd.DataFrame:
    rows = exposure[exposure["leg_id"].isin(legs.index)]
    inside = rows[_is_declared(legs, rows)].rename(columns={"km": "weight_km"})
    return inside[["leg_id", "iso3", "weight_km"]].assign(other_iso3="", kind="km")


def _borders(legs: pd.DataFrame, crossings: pd.DataFrame, rule: LegRule) -> pd.DataFrame:
    """Return each border between two declared countries that follow each other on the line."""
    first = crossings.groupby("leg_id", sort=False)["from_iso3"].head(1).index
    starts = crossings.loc[first, ["leg_id", "from_iso3"]].set_axis(["leg_id", "iso3"], axis=1)
    steps = crossings[["leg_id", "to_iso3"]].set_axis(["leg_id", "iso3"], axis=1)
    visits = pd.concat([starts, steps])
    visits = visits[visits["leg_id"].isin(legs.index)]
    visits = visits[_is_declared(legs, visits)]
    pairs = visits.assign(other_iso3=visits.groupby("leg_id")["iso3"].shift(-1))
    met = pairs[pairs["other_iso3"].notna() & (pairs["iso3"] != pairs["other_iso3"])]
    turned = met["iso3"] > met["other_iso3"]
    low = met["iso3"].where(~turned, met["other_iso3"])
    high = met["other_iso3"].where(~turned, met["iso3"])
    once = met[~met.assign(low=low, high=high).duplicated(["leg_id", "low", "high"])]
    return once.assign(kind="crossing", weight_km=rule.crossing_km)


def _ends(legs: pd.DataFrame, kind: str, rule: LegRule) -> pd.DataFrame:
    """Return the departing and the arriving state of each leg."""
    declared = legs["countries_declared"].str.split(";")
    ends = pd.concat([declared.str[0], declared.str[-1]]).rename("iso3").rename_axis("leg_id")
    return ends.reset_index().assign(other_iso3="", kind=kind, weight_km=rule.crossing_km)


def _protection(legs: pd.DataFrame, rule: LegRule) -> pd.DataFrame:
    states = legs["protected_by"].rename("iso3").rename_axis("leg_id").reset_index()
    return states.assign(other_iso3="", kind="protection", weight_km=rule.crossing_km)
