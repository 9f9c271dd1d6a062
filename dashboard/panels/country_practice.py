"""What a state does: legal status in practice, returns, the table behind the timeline, access."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from analysis.grades import GRADES
from dashboard.countries.law import facts_about
from dashboard.countries.timeline import incident_spans
from dashboard.language import N_, _, ngettext, said
from dashboard.panels import markup
from dashboard.panels.facts import INCIDENT_KINDS, counted_by, graded_source, one_fact, people_words
from dashboard.rows import rows

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

# Where the axis of the timeline begins for every country, so that two can be held side by side.
SINCE: Final = dt.date(1998, 1, 1)
STATUS: Final = ("legal_status_in_practice", "official_position")
PRACTICE: Final = ("state_practice_summary", "returns_", "returnee_", "sea_arrivals")
OTHER: Final = {
    N_("Protection actors"): ("unhcr_access", "rok_embassy_access", "resettlement_access"),
    N_("Arrest and detention"): (
        "penalty_",
        "immigration_detention",
        "screening_",
        "detained_",
    ),
    N_("Border policy"): ("border_policy",),
    N_("Numbers reported"): (
        "arrivals_",
        "transit_",
        "population_",
        "refugees_admitted",
        "claims_",
        "settled_",
    ),
    N_("Band given by the evidence itself"): ("assess_overall_refoulement_band",),
}


def status_in_practice(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the chapter on the status that a North Korean in fact has there."""
    kind = readings.countries["legal_status"].get(iso3)
    return markup.chapter(
        _("Legal status in practice"),
        None if pd.isna(kind) else h.p(".atlas-lead")[_(kind), " ", markup.judgement()],
        _facts(atlas, readings, iso3, STATUS),
    )


def practice(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the beginning of the chapter on practice, up to the timeline."""
    return markup.chapter(
        _("Practice"),
        _facts(atlas, readings, iso3, PRACTICE),
        h.h3[_("Incidents")],
        h.p(".atlas-note")[_timeline_words(readings, iso3)],
    )


def timeline_table(readings: Readings, iso3: str) -> pd.DataFrame:
    """Return the incidents of a country from `SINCE` on, in words, as the timeline takes them."""
    spans = incident_spans(readings, iso3)
    shown = spans[spans["start"] >= pd.Timestamp(SINCE)]
    order = {kind: place for place, kind in enumerate(INCIDENT_KINDS)}
    shown = shown.sort_values("kind", key=lambda kinds: kinds.map(order), kind="stable")
    return shown.assign(
        kind=shown["kind"].map(lambda kind: _(INCIDENT_KINDS[kind])),
        reliability=shown["reliability"].map(_),
        people=[people_words(one) or _("no count") for one in rows(shown)],
        summary=shown["summary"].map(said),
    )


def reliabilities() -> list[str]:
    """Return the words of reliability, best first."""
    return [_(grade) for grade in reversed(GRADES)]


def incidents(atlas: Atlas, readings: Readings, iso3: str) -> h.Element | None:
    """Return the incidents as a table, newest first, each with its count, grade and source."""
    found = readings.incidents_of.get(iso3, [])
    if not found:
        return None
    lines = [
        (
            h.strong[incident.date],
            _(INCIDENT_KINDS[incident.kind]),
            people_words(incident) or h.span(".atlas-dim")[_("no count")],
            said(str(incident.summary)),
            graded_source(atlas, incident.reliability, counted_by(incident)),
        )
        for incident in found
    ]
    head = (
        _("Date"),
        _("Kind"),
        _("How many people"),
        _("What is reported"),
        _("Reliability, source"),
    )
    return markup.table(head, lines, "stacked incidents")


def other_facts(atlas: Atlas, readings: Readings, iso3: str) -> h.Element | None:
    """Return the chapter of what else is on record, a part for each kind that has a fact."""
    parts = [
        h.section[h.h3[_(title)], _facts(atlas, readings, iso3, starts)]
        for title, starts in OTHER.items()
        if facts_about(readings, iso3, *starts)
    ]
    if not parts:
        return None
    return markup.chapter(_("Also on record"), h.div(".atlas-columns")[parts])


def _facts(atlas: Atlas, readings: Readings, iso3: str, starts: tuple[str, ...]) -> h.Element:
    found = facts_about(readings, iso3, *starts)
    if not found:
        return h.p(".atlas-dim")[_("Nothing on record.")]
    return h.ul[[h.li[one_fact(atlas, fact)] for fact in found]]


def _timeline_words(readings: Readings, iso3: str) -> str:
    spans = incident_spans(readings, iso3)
    if spans.empty:
        return _("No incident recorded. No report is not evidence that none happened.")
    words = _(
        "A box is as wide as the date is vague and as high as the counts differ; an arrow means "
        "“at least”. No report is not evidence that none happened."
    )
    early = int((spans["start"] < pd.Timestamp(SINCE)).sum())
    if not early:
        return words
    return f"{words} " + ngettext(
        "{number} earlier incident stands in the table only.",
        "{number} earlier incidents stand in the table only.",
        early,
    )
