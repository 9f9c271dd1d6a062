"""A chart as Vega-Lite for paper: its width, the letters that come with the app, light colours."""

from __future__ import annotations

from typing import Any, Final

from dashboard.palette import CHART, PAPER_GRID, PAPER_INK

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


def on_paper(document: dict[str, Any]) -> dict[str, Any]:
    """Return a Vega-Lite document as wide as paper, in its colours and letters."""
    return {**document, "width": WIDTH_PX, "config": _CONFIG}
