"""The view sent to the map at each run: a few hundred bytes for the shipped corridors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard import palette
from dashboard.language import _, current
from dashboard.maps.paint import digits, legend, paint_text
from dashboard.words import NO_DATA, TINTS, map_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.maps.paint import Paint
    from dashboard.palette import Stroke, Tint
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def map_view(
    atlas: Atlas,
    readings: Readings,
    settings: Settings,
    *,
    paint: Paint,
    shown: npt.NDArray[np.bool_],
) -> dict[str, Any]:
    """Return what the map shows now, as JSON values.

    The network itself is constant and fetched once by its address; this carries one character per
    leg for its class and one for whether it is muted, the legend, the tint and the words, in the
    language of the run.
    """
    return {
        "paint": paint_text(paint, shown),
        "vague": digits(paint.vague),
        "muted": digits(readings.legs["muted"].to_numpy()),
        "legend": legend(paint),
        "tint": _tint(readings, settings),
        "selected": settings.leg or None,
        "focus": _focus(atlas, settings),
        "lang": current(),
        "words": map_words(f"{atlas.choices.last_date:%Y-%m-%d}"),
    }


def _focus(atlas: Atlas, settings: Settings) -> list[str] | None:
    if not settings.focus:
        return None
    return list(atlas.legs.index[atlas.legs["corridor_id"] == settings.focus])


def _tint(readings: Readings, settings: Settings) -> dict[str, Any] | None:
    if settings.tint == "none":
        return None
    values, colors = _tint_values(readings, settings.tint)
    names = list(colors)
    return {
        "title": _(TINTS[settings.tint]),
        "classes": [{"label": _(name), **colors[name]} for name in names],
        "countries": {
            str(iso3): names.index(value) for iso3, value in values.items() if value in colors
        },
    }


def _tint_values(readings: Readings, tint: str) -> tuple[pd.Series, dict[str, dict[str, str]]]:
    if tint == "treaty":
        return readings.treaty, _colors(palette.TREATY)
    strokes = palette.RISK if tint == "risk" else palette.LEGAL_STATUS
    column = "risk_class" if tint == "risk" else "legal_status"
    colors = _colors({**strokes, NO_DATA: palette.NO_DATA})
    return readings.countries[column].fillna(NO_DATA), colors


def _colors(looks: Mapping[str, Stroke | Tint]) -> dict[str, dict[str, str]]:
    return {name: {"color": look.color, "dark": look.dark} for name, look in looks.items()}
