"""The lines of the comparison of countries: readings, dimensions, law, practice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.countries.gaps import corrections_for
from dashboard.countries.law import TREATIES, facts_about, treaties
from dashboard.countries.legs import legs_inside
from dashboard.data_words import fact_title
from dashboard.language import _, ngettext, said
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.panels.country_dimensions import (
    age_words,
    dimension_facts,
    figure_facts,
    missing_words,
)
from dashboard.panels.country_head import without_figure
from dashboard.panels.country_law import treaty_words
from dashboard.panels.country_legs import ground_words, leg_words
from dashboard.panels.country_practice import STATUS
from dashboard.panels.facts import INCIDENT_KINDS, of_ten, one_fact, one_incident
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.panels.table1 import correction_list
from dashboard.rows import row, rows
from dashboard.words import ANCHORS, DIMENSIONS, NO_DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the cells are made of."""

    atlas: Atlas
    readings: Readings
    intervals: Intervals


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the table: its label, and the cell it has for a country."""

    label: h.Node
    cell: Callable[[Evidence, str], h.Node]


def no_data(why: str = "") -> h.Element:
    """Return a cell that says that there is no data, opening onto why where that is known."""
    words = h.span(".atlas-dim")[_(NO_DATA)]
    return markup.unfold(words, h.p[why]) if why else words


def reading_lines() -> list[Line]:
    """Return the lines of the figure and of legal status, both our judgement."""
    return [
        Line(label=[_("Refoulement risk"), " ", markup.judgement()], cell=risk_cell),
        Line(label=[_("Legal status in practice"), " ", markup.judgement()], cell=status_cell),
    ]


def risk_cell(evidence: Evidence, iso3: str) -> h.Node:
    """Return the figure, class and interval, opening onto what the figure rests on."""
    readings = evidence.readings
    if why := without_figure(readings, iso3):
        return no_data(why)
    country, sure = row(readings.countries, iso3), row(evidence.intervals.countries, iso3)
    ends = interval_ends(sure)
    return markup.unfold(
        [
            h.strong[markup.figure(country["risk"])],
            " ",
            class_chip(country["risk_class"], shown_share(sure, country["risk_class"])),
            h.span(".atlas-dim")[
                " ",
                _("({low} to {high})").format(
                    low=markup.figure(ends[0]), high=markup.figure(ends[1])
                ),
            ]
            if ends
            else None,
        ],
        interval_words(sure, evidence.intervals.rule),
        figure_facts(evidence.atlas, readings, iso3),
    )


def status_cell(evidence: Evidence, iso3: str) -> h.Node:
    """Return the kind of legal status, opening onto the facts on status and official position."""
    kind = evidence.readings.countries["legal_status"].get(iso3)
    facts = facts_about(evidence.readings, iso3, *STATUS)
    if pd.isna(kind) and not facts:
        return no_data()
    return markup.unfold(_(NO_DATA) if pd.isna(kind) else _(kind), _facts(evidence, facts))


def dimension_lines() -> list[Line]:
    """Return a line for each of the six dimensions; its label opens onto the scale."""
    return [
        Line(
            label=markup.unfold(_(title), h.p(".atlas-note")[_(ANCHORS[name])]),
            cell=partial(_dimension_cell, dimension=name),
        )
        for name, title in DIMENSIONS.items()
    ]


def _dimension_cell(evidence: Evidence, iso3: str, *, dimension: str) -> h.Node:
    indicator = evidence.readings.assessed.get((iso3, dimension))
    if (missing := missing_words(indicator)) or indicator is None:
        return h.span(".atlas-dim")[missing]
    return markup.unfold(
        [
            h.strong[of_ten(indicator.score)],
            h.span(".atlas-under")[f"{_(indicator.grade)} · {age_words(indicator)}"],
            markup.unverified() if indicator.unverified else None,
        ],
        dimension_facts(evidence.atlas, indicator),
    )


def law_lines() -> list[Line]:
    """Return a line for each treaty, then domestic rules and agreements with the DPRK."""
    return [
        *(
            Line(label=fact_title(treaty), cell=partial(_treaty_cell, treaty=treaty))
            for treaty in TREATIES
        ),
        Line(label=_("Domestic rules"), cell=partial(_facts_cell, starts=("domestic_",))),
        Line(
            label=_("Agreements with the DPRK"), cell=partial(_facts_cell, starts=("bilateral_",))
        ),
    ]


def _treaty_cell(evidence: Evidence, iso3: str, *, treaty: str) -> h.Node:
    fact = treaties(evidence.readings, iso3)[treaty]
    if fact is None:
        return no_data()
    return markup.unfold(treaty_words(fact), one_fact(evidence.atlas, fact, opened=True))


def practice_lines() -> list[Line]:
    """Return the practice in short, a line for each kind of incident, legs, corrections."""
    return [
        Line(
            label=fact_title("state_practice_summary"),
            cell=partial(_facts_cell, starts=("state_practice",)),
        ),
        *(
            Line(label=_(title), cell=partial(_incidents_cell, kind=kind))
            for kind, title in INCIDENT_KINDS.items()
        ),
        Line(label=_("Legs that touch it"), cell=_legs_cell),
        Line(label=_("Corrections to the white paper and to reports"), cell=_corrections_cell),
    ]


def _incidents_cell(evidence: Evidence, iso3: str, *, kind: str) -> h.Node:
    held = [one for one in evidence.readings.incidents_of.get(iso3, ()) if one.kind == kind]
    if not held:
        return h.span(".atlas-dim")[_("none on record")]
    years = sorted({str(one.date)[:4] for one in held})
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return markup.unfold(
        [
            ngettext("{number} incident", "{number} incidents", len(held)),
            h.span(".atlas-under")[span],
        ],
        h.ul[[h.li[one_incident(evidence.atlas, one)] for one in held]],
    )


def _legs_cell(evidence: Evidence, iso3: str) -> h.Node:
    found = legs_inside(evidence.atlas, evidence.readings, iso3, evidence.intervals)
    declared = found[found["declared"]]
    if declared.empty:
        return h.span(".atlas-dim")[_("none on record")]
    return markup.unfold(
        [
            ngettext("{number} leg", "{number} legs", len(declared)),
            h.span(".atlas-under")[ground_words(declared)],
        ],
        h.ul[[h.li[leg_words(evidence.atlas, leg)] for leg in rows(declared)]],
    )


def _corrections_cell(evidence: Evidence, iso3: str) -> h.Node:
    found = corrections_for(evidence.atlas, iso3)
    if found.empty:
        return h.span(".atlas-dim")[_("none on record")]
    return markup.unfold(
        ngettext("{number} correction", "{number} corrections", len(found)),
        correction_list(evidence.atlas, found),
    )


def _facts_cell(evidence: Evidence, iso3: str, *, starts: Sequence[str]) -> h.Node:
    found = facts_about(evidence.readings, iso3, *starts)
    if not found:
        return no_data()
    words = (
        said(found[0].value)
        if len(found) == 1
        else ngettext("{number} on record", "{number} on record", len(found))
    )
    return markup.unfold(words, _facts(evidence, found))


def _facts(evidence: Evidence, found: Sequence[Row]) -> h.Element:
    return h.ul[[h.li[one_fact(evidence.atlas, fact)] for fact in found]]
