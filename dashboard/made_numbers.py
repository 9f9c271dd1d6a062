"""From a record to the charts, counts and profile figures that it makes: with it and without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

import pandas as pd

from dashboard.evidence.moved import indicators_without
from dashboard.evidence.records import (
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    countries_of,
    parted,
    record,
    resting_on,
)
from dashboard.language import _, integer
from dashboard.panels.country_head import evidence_words
from dashboard.panels.country_tiles import tile_words
from dashboard.pipeline import readings_from
from dashboard.rows import rows
from dashboard.series.evidence import of_view
from dashboard.time_charts import TIME_CHARTS, told
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.series.evidence import TimeEvidence
    from dashboard.time_charts import Told

CHART: Final = "chart"
PROFILE: Final = "country"
CORRIDOR: Final = "corridor"
COLUMNS: Final = ("level", "id", "number", "shown", "without")
_TABLES: Final = {FACT: "facts", INCIDENT: "incidents", EVENT: "events", FIGURE: "flows"}

State: TypeAlias = "tuple[Atlas, Readings]"
Made: TypeAlias = tuple[str, str, str, str, str]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the charts of time tell with all evidence, by name; the same for every record."""

    evidence: TimeEvidence
    charts: dict[str, Told]


def shown_charts(atlas: Atlas, readings: Readings) -> Shown:
    """Return what the charts tell with no filter set, in the language of the run."""
    settings = replace(atlas.choices.default(), date=readings.date)
    evidence = of_view(atlas, readings, settings)
    charts = {name: told(chart, evidence) for name, chart in TIME_CHARTS.items()}
    return Shown(evidence=evidence, charts=charts)


def made_with(atlas: Atlas, readings: Readings, key: str, *, shown: Shown) -> pd.DataFrame:
    """Return every figure of a chart, count and sentence that is another without a record.

    Charts, profiles and corridors are made twice, with all evidence and without the record, as
    their pages make them with no filter set; what differs is what the record makes. Nothing is
    declared by hand, so nothing can be forgotten.

    Parameters
    ----------
    atlas, readings
        The data, and every figure as of a date under a recipe.
    key
        A record; a source stands for all rows that cite it. A correction makes no number.
    shown
        The result of `shown_charts` for the same data and readings.

    Returns
    -------
    One row per number: ``level`` (``chart``, ``country`` or ``corridor``), ``id`` (a chart, an
    ``iso3``, a corridor), and words in the language of the run: ``number``, what it is called;
    ``shown``; ``without``, what would be shown if the record had never been found, empty where
    that is nothing.
    """
    kind, record_id = parted(key)
    keys = [
        one
        for one in (resting_on(atlas, record_id) if kind == SOURCE else (key,))
        if parted(one)[0] in _TABLES
    ]
    if not keys:
        return pd.DataFrame(columns=list(COLUMNS))
    now, then = (atlas, readings), _without(atlas, readings, keys)
    found = [
        *_in_charts(shown, then),
        *_in_profiles(now, then, keys),
        *_in_corridors(now, then, keys),
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def _without(atlas: Atlas, readings: Readings, keys: list[str]) -> State:
    """Return the atlas as if some records had never been found, and every figure of it."""
    gone = {kind: [one for of, one in map(parted, keys) if of == kind] for kind in _TABLES}
    tables = {name: getattr(atlas, name).drop(index=gone[kind]) for kind, name in _TABLES.items()}
    left = replace(atlas, **tables)
    ids = {*gone[FACT], *gone[INCIDENT]}
    if not ids:  # no index reads events or figures
        events = readings.events.drop(index=gone[EVENT], errors="ignore")
        return left, replace(readings, events=events)
    indicators = indicators_without(atlas, readings, ids)
    return left, readings_from(left, readings.recipe, indicators=indicators, date=readings.date)


def _in_charts(shown: Shown, then: State) -> Iterator[Made]:
    if not _touched(shown.evidence, *then):
        return
    rest = shown_charts(*then)
    for name, with_it in shown.charts.items():
        without = rest.charts[name]
        figures = _figures(without)
        for one, (label, words) in _figures(with_it).items():
            _label, other = figures.get(one, ("", ""))
            if words != other:
                yield CHART, name, label, words, other
        if with_it.found != without.found:
            yield CHART, name, _("The sentence above it"), with_it.found, without.found
        for event in rows(with_it.events.drop(index=without.events.index)):
            yield CHART, name, _("Event on the chart"), f"{event.date}: {event.short}", ""


def _touched(evidence: TimeEvidence, atlas: Atlas, readings: Readings) -> bool:
    """Return whether a row is gone from a table that charts are made from."""
    tables = (
        (evidence.flows, atlas.flows),
        (evidence.incidents, readings.incidents),
        (evidence.events, readings.events),
    )
    return any(not drawn.index.isin(left.index).all() for drawn, left in tables)


def _figures(drawn: Told) -> dict[str, tuple[str, str]]:
    """Return each figure of a chart by its record: what it is called and what is drawn."""
    table = drawn.table
    if "figure" not in table:  # statuses of corridors, which are no evidence of this kind
        return {}
    keyed = table.drop_duplicates("flow_id").set_index("flow_id") if "flow_id" in table else table
    words = keyed["share_words"] if "share_words" in keyed else keyed["figure"]
    labels = keyed["when"] if "when" in keyed else keyed["country"] + ", " + keyed["date"]
    return dict(zip(keyed.index, zip(labels, words, strict=True), strict=True))


def _in_profiles(now: State, then: State, keys: list[str]) -> Iterator[Made]:
    named = {iso3 for key in keys for iso3 in countries_of(now[0], key)}
    for iso3 in (one for one in now[0].choices.profile if one in named):
        other = _profile(*then, iso3)
        for number, words in _profile(*now, iso3).items():
            if words != other.get(number):
                yield PROFILE, iso3, number, words, other.get(number, "")


def _profile(atlas: Atlas, readings: Readings, iso3: str) -> dict[str, str]:
    return tile_words(atlas, readings, iso3) | evidence_words(readings, iso3)


def _in_corridors(now: State, then: State, keys: list[str]) -> Iterator[Made]:
    events = [record(now[0], key) for key in keys if parted(key)[0] == EVENT]
    touched = {one for event in events for one in split_ids(event["corridor_ids"])}
    for corridor in (one for one in now[0].choices.corridor if one in touched):
        with_it, without = (_events(readings, corridor) for _atlas, readings in (now, then))
        if with_it != without:
            yield CORRIDOR, corridor, _("Events up to the date"), integer(with_it), integer(without)


def _events(readings: Readings, corridor: str) -> int:
    return sum(corridor in split_ids(ids) for ids in readings.events["corridor_ids"])
