"""The slides of a step: its map beside its words; behind it its chart or its table, native."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Emu

from dashboard.deck.chart_rows import chart_rows
from dashboard.deck.fit import fitting, height_mm
from dashboard.deck.layouts import (
    CHART,
    COLUMN_MM,
    EMU_MM,
    EXHIBIT_BOX,
    MAP,
    MAP_MM,
    PICTURE,
    TABLE,
    TITLE,
    WORDS,
)
from dashboard.deck.native_chart import put_chart
from dashboard.deck.native_table import put_table
from dashboard.deck.pictures import legend_picture, map_picture
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run, describe
from dashboard.language import _, day
from dashboard.paper.sheet_words import legend_in_words, map_in_words
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing, Step, StepChart, StepTable

_TITLE_SIZES: Final = (28, 26, 24, 22, 20)
_TITLE_MM: Final = 36.0
_WORD_SIZES: Final = (22, 20, 18, 17, 16, 15, 14, 13, 12)
_LEGEND_MM: Final = (74.0, 70.0)
_GAP_MM: Final = 4.0
_DIM: Final = MSO_THEME_COLOR.TEXT_2


def add_step(deck: Any, briefing: Briefing, step: Step) -> None:  # noqa: ANN401 - the library's
    """Add the slides of a step, in the language of the run."""
    slide = _map_slide(deck, briefing, step)
    slide.notes(_notes(step))
    if step.chart:
        _chart_slide(deck, briefing, step, step.chart).notes(_notes(step))
    if step.table:
        _table_slide(deck, briefing, step, step.table).notes(_notes(step))


def _map_slide(deck: Any, briefing: Briefing, step: Step) -> Slide:  # noqa: ANN401
    lang, picture = briefing.lang, step.picture
    slide = Slide(deck, MAP, lang)
    size = fitting([step.title], _TITLE_SIZES, (COLUMN_MM, _TITLE_MM), lang=lang)
    slide.title(step.title, size)
    slide.kicker(_as_of(step))
    legend = legend_picture(briefing, step, _LEGEND_MM)
    top = MAP.places[TITLE].box[1] + height_mm([step.title], size, COLUMN_MM, lang=lang) + _GAP_MM
    foot = MAP.places[-1].box[1] + MAP_MM[1]
    room = foot - legend.high - _GAP_MM - top
    texts = [_with_mark(one.text, ours=one.ours) for one in step.sentences]
    at = fitting(texts, _WORD_SIZES, (COLUMN_MM, room), lang=lang)
    slide.words(WORDS, [_sentence(one.text, at, ours=one.ours) for one in step.sentences])
    _move(slide.place(WORDS), top, room)
    picture_of_map = map_picture(briefing, step, MAP_MM)
    slide.picture(picture_of_map, _("Map"), map_in_words(briefing.of_step(step), picture))
    left = MAP.places[TITLE].box[0]
    shape = slide.made.shapes.add_picture(
        BytesIO(legend.body),
        *(round(side * EMU_MM) for side in (left, foot - legend.high, legend.wide, legend.high)),
    )
    describe(shape, _("Legend"), legend_in_words(picture))
    slide.foot(foot_words(briefing))
    return slide


def _chart_slide(deck: Any, briefing: Briefing, step: Step, chart: StepChart) -> Slide:  # noqa: ANN401
    slide = Slide(deck, CHART, briefing.lang)
    rows = chart_rows(chart)
    slide.title(chart.title)
    slide.kicker(" · ".join((_as_of(step), chart.counts)))
    written = TIME_CHARTS[chart.name]
    read = tuple(note for note in chart.notes if note != _(written.reading))
    slide.words(WORDS, _small((*read[:1], rows.reading, *read[1:])))
    horizon = briefing.publication.about.horizon
    frame = put_chart(slide.place(PICTURE), rows, horizon, briefing.lang)
    describe(frame, _("Chart"), " ".join((f"{chart.title}.", *read)))
    slide.foot(foot_words(briefing))
    return slide


def _table_slide(deck: Any, briefing: Briefing, step: Step, table: StepTable) -> Slide:  # noqa: ANN401
    slide = Slide(deck, TABLE, briefing.lang)
    slide.title(table.title)
    slide.kicker(_as_of(step))
    slide.words(WORDS, _small((*table.notes, *((_("Our judgement."),) if table.ours else ()))))
    frame = put_table(slide.place(PICTURE), table, EXHIBIT_BOX, briefing.lang)
    describe(frame, _("Table"), table.title)
    slide.foot(foot_words(briefing))
    return slide


def _notes(step: Step) -> Iterator[str]:
    """Yield what the speaker says, and every source of the step."""
    yield step.notes
    if step.sources:
        yield _("Sources")
        yield from step.sources


def foot_words(briefing: Briefing) -> str:
    """Return the foot of each slide: what it is, its hash, what it does not say."""
    told = _("Boundaries and names do not imply endorsement; lines are schematic; no advice to travel.")
    return f"{briefing.footer} {told}"


def _as_of(step: Step) -> str:
    told = _("As of {date}").format(date=day(step.date))
    return " · ".join(part for part in (told, step.scenario) if part)


def _sentence(text: str, size: float, *, ours: bool) -> Paragraph:
    said = Run(text=text, size=size)
    if not ours:
        return (said,)
    mark = Run(text=f" {_('our judgement')}", size=max(10, size * 0.6), bold=True, color=_DIM)
    return (said, mark)


def _with_mark(text: str, *, ours: bool) -> str:
    return f"{text} {_('our judgement')}" if ours else text


def _small(notes: tuple[str, ...]) -> list[Paragraph]:
    return [(Run(text=note),) for note in notes if note]


def _move(shape: Any, top: float, high: float) -> None:  # noqa: ANN401
    left, width = shape.left, shape.width
    shape.left, shape.width = left, width
    shape.top, shape.height = Emu(round(top * EMU_MM)), Emu(round(high * EMU_MM))
