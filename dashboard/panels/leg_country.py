"""What one country's law and practice say about a leg through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.language import _, day, said
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.panels.facts import assessment_line, fact_lines, incident_lines
from dashboard.panels.later import why_other
from dashboard.panels.table1 import table1_words
from dashboard.rows import row
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals

_RISK_DIMENSIONS: Final = ("state_practice_of_return", "cooperation_with_dprk_on_return")
_OTHERS: Final = tuple(name for name in DIMENSIONS if name not in _RISK_DIMENSIONS)
_IN_PRACTICE: Final = ("legal_status_in_practice", "official_position")
_IN_LAW: Final = ("treaty_", "domestic_", "bilateral_agreement")
_ORIGIN_FACTS: Final = ("domestic_exit_law", "returnee_treatment", "border_policy")
_RECENT: Final = 6


def leg_country(
    atlas: Atlas,
    readings: Readings,
    iso3: str,
    intervals: Intervals,
    *,
    later: Later | None = None,
) -> h.Element:
    """Return the section of one country: figure, Table 1's words, law, practice, incidents.

    With ``later`` it says why a figure on a past date is another than at the end.
    """
    name = atlas.names().get(iso3, iso3)
    if iso3 in readings.leg_rule.origin:
        return markup.section(
            name,
            h.p[_("Country of origin: not scored. A state does not return people to itself.")],
            markup.unfold(
                _("What people who leave or are returned face"),
                fact_lines(atlas, readings, iso3, _ORIGIN_FACTS, opened=True),
            ),
        )
    if iso3 not in readings.countries.index:
        return markup.section(
            name, h.p[_("No data: the evidence holds nothing on this country's law or practice.")]
        )
    return markup.section(
        name,
        country_head(readings, row(readings.countries, iso3), sure=row(intervals.countries, iso3)),
        why_other(later, readings, iso3),
        table1_words(atlas, iso3),
        h.div[[assessment_line(atlas, readings, iso3, one) for one in _RISK_DIMENSIONS]],
        markup.unfold(
            _legal_title(readings, iso3),
            fact_lines(atlas, readings, iso3, _IN_PRACTICE, opened=True),
            fact_lines(atlas, readings, iso3, _IN_LAW, opened=True),
        ),
        h.div[[assessment_line(atlas, readings, iso3, one) for one in _OTHERS]],
        markup.unfold(
            _("Incidents, newest first"),
            incident_lines(atlas, readings, iso3, most=_RECENT, opened=True),
        ),
    )


def country_head(readings: Readings, country: Row, *, sure: Row) -> h.Node:
    """Return the figure of a country with its class, marks and, when missing, why.

    ``sure`` is its row of the countries of `Intervals`.
    """
    head = h.div(".atlas-head")[
        h.strong[markup.figure(country["risk"])],
        class_chip(country["risk_class"], shown_share(sure, country["risk_class"])),
        markup.judgement(),
        markup.unverified() if country["unverified"] else None,
    ]
    if not pd.isna(country["risk"]):
        return head
    none = _("“{index}” has no figure for this country on {date}.")
    return [
        head,
        h.p(".atlas-note")[none.format(index=said(readings.recipe.title), date=day(readings.date))],
    ]


def _legal_title(readings: Readings, iso3: str) -> str:
    kind = readings.countries["legal_status"][iso3]
    if pd.isna(kind):
        return _("Legal status, in law and in practice")
    return _("Legal status, in law and in practice: {status}").format(status=_(kind))
