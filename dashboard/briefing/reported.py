"""Figures of a story that sources report: arrivals, returns, facts, the white paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.briefing.errors import FigureError
from dashboard.briefing.figure import Figure, counted, ids_of, known
from dashboard.briefing.story_words import YEAR
from dashboard.language import day, integer, month, said
from dashboard.rows import row
from dashboard.series.figures import NOTHING, range_words
from dashboard.series.returns import returns_reported, without_count
from intake.ids import split_ids
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.atlas import Atlas
    from dashboard.briefing.evidence import StepEvidence

_ARRIVALS: Final = "kr_arrivals"
_TOTAL: Final = "kr_cumulative"
_PERCENT: Final = 100
_TABLE1: Final = ("wp_kim",)


def arrivals(evidence: StepEvidence, year: str) -> Figure:
    """Return how many people reached South Korea in a year."""
    flow = _year(evidence, year)
    return counted(flow["value"], split_ids(flow["source_ids"]))


def women(evidence: StepEvidence, year: str) -> Figure:
    """Return which share of them were women and girls, in percent."""
    flow = _year(evidence, year)
    if pd.isna(flow["female_share_pct"]):
        found = Sentence("no share of women for {year}", year=year)
        raise FigureError(found=found, expected=Sentence("a year that has one"))
    return counted(flow["female_share_pct"], split_ids(flow["source_ids"]))


def share(evidence: StepEvidence, year: str, of: str) -> Figure:
    """Return the arrivals of one year in percent of those of another."""
    one, whole = _year(evidence, year), _year(evidence, of)
    sources = (*split_ids(one["source_ids"]), *split_ids(whole["source_ids"]))
    part = _PERCENT * one["value"] / whole["value"]
    return Figure(text=integer(part), value=part, source_ids=tuple(dict.fromkeys(sources)))


def fall(evidence: StepEvidence, before: str, after: str) -> Figure:
    """Return by how many percent arrivals fell from one year to another."""
    left = share(evidence, after, before)
    lost = _PERCENT - float(str(left.value))
    if lost < 0:
        found = Sentence("arrivals that rose from {before} to {after}", before=before, after=after)
        raise FigureError(found=found, expected=Sentence("two years between which they fell"))
    return Figure(text=integer(lost), value=lost, source_ids=left.source_ids)


def total(evidence: StepEvidence) -> Figure:
    """Return the newest official total of arrivals since the war."""
    flows = evidence.atlas.flows
    held = flows[(flows["series"] == _TOTAL) & (flows["year"] <= _last_year(evidence))]
    if held.empty:
        found, expected = Sentence("no total by the date of the view"), Sentence("a later date")
        raise FigureError(found=found, expected=expected)
    last = row(held, held["year"].idxmax())
    return counted(last["value"], split_ids(last["source_ids"]))


def _year(evidence: StepEvidence, year: str) -> pd.Series:
    """Return the arrivals of a year that had ended on the date of the step."""
    flows = evidence.atlas.flows
    years = flows[(flows["series"] == _ARRIVALS) & (flows["year"] <= _last_year(evidence))]
    found = years[years["year"] == year]
    if found.empty:
        raise FigureError(found=year[:60], expected=from_to(sorted(years["year"])))
    return found.iloc[0]


def from_to(years: Sequence[str]) -> Sentence:
    """Return which years there are by the date of a step, in order."""
    if not years:
        return Sentence("a view of a later date: there is no year by this one")
    return Sentence("a year from {first} to {last}", first=years[0], last=years[-1])


def _last_year(evidence: StepEvidence) -> str:
    return ended_by(evidence.settings.date)


def ended_by(date: dt.date) -> str:
    """Return the last year that had ended on a date."""
    return str((date + dt.timedelta(days=1)).year - 1)


def years_of_arrivals(atlas: Atlas) -> tuple[str, ...]:
    """Return the years of which there is a figure of arrivals, in order."""
    flows = atlas.flows
    return tuple(sorted(flows.loc[flows["series"] == _ARRIVALS, "year"]))


def returns(evidence: StepEvidence, iso3: str = "") -> Figure:
    """Return how many returns are reported, by one state where it is named."""
    if iso3:
        known(iso3, evidence.atlas.countries.index)
    reported = returns_reported(evidence.in_time, iso3)
    return counted(len(reported), ids_of(reported["source_ids"]))


def returning(evidence: StepEvidence) -> Figure:
    """Return by how many states returns are reported."""
    reported = returns_reported(evidence.in_time)
    return counted(reported["iso3"].nunique(), ids_of(reported["source_ids"]))


def uncounted(evidence: StepEvidence) -> Figure:
    """Return how many reported returns have no count of people."""
    reported = returns_reported(evidence.in_time)
    none = reported[~reported["counted"]]
    return counted(without_count(reported), ids_of(none["source_ids"]))


def people(evidence: StepEvidence, incident: str) -> Figure:
    """Return how many people one reported return was of, as the widest range of its counts."""
    reported = returns_reported(evidence.in_time)
    found = row(reported, known(incident, reported.index))
    words = range_words(found["low"], found["high"])
    if words == NOTHING:
        without = Sentence("{incident}, which has no count", incident=incident)
        raise FigureError(found=without, expected=Sentence("one that has"))
    return Figure(
        text=words, value=(found["low"], found["high"]), source_ids=split_ids(found["source_ids"])
    )


def day_of(evidence: StepEvidence, incident: str) -> Figure:
    """Return when an incident was, as precisely as it is known."""
    held = evidence.baseline.incidents
    found = row(held, known(incident, held.index))
    return Figure(
        text=_date_words(found["date"]), value=found["date"], source_ids=(found["source_id"],)
    )


def _date_words(date: str) -> str:
    """Return a date as precise as it is given: 9 October 2023, September 2025, 2024."""
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return str(year)
    if len(rest) == 1:
        return month(dt.date(year, rest[0], 1))
    return day(dt.date(year, *rest))


def fact(evidence: StepEvidence, fact_id: str) -> Figure:
    """Return what a fact says, in its own words."""
    found = _fact(evidence, fact_id)
    return Figure(text=said(found["value"]), value=found["value"], source_ids=(found["source_id"],))


def fact_year(evidence: StepEvidence, fact_id: str) -> Figure:
    """Return the year of a fact."""
    found = _fact(evidence, fact_id)
    if pd.isna(found["year"]):
        without = Sentence("{fact}, which has no year", fact=fact_id)
        raise FigureError(found=without, expected=Sentence("a fact that has"))
    year = int(found["year"])
    return Figure(text=str(year), value=year, source_ids=(found["source_id"],))


def _fact(evidence: StepEvidence, fact_id: str) -> pd.Series[Any]:
    """Return a fact that was so by the date of the step."""
    facts = evidence.atlas.facts
    found: pd.Series[Any] = row(facts, known(fact_id, facts.index))
    if not pd.isna(found["year"]) and found["year"] > evidence.settings.date.year:
        later = Sentence("{fact}, which is of {year}", fact=fact_id, year=int(found["year"]))
        raise FigureError(found=later, expected=Sentence("a later date"))
    return found


def table1(evidence: StepEvidence, dimension: str, iso3: str) -> Figure:
    """Return the words of the white paper for a dimension and a state."""
    table = evidence.atlas.table1
    known(iso3, ("KOR", "USA", "CHN"))
    words = table[iso3][known(dimension, table.index)]
    return Figure(text=said(words), value=words, source_ids=_TABLE1)


def plain_year(_evidence: StepEvidence, calendar_year: str) -> Figure:
    """Return a year as it is written."""
    year = a_year(calendar_year)
    return Figure(text=year, value=int(year))


def a_year(text: str) -> str:
    """Return a text that is a year of which a story may speak; refuse any other."""
    if not YEAR.fullmatch(text):
        raise FigureError(found=text[:60], expected=Sentence("a year such as 2019"))
    return text


def as_of_date(evidence: StepEvidence) -> Figure:
    """Return the as-of date of the step."""
    return Figure(text=day(evidence.settings.date), value=evidence.settings.date)


def horizon(evidence: StepEvidence) -> Figure:
    """Return the end of the evidence."""
    last = evidence.atlas.choices.last_date
    return Figure(text=day(last), value=last)
