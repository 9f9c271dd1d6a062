"""The files of a chart: PNG, SVG, and its data as CSV with units, sources and licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.charts.paper import on_paper
from dashboard.exports.about import citation
from dashboard.exports.chart_picture import Words, chart_png, chart_svg
from dashboard.exports.csv_tables import csv_text
from dashboard.language import _, speaking
from dashboard.project import LICENCE
from dashboard.series.evidence import of_publication
from dashboard.time_charts import TIME_CHARTS, drawn
from geodata.schema import UNSEEN
from intake.ids import split_ids

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.publication.publication import Publication
    from dashboard.series.evidence import TimeEvidence
    from dashboard.settings import Settings
    from dashboard.time_charts import TimeChart

MIMES: Final = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv"}


def chart_file(publication: Publication, name: str, kind: str) -> bytes:
    """Return one file of one chart, in the language of the publication.

    Parameters
    ----------
    publication
        What may leave; the table of the chart is computed from it alone.
    name
        Which chart: a key of `dashboard.time_charts.TIME_CHARTS`.
    kind
        ``png``, ``svg`` or ``csv``.
    """
    chart = TIME_CHARTS[name]
    with speaking(publication.about.lang):
        evidence = of_publication(publication)
        table = chart.table(evidence)
        if kind == "csv":
            return csv_text(chart_data(chart, table, publication))
        document = on_paper(drawn(chart, table, evidence))
        words = _words(chart, table, evidence=evidence, publication=publication)
        return {"png": chart_png, "svg": chart_svg}[kind](document, words)


def chart_file_name(settings: Settings, name: str, kind: str) -> str:
    """Return what such a file is called: the chart, the as-of date, the language."""
    return f"corridor-atlas-{name}-{settings.date:%Y-%m-%d}-{settings.lang}.{kind}"


def chart_data(chart: TimeChart, table: pd.DataFrame, publication: Publication) -> pd.DataFrame:
    """Return the rows of a chart with their sources in words, as-of date, licence and citation."""
    about = publication.about
    rows = table if table.index.name is None else table.reset_index()
    return _whole(rows[list(chart.columns)]).assign(
        sources=rows["source"],
        as_of=about.date.isoformat(),
        licence=LICENCE,
        citation=citation(about),
    )


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Return columns of whole numbers as such: 236, not 236.0; what is missing stays empty."""
    floats = rows.select_dtypes("float")
    whole = [name for name in floats if (floats[name].dropna() % 1 == 0).all()]
    return rows.astype(dict.fromkeys(whole, "Int64"))


def _words(
    chart: TimeChart, table: pd.DataFrame, *, evidence: TimeEvidence, publication: Publication
) -> Words:
    about = publication.about
    ids = dict.fromkeys(one for cell in table["source_ids"] for one in split_ids(cell))
    found = evidence.sources.loc[list(ids)]
    named = found.loc[found["how_seen"] != UNSEEN, "publisher"]
    notes = (
        chart.found(table, evidence),
        _(chart.reading),
        _("Our judgement: {words}").format(words=_(chart.ours)) if chart.ours else "",
        _("Sources: {publishers}.").format(publishers="; ".join(dict.fromkeys(named))),
        citation(about),
    )
    return Words(
        title=_(chart.title),
        counts=_(chart.counts),
        notes=tuple(note for note in notes if note),
    )
