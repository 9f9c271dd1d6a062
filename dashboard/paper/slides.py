"""A briefing as slides: map beside words, a chart or table behind them, sources last; PDF, PNG."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.cited import cited
from dashboard.briefing.progress import Progress
from dashboard.exports.about import citation
from dashboard.exports.chart_picture import chart_plot
from dashboard.exports.prose_text import cited_lines
from dashboard.language import _, day, speaking
from dashboard.paper.drawing import side_by_side
from dashboard.paper.entries import Numbered
from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import HOME, map_drawing
from dashboard.paper.prose_entries import passage_lines
from dashboard.paper.sheet_words import foot_words, legend_in_words, map_in_words
from dashboard.paper.typeset import typeset_pdf, typeset_pictures

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from dashboard.briefing.briefing import Briefing, Step

_PAGE_MM: Final = (338.67, 190.5)
_MARGIN_MM: Final = 9.0
_MAP_MM: Final = (196.0, 160.0)
_CHART_MM: Final = 138.0
# The legend stands under the words, in two columns: in one it is higher than what they leave.
_COLUMN_MM, _GAP_MM = 56.0, 4.0
_WORDS_MM: Final = 160.0
_PX_MM: Final = 0.24
_LEGEND_PX_MM: Final = 0.2
_WIDEST_DEG: Final = 120.0  # what is wider is no map of one cone: the region, and names at its edge
_FIRST_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)

Drawings = dict[str, str]


def slides_pdf(briefing: Briefing) -> Generator[Progress, None, bytes]:
    """Set a briefing as a tagged PDF of slides, 16 : 9; the same briefing gives the same bytes."""
    whole = len(briefing.steps) + 1
    steps: list[dict[str, Any]] = []
    drawings: Drawings = {}
    for step in briefing.steps:
        yield _at(briefing, step, whole)
        told, drawn = _step(briefing, step)
        steps.append(told)
        drawings |= drawn
    with speaking(briefing.lang):
        yield Progress(done=whole - 1, whole=whole, words=_("Setting the pages …"))
        data = {**_data(briefing, steps), **_back(briefing), **_prose(briefing)}
    return typeset_pdf("briefing", data, drawings)


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
            yield _at(briefing, step, len(briefing.steps) + 1)
            told, drawings = _step(briefing, step)
            with speaking(briefing.lang):
                number = f"{step.number} / {len(briefing.steps)}"
                put(f"{step.number:02}", {**_data(briefing, [told]), "number": number}, drawings)
        with speaking(briefing.lang):
            put("sources", {**_data(briefing, []), **_back(briefing), "number": ""}, {})
    return packed.getvalue()


def _at(briefing: Briefing, step: Step, whole: int) -> Progress:
    with speaking(briefing.lang):
        words = _("Step {number} of {whole}")
        said = words.format(number=step.number, whole=len(briefing.steps))
    return Progress(done=step.number - 1, whole=whole, words=said)


def _data(briefing: Briefing, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    horizon = briefing.publication.about.horizon
    return {
        "title": briefing.title,
        "description": briefing.title,
        "lang": briefing.lang,
        "day": [horizon.year, horizon.month, horizon.day],
        "footer": foot_words(briefing),
        "page": _PAGE_MM,
        "margin": _MARGIN_MM,
        "map": _MAP_MM,
        "chart": _CHART_MM,
        "legend": 2 * _COLUMN_MM + _GAP_MM,
        "words": _WORDS_MM,
        "steps": steps,
        "back": [],
        "prose": [],
        "ours": _("our judgement"),
    }


def _back(briefing: Briefing) -> dict[str, Any]:
    """Return what stands behind the steps as JSON values: what every map says, and the sources."""
    cite = _("To cite. {citation}").format(citation=citation(briefing.publication.about))
    notes = [*briefing.steps[-1].picture.notes, cite]
    return {
        "back": [
            {"title": _("What the maps say and leave out"), "columns": 2, "lines": notes},
            {"title": _("Sources"), "columns": 3, "lines": list(cited(briefing))},
        ]
    }


def _prose(briefing: Briefing) -> dict[str, Any]:
    """Return the maps in words as JSON values, a part for each corridor."""
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


def _step(briefing: Briefing, step: Step) -> tuple[dict[str, Any], Drawings]:
    """Return the words of a step as JSON values, and its drawings by name."""
    publication, picture = briefing.of_step(step), step.picture
    drawings = {}
    if step.chart:
        drawings[f"chart-{step.number}"] = chart_plot(step.chart.document)
    with speaking(briefing.lang):
        drawn, _frame = map_drawing(
            publication,
            (_MAP_MM[0] / _PX_MM, _MAP_MM[1] / _PX_MM),
            legs=step.leg_ids,
            extent=extent(step),
        )
        drawings[f"map-{step.number}"] = drawn.svg
        colours, keys = (
            legend_drawing(publication, _COLUMN_MM / _LEGEND_PX_MM, parts=parts)
            for parts in (("classes", "tint"), ("keys",))
        )
        legend = side_by_side(colours, keys, gap=_GAP_MM / _LEGEND_PX_MM)
        drawings[f"legend-{step.number}"] = legend.svg
        where = _("As of {date}").format(date=day(step.date))
        told = {
            "number": step.number,
            "title": step.title,
            "where": " · ".join(part for part in (where, step.scenario) if part),
            "say": [{"text": one.text, "ours": one.ours} for one in step.sentences],
            "description": map_in_words(publication, picture),
            "legend_words": legend_in_words(picture),
            "exhibits": list(_exhibits(step)),
        }
    return told, drawings


def _exhibits(step: Step) -> Iterator[dict[str, Any]]:
    """Yield the chart and the table of a step as JSON values, each for a page of its own."""
    if chart := step.chart:
        yield {"title": chart.title, "counts": chart.counts, "rows": None, "notes": chart.below}
    if table := step.table:
        rows = [_cells(row) for row in (table.columns, *table.rows)]
        yield {"title": table.title, "counts": "", "rows": rows, "notes": table.below}


def _cells(row: Sequence[str]) -> list[str]:
    """Return cells with the minus sign that the letters for print have."""
    return [cell.replace("\N{MINUS SIGN}", "-") for cell in row]


def extent(step: Step) -> tuple[tuple[float, float], ...]:
    """Return the corners of what the map shows, longitude and latitude."""
    if step.bounds is None:
        return HOME
    (south, west), (north, east) = step.bounds
    return HOME if east - west > _WIDEST_DEG else ((west, south), (east, north))
