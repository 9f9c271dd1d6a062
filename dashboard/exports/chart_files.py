"""The files of a chart: PNG, SVG, and its data as CSV with units, sources and licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.charts.paper import on_paper
from dashboard.exports.about import citation
from dashboard.exports.chart_picture import Words, chart_png, chart_svg
from dashboard.exports.csv_tables import csv_text
from dashboard.language import _, speaking
from dashboard.project import LICENCE
from dashboard.series.events import key_words
from dashboard.series.evidence import of_publication
from dashboard.series.figures import seen_publishers
from dashboard.time_charts import TIME_CHARTS, make
from intake.errors import AtlasError
from intake.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings
    from dashboard.time_charts import MadeChart, TimeChart

MIMES: Final = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv"}


class NothingToDrawError(AtlasError):
    """A chart was asked for that has no figure up to the as-of date."""

    def __init__(self, name: str, date: dt.date) -> None:
        self.sentence = Sentence(
            "chart {name}: found no figure up to {date} with these filters, expected one; choose a "
            "later date or fewer filters",
            name=name,
            date=date.isoformat(),
        )
        super().__init__(self.sentence)


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
    with speaking(publication.about.lang):
        evidence = of_publication(publication)
        made = make(TIME_CHARTS[name], evidence)
        if made is None:
            raise NothingToDrawError(name, evidence.date)
        if kind == "csv":
            return csv_text(chart_data(TIME_CHARTS[name], made.table, publication))
        words = _words(TIME_CHARTS[name], made, publication)
        return {"png": chart_png, "svg": chart_svg}[kind](on_paper(made.document), words)


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


def _words(chart: TimeChart, made: MadeChart, publication: Publication) -> Words:
    about = publication.about
    named = seen_publishers(made.table["source_ids"], publication.keyed("sources"))
    notes = (
        made.found,
        _(chart.reading),
        key_words(made.events),
        _("Our judgement: {words}").format(words=_(chart.ours)) if chart.ours else "",
        _("Sources: {publishers}.").format(publishers="; ".join(named)),
        citation(about),
    )
    return Words(
        title=_(chart.title),
        counts=_(chart.counts),
        notes=tuple(note for note in notes if note),
    )
