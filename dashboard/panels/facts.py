"""Facts, assessments and incidents as lines that open onto their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.data_words import fact_title
from dashboard.panels import markup
from dashboard.words import NO_DATA, RECIPE_COLUMNS
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

_KINDS: Final = {
    "refoulement": "Return",
    "detention": "Detention",
    "safe_transfer": "Transfer",
    "policy_change": "Policy",
}
_OURS: Final = "analyst judgement"
_NOT_APPLICABLE: Final = "not applicable"


def assessment_line(
    atlas: Atlas, readings: Readings, iso3: str, dimension: str, *, opened: bool = False
) -> h.Element:
    """Return a dimension's score with its grade, age and mark, opening onto why and from where."""
    title = RECIPE_COLUMNS.get(dimension, dimension)
    indicator = readings.assessed.get((iso3, dimension))
    if indicator is None or pd.isna(indicator.score):
        applies = indicator is None or indicator.applicable
        return h.p[f"{title}: ", h.span(".atlas-dim")[NO_DATA if applies else _NOT_APPLICABLE]]
    spoken = f"{indicator.grade} · {markup.when(indicator.evidence_date)}"
    summary = [
        f"{title}: {indicator.score:g} of 10 · {spoken}",
        [" ", markup.unverified()] if indicator.unverified else None,
    ]
    return markup.unfold(
        summary, markup.judgement(), _newer(indicator), _why(atlas, indicator), opened=opened
    )


def _newer(indicator: Row) -> h.Node:
    count = int(indicator.newer_incidents)
    if not count:
        return None
    return h.p(".atlas-note")[
        f"{count} newer {'incident is' if count == 1 else 'incidents are'} recorded since; "
        "this assessment does not count what came after it. See the incidents."
    ]


def _why(atlas: Atlas, indicator: Row) -> h.Node:
    ids = split_ids(str(indicator.evidence_ids))
    facts = [atlas.fact_rows[one] for one in ids if one in atlas.fact_rows]
    incidents = [atlas.incident_rows[one] for one in ids if one in atlas.incident_rows]
    ruled = indicator.basis == "rule"
    return [
        h.p["Read by rule from dated incidents and agreements."] if ruled else None,
        [_fact(atlas, fact, opened=True) for fact in facts],
        [_incident(atlas, incident, opened=True) for incident in incidents],
    ]


def fact_lines(
    atlas: Atlas,
    readings: Readings,
    iso3: str,
    dimensions: Sequence[str],
    *,
    opened: bool = False,
) -> h.Element:
    """Return the facts of a country whose dimension starts with one of ``dimensions``."""
    starts = tuple(dimensions)
    chosen = [one for one in readings.facts_of.get(iso3, ()) if one.dimension.startswith(starts)]
    return h.ul[[h.li[_fact(atlas, fact, opened=opened)] for fact in chosen]]


def _fact(atlas: Atlas, fact: Row, *, opened: bool) -> h.Element:
    ours = bool(fact.judgement)
    year = "" if pd.isna(fact.year) else f", {fact.year}"
    name = fact_title(str(fact.dimension))
    note = str(fact.note).removeprefix("Analyst judgement. ")
    return h.div[
        h.span[h.span(".atlas-dim")[f"{name}: "], f"{_value(fact)}{year}. {note} "],
        markup.judgement() if ours else None,
        markup.sources(
            [fact.source_id],
            atlas.cited,
            f"{fact.confidence} · {atlas.cited[fact.source_id].publisher}",
            opened=opened,
        ),
    ]


def _value(fact: Row) -> str:
    scored = fact.value == _OURS and not pd.isna(fact.score)
    return f"{fact.score:g} of 10" if scored else str(fact.value)


def incident_lines(
    atlas: Atlas, readings: Readings, iso3: str, *, most: int | None = None, opened: bool = False
) -> h.Node:
    """Return the newest ``most`` incidents of a country up to the as-of date; all when None."""
    chosen = readings.incidents_of.get(iso3, [])
    if not chosen:
        return h.p["No incident recorded. No report is not evidence that none happened."]
    shown = chosen[:most]
    more = len(chosen) - len(shown)
    return [
        h.ul[[h.li[_incident(atlas, incident, opened=opened)] for incident in shown]],
        h.p(".atlas-note")[f"{more} older on the Evidence page."] if more > 0 else None,
    ]


def _incident(atlas: Atlas, incident: Row, *, opened: bool) -> h.Element:
    return h.div[
        h.strong[f"{incident.date} {_KINDS[incident.kind]}{_people(incident)}. "],
        str(incident.summary),
        markup.sources(
            [incident.source_id],
            atlas.cited,
            f"{incident.reliability} · {atlas.cited[incident.source_id].publisher}",
            opened=opened,
        ),
    ]


def _people(incident: Row) -> str:
    low, high = incident.people_min, incident.people_max
    if pd.isna(low) and pd.isna(high):
        return ""
    if pd.isna(high):
        return f", at least {low:,}"
    if pd.isna(low):
        return f", at most {high:,}"
    return f", {high:,}" if low == high else f", {low:,}–{high:,}"
