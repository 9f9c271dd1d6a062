"""The evidence as tables for people: one row per record, in the language of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.assessed import evidence_dates
from analysis.dates import age_years, start_of
from dashboard.data_words import fact_title, series_title, short_names
from dashboard.evidence.beside import WHY, disagreements
from dashboard.evidence.records import (
    CORRECTION,
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    cited_by,
    countries_named,
    key_of,
    parted,
    record,
    resting_on,
    sources_of,
)
from dashboard.evidence.titles import (
    INCIDENT_KINDS,
    fact_value,
    figure_value,
    number,
    other_value,
    people,
    record_title,
    statement,
    years_words,
)
from dashboard.language import _, said
from dashboard.rows import each, rows
from dashboard.source_line import dated, publisher
from dashboard.texts import readable
from geodata.evidence_figures import verified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def shelf(atlas: Atlas, readings: Readings, kind: str) -> pd.DataFrame:
    """Return the records of a kind as of the date of the readings, as a table.

    Index ``key``: the record that a row opens, not always another in each row. Columns as
    `dashboard.panels.evidence_tables.columns` names them; what is not known is missing.
    """
    return _SHELVES[kind](atlas, readings)


def _facts(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    spoken = evidence_dates(readings.facts, atlas.sources)
    spoken = spoken.sort_values(ascending=False, kind="stable")
    facts = readings.facts.loc[spoken.index]
    several = atlas.facts.groupby(["iso3", "dimension"])["value"].nunique()
    others = several.reindex(pd.MultiIndex.from_frame(facts[["iso3", "dimension"]])) - 1
    used = {one for ids in readings.indicators["evidence_ids"] for one in str(ids).split(";")}
    table = pd.DataFrame(
        {
            "country": facts["iso3"].map(short_names(atlas.names())),
            "year": facts["year"].astype("string"),
            "about": facts["dimension"].map(fact_title),
            "value": [fact_value(fact) for fact in each(facts)],
            "basis": facts["judgement"].map({True: _("our judgement"), False: _("source")}),
            "grade": facts["confidence"].map(_),
            "source_date": _texts(facts["source_id"].map(atlas.sources["date"])),
            "age": age_years(spoken, readings.date),
            "scored": facts.index.isin(used),
            "others": others.to_numpy(),
            "verified": atlas.verified.reindex(facts.index),
            "source": facts["source_id"].map(atlas.source_lines),
            "note": _texts(facts["note"].map(lambda note: readable(note, atlas.cited))),
        }
    )
    return _keyed(table, FACT)


def _incidents(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    incidents = readings.incidents.sort_values("date", ascending=False, kind="stable")
    table = pd.DataFrame(
        {
            "date": incidents["date"],
            "country": incidents["iso3"].map(short_names(atlas.names())),
            "kind": incidents["kind"].map(INCIDENT_KINDS).map(_),
            "people": [people(incident) for incident in each(incidents)],
            "summary": incidents["summary"].map(said),
            "grade": incidents["reliability"].map(_),
            "age": age_years(start_of(incidents["date"]), readings.date),
            "verified": verified(incidents["source_id"], atlas.sources),
            "source": incidents["source_id"].map(atlas.source_lines),
        }
    )
    return _keyed(table, INCIDENT)


def _events(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    events = readings.events.sort_values("date", ascending=False, kind="stable")
    table = pd.DataFrame(
        {
            "date": events["date"],
            "country": _country_names(atlas, EVENT, events),
            "kind": events["event_type"].map(said),
            "summary": events["summary"].map(said),
            "effect": events["risk_effect"].map(said),
            "grade": events["confidence"].map(_),
            "corridors": events["corridor_ids"].map(lambda ids: len(ids.split(";")) if ids else 0),
            "verified": verified(events["source_ids"], atlas.sources),
            "source": _source_lines(atlas, EVENT, events),
        }
    )
    return _keyed(table, EVENT)


def _figures(atlas: Atlas, _readings: Readings) -> pd.DataFrame:
    flows = atlas.flows
    table = pd.DataFrame(
        {
            "series": flows["series"].map(series_title),
            "year": flows["year"].map(years_words),
            "value": [figure_value(flow) for flow in each(flows)],
            "grade": flows["confidence"].map(_),
            "other": _texts(pd.Series([other_value(flow) for flow in each(flows)], flows.index)),
            "period": flows["period"].map(said),
            "female": flows["female"],
            "verified": verified(flows["source_ids"], atlas.sources),
            "source": _source_lines(atlas, FIGURE, flows),
            "note": _texts(flows["note"].map(lambda note: readable(note, atlas.cited))),
        }
    )
    return _keyed(table, FIGURE)


def _conflicts(atlas: Atlas, _readings: Readings) -> pd.DataFrame:
    found = disagreements(atlas)
    return pd.DataFrame(
        [_conflict(atlas, kind, one, other) for kind, one, other in found.to_numpy()],
        index=pd.Index(found["one"], name="key"),
    )


def _conflict(atlas: Atlas, kind: str, one: str, other: str) -> dict[str, str]:
    of, _id = parted(one)
    own = record(atlas, one)
    why = said(own["reason"]) if of == CORRECTION else _(WHY[kind])
    note = readable(own["note"], atlas.cited) if of == FIGURE else ""
    first, second = _sides(atlas, of, one, other)
    cited = [*sources_of(atlas, one), *(sources_of(atlas, other) if other else ())]
    return {
        "kind": _(kind),
        "about": record_title(atlas, one),
        "one": first,
        "other": second,
        "why": f"{why} {note}".strip(),
        "source": _lines(atlas, cited),
    }


def _sides(atlas: Atlas, of: str, one: str, other: str) -> tuple[str, str]:
    """Return the two statements of a conflict, which may stand in one row."""
    own = record(atlas, one)
    if other:
        return _dated(atlas, one), _dated(atlas, other)
    if of == CORRECTION:
        return statement(atlas, one), said(own["evidence_says"])
    if of == INCIDENT:
        return number(own["people_min"]), number(own["people_max"])
    if pd.isna(own["alt_value"]):
        return number(own["value_low"]), number(own["value_high"])
    return statement(atlas, one), other_value(own)


def _dated(atlas: Atlas, key: str) -> str:
    year = record(atlas, key)["year"]
    return statement(atlas, key) if pd.isna(year) else f"{year}: {statement(atlas, key)}"


def _sources(atlas: Atlas, _readings: Readings) -> pd.DataFrame:
    sources = atlas.sources
    uses = pd.Series([len(resting_on(atlas, str(one))) for one in sources.index], sources.index)
    table = pd.DataFrame(
        {
            "publisher": [publisher(one) for one in rows(sources)],
            "title": sources["title"],
            "date": [dated(one) for one in rows(sources)],
            "kind": sources["kind"].map(said),
            "how_seen": sources["how_seen"].map(said),
            "uses": uses,
            "url": _texts(sources["url"]),
        }
    )
    return _keyed(table, SOURCE)


_SHELVES: Final[dict[str, Callable[[Atlas, Readings], pd.DataFrame]]] = {
    FACT: _facts,
    INCIDENT: _incidents,
    EVENT: _events,
    FIGURE: _figures,
    CORRECTION: _conflicts,
    SOURCE: _sources,
}


def _keyed(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    keys = [key_of(kind, str(one)) for one in table.index]
    return table.set_axis(pd.Index(keys, name="key"), axis="index")


def _texts(cells: pd.Series) -> pd.Series:
    """Return texts; an empty one is missing, so that the screen says so."""
    return cells.astype("object").replace({"": None})


def _country_names(atlas: Atlas, kind: str, table: pd.DataFrame) -> list[str]:
    names = short_names(atlas.names())
    return [
        ", ".join(names[one] for one in countries_named(atlas, kind, cells))
        for cells in each(table)
    ]


def _source_lines(atlas: Atlas, kind: str, table: pd.DataFrame) -> list[str]:
    return [_lines(atlas, cited_by(kind, cells)) for cells in each(table)]


def _lines(atlas: Atlas, ids: Iterable[str]) -> str:
    return " · ".join(atlas.source_lines[one] for one in dict.fromkeys(ids))
