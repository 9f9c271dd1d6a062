"""The head of a country's profile: its name, figure, class and interval, and six facts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard import palette
from dashboard.language import _, day, ngettext, said
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.panels.country_dimensions import figure_facts
from dashboard.panels.country_tiles import tiles
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.panels.later import why_other
from dashboard.rows import row
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals


def country_head(
    atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals, *, later: Later
) -> h.Element:
    """Return the head of a profile; a country of origin or without assessment says so."""
    return h.header(".atlas-country-head")[
        h.p(".atlas-kicker")[
            _("Country profile · as of {date} · index “{index}”").format(
                date=day(readings.date), index=said(readings.recipe.title)
            )
        ],
        h.h1[atlas.names()[iso3]],
        _figure(atlas, readings, iso3, intervals),
        h.div(".atlas-panel")[why_other(later, readings, iso3)],
        tiles(atlas, readings, iso3),
    ]


def without_figure(readings: Readings, iso3: str) -> str:
    """Return why a country has no figure, empty where it has one."""
    if iso3 in readings.leg_rule.origin:
        return _("Country of origin: not scored. A state does not return people to itself.")
    if iso3 not in readings.countries.index:
        return _(
            "No assessment: the evidence holds nothing on this country's law or practice. "
            "It is listed because corridors lead through it."
        )
    if pd.isna(readings.countries["risk"][iso3]):
        return _("“{index}” has no figure for this country on {date}.").format(
            index=said(readings.recipe.title), date=day(readings.date)
        )
    return ""


def _figure(atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals) -> h.Node:
    if why := without_figure(readings, iso3):
        origin = iso3 in readings.leg_rule.origin
        chip = None if origin else markup.risk_chip(NO_DATA)
        return [h.div(".atlas-head")[chip], h.p(".atlas-lead")[why]]
    country, sure = row(readings.countries, iso3), row(intervals.countries, iso3)
    return [
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(country["risk"])],
            h.span(".atlas-dim")[_("of 10")],
            class_chip(country["risk_class"], shown_share(sure, country["risk_class"])),
            markup.judgement(),
            markup.unverified() if country["unverified"] else None,
        ],
        markup.scale(
            country["risk"],
            readings.classes.edges,
            list(palette.RISK.values()),
            interval=interval_ends(sure),
        ),
        interval_words(sure, intervals.rule),
        h.div(".atlas-panel.atlas-repeated")[
            markup.unfold(_evidence_words(country), figure_facts(atlas, readings, iso3))
        ],
    ]


def evidence_words(readings: Readings, iso3: str) -> dict[str, str]:
    """Return how good and how new the evidence of a country's figure is; empty without one."""
    if without_figure(readings, iso3):
        return {}
    return {_("Evidence of its figure"): _evidence_words(row(readings.countries, iso3))}


def _evidence_words(country: Row) -> str:
    newer = int(country["newer_incidents"])
    words = _("Weakest grade of the evidence: {grade}. Oldest evidence: {date}.").format(
        grade=_(country["grade"]), date=markup.when(country["oldest_evidence"])
    )
    if not newer:
        return words
    return f"{words} " + ngettext(
        "{number} incident is newer than the assessment of practice and not counted in it.",
        "{number} incidents are newer than the assessment of practice and not counted in it.",
        newer,
    )
