"""What stands around a slide: its line of date and scenario, its number, its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.language import _, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing, Step


def as_of(step: Step) -> str:
    """Return the line above a title: the date, and the scenario if the map is read under one."""
    told = _("As of {date}").format(date=day(step.date))
    return " · ".join(part for part in (told, step.scenario) if part)


def counted(title: str, number: int, whole: int) -> str:
    """Return the title of one of several slides that belong together; of a single one, as it is."""
    if whole == 1:
        return title
    return _("{title}, {number} of {whole}").format(title=title, number=number, whole=whole)


def notes(briefing: Briefing, step: Step) -> Iterator[str]:
    """Yield what the speaker says, where the map is told, and what the step rests on."""
    yield step.notes
    if briefing.prose:
        yield _("The map in words stands on hidden slides at the end.")
    yield _("Sources")
    yield from step.sources or (_atlas_itself(briefing),)


def _atlas_itself(briefing: Briefing) -> str:
    about = briefing.publication.about
    told = _(
        "The atlas itself, version {version}, evidence to {date}: what this step counts is counted "
        "in its data. Fingerprint of the data: {fingerprint}."
    )
    return told.format(
        version=about.version, date=day(about.horizon), fingerprint=about.fingerprint
    )
