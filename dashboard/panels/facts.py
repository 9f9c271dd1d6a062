"""Facts, assessments and incidents as lines that open onto their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.data_words import fact_title
from dashboard.language import N_, _, ngettext, said
from dashboard.panels import markup
from dashboard.series.figures import NOTHING, range_words
from dashboard.source_line import publisher
from dashboard.texts import grouped, readable, told_apart
from dashboard.words import NO_DATA, NOT_APPLICABLE, RECIPE_COLUMNS
from dashboard.workspace.overrides import OWN
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

INCIDENT_KINDS: Final = {
    "refoulement": N_("Return"),
    "detention": N_("Detention"),
    "safe_transfer": N_("Transfer"),
    "policy_change": N_("Policy"),
}
_OURS: Final = "analyst judgement"
_OURS_BEFORE_NOTE: Final = N_("Analyst judgement. ")


def assessment_line(
    atlas: Atlas, readings: Readings, iso3: str, dimension: str, *, opened: bool = False
) -> h.Element:
    """Return a dimension's score with its grade, age and mark, opening onto why and from where."""
    title = _(RECIPE_COLUMNS[dimension]) if dimension in RECIPE_COLUMNS else dimension
    indicator = readings.assessed.get((iso3, dimension))
    if indicator is None or pd.isna(indicator.score):
        applies = indicator is None or indicator.applicable
        return h.p[f"{title}: ", h.span(".atlas-dim")[_(NO_DATA if applies else NOT_APPLICABLE)]]
    spoken = f"{_(indicator.grade)} · {markup.when(indicator.evidence_date)}"
    summary = [
        f"{title}: {of_ten(indicator.score)} · {spoken}",
        [" ", markup.unverified()] if indicator.unverified else None,
        [" ", markup.own_assessment()] if indicator.basis == OWN else None,
    ]
    return markup.unfold(
        summary,
        None if indicator.basis == OWN else markup.judgement(),
        _newer(indicator),
        assessment_facts(atlas, indicator),
        opened=opened,
    )


def of_ten(score: float) -> str:
    """Return a score on the scale of a dimension, in words."""
    return _("{score} of 10").format(score=f"{score:g}")


def _newer(indicator: Row) -> h.Node:
    count = int(indicator.newer_incidents)
    if not count:
        return None
    return h.p(".atlas-note")[
        ngettext(
            "{number} newer incident is recorded since; this assessment does not count what came "
            "after it. See the incidents.",
            "{number} newer incidents are recorded since; this assessment does not count what came "
            "after it. See the incidents.",
            count,
        )
    ]


def assessment_facts(atlas: Atlas, indicator: Row) -> h.Node:
    """Return what an assessment rests on: our reasons, facts and incidents with their sources."""
    ids = split_ids(str(indicator.evidence_ids))
    facts = [atlas.fact_rows[one] for one in ids if one in atlas.fact_rows]
    incidents = [atlas.incident_rows[one] for one in ids if one in atlas.incident_rows]
    ruled = indicator.basis == "rule"
    return [
        h.p[_("Read by rule from dated incidents and agreements.")] if ruled else None,
        [one_fact(atlas, fact, opened=True) for fact in facts],
        [one_incident(atlas, incident, opened=True) for incident in incidents],
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
    return h.ul[[h.li[one_fact(atlas, fact, opened=opened)] for fact in chosen]]


def one_fact(atlas: Atlas, fact: Row, *, opened: bool = False, titled: bool = True) -> h.Element:
    """Return one fact: what about (unless a title above says so), value, year, note, source."""
    ours = bool(fact.judgement)
    value = _value(fact)
    year = "" if pd.isna(fact.year) or str(fact.year) in value else f", {fact.year}"
    name = h.span(".atlas-dim")[f"{fact_title(str(fact.dimension))}: "] if titled else None
    return h.div[
        h.span[name, f"{value}{year}. {fact_note(fact, atlas.cited)} "],
        markup.judgement() if ours else None,
        graded_source(atlas, fact.confidence, fact.source_id, opened=opened),
    ]


def graded_source(atlas: Atlas, grade: str, source_ids: str, *, opened: bool = False) -> h.Element:
    """Return a grade and the first publisher that open onto the citation of each source."""
    ids = split_ids(source_ids)
    words = f"{_(grade)} · {publisher(atlas.cited[ids[0]])}"
    return markup.sources(ids, atlas.cited, words, opened=opened)


def counted_by(incident: Row) -> str:
    """Return the ids of the source of an incident and of those that count its people otherwise."""
    return f"{incident.source_id};{incident.counted_by}"


def fact_note(fact: Row, cited: Mapping[str, Row]) -> str:
    """Return what a reader should know of a fact; that it is our judgement is marked beside it."""
    return _without_mark(readable(str(fact.note), cited))


def fact_note_apart(fact: Row, cited: Mapping[str, Row]) -> tuple[str, tuple[str, ...]]:
    """Return the same note without the sources that it names in brackets, and their ids."""
    note, ids = told_apart(str(fact.note), cited)
    return _without_mark(note), ids


def _without_mark(note: str) -> str:
    return note.removeprefix(_(_OURS_BEFORE_NOTE))


def _value(fact: Row) -> str:
    scored = fact.value == _OURS and not pd.isna(fact.score)
    return of_ten(fact.score) if scored else grouped(said(str(fact.value)))


def incident_lines(
    atlas: Atlas, readings: Readings, iso3: str, *, most: int | None = None, opened: bool = False
) -> h.Node:
    """Return the newest ``most`` incidents of a country up to the as-of date; all when None."""
    chosen = readings.incidents_of.get(iso3, [])
    if not chosen:
        return h.p[_("No incident recorded. No report is not evidence that none happened.")]
    shown = chosen[:most]
    more = len(chosen) - len(shown)
    return [
        h.ul[[h.li[one_incident(atlas, incident, opened=opened)] for incident in shown]],
        h.p(".atlas-note")[
            ngettext(
                "{number} older on the Evidence page.",
                "{number} older on the Evidence page.",
                more,
            )
        ]
        if more > 0
        else None,
    ]


def one_incident(atlas: Atlas, incident: Row, *, opened: bool = False) -> h.Element:
    """Return one incident: when, what, how many people, what is reported and by whom."""
    head = [f"{incident.date} {_(INCIDENT_KINDS[incident.kind])}"]
    if people := people_words(incident):
        head.append(people)
    return h.div[
        h.strong[f"{', '.join(head)}. "],
        said(str(incident.summary)),
        graded_source(atlas, incident.reliability, counted_by(incident), opened=opened),
    ]


def people_words(incident: Row) -> str:
    """Return how many people an incident is about, as a range where it is one; empty if unknown.

    Where other sources count otherwise, the range of all counts follows that of the source named.
    """
    own = _range(incident.people_min, incident.people_max)
    every = _range(incident.counted_low, incident.counted_high)
    if not own or own == every:
        return every
    return _("{own}; with other counts {every}").format(own=own, every=every)


def _range(low: float, high: float) -> str:
    words = range_words(*(float("nan") if pd.isna(end) else float(end) for end in (low, high)))
    return "" if words == NOTHING else words
