"""What disagrees, side by side: facts, ranges, other figures and corrections, each with why."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.evidence.records import (
    CORRECTION,
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    countries_of,
    key_of,
    parted,
    record,
    sources_of,
    table_of,
)
from dashboard.language import N_
from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.atlas import Atlas
    from dashboard.rows import Row

SAME_YEAR: Final = N_("Same year, different values")
OVER_TIME: Final = N_("Different years or sources")
OTHER_FIGURE: Final = N_("Another figure for the same year")
RANGE: Final = N_("Reports give a range")
CORRECTED: Final = N_("Corrected")

WHY: Final = {
    SAME_YEAR: N_(
        "Two statements on the same year. Both are kept; where an index reads the dimension, the "
        "newest speaks, then the better graded."
    ),
    OVER_TIME: N_(
        "Each statement speaks of its own year or aspect. All are kept; where an index reads the "
        "dimension, the newest on the as-of date speaks, then the better graded."
    ),
    OTHER_FIGURE: N_(
        "Two sources count differently. The first is shown, the other kept beside it."
    ),
    RANGE: N_("No single count is known. The range is kept and never replaced by its middle."),
}
_ORDER: Final = (CORRECTED, SAME_YEAR, OTHER_FIGURE, RANGE, OVER_TIME)
_DATE: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_YEAR: Final = re.compile(r"\d{4}")
_YEAR_LENGTH: Final = len("2023")
_WHITE_PAPER: Final = "wp_kim"


def disagreements(atlas: Atlas) -> pd.DataFrame:
    """Return what disagrees in the evidence, the clearest contradictions first.

    Returns
    -------
    Index: the key of the record that opens it. ``kind`` (one of the words above); ``one`` and
    ``other``: the keys of two records, or of one and nothing where both figures stand in its own
    row.
    """
    found = [
        *((CORRECTED, key_of(CORRECTION, str(one)), "") for one in atlas.corrections.index),
        *_facts_that_differ(atlas.facts),
        *_figures_that_differ(atlas.flows),
        *_ranges(atlas),
    ]
    table = pd.DataFrame(found, columns=["kind", "one", "other"])
    return table.sort_values(
        "kind", key=lambda kinds: kinds.map(_ORDER.index), kind="stable", ignore_index=True
    )


def beside(atlas: Atlas, key: str) -> tuple[str, ...]:
    """Return the keys of the records of the same kind that speak of the same thing.

    A fact: the others on its country and dimension. A figure: the others of its series and year.
    An incident: those of its country that share its date. An event: those that share its date. A
    correction: the records that it concerns.
    """
    kind, record_id = parted(key)
    if kind == SOURCE:
        return ()
    if kind == CORRECTION:
        return corrected_by(atlas, record_id)
    own, table = record(atlas, key), table_of(atlas, kind).drop(index=record_id)
    if kind == FACT:
        same = (table["iso3"] == own["iso3"]) & (table["dimension"] == own["dimension"])
    elif kind == FIGURE:
        same = (table["series"] == own["series"]) & (table["year"] == own["year"])
    elif kind == INCIDENT:
        same = (table["iso3"] == own["iso3"]) & table["date"].map(_shares_date(str(own["date"])))
    else:
        same = table["date"].map(_shares_date(str(own["date"])))
    return tuple(key_of(kind, str(one)) for one in table.index[same])


def corrections_of(atlas: Atlas, key: str) -> tuple[str, ...]:
    """Return the ids of the corrections that concern a record.

    Those that name its series; where it is of none, those that name its country and cite one of
    its sources (the white paper apart, which is corrected by them all); for a source, those that
    cite it. A correction of a year does not concern what speaks of another.
    """
    kind, record_id = parted(key)
    if kind == CORRECTION:
        return ()
    cited = set(sources_of(atlas, key)) - {_WHITE_PAPER}
    countries = set(countries_of(atlas, key))
    cells = record(atlas, key)
    series = {str(cells["series"])} if kind == FIGURE else set()
    spoken = "" if kind == SOURCE else _spoken_of(cells)
    return tuple(
        str(one.Index)
        for one in rows(atlas.corrections)
        if _share_a_year(one.years, spoken)
        and (
            series & _named(one.applies_to)
            or (kind == SOURCE and record_id in _named(one.source_ids))
            or (
                not series and countries & _named(one.applies_to) and cited & _named(one.source_ids)
            )
        )
    )


def corrected_by(atlas: Atlas, correction_id: str) -> tuple[str, ...]:
    """Return the keys of the records that a correction concerns, sources apart."""
    return tuple(
        key
        for kind in (FACT, INCIDENT, EVENT, FIGURE)
        for key in (key_of(kind, str(one)) for one in table_of(atlas, kind).index)
        if correction_id in corrections_of(atlas, key)
    )


def _spoken_of(cells: Row) -> str:
    """Return the year or date that a record speaks of; empty where it names none."""
    when = cells["year"] if "year" in cells else cells["date"]
    return "" if pd.isna(when) else str(when)


def _share_a_year(corrected: str, spoken: str) -> bool:
    """Return whether two times can be the same; what names none is of any time."""
    if not corrected or not spoken:
        return True
    if _DATE.fullmatch(corrected) and _DATE.fullmatch(spoken):
        return corrected.startswith(spoken) or spoken.startswith(corrected)
    (first, last), (earliest, latest) = _years(corrected), _years(spoken)
    return first <= latest and earliest <= last


def _years(text: str) -> tuple[float, float]:
    """Return the first and the last year that a text names; nothing is before "up to" a year."""
    found = [float(year) for year in _YEAR.findall(text)] or [float("nan")]
    return (float("-inf") if text.startswith("<=") else found[0]), found[-1]


def _facts_that_differ(facts: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    for _key, group in facts.groupby(["iso3", "dimension"], sort=False):
        for one, other in pairwise(rows(group)):
            if one.value != other.value:
                same = not pd.isna(one.year) and not pd.isna(other.year) and one.year == other.year
                kind = SAME_YEAR if same else OVER_TIME
                yield kind, key_of(FACT, one.Index), key_of(FACT, other.Index)


def _figures_that_differ(flows: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    for flow in rows(flows[flows["alt_value"].notna()]):
        yield OTHER_FIGURE, key_of(FIGURE, flow.Index), ""
    for _key, group in flows.groupby(["series", "year", "geography"], sort=False):
        for one, other in pairwise(rows(group)):
            if one.value != other.value:
                yield OTHER_FIGURE, key_of(FIGURE, one.Index), key_of(FIGURE, other.Index)


def _ranges(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    counted = atlas.incidents.dropna(subset=["people_min", "people_max"])
    wide = counted[counted["people_min"] < counted["people_max"]]
    yield from ((RANGE, key_of(INCIDENT, str(one)), "") for one in wide.index)
    flows = atlas.flows
    ranged = flows[flows["value_low"] < flows["value_high"]]
    yield from ((RANGE, key_of(FIGURE, str(one)), "") for one in ranged.index)


def _named(cell: str) -> set[str]:
    return set(cell.replace(";", " ").split())


def _shares_date(date: str) -> Callable[[str], bool]:
    """Return whether a date can be the same as ``date``; a year alone is like its year alone."""
    if len(date) <= _YEAR_LENGTH:
        return lambda other: other == date
    return lambda other: (
        len(other) > _YEAR_LENGTH and (other.startswith(date) or date.startswith(other))
    )
