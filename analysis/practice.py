"""State practice of return and cooperation, read by rule from dated incidents and agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.dates import age_years, start_of
from analysis.grades import weakest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from analysis.recipe import Cooperation, Practice

RULE_COLUMNS = ("score", "grade", "evidence_date", "evidence_ids", "source_ids")
AGREEMENT = "bilateral_agreement_dprk"
RETURN, TRANSFER = "refoulement", "safe_transfer"


def practice_on(incidents: pd.DataFrame, *, rule: Practice, date: dt.date) -> pd.DataFrame:
    """Return what dated returns and transfers say of each state on a date.

    Rows that tell of the same people as acts of two states both count, each for its own state.
    People are added up only to see whether a practice is systematic, never shown as a total.

    Parameters
    ----------
    incidents
        Index ``incident_id``; columns ``date, iso3, kind, people_min, source_id, reliability``.
    rule
        The recipe's practice table.
    date
        Incidents after this day do not count, nor those of more than ``window_years`` before.

    Returns
    -------
    Index ``iso3``; columns ``score`` (0-10), ``grade``, ``evidence_date`` (the newest incident
    used), ``evidence_ids``, ``source_ids``, ``returns`` and ``systematic`` (true or false). States
    without a return or transfer in the window have no row.

    """
    starts = start_of(incidents["date"])
    age = age_years(starts, date)
    speaks = incidents["kind"].isin([RETURN, TRANSFER])
    inside = incidents[speaks & (age >= 0) & (age <= rule.window_years)]
    faded_years = (age[inside.index] - rule.fresh_years).clip(lower=0)
    weight = 0.5 ** (faded_years / rule.half_life_years)
    weighed = inside.assign(start=starts[inside.index], weight=weight)
    rows = {iso3: _state(group, rule, str(iso3)) for iso3, group in weighed.groupby("iso3")}
    columns = [*RULE_COLUMNS, "returns", "systematic"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("iso3")


def cooperation_on(
    facts: pd.DataFrame, practice: pd.DataFrame, *, rule: Cooperation, date: dt.date
) -> pd.DataFrame:
    """Return cooperation with the DPRK by rule, for states with an agreement in force.

    Parameters
    ----------
    facts
        Index ``fact_id``; rows of ``bilateral_agreement_dprk`` with a ``year`` count from the
        first of January of that year.
    practice
        The result of `practice_on` for the same date.
    rule
        The recipe's cooperation table.
    date
        The as-of date.

    Returns
    -------
    Index ``iso3``; columns ``score`` (0-10), ``grade``, ``evidence_date``, ``evidence_ids``,
    ``source_ids``. No agreement, no row: not having found one is no evidence.

    """
    signed = facts[(facts["dimension"] == AGREEMENT) & facts["year"].notna()]
    in_force = signed.assign(start=start_of(signed["year"]))
    in_force = in_force[in_force["start"] <= pd.Timestamp(date)]
    rows = {}
    for iso3, group in in_force.groupby("iso3"):
        state = practice[practice.index == iso3]
        acted = state[state["returns"].astype(bool)]
        rows[iso3] = {
            "score": _cooperation(acted, rule),
            "grade": weakest([*group["confidence"], *acted["grade"]]),
            "evidence_date": max([group["start"].max(), *acted["evidence_date"]]),
            "evidence_ids": _joined([*group.index, *acted["evidence_ids"]]),
            "source_ids": _joined([*group["source_id"], *acted["source_ids"]]),
        }
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(RULE_COLUMNS)).rename_axis(
        "iso3"
    )


def _state(group: pd.DataFrame, rule: Practice, iso3: str) -> dict[str, object]:
    returns = group[group["kind"] == RETURN]
    people = (returns["people_min"].astype(float).fillna(1.0) * returns["weight"]).sum()
    systematic = bool(
        returns["weight"].sum() >= rule.systematic_events or people >= rule.systematic_people
    )
    transfers = len(group) - len(returns)
    score = _score(group, rule, returns=len(returns), transfers=transfers, systematic=systematic)
    if iso3 in rule.destinations and not systematic:
        score = rule.isolated if len(returns) else np.nan
    return {
        "score": score,
        "grade": weakest([*group["reliability"], rule.best_grade]),
        "evidence_date": group["start"].max(),
        "evidence_ids": _joined(group.index),
        "source_ids": _joined(group["source_id"]),
        "returns": len(returns) > 0,
        "systematic": systematic,
    }


def _score(
    group: pd.DataFrame, rule: Practice, *, returns: int, transfers: int, systematic: bool
) -> float:
    """Return the level of a state, faded toward sparse evidence by the age of its newest act."""
    if systematic:
        level = rule.systematic
    elif returns:
        level = rule.returns_and_transfers if transfers else rule.returns_only
    else:
        level = rule.transfers_only
    return float(rule.sparse + (level - rule.sparse) * group["weight"].max())


def _cooperation(acted: pd.DataFrame, rule: Cooperation) -> float:
    """Return the level of a state with an agreement; ``acted`` is empty if it returned nobody."""
    if acted.empty:
        return rule.agreement_only
    return rule.systematic_practice if acted["systematic"].any() else rule.returns


def _joined(ids: Iterable[str]) -> str:
    parts = [part for entry in ids for part in str(entry).split(";")]
    return ";".join(dict.fromkeys(parts))
