"""Figures of series as charts take them: when, between which ends, in what words, from whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from dashboard.data_words import series_title
from dashboard.language import _, decimal, said
from dashboard.rows import rows
from dashboard.source_line import dated
from dashboard.texts import readable
from geodata.evidence_figures import verified
from geodata.flow_spans import flow_spans
from geodata.schema import UNSEEN
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.rows import Row
    from dashboard.series.evidence import TimeEvidence

NOTHING: Final = "–"
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_YEAR: Final = re.compile(r"\d{4}")


def figures(evidence: TimeEvidence, *series: str) -> pd.DataFrame:
    """Return the figures of some series whose period had ended on the as-of date, oldest first.

    Parameters
    ----------
    evidence
        The evidence.
    series
        Ids of series; every one when none is given.

    Returns
    -------
    pd.DataFrame
        Index ``flow_id``; ``series, title``; ``start, end, middle`` in years with a fraction, the
        end not included, ``start`` missing where the period has no beginning; ``value, low, high,
        other`` as published, missing where not; ``bottom, top`` of what is drawn; ``at_least,
        at_most`` (one end alone is known); ``female, female_share_pct, unit, confidence,
        unverified``; ``source_ids, alt_source_ids``; and for people ``when, period, figure,
        another, grade, note, source``.
    """
    every = evidence.figures
    return every[every["series"].isin(series)] if series else every


def every_figure(evidence: TimeEvidence) -> pd.DataFrame:
    """Return the figures of all series as `figures` does, which takes them from here."""
    spans = flow_spans(evidence.flows)
    held = spans["end"] <= evidence.day_after
    table = _placed(evidence.flows[held], spans[held])
    return _in_words(table, evidence).sort_values(["start", "end"], kind="stable")


def years(days: pd.Series) -> pd.Series:
    """Return days as years with a fraction: 2023-10-09 is 2023.77; missing stays missing.

    The length of a year is its own, so that each 1 January is a whole number.
    """
    first = pd.to_datetime(days.dt.strftime("%Y-01-01"))
    length = np.where(days.dt.is_leap_year, 366.0, 365.0)
    found: pd.Series = days.dt.year + (days - first).dt.days / length
    return found


def publishers(source_ids: str, sources: pd.DataFrame) -> str:
    """Return who published a figure and when, as one line of text."""
    return str(published_by(pd.Series([source_ids]), sources).iloc[0])


def published_by(source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    """Return the same for a column of ids."""
    wanted = {one for ids in source_ids.unique() for one in split_ids(ids)}
    unseen = _("general knowledge, no source seen")
    names = {
        row.Index: unseen if row.how_seen == UNSEEN else f"{row.publisher} ({dated(row)})"
        for row in rows(sources.loc[sources.index.isin(wanted)])
    }
    return source_ids.map(lambda ids: "; ".join(names[one] for one in split_ids(ids)))


def seen_publishers(source_ids: pd.Series, sources: pd.DataFrame) -> list[str]:
    """Return who published the figures of a table, each once, without what nobody has seen."""
    ids = dict.fromkeys(one for cell in source_ids for one in split_ids(cell))
    found = sources.loc[list(ids)]
    return list(dict.fromkeys(found.loc[found["how_seen"] != UNSEEN, "publisher"]))


def range_words(low: float, high: float) -> str:
    """Return a range for people: "400–1,000", "at least 300", "at most 50", or one number."""
    if np.isnan(high):
        return NOTHING if np.isnan(low) else _("at least {number}").format(number=number(low))
    if np.isnan(low):
        return _("at most {number}").format(number=number(high))
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def number(value: float) -> str:
    """Return a figure with separators, with a decimal only where it has one."""
    return decimal(value, 0 if float(value).is_integer() else 1)


def _placed(flows: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    start, end = years(spans["start"]), years(spans["end"])
    low, high, value = flows["value_low"], flows["value_high"], flows["value"]
    return flows.assign(
        start=start,
        end=end,
        middle=(start + end) / 2,
        low=low,
        high=high,
        other=flows["alt_value"],
        bottom=low.fillna(value).fillna(high),
        top=high.fillna(value).fillna(low),
        at_least=value.isna() & high.isna(),
        at_most=value.isna() & low.isna(),
    )


def _in_words(table: pd.DataFrame, evidence: TimeEvidence) -> pd.DataFrame:
    sources = evidence.sources
    seen = verified(table["source_ids"], sources)
    named = {source.Index: source for source in rows(sources)}
    return table.assign(
        title=table["series"].map(series_title),
        unverified=~seen,
        when=table["year"].map(_year_words),
        period=table["period"].map(said),
        figure=[_figure(row) for row in rows(table)],
        another=[_another(row, sources) for row in rows(table)],
        grade=[
            _("{grade}, unverified").format(grade=_(grade)) if not known else _(grade)
            for grade, known in zip(table["confidence"], seen, strict=True)
        ],
        unit=table["unit"].map(said),
        note=table["note"].map(lambda note: readable(note, named)),
        source=published_by(table["source_ids"], sources),
    )


def _figure(row: Row) -> str:
    ends = range_words(row.low, row.high)
    if np.isnan(row.value):
        return ends
    if ends == NOTHING:
        return number(row.value)
    return _("{number}, range {ends}").format(number=number(row.value), ends=ends)


def _another(row: Row, sources: pd.DataFrame) -> str:
    if np.isnan(row.other):
        return NOTHING
    return f"{number(row.other)}: {publishers(row.alt_source_ids, sources)}"


def _year_words(year: str) -> str:
    """Return a year or a date as it stands, and of a span its years: the period tells the rest."""
    if _DATE.fullmatch(year):
        return year
    named = "–".join(dict.fromkeys(_YEAR.findall(year)))
    return _("to {year}").format(year=named) if year.startswith("<=") else named
