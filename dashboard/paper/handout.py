"""A briefing as a handout on A4: a page a step, map over words, chart or table after it; PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import speaking
from dashboard.paper.legend import legend_drawing
from dashboard.paper.story_pages import (
    Page,
    step_page,
    story_back,
    story_cover,
    story_data,
    story_prose,
    story_steps,
)
from dashboard.paper.typeset import typeset_pdf

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.briefing.briefing import Briefing, Step
    from dashboard.briefing.progress import Progress

_PAGE_MM: Final = (210.0, 297.0)
_MARGIN_MM: Final = 14.0
_MAP_MM: Final = (_PAGE_MM[0] - 2 * _MARGIN_MM, 136.0)
_LEGEND_MM: Final = 62.0
_KEYS_MM: Final = 84.0
_PX_MM: Final = 0.22


def handout_pdf(briefing: Briefing) -> Generator[Progress, None, bytes]:
    """Set a briefing as a tagged PDF on A4; the same briefing gives the same bytes."""
    steps, drawings = yield from story_steps(briefing, _step)
    with speaking(briefing.lang):
        back, keys = story_back(briefing, _KEYS_MM / _PX_MM)
        data = story_data(briefing, steps) | story_cover(briefing) | back | story_prose(briefing)
    form = {"page": _PAGE_MM, "margin": _MARGIN_MM, "legend": _LEGEND_MM, "keys": _KEYS_MM}
    return typeset_pdf("handout", data | form, drawings | keys)


def _step(briefing: Briefing, step: Step) -> Page:
    """Return the words of a step as JSON values, and its drawings by name."""
    told, drawings = step_page(briefing, step, (_MAP_MM[0] / _PX_MM, _MAP_MM[1] / _PX_MM))
    with speaking(briefing.lang):
        colours = legend_drawing(
            briefing.of_step(step), _LEGEND_MM / _PX_MM, parts=("classes", "tint")
        )
    return told, drawings | {f"legend-{step.number}": colours.svg}
