"""A briefing as slides: a cover, maps beside words, charts and tables, sources; PDF and PNG."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from dashboard.language import speaking
from dashboard.paper.drawing import side_by_side
from dashboard.paper.legend import legend_drawing
from dashboard.paper.story_pages import (
    Drawings,
    Page,
    at_step,
    step_page,
    story_back,
    story_cover,
    story_data,
    story_prose,
    story_steps,
)
from dashboard.paper.typeset import typeset_pdf, typeset_pictures

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from dashboard.briefing.briefing import Briefing, Step
    from dashboard.briefing.progress import Progress

_PAGE_MM: Final = (338.67, 190.5)
_MARGIN_MM: Final = 9.0
_MAP_MM: Final = (196.0, 160.0)
_CHART_MM: Final = 138.0
_WORDS_MM: Final = 160.0
_LEGEND_MM, _GAP_MM = 116.0, 4.0
_KEYS_MM: Final = 120.0
_PX_MM: Final = 0.24
_KEYS_PX_MM: Final = 0.34
# The legend in these sizes, the largest first: a page takes the one that leaves words their room.
_LEGEND_PX_MM: Final = (0.4, 0.36, 0.32, 0.28, 0.24)
_FIRST_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def slides_pdf(briefing: Briefing) -> Generator[Progress, None, bytes]:
    """Set a briefing as a tagged PDF of slides, 16 : 9; the same briefing gives the same bytes."""
    steps, drawings = yield from story_steps(briefing, _step)
    with speaking(briefing.lang):
        back, keys = story_back(briefing, _KEYS_MM / _KEYS_PX_MM)
        data = _data(briefing, steps) | story_cover(briefing) | back | story_prose(briefing)
    return typeset_pdf("briefing", data, drawings | keys)


def slides_png(briefing: Briefing) -> Generator[Progress, None, bytes]:
    """Set each step as a picture of 300 dots to the inch, its chart or table as one of its own.

    Pictures of what the maps leave out and of the sources come last. Return them in a zip.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:

        def put(name: str, data: dict[str, Any], drawings: Drawings) -> None:
            for page, body in enumerate(typeset_pictures("briefing", data, drawings)):
                part = f"-{page + 1}" if page else ""
                whole = f"{briefing.name}-{briefing.lang}-{name}{part}.png"
                archive.writestr(zipfile.ZipInfo(whole, _FIRST_OF_ZIP), body)

        for step in briefing.steps:
            yield at_step(briefing, step, len(briefing.steps) + 1)
            told, drawings = _step(briefing, step)
            with speaking(briefing.lang):
                number = f"{step.number} / {len(briefing.steps)}"
                put(f"{step.number:02}", {**_data(briefing, [told]), "number": number}, drawings)
        with speaking(briefing.lang):
            back, keys = story_back(briefing, _KEYS_MM / _KEYS_PX_MM)
            put("sources", {**_data(briefing, []), **back, "number": ""}, keys)
    return packed.getvalue()


def _data(briefing: Briefing, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        **story_data(briefing, steps),
        "page": _PAGE_MM,
        "margin": _MARGIN_MM,
        "map": _MAP_MM,
        "chart": _CHART_MM,
        "words": _WORDS_MM,
        "legend": _LEGEND_MM,
        "legends": len(_LEGEND_PX_MM),
        "keys": _KEYS_MM,
    }


def _step(briefing: Briefing, step: Step) -> Page:
    """Return the words of a step as JSON values, and its drawings by name."""
    told, drawings = step_page(briefing, step, (_MAP_MM[0] / _PX_MM, _MAP_MM[1] / _PX_MM))
    with speaking(briefing.lang):
        for size, px_mm in enumerate(_LEGEND_PX_MM):
            drawings[f"legend-{step.number}-{size}"] = _legend(briefing, step, px_mm)
    return told, drawings


def _legend(briefing: Briefing, step: Step, px_mm: float) -> str:
    """Return what the colours of legs mean, and beside it those of countries where they have any.

    What lines and signs mean is the same in all steps and stands behind them.
    """
    publication, wide = briefing.of_step(step), _LEGEND_MM / px_mm
    if not step.picture.view["tint"]:
        return legend_drawing(publication, wide, parts=("classes",)).svg
    gap = _GAP_MM / px_mm
    legs, countries = (
        legend_drawing(publication, (wide - gap) / 2, parts=(part,)) for part in ("classes", "tint")
    )
    return side_by_side(legs, countries, gap=gap).svg
