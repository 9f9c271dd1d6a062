"""What a record is called and what it states, in the language of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.data_words import SERIES, fact_title, series_title
from dashboard.evidence.records import (
    CORRECTION,
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    countries_named,
    parted,
    record,
)
from dashboard.language import N_, _, decimal, integer, said
from dashboard.source_line import publisher
from dashboard.texts import grouped
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.rows import Row

SHELVES: Final = {
    FACT: N_("Facts"),
    INCIDENT: N_("Incidents"),
    EVENT: N_("Events"),
    FIGURE: N_("Figures"),
    CORRECTION: N_("Conflicts"),
    SOURCE: N_("Sources"),
}
KIND_TITLES: Final = {
    FACT: N_("Fact"),
    INCIDENT: N_("Incident"),
    EVENT: N_("Event"),
    FIGURE: N_("Figure of a series"),
    CORRECTION: N_("Correction"),
    SOURCE: N_("Source"),
}
INCIDENT_KINDS: Final = {
    "refoulement": N_("Return"),
    "detention": N_("Detention"),
    "safe_transfer": N_("Transfer"),
    "policy_change": N_("Policy"),
}
OUR_VALUE: Final = "analyst judgement"


def record_title(atlas: Atlas, key: str) -> str:
    """Return what a record is about, in a line: "China: Legal recognition"."""
    kind, _id = parted(key)
    cells = record(atlas, key)
    countries = ", ".join(atlas.names()[one] for one in countries_named(atlas, kind, cells))
    if kind == FACT:
        return f"{countries}: {fact_title(cells['dimension'])}"
    if kind == INCIDENT:
        return f"{countries}, {cells['date']}: {_(INCIDENT_KINDS[cells['kind']])}"
    if kind == EVENT:
        return f"{cells['date']}: {said(cells['event_type'])}"
    if kind == FIGURE:
        return f"{series_title(cells['series'])}, {years_words(cells['year'])}"
    return publisher(cells) if kind == SOURCE else _applies_to(countries, cells)


def _applies_to(countries: str, correction: Row) -> str:
    """Return what a correction is about: countries, and the series that it names."""
    named = [one for one in split_ids(correction["applies_to"].replace(" ", "")) if one in SERIES]
    return ": ".join([*([countries] if countries else []), *map(series_title, named)])


def statement(atlas: Atlas, key: str) -> str:
    """Return what a record states: a fact's value, a figure with its unit, a summary, a claim."""
    kind, _id = parted(key)
    cells = record(atlas, key)
    if kind == FACT:
        return fact_value(cells)
    if kind == FIGURE:
        return figure_value(cells)
    column = {INCIDENT: "summary", EVENT: "summary", CORRECTION: "claim", SOURCE: "title"}[kind]
    return said(str(cells[column]))


def fact_value(fact: Row) -> str:
    """Return a fact's value; that of an assessment of ours is its score."""
    if fact["value"] == OUR_VALUE and not pd.isna(fact["score"]):
        return _("{score} of 10").format(score=f"{fact['score']:g}")
    return grouped(said(str(fact["value"])))


def figure_value(flow: Row) -> str:
    """Return a figure with its range and unit: "1,047 people", "1,000–1,785 people"."""
    return f"{_amount(flow['value'], flow['value_low'], flow['value_high'])} {said(flow['unit'])}"


def years_words(year: str) -> str:
    """Return a year, a date or a span as it is; everything up to a year in words."""
    return _("up to {year}").format(year=year[2:]) if year.startswith("<=") else year


def other_value(flow: Row) -> str:
    """Return the figure that another source gives; nothing where there is none."""
    return "" if pd.isna(flow["alt_value"]) else f"{number(flow['alt_value'])} {said(flow['unit'])}"


def people(incident: Row) -> str:
    """Return how many people were reported, as a range where the reports give one."""
    return _amount(float("nan"), incident["people_min"], incident["people_max"])


def number(value: float) -> str:
    """Return a figure whole where it is whole: 1,047; 62.5."""
    return integer(value) if float(value).is_integer() else decimal(value)


def _amount(value: Row, low: Row, high: Row) -> str:
    """Return a figure, its range, or the one with the other beside it."""
    told, ends = _told(value), _range(_told(low), _told(high))
    if not told or ends in {"", told}:
        return told or ends or _(NO_DATA)
    return _("{value} (reports: {range})").format(value=told, range=ends)


def _range(low: str, high: str) -> str:
    """Return what two ends say; nothing where neither is known."""
    if low and high:
        return low if low == high else f"{low}–{high}"
    words = _("at least {count}") if low else _("at most {count}")
    return words.format(count=low or high) if low or high else ""


def _told(value: Row) -> str:
    return "" if pd.isna(value) else number(value)
