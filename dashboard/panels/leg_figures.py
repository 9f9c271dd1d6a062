"""The figures of one leg: its reading with what adds up to it, and its kilometres."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from analysis.leg_terms import NONE, SEA
from analysis.legs import NOT_AN_ESCAPE, ORIGIN
from dashboard import palette
from dashboard.panels import markup
from dashboard.panels.contributions import leg_contributions
from dashboard.panels.facts import assessment_line
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.rows import row, rows
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals

_NO_COUNTRY: Final = {SEA: "Open water", NONE: "No country matched"}
_KINDS: Final = {
    "km": "kilometres inside",
    "crossing": "border, stricter side",
    "end": "end of the flight",
    "protection": "the state that protects",
}


def risk_figure(
    atlas: Atlas, readings: Readings, leg_id: str, lang: str, intervals: Intervals
) -> h.Element:
    """Return the reading of a leg, its class, interval, grade and age, and what adds up to it."""
    reading, sure = row(readings.legs, leg_id), row(intervals.legs, leg_id)
    drivers = readings.drivers[readings.drivers["leg_id"] == leg_id]
    strokes = list(palette.RISK.values())
    return markup.section(
        "Refoulement risk of the leg",
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(reading["reading"])],
            None if pd.isna(reading["reading"]) else h.span(".atlas-dim")["of 10"],
            markup.risk_chip(reading["risk_class"]),
            markup.judgement(),
            markup.unverified() if reading["unverified"] else None,
        ],
        markup.scale(
            reading["reading"], readings.classes.edges, strokes, interval=interval_ends(sure)
        ),
        interval_words(sure, intervals.rule),
        h.p(".atlas-note")[_evidence_words(readings, reading, drivers)],
        None
        if drivers.empty
        else markup.unfold("How this figure comes about", _drivers(atlas, readings, drivers, lang)),
        None
        if pd.isna(reading["reading"])
        else markup.unfold("What adds up to it", leg_contributions(atlas, readings, leg_id)),
    )


def _evidence_words(readings: Readings, reading: Row, drivers: pd.DataFrame) -> str:
    if reading["reason"] == NOT_AN_ESCAPE:
        return (
            "Grey because it is not an escape leg: people are sent along it by the state of "
            "origin, so no return is at stake here. Their journey out begins with a later leg."
        )
    share = 0.0 if pd.isna(reading["known_share"]) else float(reading["known_share"])
    if reading["reason"]:
        return (
            "Grey because too little is known: countries with a figure on this date carry "
            f"{share:.0%} of the leg's weight, and at least {readings.leg_rule.min_known:.0%} is "
            "asked for. Missing is not zero risk."
        )
    unknown = (
        f"{1 - share:.0%} of the leg's weight has no data. " if reading["weight_unknown_km"] else ""
    )
    return unknown + _grade_words(reading) + _newer_words(readings, drivers)


def _grade_words(reading: Row) -> str:
    grade = f"Weakest grade of the evidence: {reading['grade']}. Oldest evidence it rests on: "
    if pd.isna(reading["oldest_evidence"]):
        return f"{grade}undated."
    years = math.floor(reading["age_years"])
    return (
        f"{grade}{markup.when(reading['oldest_evidence'])}, {years:,} "
        f"{'year' if years == 1 else 'years'} before the as-of date."
    )


def _newer_words(readings: Readings, drivers: pd.DataFrame) -> str:
    scored = drivers.loc[drivers["score"].notna(), "iso3"].unique()
    count = int(readings.countries["newer_incidents"].reindex(scored).fillna(0).sum())
    if not count:
        return ""
    return (
        f" {count} {'incident' if count == 1 else 'incidents'} newer than the assessments "
        f"{'is' if count == 1 else 'are'} recorded and not counted in it."
    )


def _drivers(atlas: Atlas, readings: Readings, drivers: pd.DataFrame, lang: str) -> h.Node:
    names = atlas.names(lang)
    lines = [
        (
            _part(driver, names),
            markup.figure(driver.weight_km, 0),
            "not scored" if driver.state == ORIGIN else markup.figure(driver.score),
            "–" if driver.state == ORIGIN else markup.figure(driver.contribution, 0),
        )
        for driver in rows(drivers)
    ]
    scored = drivers.loc[drivers["score"].notna(), "iso3"].unique()
    return [
        markup.table(("Part", "Weight, km", "Score", "Weight × score"), lines, "numbers"),
        h.p(".atlas-note")[
            "The figure is the sum of the last column over the sum of the weights that have a "
            "score. A border, a coast or an end of a flight weighs "
            f"{readings.leg_rule.crossing_km:g} km: our judgement. Kilometres are measured by the "
            "atlas on Natural Earth 1:10m."
        ],
        h.fragment[[_rests_on(atlas, readings, str(iso3), names) for iso3 in scored]],
    ]


def _part(driver: Row, names: dict[str, str]) -> str:
    kind = _KINDS[driver.kind]
    if driver.other_iso3:
        kind = f"{kind} with {names.get(driver.other_iso3, driver.other_iso3)}"
    return f"{names.get(driver.iso3, driver.iso3)}, {kind}"


def _rests_on(atlas: Atlas, readings: Readings, iso3: str, names: dict[str, str]) -> h.Node:
    """Return the assessments under a country's score, standing open with their sources."""
    return h.div[
        h.strong[f"{names.get(iso3, iso3)} rests on"],
        [
            assessment_line(atlas, readings, iso3, column, opened=True)
            for column in readings.recipe.columns
        ],
    ]


def kilometres(atlas: Atlas, leg_id: str, lang: str) -> h.Element:
    """Return the kilometres of a leg by country, with open water and undeclared stretches said."""
    parts = atlas.exposure[atlas.exposure["leg_id"] == leg_id].sort_values("km", ascending=False)
    names = {**atlas.names(lang), **_NO_COUNTRY}
    total = float(parts["km"].sum())
    lines = [
        (names.get(part.iso3, part.iso3), f"{part.km:,.0f}", f"{part.km / total:.0%}")
        for part in rows(parts)
    ]
    leg = row(atlas.legs, leg_id)
    return markup.section(
        f"Straight line, {total:,.0f} km",
        markup.table(("Country", "km", "Share"), lines, "numbers"),
        h.p(".atlas-note")[
            "Measured by the atlas on Natural Earth 1:10m: the geodesic between stand-ins for a "
            "province or city, not a path anyone took. "
            f"{_undeclared(parts, leg, names)}{leg['countries_note']}"
        ],
    )


def _undeclared(parts: pd.DataFrame, leg: Row, names: dict[str, str]) -> str:
    """Say which countries the line crosses that the corridor is not reported to enter."""
    if leg["standing"] == "protection":
        return "Under protection only the state that protects counts, once. "
    if leg["mode"] == "air":
        return "A flight counts with its two ends only. "
    declared = {*split_ids(leg["countries_declared"]), *_NO_COUNTRY}
    crossed = parts[~parts["iso3"].isin(declared)]
    if crossed.empty:
        return ""
    named = ", ".join(
        f"{names.get(part.iso3, part.iso3)} {part.km:,.0f} km" for part in rows(crossed)
    )
    return f"The line crosses {named}, which the corridor is not reported to enter: not counted. "
