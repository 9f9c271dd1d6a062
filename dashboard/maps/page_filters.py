"""What each filter of the page goes by, so that the map can answer before the app has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.filter_words import value_words
from dashboard.grades import shown_grades
from dashboard.maps.paint import digits
from routes.status import in_use

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def page_filters(
    atlas: Atlas, readings: Readings, control: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return one row per filter: where its control is on the page, and what it calls each leg.

    The labels are those that the controls show, in the language of the run. Corridors and
    countries of a leg are in the network; what changes with date and recipe comes with each view:
    one character per leg, counted from ``0``, an index into ``labels``. Where a leg may have
    several labels the character has one bit for each. The period goes by corridor: the years of
    each stretch of reported use.

    Parameters
    ----------
    atlas, readings
        The data, and the figures of the date and the recipe.
    control
        Gives the session key of the control for a setting. Streamlit marks the control with it
        in the page (``st-key-…``).
    """
    legs, choices = readings.legs, atlas.choices
    shown: list[dict[str, Any]] = [
        {"by": "corridor", "labels": _labels(atlas, "corridor")},
        {"by": "country", "labels": _labels(atlas, "country")},
        _coded(atlas, "risk_class", legs["risk_class"]),
        _coded(atlas, "status", legs["status"]),
        {"by": "period", "years": list(choices.years), "spans": _spans(atlas)},
        _coded(atlas, "grade", shown_grades(legs)),
        _several(atlas, "source_kind", atlas.leg_source_kinds),
    ]
    return [{"control": f"st-key-{control(row['by'])}", **row} for row in shown]


def _labels(atlas: Atlas, name: str) -> dict[str, str]:
    """Return what the control of a filter calls its values."""
    return {value: value_words(atlas, name, value) for value in getattr(atlas.choices, name)}


def _coded(atlas: Atlas, name: str, values: pd.Series) -> dict[str, Any]:
    labels = _labels(atlas, name)
    place = {value: i for i, value in enumerate(labels)}
    codes = np.array([place[value] for value in values], dtype=np.uint8)
    return {"by": name, "labels": list(labels.values()), "codes": digits(codes)}


def _several(atlas: Atlas, name: str, flags: pd.DataFrame) -> dict[str, Any]:
    labels = _labels(atlas, name)
    bits = 1 << np.arange(len(labels))
    codes = ord("0") + flags.reindex(columns=list(labels), fill_value=False).to_numpy() @ bits
    return {"by": name, "labels": list(labels.values()), "codes": "".join(map(chr, codes))}


def _spans(atlas: Atlas) -> list[list[list[int]]]:
    """Return the spans of years in which each corridor is reported in use, in network order."""
    used = in_use(atlas.statuses).groupby("corridor_id")[["start_year", "end_year"]]
    found = {str(corridor): years.to_numpy().tolist() for corridor, years in used}
    return [found.get(str(corridor), []) for corridor in atlas.corridors.index]
