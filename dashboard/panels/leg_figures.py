"""The figures of one leg: its reading, how sure it is, what explains it, and its kilometres."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from analysis.leg_terms import NONE, SEA
from analysis.legs import NOT_AN_ESCAPE
from dashboard import palette
from dashboard.language import N_, _, integer, ngettext, percent, said
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.panels.contributions import leg_contributions
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.panels.leg_explained import leg_explained
from dashboard.rows import row, rows
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals

_NO_COUNTRY: Final = {SEA: N_("Open water"), NONE: N_("No country matched")}


def risk_figure(atlas: Atlas, readings: Readings, leg_id: str, intervals: Intervals) -> h.Element:
    """Return the reading of a leg, its class, interval, grade and age, and what adds up to it."""
    reading, sure = row(readings.legs, leg_id), row(intervals.legs, leg_id)
    drivers = readings.drivers[readings.drivers["leg_id"] == leg_id]
    strokes = list(palette.RISK.values())
    return markup.section(
        _("Refoulement risk of the leg"),
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(reading["reading"])],
            None if pd.isna(reading["reading"]) else h.span(".atlas-dim")[_("of 10")],
            class_chip(reading["risk_class"], shown_share(sure, reading["risk_class"])),
            markup.judgement(),
            markup.unverified() if reading["unverified"] else None,
        ],
        markup.scale(
            reading["reading"], readings.classes.edges, strokes, interval=interval_ends(sure)
        ),
        interval_words(sure, intervals.rule),
        h.p(".atlas-note")[_evidence_words(readings, reading, drivers)],
        None
        if pd.isna(reading["reading"])
        else markup.unfold(
            _("What drives it: countries, indicators, sources"),
            leg_contributions(atlas, readings, leg_id),
        ),
        None
        if drivers.empty
        else markup.unfold(_("Explain this figure"), leg_explained(atlas, readings, leg_id)),
    )


def _evidence_words(readings: Readings, reading: Row, drivers: pd.DataFrame) -> str:
    if reading["reason"] == NOT_AN_ESCAPE:
        return _(
            "Grey because it is not an escape leg: people are sent along it by the state of "
            "origin, so no return is at stake here. Their journey out begins with a later leg."
        )
    share = 0.0 if pd.isna(reading["known_share"]) else float(reading["known_share"])
    if reading["reason"]:
        return _(
            "Grey because too little is known: countries with a figure on this date carry {share} "
            "of the leg's weight, and at least {least} is asked for. Missing is not zero risk."
        ).format(share=percent(share), least=percent(readings.leg_rule.min_known))
    said_of_it = [_grade_words(reading), _newer_words(readings, drivers)]
    if reading["weight_unknown_km"]:
        unknown = _("{share} of the leg's weight has no data.")
        said_of_it = [unknown.format(share=percent(1 - share)), *said_of_it]
    return " ".join(filter(None, said_of_it))


def _grade_words(reading: Row) -> str:
    grade = _(reading["grade"])
    if pd.isna(reading["oldest_evidence"]):
        return _(
            "Weakest grade of the evidence: {grade}. The oldest it rests on is undated."
        ).format(grade=grade)
    age = ngettext("{number} year", "{number} years", math.floor(reading["age_years"]))
    return _(
        "Weakest grade of the evidence: {grade}. The oldest it rests on: {date}, {age} before the "
        "as-of date."
    ).format(grade=grade, date=markup.when(reading["oldest_evidence"]), age=age)


def _newer_words(readings: Readings, drivers: pd.DataFrame) -> str:
    scored = drivers.loc[drivers["score"].notna(), "iso3"].unique()
    count = int(readings.countries["newer_incidents"].reindex(scored).fillna(0).sum())
    if not count:
        return ""
    return ngettext(
        "{number} incident newer than the assessments is recorded: not counted in the figure, but "
        "its interval is wider for it.",
        "{number} incidents newer than the assessments are recorded: not counted in the figure, "
        "but its interval is wider for them.",
        count,
    )


STAND_INS: Final = N_(
    "Measured by the atlas on Natural Earth 1:10m: the geodesic between stand-ins for "
    "a province or city, not a path anyone took."
)


STRAIGHT: Final = N_("Straight line, {km} km")


def kilometres(
    atlas: Atlas, leg_id: str, measured: str = STAND_INS, title: str = STRAIGHT
) -> h.Element:
    """Return the kilometres of a leg by country, with open water and undeclared stretches said.

    ``measured`` are the words for what was measured, ``title`` those for the whole.
    """
    parts = atlas.exposure[atlas.exposure["leg_id"] == leg_id].sort_values("km", ascending=False)
    names = {**atlas.names(), **{code: _(name) for code, name in _NO_COUNTRY.items()}}
    total = float(parts["km"].sum())
    lines = [
        (names.get(part.iso3, part.iso3), integer(part.km), percent(part.km / total))
        for part in rows(parts)
    ]
    leg = row(atlas.legs, leg_id)
    return markup.section(
        _(title).format(km=integer(total)),
        markup.table((_("Country"), _("km"), _("Share")), lines, "numbers"),
        h.p(".atlas-note")[
            _(measured),
            f" {_undeclared(parts, leg, names)} {said(leg['countries_note'])}",
        ],
    )


def _undeclared(parts: pd.DataFrame, leg: Row, names: Mapping[str, str]) -> str:
    """Say which countries the line crosses that the corridor is not reported to enter."""
    if leg["standing"] == "protection":
        return _("Under protection only the state that protects counts, once.")
    if leg["mode"] == "air":
        return _("A flight counts with its two ends only.")
    declared = {*split_ids(leg["countries_declared"]), *_NO_COUNTRY}
    crossed = parts[~parts["iso3"].isin(declared)]
    if crossed.empty:
        return ""
    named = ", ".join(
        f"{names.get(part.iso3, part.iso3)} {integer(part.km)} km" for part in rows(crossed)
    )
    return _(
        "The line crosses {countries}, which the corridor is not reported to enter: not counted."
    ).format(countries=named)
