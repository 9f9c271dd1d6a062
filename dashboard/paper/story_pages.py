"""A briefing for pages: its steps, what stands behind them, and the maps in words, as JSON values.

What a page looks like is for `dashboard.paper.slides` and `dashboard.paper.handout`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.cited import cited
from dashboard.briefing.progress import Progress
from dashboard.exports.about import citation
from dashboard.exports.chart_picture import chart_plot
from dashboard.exports.prose_text import cited_lines
from dashboard.language import _, day, speaking
from dashboard.paper.entries import Numbered
from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import HOME, map_drawing
from dashboard.paper.prose_entries import passage_lines
from dashboard.paper.sheet_words import foot_words, legend_in_words, map_in_words
from dashboard.project import LICENCE_TITLE
from dashboard.project import TITLE as PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from dashboard.briefing.briefing import Briefing, Step

Drawings = dict[str, str]
Page = tuple[dict[str, Any], Drawings]

_WIDEST_DEG: Final = 120.0  # what is wider is no map of one cone: the region, and names at its edge


def story_steps(
    briefing: Briefing, drawn: Callable[[Briefing, Step], Page]
) -> Generator[Progress, None, tuple[list[dict[str, Any]], Drawings]]:
    """Draw each step, saying how far it is; return the words of all, and all drawings by name."""
    whole = len(briefing.steps) + 1
    steps: list[dict[str, Any]] = []
    drawings: Drawings = {}
    for step in briefing.steps:
        yield at_step(briefing, step, whole)
        told, pictures = drawn(briefing, step)
        steps.append(told)
        drawings |= pictures
    with speaking(briefing.lang):
        words = _("Setting the pages …")
    yield Progress(done=whole - 1, whole=whole, words=words)
    return steps, drawings


def at_step(briefing: Briefing, step: Step, whole: int) -> Progress:
    """Return how far a file is that draws this step next, of so many parts."""
    with speaking(briefing.lang):
        words = _("Step {number} of {whole}")
        said = words.format(number=step.number, whole=len(briefing.steps))
    return Progress(done=step.number - 1, whole=whole, words=said)


def story_data(briefing: Briefing, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what every page of a story asks for, with these steps; in the language of the run."""
    horizon = briefing.publication.about.horizon
    return {
        "title": briefing.title,
        "description": briefing.title,
        "lang": briefing.lang,
        "day": [horizon.year, horizon.month, horizon.day],
        "footer": foot_words(briefing),
        "steps": steps,
        "cover": None,
        "back": [],
        "prose": [],
        "ours": _("our judgement"),
    }


def story_cover(briefing: Briefing) -> dict[str, Any]:
    """Return what the first page says: whose it is, as of when, under which licence."""
    about = briefing.publication.about
    told = _("Evidence to {date}").format(date=day(about.horizon))
    mark = f"{about.version} · {briefing.fingerprint[:12]}"
    return {"cover": {"of": PROJECT, "lines": [told, mark, LICENCE_TITLE]}}


def step_page(briefing: Briefing, step: Step, size_px: tuple[float, float]) -> Page:
    """Return the words of a step as JSON values, and its map and its chart by name.

    Parameters
    ----------
    briefing, step
        The step, and the briefing that it is of.
    size_px
        Width and height of the map, in px of the drawing.
    """
    publication, picture = briefing.of_step(step), step.picture
    drawings = {}
    if step.chart:
        drawings[f"chart-{step.number}"] = chart_plot(step.chart.document)
    with speaking(briefing.lang):
        drawn, _frame = map_drawing(publication, size_px, legs=step.leg_ids, extent=extent(step))
        drawings[f"map-{step.number}"] = drawn.svg
        where = _("As of {date}").format(date=day(step.date))
        told = {
            "number": step.number,
            "title": step.title,
            "lang": step.lang,
            "where": " · ".join(part for part in (where, step.scenario) if part),
            "say": [{"text": one.text, "ours": one.ours} for one in step.sentences],
            "description": map_in_words(publication, picture),
            "legend_words": legend_in_words(picture),
            "exhibits": list(_exhibits(step)),
        }
    return told, drawings


def story_back(briefing: Briefing, wide_px: float) -> Page:
    """Return what stands behind the steps: what every map says, what lines mean, the sources.

    Parameters
    ----------
    briefing
        The briefing, told in the language of the run.
    wide_px
        Width of what lines and signs mean, in px of the drawing.
    """
    cite = _("To cite. {citation}").format(citation=citation(briefing.publication.about))
    notes = [*briefing.steps[-1].picture.notes, cite]
    keys = legend_drawing(briefing.of_step(briefing.steps[0]), wide_px, parts=("keys",))
    told = {
        "back": [
            {"title": _("What the maps say and leave out"), "keys": True, "lines": notes},
            {"title": _("Sources"), "keys": False, "lines": list(cited(briefing))},
        ],
        "keys_words": _("What lines and signs mean"),
    }
    return told, {"keys": keys.svg}


def story_prose(briefing: Briefing) -> dict[str, Any]:
    """Return the maps in words, a part for each corridor."""
    numbered = Numbered(briefing.publication)
    return {
        "prose": [
            {
                "title": whole.title,
                "lines": list(passage_lines(replace(whole, parts=()), numbered)),
                "parts": [
                    {"title": part.title, "lines": list(passage_lines(part, numbered))}
                    for part in whole.parts
                ],
            }
            for whole in briefing.prose
        ],
        "prose_sources": _("Sources of the maps in words"),
        "cited": list(cited_lines(briefing.publication, briefing.prose)),
    }


def extent(step: Step) -> tuple[tuple[float, float], ...]:
    """Return the corners of what the map shows, longitude and latitude."""
    if step.bounds is None:
        return HOME
    (south, west), (north, east) = step.bounds
    return HOME if east - west > _WIDEST_DEG else ((west, south), (east, north))


def _exhibits(step: Step) -> Iterator[dict[str, Any]]:
    """Yield the chart and the table of a step."""
    if chart := step.chart:
        yield {"title": chart.title, "counts": chart.counts, "rows": None, "notes": chart.below}
    if table := step.table:
        rows = [_cells(row) for row in (table.columns, *table.rows)]
        yield {"title": table.title, "counts": "", "rows": rows, "notes": table.below}


def _cells(row: Sequence[str]) -> list[str]:
    """Return cells with the minus sign that the letters for print have."""
    return [cell.replace("\N{MINUS SIGN}", "-") for cell in row]
