"""Figures that follow from the evidence alone: the paper commitment, sums, age, verification."""

import datetime as dt

import pandas as pd

from geodata.schema import UNSEEN
from intake.ids import split_ids

FULL_SCALE = 10
TREATY_POINTS = {
    "treaty_cat": 2,
    "treaty_iccpr": 2,
    "treaty_crc": 1,
    "treaty_cped": 1,
}
REFUGEE_TREATIES = ("treaty_1951_refugee_convention", "treaty_1967_protocol")
REFUGEE_TREATY_POINTS = 2
DEGREE_POINTS = {"full": 2, "partial": 1, "none": 0}
FIRST_YEAR = 1999
OPENING_BLOCK = "<=1998"
DAY_LENGTH = len("2000-01-01")


def non_refoulement_by_formula(facts: pd.DataFrame, rules: pd.DataFrame) -> pd.Series:
    """Return how weakly each country is bound on paper not to return people, by formula.

    10, minus 2 for the 1951 Convention or the 1967 Protocol, 2 for the Convention against Torture,
    2 for the Covenant on Civil and Political Rights, 1 for the Convention on the Rights of the
    Child, 1 for the Convention on Enforced Disappearance, 2 for a clear domestic rule or asylum
    statute or 1 for a part of one, plus 1 if an instrument of return with the DPRK exists. A
    signature without ratification counts nothing. Paper alone misleads: never show it as risk.

    Parameters
    ----------
    facts
        The facts of ``read_facts``; the rows on treaties are used.
    rules
        The table of ``read_domestic_rules``.

    Returns
    -------
    pd.Series
        Whole score, 0 bound most to 10 bound least; index ``iso3``, the countries of ``rules``.

    References
    ----------
    The anchors of ``non_refoulement_commitment`` in the notes to the evidence.
    """
    party = facts[facts["value"] == "party"].groupby("iso3")["dimension"].agg(set)
    bound = party.reindex(rules.index)
    treaties = bound.map(_treaty_points, na_action="ignore").fillna(0).astype("int64")
    domestic = rules["degree"].map(DEGREE_POINTS)
    score = FULL_SCALE - treaties - domestic + rules["return_instrument"].astype("int64")
    return score.rename("non_refoulement_commitment")


def arrivals_through(flows: pd.DataFrame, year: int) -> int:
    """Return how many people had arrived in South Korea by the end of a year.

    The official block up to 1998 and the yearly figures from 1999 on; the block headed 2001
    repeats three of those years and is left out.

    Parameters
    ----------
    flows
        The figures of ``read_flows``.
    year
        Last year counted, 1999 or later.

    Returns
    -------
    int
        People.
    """
    opening = flows[(flows["series"] == "kr_arrivals_block") & (flows["year"] == OPENING_BLOCK)]
    yearly = flows[flows["series"] == "kr_arrivals"]
    years = yearly["year"].astype("int64")
    counted = yearly.loc[years.between(FIRST_YEAR, year), "value"]
    return int(opening["value"].sum() + counted.sum())


def evidence_horizon(*tables: pd.DataFrame) -> dt.date:
    """Return the newest date in the evidence that is known to the day.

    Parameters
    ----------
    tables
        Tables with a ``date`` column of texts such as ``2026-01-20``: sources, incidents, events.

    Returns
    -------
    dt.date
        The newest of them; months and years are left out, for they could lie on either side.

    Raises
    ------
    ValueError
        No table holds a date known to the day.
    """
    days = [day for table in tables for day in table["date"] if len(day) == DAY_LENGTH]
    if not days:
        raise ValueError("no table holds a date known to the day: give sources or incidents")
    return dt.date.fromisoformat(max(days))


def verified(source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    """Return which rows rest on at least one source that was seen.

    Parameters
    ----------
    source_ids
        The ids of each row, joined by semicolons.
    sources
        The table of ``read_sources``.

    Returns
    -------
    pd.Series
        False where every source is general knowledge or own arithmetic, or there is none; name
        ``verified``, same index.
    """
    seen = set(sources.index[sources["how_seen"] != UNSEEN])
    flags = [not seen.isdisjoint(split_ids(cell)) for cell in source_ids]
    return pd.Series(flags, index=source_ids.index, name="verified", dtype=bool)


def _treaty_points(party_to: set[str]) -> int:
    points = sum(value for treaty, value in TREATY_POINTS.items() if treaty in party_to)
    refugee = REFUGEE_TREATY_POINTS if party_to.intersection(REFUGEE_TREATIES) else 0
    return points + refugee
