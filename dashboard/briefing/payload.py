"""A briefing as the browser shows it: JSON values, read there as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.cited import cited
from dashboard.exports.chart_picture import chart_plot
from dashboard.language import N_, _, day, speaking
from dashboard.palette import CHART, CHART_DARK, DARK_GRID, DARK_INK, PAPER_GRID, PAPER_INK
from dashboard.paper.sheet_words import foot_words

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Briefing, Step, StepChart

_WORDS: Final = {
    "as_of": N_("As of {date}"),
    "ours": N_("our judgement"),
    "sources": N_("Sources"),
    "no_sources": N_("What this step says is counted in the atlas itself, or needs no source."),
    "back": N_("Step before"),
    "next": N_("Next step"),
    "counter": N_("Step {number} of {whole}"),
    "present": N_("Present"),
    "leave": N_("Leave (Esc)"),
    "print": N_("Print"),
    "bar": N_("Steps of the story"),
    "undrawn": N_("The map is drawn for paper by Print below the story, or by Ctrl + P."),
}
# Colours of paper, and what the screen shows for them in the dark.
_IN_THE_DARK: Final = dict(
    zip((*CHART, PAPER_INK, PAPER_GRID), (*CHART_DARK, DARK_INK, DARK_GRID), strict=True)
)


def story_payload(briefing: Briefing) -> dict[str, Any]:
    """Return what the browser needs to show a briefing, beside the network of its map.

    Speaker notes are not in it: what is shown to a room is not what is said to it.
    """
    with speaking(briefing.lang):
        return {
            "title": briefing.title,
            "lang": briefing.lang,
            "mark": briefing.fingerprint,
            "foot": foot_words(briefing),
            "cited": list(cited(briefing)),
            "words": {name: _(text) for name, text in _WORDS.items()},
            "steps": [_step(step) for step in briefing.steps],
        }


def _step(step: Step) -> dict[str, Any]:
    table = step.table
    return {
        "number": step.number,
        "title": step.title,
        "say": [{"text": one.text, "ours": one.ours} for one in step.sentences],
        "date": day(step.date),
        "scenario": step.scenario,
        "view": dict(step.picture.view),
        "bounds": step.bounds,
        "sources": step.sources,
        "chart": _chart(step.chart) if step.chart else None,
        "table": table
        and {
            "title": table.title,
            "columns": table.columns,
            "rows": table.rows,
            "notes": table.below,
        },
    }


def _chart(chart: StepChart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "counts": chart.counts,
        "notes": chart.below,
        "svg": _for_either_theme(chart_plot(chart.document)),
    }


def _for_either_theme(svg: str) -> str:
    """Return a drawing for paper whose colours follow the theme of the screen that shows it."""
    for light, dark in _IN_THE_DARK.items():
        svg = svg.replace(f'"{light}"', f'"light-dark({light}, {dark})"')
    return svg
