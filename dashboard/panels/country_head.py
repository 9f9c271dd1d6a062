"""The head of a country's profile: its name, figure, class and interval, and six facts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard import palette
from dashboard.countries.law import facts_about, treaties
from dashboard.countries.legs import legs_inside
from dashboard.countries.timeline import COUNTED
from dashboard.language import _, day, integer, ngettext, said
from dashboard.panels import markup
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.rows import row
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals

_CONVENTION = ("treaty_1951_refugee_convention", "treaty_1967_protocol")


def country_head(atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals) -> h.Element:
    """Return the head of a profile; a country of origin or without assessment says so."""
    return h.header(".atlas-country-head")[
        h.p(".atlas-kicker")[
            _("Country profile · as of {date} · index “{index}”").format(
                date=day(readings.date), index=said(readings.recipe.title)
            )
        ],
        h.h1[atlas.names()[iso3]],
        _figure(readings, iso3, intervals),
        h.dl(".atlas-tiles")[
            [h.div[h.dt[name], h.dd[words]] for name, words in _tiles(atlas, readings, iso3)]
        ],
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


def _figure(readings: Readings, iso3: str, intervals: Intervals) -> h.Node:
    if why := without_figure(readings, iso3):
        origin = iso3 in readings.leg_rule.origin
        chip = None if origin else markup.risk_chip(NO_DATA)
        return [h.div(".atlas-head")[chip], h.p(".atlas-lead")[why]]
    country, sure = row(readings.countries, iso3), row(intervals.countries, iso3)
    return [
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(country["risk"])],
            h.span(".atlas-dim")[_("of 10")],
            markup.risk_chip(country["risk_class"]),
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
        h.p(".atlas-note")[_evidence_words(country)],
    ]


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


def _tiles(atlas: Atlas, readings: Readings, iso3: str) -> Iterator[tuple[str, h.Node]]:
    if iso3 in readings.countries.index and iso3 not in readings.leg_rule.origin:
        kind = readings.countries["legal_status"][iso3]
        yield (
            _("Legal status in practice"),
            _(NO_DATA) if pd.isna(kind) else [_(kind), " ", markup.judgement()],
        )
    yield _("Refugee Convention or Protocol"), _convention(readings, iso3)
    yield _("Agreements with the DPRK"), _agreements(readings, iso3)
    yield _("Returns on record"), _incidents(readings, iso3)
    yield _("Legs that touch it"), _legs(atlas, readings, iso3)
    yield _("Facts held"), _held(readings, iso3)


def _convention(readings: Readings, iso3: str) -> str:
    found = [fact for name in _CONVENTION if (fact := treaties(readings, iso3)[name])]
    bound = [fact for fact in found if fact.value == "party"]
    if not found:
        return _(NO_DATA)
    if not bound:
        return _("Not party")
    years = [int(fact.year) for fact in bound if not pd.isna(fact.year)]
    return _("Party since {year}").format(year=min(years)) if years else _("Party")


def _agreements(readings: Readings, iso3: str) -> str:
    found = facts_about(readings, iso3, "bilateral_agreement_dprk")
    named = [fact for fact in found if fact.value != "none found"]
    if named:
        return ngettext("{number} on record", "{number} on record", len(named))
    return _("None found") if found else _(NO_DATA)


def _incidents(readings: Readings, iso3: str) -> str:
    kinds = [incident.kind for incident in readings.incidents_of.get(iso3, ())]
    returns = kinds.count(COUNTED[0])
    others = len(kinds) - returns
    if not kinds:
        return _("No incident on record")
    return " · ".join(
        [
            ngettext("{number} return", "{number} returns", returns),
            ngettext("{number} other incident", "{number} other incidents", others),
        ]
    )


def _legs(atlas: Atlas, readings: Readings, iso3: str) -> str:
    found = legs_inside(atlas, readings, iso3)
    declared = found[found["declared"]]
    if declared.empty:
        return _("none on record")
    return " · ".join(
        [ngettext("{number} leg", "{number} legs", len(declared)), ground_words(declared)]
    )


def ground_words(legs: pd.DataFrame) -> str:
    """Return the kilometres of rows of `legs_inside` on the ground, or that all are flights."""
    if legs["km"].isna().all():
        return _("flights only")
    return _("{km} km on the ground").format(km=integer(legs["km"].sum()))


def _held(readings: Readings, iso3: str) -> str:
    facts = readings.facts_of.get(iso3, ())
    if not facts:
        return _("none on record")
    low = sum(fact.confidence == "low" for fact in facts)
    return " · ".join(
        [
            ngettext("{number} fact", "{number} facts", len(facts)),
            ngettext("{number} of low grade", "{number} of low grade", low),
        ]
    )
