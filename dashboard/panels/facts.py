"""Facts, assessments and incidents as lines that open onto their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.panels import markup
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_KINDS = {
    "refoulement": "Return",
    "detention": "Detention",
    "safe_transfer": "Transfer",
    "policy_change": "Policy",
}


def assessment_line(atlas: Atlas, readings: Readings, iso3: str, dimension: str) -> h.Element:
    """Return a dimension's score with its grade, age and mark, opening onto why and from where."""
    found = readings.indicators
    row = found[(found["iso3"] == iso3) & (found["dimension"] == dimension)].squeeze()
    title = DIMENSIONS[dimension]
    if row.empty or pd.isna(row["score"]):
        return h.p[f"{title}: ", h.span(".atlas-dim")["no data"]]
    summary = f"{title}: {row['score']:g} of 10 · {row['grade']} · {markup.when(row['evidence_date'])}"
    return markup.unfold(summary, markup.judgement(), _why(atlas, row))


def _why(atlas: Atlas, row: pd.Series) -> h.Node:
    ids = [identity for identity in str(row["evidence_ids"]).split(";") if identity]
    facts = atlas.facts[atlas.facts.index.isin(ids)]
    incidents = atlas.incidents[atlas.incidents.index.isin(ids)]
    return [
        h.p["Read by rule from dated incidents and agreements."]
        if row["basis"] == "rule"
        else None,
        [_fact(atlas, fact) for _, fact in facts.iterrows()],
        [_incident(atlas, incident) for _, incident in incidents.iterrows()],
    ]


def fact_lines(atlas: Atlas, readings: Readings, iso3: str, dimensions: Sequence[str]) -> h.Element:
    """Return the facts of a country whose dimension starts with one of ``dimensions``."""
    facts = readings.facts
    chosen = facts[(facts["iso3"] == iso3) & facts["dimension"].str.startswith(tuple(dimensions))]
    return h.ul[[_fact_item(atlas, fact) for _, fact in chosen.iterrows()]]


def _fact_item(atlas: Atlas, fact: pd.Series) -> h.Element:
    return h.li[_fact(atlas, fact)]


def _fact(atlas: Atlas, fact: pd.Series) -> h.Element:
    year = "" if pd.isna(fact["year"]) else f", {fact['year']}"
    name = str(fact["dimension"]).removeprefix("assess_").replace("_", " ")
    return h.div[
        h.span[h.span(".atlas-dim")[f"{name}: "], f"{fact['value']}{year}. {fact['note'] or ''}"],
        markup.sources(
            [fact["source_id"]],
            atlas.sources,
            f"{fact['confidence']} · {atlas.sources.loc[fact['source_id'], 'publisher']}",
        ),
    ]


def incident_lines(atlas: Atlas, readings: Readings, iso3: str, most: int) -> h.Node:
    """Return the newest ``most`` incidents of a country up to the as-of date."""
    incidents = readings.incidents
    chosen = incidents[incidents["iso3"] == iso3].sort_values("date", ascending=False)
    if chosen.empty:
        return h.p["No incident recorded. No report is not evidence that none happened."]
    more = len(chosen) - most
    return [
        h.ul[[h.li[_incident(atlas, row)] for _, row in chosen.head(most).iterrows()]],
        h.p(".atlas-note")[f"{more} older ones on the Evidence page."] if more > 0 else None,
    ]


def _incident(atlas: Atlas, incident: pd.Series) -> h.Element:
    return h.div[
        h.strong[f"{incident['date']} {_KINDS[incident['kind']]}{_people(incident)}. "],
        str(incident["summary"]),
        markup.sources(
            [incident["source_id"]],
            atlas.sources,
            f"{incident['reliability']} · {atlas.sources.loc[incident['source_id'], 'publisher']}",
        ),
    ]


def _people(incident: pd.Series) -> str:
    low, high = incident["people_min"], incident["people_max"]
    if pd.isna(low) and pd.isna(high):
        return ""
    if pd.isna(high):
        return f", at least {low:,}"
    return f", {high:,}" if pd.isna(low) or low == high else f", {low:,}–{high:,}"
