"""Commitment to non-refoulement, read by rule from the treaties in force on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.dates import start_of
from analysis.grades import weakest
from analysis.index import TOP
from analysis.practice import AGREEMENT, RULE_COLUMNS

if TYPE_CHECKING:
    import datetime as dt

    from analysis.recipe import Commitment

TREATIES: Final = {
    "treaty_1951_refugee_convention": "refugee_convention",
    "treaty_1967_protocol": "refugee_convention",
    "treaty_cat": "cat",
    "treaty_iccpr": "iccpr",
    "treaty_crc": "crc",
    "treaty_cped": "cped",
}


def commitment_on(facts: pd.DataFrame, *, rule: Commitment, date: dt.date) -> pd.DataFrame:
    """Return commitment to non-refoulement by rule: a start less what each treaty takes off.

    A treaty counts from the first of January of its year; a signature alone does not. The
    refugee Convention and its Protocol count once. Domestic law is not counted, so that the
    figure is the same as the assessed one or at most 2 above it. What would lie beyond an end of
    the scale is that end: an agreement of return adds nothing to no commitment at all.

    Parameters
    ----------
    facts
        Index ``fact_id``; rows of the six treaties and of ``bilateral_agreement_dprk``.
    rule
        The recipe's commitment table.
    date
        The as-of date.

    Returns
    -------
    Index ``iso3``; columns ``score`` (0-10), ``grade``, ``evidence_date`` (the newest instrument
    counted), ``evidence_ids``, ``source_ids``. A state without treaty rows has no row.

    """
    treaties = facts[facts["dimension"].isin(list(TREATIES))]
    joined = _in_force(treaties[treaties["value"] == "party"], date)
    signed = _in_force(facts[facts["dimension"] == AGREEMENT], date)
    used = pd.concat([joined, signed])
    rows = {
        iso3: _state(group, used[used["iso3"] == iso3], rule)
        for iso3, group in treaties.groupby("iso3")
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(RULE_COLUMNS)).rename_axis(
        "iso3"
    )


def _state(treaties: pd.DataFrame, used: pd.DataFrame, rule: Commitment) -> dict[str, object]:
    """Return the figure of one state; ``used`` are its treaties and agreements in force."""
    dimensions = set(used["dimension"])
    kinds = {TREATIES[dimension] for dimension in dimensions - {AGREEMENT}}
    more = rule.agreement if AGREEMENT in dimensions else 0.0
    score = rule.start - sum(getattr(rule, kind) for kind in kinds) + more
    return {
        "score": float(min(max(score, 0.0), TOP)),
        "grade": weakest(treaties["confidence"]),
        "evidence_date": used["start"].max(),
        "evidence_ids": ";".join(used.index if len(used) else treaties.index),
        "source_ids": ";".join(dict.fromkeys(used["source_id"] if len(used) else [])),
    }


def _in_force(rows: pd.DataFrame, date: dt.date) -> pd.DataFrame:
    dated = rows.assign(start=start_of(rows["year"]))
    return dated[dated["start"] <= pd.Timestamp(date)]
