"""The maps of a story in words: the first view whole, of each other what reads otherwise there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.briefing.progress import Progress
from dashboard.language import _, day, speaking
from dashboard.prose.otherwise import otherwise
from dashboard.prose.passage import statement
from dashboard.prose.whole import map_in_prose
from dashboard.publication.publish import publish
from dashboard.scenarios import shipped_scenarios

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Briefing
    from dashboard.briefing.story import Story
    from dashboard.prose.passage import Passage
    from dashboard.publication.publication import About
    from dashboard.settings import Settings

    View = tuple[Settings, str]


def in_words(atlas: Atlas, story: Story, briefing: Briefing) -> Generator[Progress, None, Briefing]:
    """Describe the maps of a story; yield how far it is, return the briefing with its prose.

    Each passage is that of `dashboard.prose.whole.map_in_prose` for what may leave of a view:
    steps that show the same rows as of the same date share one. Colours and frames do not count,
    for words have none.
    """
    views = _views(atlas, story, briefing.lang)
    told: list[Passage] = []
    whole: Passage | None = None
    for done, (view, numbers) in enumerate(views.items()):
        with speaking(briefing.lang):
            words = _("Writing the map as text …")
        yield Progress(done=done, whole=len(views), words=words)
        with speaking(briefing.lang):
            settings, scenario = view
            given = shipped_scenarios(atlas)[scenario] if scenario else None
            published = publish(atlas, settings, scenario=given)
            found = map_in_prose(published)
            told.append(_passage(published.about, numbers, found, whole))
            whole = whole or replace(found, title=told[0].title)
    return replace(briefing, prose=tuple(told))


def _views(atlas: Atlas, story: Story, lang: str) -> dict[View, list[int]]:
    """Return the steps that show each view of the evidence, by number."""
    plain = atlas.choices.default()
    drawn = {name: getattr(plain, name) for name in ("paint", "tint", "focus", "scenario")}
    views: dict[View, list[int]] = {}
    for number, step in enumerate(story.steps, start=1):
        scenario = step.view.scenario if step.is_scenario else ""
        views.setdefault((replace(step.view, lang=lang, **drawn), scenario), []).append(number)
    return views


def _passage(about: About, numbers: list[int], found: Passage, whole: Passage | None) -> Passage:
    """Return a view under a title of its own; where one came before, what reads otherwise."""
    date, steps = day(about.date), ", ".join(map(str, numbers))
    heading = _("The map in words, as of {date}").format(date=date)
    if about.scenario:
        heading = _("The map in words, as of {date}, if: {scenario}")
        heading = heading.format(date=date, scenario=about.scenario)
    lead = [statement(_("Steps of the story with this map: {numbers}.").format(numbers=steps))]
    parts = found.parts
    if whole:
        same = _("What is not told here reads as in “{title}”.")
        lead.append(statement(same.format(title=whole.title)))
        other = otherwise(found, whole)
        parts = other.parts if other else ()
    return replace(found, title=heading, statements=(*lead, *found.statements), parts=parts)
