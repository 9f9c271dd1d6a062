"""From a story as written to a briefing: every figure, map, chart and table from the evidence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.briefing.briefing import Briefing, Sentence, Step
from dashboard.briefing.errors import FigureError, StoryError
from dashboard.briefing.evidence import Desk
from dashboard.briefing.figures import figure
from dashboard.briefing.progress import Progress
from dashboard.briefing.step_chart import step_chart
from dashboard.briefing.story import Texts, in_language
from dashboard.briefing.story_words import PLACEHOLDER
from dashboard.briefing.tables import TABLES
from dashboard.language import _, current, day, said, speaking
from dashboard.project import LICENCE, TITLE
from dashboard.publication.picture import picture_of
from dashboard.publication.precision import PUBLIC
from dashboard.publication.publish import publish
from dashboard.publication.release import released
from dashboard.scenarios import title

if TYPE_CHECKING:
    import re
    from collections.abc import Generator

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import StepTable
    from dashboard.briefing.evidence import StepEvidence
    from dashboard.briefing.figure import Figure
    from dashboard.briefing.story import Story, StoryStep
    from dashboard.publication.publication import Publication


def brief(atlas: Atlas, story: Story, lang: str) -> Generator[Progress, None, Briefing]:
    """Resolve a story in a language; yield how far it is, return the briefing.

    Public data alone, through the one door out: whatever takes a briefing holds nothing else.

    Raises
    ------
    StoryError
        A placeholder is not known, or a chart or table has nothing to show; story, step, field,
        what was found and what was expected are named.
    """
    story = in_language(story, lang)
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
            steps.append(_step(desk, publication, (story.called or story.name, number), written))
    with speaking(story.lang or lang):
        heading = _filled(
            desk.evidence(story.steps[-1]), story.title, (story.called or story.name, 0)
        )[0]
    of_story = (story.name, lang, heading, *(("own",) if story.own else ()))
    mark = _fingerprint(publication, of_story, steps)
    return Briefing(
        name=story.name,
        title=heading,
        lang=lang,
        steps=tuple(steps),
        publication=publication,
        fingerprint=mark,
        footer=_footer(publication, heading, mark, own=story.own),
        own=story.own,
    )


def check_figures(atlas: Atlas, story: Story) -> None:
    """Look up every placeholder of a story, its charts and tables, and keep nothing of it.

    Raises
    ------
    StoryError
        One is not known, or has nothing to show; story, step, field, what was found and what was
        expected are named.
    """
    desk = Desk(atlas=released(atlas, PUBLIC), lang=current())
    for number, step in enumerate(story.steps, start=1):
        place = (story.called, number)
        evidence = desk.evidence(step)
        own = Texts(title=step.title, say=step.say, notes=step.notes)
        for texts in (own, *step.others.values()):
            for text in (texts.title, *texts.say, texts.notes):
                _filled(evidence, text, place)
        step_chart(evidence, step.chart, place)
        _table(evidence, step, place)


def _step(desk: Desk, publication: Publication, place: tuple[str, int], written: StoryStep) -> Step:
    evidence = desk.evidence(written)
    lang = written.lang or desk.lang
    with speaking(lang):
        heading, of_heading = _filled(evidence, written.title, place)
        sentences = tuple(_sentence(evidence, text, place) for text in written.say)
        notes, of_notes = _filled(evidence, written.notes, place)
    table = _table(evidence, written, place)
    chart, of_chart = step_chart(evidence, written.chart, place)
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
        lang=lang,
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

    return PLACEHOLDER.sub(put, said(text)), tuple(found)


def _table(evidence: StepEvidence, written: StoryStep, place: tuple[str, int]) -> StepTable | None:
    if not written.table:
        return None
    try:
        return TABLES[written.table](evidence)
    except FigureError as fault:
        raise StoryError(*place, "table", found=fault.found, expected=fault.expected) from fault


def _fingerprint(publication: Publication, said_of: tuple[str, ...], steps: list[Step]) -> str:
    told = [
        *said_of,
        publication.about.fingerprint,
        *(
            [
                *(
                    step.title,
                    step.lang,
                    step.notes,
                    step.date.isoformat(),
                    step.scenario,
                    step.bounds,
                ),
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


def _footer(publication: Publication, heading: str, mark: str, *, own: bool) -> str:
    """Return what stands under every page: whose the words are, and what all of it is made from."""
    about = publication.about
    with speaking(about.lang):
        words = (
            _(
                "{title}. Words: of the presenter. Figures and maps: {project} {version}, "
                "evidence to {date}. {licence}. {mark}"
            )
            if own
            else _("{title}. {project} {version}, evidence to {date}. {licence}. {mark}")
        )
        return words.format(
            title=heading,
            project=TITLE,
            version=about.version,
            date=day(about.horizon),
            licence=LICENCE,
            mark=mark[:12],
        )
