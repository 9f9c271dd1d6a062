"""From a story as written to a briefing: every figure, map, chart and table from the evidence."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dashboard.briefing.briefing import Briefing, Sentence, Step, StepChart
from dashboard.briefing.errors import FigureError, StoryError
from dashboard.briefing.evidence import Desk
from dashboard.briefing.figures import figure
from dashboard.briefing.progress import Progress
from dashboard.briefing.tables import TABLES
from dashboard.charts.paper import on_paper
from dashboard.language import _, day, said, speaking
from dashboard.project import LICENCE, TITLE
from dashboard.publication.picture import picture_of
from dashboard.publication.precision import PUBLIC
from dashboard.publication.publish import publish
from dashboard.publication.release import released
from dashboard.scenarios import title
from dashboard.series.events import key_words
from dashboard.time_charts import TIME_CHARTS, make

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import StepTable
    from dashboard.briefing.evidence import StepEvidence
    from dashboard.briefing.figure import Figure
    from dashboard.briefing.story import Story, StoryStep
    from dashboard.publication.publication import Publication

# Narrow, so that its letters are large when it is shown as wide as a slide; one of many rows is as
# wide as it is high, which is the place that it has.
CHART_PX: Final = 520
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def brief(atlas: Atlas, story: Story, lang: str) -> Generator[Progress, None, Briefing]:
    """Resolve a story in a language; yield how far it is, return the briefing.

    Public data alone, through the one door out: whatever takes a briefing holds nothing else.

    Raises
    ------
    StoryError
        A placeholder is not known, or a chart or table has nothing to show; story, step, field,
        what was found and what was expected are named.
    """
    whole = len(story.steps) + 1
    with speaking(lang):
        first = Progress(done=0, whole=whole, words=_("Computing the figures …"))
    yield first
    desk = Desk(atlas=released(atlas, PUBLIC), lang=lang)
    publication = publish(atlas, replace(atlas.choices.default(), lang=lang))
    steps: list[Step] = []
    for number, written in enumerate(story.steps, start=1):
        with speaking(lang):
            words = _("Step {number} of {whole}").format(number=number, whole=len(story.steps))
        yield Progress(done=number, whole=whole, words=words)
        with speaking(lang):
            steps.append(_step(desk, publication, (story.name, number), written))
    with speaking(lang):
        heading = _filled(desk.evidence(story.steps[-1]), story.title, (story.name, 0))[0]
    mark = _fingerprint(publication, (story.name, lang, heading), steps)
    return Briefing(
        name=story.name,
        title=heading,
        lang=lang,
        steps=tuple(steps),
        publication=publication,
        fingerprint=mark,
        footer=_footer(publication, heading, mark),
    )


def _step(desk: Desk, publication: Publication, place: tuple[str, int], written: StoryStep) -> Step:
    evidence = desk.evidence(written)
    heading, of_heading = _filled(evidence, written.title, place)
    sentences = tuple(_sentence(evidence, text, place) for text in written.say)
    notes, of_notes = _filled(evidence, written.notes, place)
    table = _table(evidence, written, place)
    chart, of_chart = _chart(evidence, written, place)
    found = (
        *written.sources,
        *(one for sentence in sentences for one in sentence.source_ids),
        *(one for figures in (of_heading, of_notes) for made in figures for one in made.source_ids),
        *(table.source_ids if table else ()),
        *of_chart,
    )
    source_ids = tuple(dict.fromkeys(found))
    shown = evidence.chosen.legs
    return Step(
        number=place[1],
        title=heading,
        sentences=sentences,
        notes=notes,
        date=evidence.settings.date,
        scenario=title(evidence.compared.scenario) if evidence.compared else "",
        picture=picture_of(
            desk.atlas,
            evidence.readings,
            evidence.settings,
            shown=shown,
            legs=desk.certainty(written).reindex(publication.keyed("legs").index),
        ),
        bounds=written.bounds,
        leg_ids=frozenset(desk.atlas.legs.index[shown]),
        chart=chart,
        table=table,
        source_ids=source_ids,
        sources=tuple(desk.atlas.source_lines[one] for one in source_ids),
    )


def _sentence(evidence: StepEvidence, text: str, place: tuple[str, int]) -> Sentence:
    filled, figures = _filled(evidence, text, place)
    return Sentence(
        text=filled,
        source_ids=tuple(dict.fromkeys(one for made in figures for one in made.source_ids)),
        ours=any(made.ours for made in figures),
    )


def _filled(
    evidence: StepEvidence, text: str, place: tuple[str, int]
) -> tuple[str, tuple[Figure, ...]]:
    """Return a text in the language of the run with its figures, and the figures."""
    found: list[Figure] = []

    def put(match: re.Match[str]) -> str:
        try:
            found.append(figure(evidence, match[1]))
        except FigureError as fault:
            raise StoryError(
                *place, match[0], found=fault.found, expected=fault.expected
            ) from fault
        return found[-1].text

    return _PLACEHOLDER.sub(put, said(text)), tuple(found)


def _table(evidence: StepEvidence, written: StoryStep, place: tuple[str, int]) -> StepTable | None:
    if not written.table:
        return None
    try:
        return TABLES[written.table](evidence)
    except FigureError as fault:
        raise StoryError(*place, "table", found=fault.found, expected=fault.expected) from fault


def _chart(
    evidence: StepEvidence, written: StoryStep, place: tuple[str, int]
) -> tuple[StepChart | None, tuple[str, ...]]:
    if not written.chart:
        return None, ()
    chart = TIME_CHARTS[written.chart]
    made = make(chart, evidence.in_time)
    if made is None:
        raise StoryError(
            *place, "chart", found="no figure by the date of the view", expected="a later date"
        )
    notes = (made.found, _(chart.reading))
    ours = (_("Our judgement: {words}").format(words=_(chart.ours)),) if chart.ours else ()
    return StepChart(
        name=written.chart,
        title=_(chart.title),
        counts=_(chart.counts),
        notes=tuple(note for note in (*notes, *ours) if note),
        key=key_words(made.events),
        table=made.table,
        document={**on_paper(made.document), "width": max(CHART_PX, made.document["height"])},
    ), tuple(dict.fromkeys(one for ids in made.table["source_ids"] for one in ids.split(";")))


def _fingerprint(publication: Publication, said_of: tuple[str, ...], steps: list[Step]) -> str:
    told = [
        *said_of,
        publication.about.fingerprint,
        *(
            [
                *(step.title, step.notes, step.date.isoformat(), step.scenario, step.bounds),
                *(sentence.text for sentence in step.sentences),
                step.chart and [step.chart.name, *step.chart.notes, step.chart.key],
                step.table and step.table.rows,
                step.picture.view,
                step.sources,
            ]
            for step in steps
        ),
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _footer(publication: Publication, heading: str, mark: str) -> str:
    about = publication.about
    with speaking(about.lang):
        words = _("{title}. {project} {version}, evidence to {date}. {licence}. {mark}")
        return words.format(
            title=heading,
            project=TITLE,
            version=about.version,
            date=day(about.horizon),
            licence=LICENCE,
            mark=mark[:12],
        )
