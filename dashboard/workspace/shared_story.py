"""The briefing of shared own corridors: a story like any other, resolved behind the door out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.briefing.story import Story, StoryStep
from dashboard.language import _

if TYPE_CHECKING:
    from dashboard.settings import Settings
    from dashboard.workspace.sharing import Shared

MOST_CORRIDORS = 18


def shared_story(shared: Shared, settings: Settings) -> Story:
    """Return a story with a step for all and one for each own corridor, at most 18 of these.

    Parameters
    ----------
    shared
        What may pass the door.
    settings
        The date, the recipe and the language.
    """
    view = replace(
        shared.atlas.choices.default(),
        date=settings.date,
        recipe=settings.recipe,
        lang=settings.lang,
    )
    first = StoryStep(
        title=_("Own corridors beside the published ones"),
        say=(
            _("As of {date}. Own corridors are drawn as straight links on a grid of 0.1 degrees."),
            _("A comparison is no advice to travel, and predictability is itself a risk."),
        ),
        view=view,
    )
    steps = [_step(one, replace(view, focus=one)) for one in shared.corridor_ids[:MOST_CORRIDORS]]
    return Story(
        name="own-corridors",
        title=_("Own corridors beside the published ones"),
        about="",
        steps=(first, *steps),
    )


def _step(corridor_id: str, view: Settings) -> StoryStep:
    words = _(
        "Cumulative exposure is {reading}; {km_high} of {km} kilometres are read as High. These "
        "figures are computed from the coarse lines."
    )
    keys = {name: f"{{{name}:{corridor_id}}}" for name in ("reading", "km_high", "km")}
    return StoryStep(title=f"{{corridor:{corridor_id}}}", say=(words.format(**keys),), view=view)
