"""Why a figure on a past date is another than at the end of the evidence, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.later_evidence import evidence_begins, later_evidence
from dashboard.language import _, day, decimal
from dashboard.rows import row
from dashboard.words import DIMENSIONS, NO_DATA, NOT_APPLICABLE, RECIPE_COLUMNS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


@dataclass(frozen=True, kw_only=True)
class Later:
    """What the end of the evidence has that a date has not.

    ``countries`` are those of the readings at the end; ``indicators`` the result of
    `later_evidence`. On the last date both say the same as the readings.
    """

    end: dt.date
    countries: pd.DataFrame
    indicators: pd.DataFrame


def read_later(atlas: Atlas, then: Readings, end: Readings) -> Later:
    """Return what ``end`` has that ``then`` has not; both under one recipe."""
    begins = evidence_begins(
        atlas.facts, atlas.sources, incidents=atlas.incidents, recipe=then.recipe
    )
    return Later(
        end=end.date,
        countries=end.countries,
        indicators=later_evidence(then.indicators, end.indicators, begins=begins, date=then.date),
    )


def end_words(later: Later, iso3: str) -> str:
    """Return the figure of a country at the end of the evidence with its class."""
    at_end = row(later.countries, iso3)
    if pd.isna(at_end["risk"]):
        return _(at_end["risk_class"])
    return f"{decimal(at_end['risk'])} {_(at_end['risk_class'])}"


def figure_differs(later: Later, readings: Readings, iso3: str) -> bool:
    """Return whether a country's figure, class or grade is another at the end."""
    if iso3 not in readings.countries.index:
        return False
    shown = ["risk", "risk_class", "grade"]
    then, at_end = (table.loc[[iso3], shown] for table in (readings.countries, later.countries))
    return not then.equals(at_end)


def figure_words(later: Later, readings: Readings, iso3: str) -> str:
    """Return one sentence on a figure that is another at the end; empty where it is the same."""
    if not figure_differs(later, readings, iso3):
        return ""
    at_end = row(later.countries, iso3)
    words = _(
        "Evidence counts only from its own date. At the end of the evidence, {date}, the figure "
        "is {figure}."
    )
    if pd.isna(at_end["risk"]):
        return words.format(date=day(later.end), figure=end_words(later, iso3))
    graded = _("{figure}, on evidence of grade {grade}")
    figure = graded.format(figure=end_words(later, iso3), grade=_(at_end["grade"]))
    return words.format(date=day(later.end), figure=figure)


def reasons(later: Later, iso3: str, dimensions: Iterable[str]) -> list[str]:
    """Return a sentence for each of some dimensions that reads otherwise at the end."""
    return [
        _("{dimension}: {difference}").format(
            dimension=_(RECIPE_COLUMNS.get(dimension, dimension)),
            difference=_difference(row(later.indicators, (iso3, dimension))),
        )
        for dimension in dict.fromkeys(dimensions)
        if (iso3, dimension) in later.indicators.index
    ]


def first_words(later: Later, iso3: str, dimension: str) -> str:
    """Return when the first evidence of a dimension without a score begins; else nothing."""
    if (iso3, dimension) not in later.indicators.index:
        return ""
    first = row(later.indicators, (iso3, dimension))["first"]
    return "" if pd.isna(first) else _("first evidence {date}").format(date=f"{first:%Y-%m-%d}")


def _difference(found: Row) -> str:
    """Return how a dimension read on the date and how it reads at the end."""
    if not pd.isna(found["first"]):
        words = _("no evidence yet; the first is of {first}. At the end: {end}.")
        return words.format(first=f"{found['first']:%Y-%m-%d}", end=_read(found, "_end"))
    return _("{then}. At the end: {end}.").format(then=_read(found, ""), end=_read(found, "_end"))


def _read(found: Row, when: str) -> str:
    """Return a score with its grade, and what it is read from."""
    if pd.isna(found[f"score{when}"]):
        return _(NO_DATA if found[f"applicable{when}"] else NOT_APPLICABLE)
    words = (
        _("{score} of 10, grade {grade}, by rule from dated incidents, agreements and treaties")
        if found[f"basis{when}"] == "rule"
        else _("{score} of 10, grade {grade}, assessed on evidence of {date}")
    )
    dated = found[f"evidence_date{when}"]
    return words.format(
        score=f"{found[f'score{when}']:g}",
        grade=_(found[f"grade{when}"]),
        date=_("undated") if pd.isna(dated) else f"{dated:%Y-%m-%d}",
    )


def later_text(later: Later, readings: Readings, iso3: str) -> str:
    """Return the same as lines of text; empty where a country reads as at the end."""
    lines = reasons(later, iso3, [*readings.recipe.columns, *DIMENSIONS])
    figure = figure_words(later, readings, iso3)
    if not (figure or lines):
        return ""
    return "\n".join([f"{iso3}: {figure}".rstrip(), *(f"  {line}" for line in lines), "", ""])
