"""The slides of a step: its map beside its words; behind it its chart or its table, native."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from dashboard.deck.chart_rows import chart_rows
from dashboard.deck.fit import fitting
from dashboard.deck.layouts import CHART, MORE, PICTURE, TABLE, WORDS
from dashboard.deck.map_slides import map_slides
from dashboard.deck.margins import as_of, counted, notes
from dashboard.deck.native_chart import put_chart, theme_color
from dashboard.deck.native_table import in_parts, put_table
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run, describe
from dashboard.language import _
from dashboard.paper.sheet_words import foot_words
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.briefing.briefing import Briefing, Step, StepChart, StepTable
    from dashboard.deck.chart_rows import ChartRows

_NOTE_SIZES: Final = (11, 10.5, 10, 9.5, 9, 8.5, 8)


def add_step(deck: Any, briefing: Briefing, step: Step) -> None:  # noqa: ANN401 - the library's
    """Add the slides of a step, in the language of the run; the notes of each are those of all."""
    slides = map_slides(deck, briefing, step)
    if step.chart:
        slides.append(_chart_slide(deck, briefing, step, step.chart))
    if step.table:
        parts = in_parts(step.table, TABLE.box(PICTURE))
        slides += [_table_slide(deck, briefing, step, (parts, at)) for at in range(len(parts))]
    for slide in slides:
        slide.notes(notes(briefing, step))


def _chart_slide(deck: Any, briefing: Briefing, step: Step, chart: StepChart) -> Slide:  # noqa: ANN401
    slide = Slide(deck, CHART, briefing.lang)
    rows = chart_rows(chart)
    slide.head(chart.title, " · ".join((as_of(step), chart.counts)))
    written = TIME_CHARTS[chart.name]
    read = tuple(note for note in chart.notes if note != _(written.reading))
    slide.words(WORDS, _small((*read[:1], rows.reading, *read[1:])))
    horizon = briefing.publication.about.horizon
    if rows.kind == "spans":
        slide.words(MORE, [_key(rows)])
    frame = put_chart(slide.place(PICTURE), rows, horizon, briefing.lang)
    describe(frame, _("Chart"), " ".join((f"{chart.title}.", *read)))
    slide.foot(foot_words(briefing))
    return slide


def _table_slide(
    deck: Any,  # noqa: ANN401
    briefing: Briefing,
    step: Step,
    told: tuple[Sequence[StepTable], int],
) -> Slide:
    """Add one part of a table, of which all parts are given."""
    slide, (parts, at) = Slide(deck, TABLE, briefing.lang), told
    title = counted(parts[at].title, at + 1, len(parts))
    slide.head(title, as_of(step))
    slide.words(WORDS, _small(parts[at].below))
    frame = put_table(slide.place(PICTURE), told, TABLE.box(PICTURE), briefing.lang)
    describe(frame, _("Table"), title)
    slide.foot(foot_words(briefing))
    return slide


def _key(rows: ChartRows) -> Paragraph:
    """Return the key of bars in time, which has each group once: a legend has each series."""
    groups = {one.name: one.color for one in rows.series if one.color is not None}
    ordered = sorted(groups.items(), key=itemgetter(1))
    runs = []
    for name, color in ordered:
        runs += [Run(text="■ ", color=theme_color(color)), Run(text=f"{name}    ")]
    return tuple(runs)


def _small(told: tuple[str, ...]) -> list[Paragraph]:
    texts = [text for text in told if text]
    size = fitting(texts, _NOTE_SIZES, TABLE.box(WORDS)[2:])
    return [(Run(text=text, size=size),) for text in texts]
