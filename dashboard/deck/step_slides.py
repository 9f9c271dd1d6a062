"""The slides of a step: its map beside its words; behind it its chart or its table, native."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from pptx.enum.dml import MSO_THEME_COLOR

from dashboard.deck.chart_rows import chart_rows
from dashboard.deck.fit import fitting, height_mm
from dashboard.deck.layouts import (
    CHART,
    COLUMN_MM,
    KICKER,
    KICKER_SIZE,
    MAP,
    MAP_MM,
    MORE,
    PICTURE,
    TABLE,
    TITLE,
    WORDS,
)
from dashboard.deck.native_chart import put_chart, theme_color
from dashboard.deck.native_table import in_parts, put_table
from dashboard.deck.pictures import GAP_MM, legend_pictures, map_picture
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run, describe
from dashboard.language import _, day
from dashboard.paper.sheet_words import foot_words, legend_in_words, map_in_words
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing, Step, StepChart, StepTable
    from dashboard.deck.chart_rows import ChartRows

_TITLE_SIZES: Final = (28, 26, 24, 22, 20, 18)
_TITLE_MM: Final = 36.0
_WORD_SIZES: Final = (20, 18, 17, 16, 15, 14, 13, 12)
_LEAST_LEGEND_MM: Final = 58.0
_DIM: Final = MSO_THEME_COLOR.TEXT_2


def add_step(deck: Any, briefing: Briefing, step: Step) -> None:  # noqa: ANN401 - the library's
    """Add the slides of a step, in the language of the run."""
    slide = _map_slide(deck, briefing, step)
    slide.notes(_notes(briefing, step))
    if step.chart:
        _chart_slide(deck, briefing, step, step.chart).notes(_notes(briefing, step))
    if step.table:
        parts = in_parts(step.table, TABLE.box(PICTURE), briefing.lang)
        for number, part in enumerate(parts, start=1):
            words = _("{title}, {number} of {whole}")
            words = words.format(title=part.title, number=number, whole=len(parts))
            told = replace(part, title=words) if len(parts) > 1 else part
            _table_slide(deck, briefing, step, told).notes(_notes(briefing, step))


def _map_slide(deck: Any, briefing: Briefing, step: Step) -> Slide:  # noqa: ANN401
    lang = briefing.lang
    slide = Slide(deck, MAP, lang)
    left, above, *_rest = MAP.box(KICKER)
    as_of = _as_of(step)
    slide.kicker(as_of)
    top = above + height_mm([as_of], KICKER_SIZE, COLUMN_MM, lang=lang, bold=True) + 1.5
    size = fitting([step.title], _TITLE_SIZES, (COLUMN_MM, _TITLE_MM), lang=lang, bold=True)
    high = height_mm([step.title], size, COLUMN_MM, lang=lang, bold=True)
    slide.title(step.title, size)
    slide.move(TITLE, top, high)
    top += high + GAP_MM
    foot = MAP.box(PICTURE)[1] + MAP_MM[1]
    texts = [_with_mark(one.text, ours=one.ours) for one in step.sentences]
    most = foot - top - _LEAST_LEGEND_MM - 2 * GAP_MM
    size = fitting(texts, _WORD_SIZES, (COLUMN_MM, most), lang=lang)
    room = height_mm(texts, size, COLUMN_MM, lang=lang) + GAP_MM
    slide.words(WORDS, [_sentence(one.text, size, ours=one.ours) for one in step.sentences])
    slide.move(WORDS, top, room)
    words = map_in_words(briefing.of_step(step), step.picture)
    slide.picture(map_picture(briefing, step, MAP_MM), _("Map"), words)
    told = legend_in_words(step.picture)
    legends = legend_pictures(briefing, step, (COLUMN_MM, foot - top - room))
    top = foot - max(legend.high for legend in legends)
    for legend in legends:
        slide.add_picture(legend, (left, top), _("Legend"), told)
        left += legend.wide + GAP_MM
    slide.foot(foot_words(briefing))
    return slide


def _chart_slide(deck: Any, briefing: Briefing, step: Step, chart: StepChart) -> Slide:  # noqa: ANN401
    slide = Slide(deck, CHART, briefing.lang)
    rows = chart_rows(chart)
    slide.title(chart.title, _one_line(chart.title, briefing.lang))
    slide.kicker(" · ".join((_as_of(step), chart.counts)))
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


def _table_slide(deck: Any, briefing: Briefing, step: Step, table: StepTable) -> Slide:  # noqa: ANN401
    slide = Slide(deck, TABLE, briefing.lang)
    slide.title(table.title, _one_line(table.title, briefing.lang))
    slide.kicker(_as_of(step))
    slide.words(WORDS, _small(table.below))
    frame = put_table(slide.place(PICTURE), table, TABLE.box(PICTURE), briefing.lang)
    describe(frame, _("Table"), table.title)
    slide.foot(foot_words(briefing))
    return slide


def _one_line(title: str, lang: str) -> float:
    wide, high = TABLE.box(TITLE)[2:]
    return fitting([title], _TITLE_SIZES, (wide, high), lang=lang, bold=True)


def _key(rows: ChartRows) -> Paragraph:
    """Return the key of bars in time, which has each group once: a legend has each series."""
    groups = {one.name: one.color for one in rows.series if one.color is not None}
    ordered = sorted(groups.items(), key=itemgetter(1))
    runs = []
    for name, color in ordered:
        runs += [Run(text="■ ", color=theme_color(color)), Run(text=f"{name}    ")]
    return tuple(runs)


def _notes(briefing: Briefing, step: Step) -> Iterator[str]:
    """Yield what the speaker says, where the map is told, and every source of the step."""
    yield step.notes
    if briefing.prose:
        yield _("The map in words stands on hidden slides at the end.")
    if step.sources:
        yield _("Sources")
        yield from step.sources


def _as_of(step: Step) -> str:
    told = _("As of {date}").format(date=day(step.date))
    return " · ".join(part for part in (told, step.scenario) if part)


def _sentence(text: str, size: float, *, ours: bool) -> Paragraph:
    said = Run(text=text, size=size)
    if not ours:
        return (said,)
    words = _("our judgement").replace(" ", "\N{NO-BREAK SPACE}")
    mark = Run(text=f" {words}", size=max(10, size * 0.6), bold=True, color=_DIM)
    return (said, mark)


def _with_mark(text: str, *, ours: bool) -> str:
    return f"{text} {_('our judgement')}" if ours else text


def _small(notes: tuple[str, ...]) -> list[Paragraph]:
    return [(Run(text=note),) for note in notes if note]
