"""A chart as Vega-Lite for paper: its width, the letters that come with the app, light colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.palette import CHART, PAPER_GRID, PAPER_INK

if TYPE_CHECKING:
    from dashboard.charts.parts import Chart

FONT: Final = "Corridor Atlas Korean"
WIDTH_PX: Final = 800
_TEXT: Final = {
    "labelFontSize": 12,
    "titleFontSize": 12,
    "titleFontWeight": "normal",
    "labelColor": PAPER_INK,
    "titleColor": PAPER_INK,
}
_CONFIG: Final = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "range": {"category": list(CHART)},
    "mark": {"color": CHART[0]},
    "axis": {**_TEXT, "gridColor": PAPER_GRID, "domainColor": PAPER_GRID, "tickColor": PAPER_GRID},
    "legend": {**_TEXT, "orient": "top", "labelLimit": 320},
}


def on_paper(chart: Chart) -> dict[str, Any]:
    """Return the chart as a Vega-Lite document that needs nothing from anywhere else."""
    document: dict[str, Any] = chart.properties(width=WIDTH_PX).to_dict()
    return {**document, "config": _CONFIG}
