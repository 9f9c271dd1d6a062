"""Evidence as tables: facts, incidents, figures, sources; each row names its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard.data_words import fact_title, series_title

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

FACT_COLUMNS = {
    "country": st.column_config.TextColumn("Country", width=240),
    "dimension": st.column_config.TextColumn("About", width="medium"),
    "value": st.column_config.TextColumn("Value", width="large"),
    "score": st.column_config.NumberColumn(
        "Score", width=80, format="%.0f", help="0–10, our judgement."
    ),
    "year": st.column_config.TextColumn("Speaks of"),
    "confidence": st.column_config.TextColumn("Grade"),
    "basis": st.column_config.TextColumn("Basis", help="The source's words, or our judgement."),
    "verified": st.column_config.CheckboxColumn("Verified", help="Seen in a stored source."),
    "source": st.column_config.TextColumn("Source", width="large"),
    "note": st.column_config.TextColumn("Note", width="large"),
}
INCIDENT_COLUMNS = {
    "date": st.column_config.TextColumn("Date", help="As precise as it was published."),
    "country": st.column_config.TextColumn("Country", width="medium"),
    "kind": st.column_config.TextColumn("Kind"),
    "people_min": st.column_config.NumberColumn("People, least", format="localized"),
    "people_max": st.column_config.NumberColumn("People, most", format="localized"),
    "summary": st.column_config.TextColumn("What is reported", width="large"),
    "reliability": st.column_config.TextColumn("Reliability"),
    "source": st.column_config.TextColumn("Source", width="large"),
}
FLOW_COLUMNS = {
    "series": st.column_config.TextColumn("Series", width="medium"),
    "year": st.column_config.TextColumn("Year"),
    "period": st.column_config.TextColumn("Period", help="A block covers several years."),
    "value": st.column_config.NumberColumn("Value", format="localized"),
    "value_low": st.column_config.NumberColumn("Least", format="localized"),
    "value_high": st.column_config.NumberColumn("Most", format="localized"),
    "unit": st.column_config.TextColumn("Unit", width="small"),
    "confidence": st.column_config.TextColumn("Grade"),
    "alt_value": st.column_config.NumberColumn("Another figure", format="localized"),
    "source": st.column_config.TextColumn("Sources", width="large"),
    "note": st.column_config.TextColumn("Note", width="large"),
}
SOURCE_COLUMNS = {
    "publisher": st.column_config.TextColumn("Publisher", width="medium"),
    "title": st.column_config.TextColumn("Title", width="large"),
    "date": st.column_config.TextColumn("Date"),
    "kind": st.column_config.TextColumn("Kind"),
    "how_seen": st.column_config.TextColumn("How seen"),
    "uses": st.column_config.NumberColumn("Rows resting on it"),
    "url": st.column_config.TextColumn("Address, as text", width="large"),
}


def fact_table(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the facts that hold on the as-of date, for the chosen countries."""
    facts = _of_countries(readings.facts, settings)
    return facts.assign(
        country=facts["iso3"].map(atlas.country_names),
        dimension=facts["dimension"].map(fact_title),
        year=facts["year"].astype("string"),
        basis=facts["judgement"].map({True: "our judgement", False: "source"}),
        verified=atlas.verified.reindex(facts.index),
        source=facts["source_id"].map(atlas.source_lines),
    )[list(FACT_COLUMNS)]


def incident_table(atlas: Atlas, readings: Readings, settings: Settings) -> pd.DataFrame:
    """Return the incidents up to the as-of date, newest first, for the chosen countries."""
    incidents = _of_countries(readings.incidents, settings).sort_values("date", ascending=False)
    return incidents.assign(
        country=incidents["iso3"].map(atlas.country_names),
        kind=incidents["kind"].str.replace("_", " "),
        source=incidents["source_id"].map(atlas.source_lines),
    )[list(INCIDENT_COLUMNS)]


def flow_table(atlas: Atlas) -> pd.DataFrame:
    """Return every figure of every series, with its range, its other figure and its sources."""
    flows = atlas.flows
    return flows.assign(
        series=flows["series"].map(series_title),
        source=flows["source_ids"].map(lambda ids: _lines(ids, atlas.source_lines)),
    )[list(FLOW_COLUMNS)]


def source_table(atlas: Atlas) -> pd.DataFrame:
    """Return every source and how many rows of the evidence rest on it."""
    sources = atlas.sources
    uses = pd.concat([atlas.facts["source_id"], atlas.incidents["source_id"]]).value_counts()
    more = pd.concat(
        [
            table["source_ids"].str.split(";").explode()
            for table in (atlas.flows, atlas.events, atlas.legs, atlas.corridors, atlas.waypoints)
        ]
    ).value_counts()
    named = sources.assign(
        date=sources["date"].replace({"": "undated"}), url=sources["url"].replace({"": None})
    )
    return named.assign(uses=uses.add(more, fill_value=0).reindex(sources.index, fill_value=0))[
        list(SOURCE_COLUMNS)
    ]


def _of_countries(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    return table[table["iso3"].isin(settings.country)] if settings.country else table


def _lines(ids: str, lines: dict[str, str]) -> str:
    return " · ".join(lines[source_id] for source_id in ids.split(";") if source_id in lines)
