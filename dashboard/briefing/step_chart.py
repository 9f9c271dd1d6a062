"""The chart that a step of a story shows, or why there is none to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dashboard.briefing.briefing import StepChart
from dashboard.briefing.errors import StoryError
from dashboard.charts.paper import on_paper
from dashboard.language import _
from dashboard.series.events import key_words
from dashboard.settings import FILTERS
from dashboard.time_charts import TIME_CHARTS, make
from intake.sentence import Sentence

if TYPE_CHECKING:
    from dashboard.briefing.evidence import StepEvidence
    from dashboard.time_charts import TimeChart

# Narrow, so that its letters are large when it is shown as wide as a slide; one of many rows has
# the form of the place that it gets there.
CHART_PX: Final = 520
_WIDE_TO_HIGH: Final = 1.2


def step_chart(
    evidence: StepEvidence, name: str, place: tuple[str, int]
) -> tuple[StepChart | None, tuple[str, ...]]:
    """Return the chart of a step and the ids of its sources; nothing where ``name`` is empty.

    Raises
    ------
    StoryError
        The filters or the date of the step leave it no figure; ``place`` is the story and the step.
    """
    if not name:
        return None, ()
    chart = TIME_CHARTS[name]
    made = make(chart, evidence.in_time)
    if made is None:
        found, expected = _why_empty(evidence, chart)
        raise StoryError(*place, "chart", found=found, expected=expected)
    notes = (made.found, _(chart.reading))
    ours = (_("Our judgement: {words}").format(words=_(chart.ours)),) if chart.ours else ()
    return StepChart(
        name=name,
        title=_(chart.title),
        counts=_(chart.counts),
        notes=tuple(note for note in (*notes, *ours) if note),
        key=key_words(made.events),
        table=made.table,
        document={**on_paper(made.document), "width": _width_px(made.document["height"])},
    ), tuple(dict.fromkeys(one for ids in made.table["source_ids"] for one in ids.split(";")))


def _width_px(height_px: float) -> float:
    return max(CHART_PX, round(_WIDE_TO_HIGH * height_px))


def _why_empty(evidence: StepEvidence, chart: TimeChart) -> tuple[str, str]:
    """Return whether it is the filters or the date of a step that leave a chart nothing to show."""
    everything = evidence.atlas.choices.default()
    filters = {name: getattr(everything, name) for name in FILTERS}
    unfiltered = replace(evidence, settings=replace(evidence.settings, **filters))
    if make(chart, unfiltered.in_time) is None:
        return Sentence("no figure by the date of the view"), Sentence("a later date")
    found = Sentence("no figure that the filters of the view leave, by its date")
    return found, Sentence("fewer filters")
