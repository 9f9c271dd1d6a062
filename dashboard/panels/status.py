"""The status of a corridor by period, each opening onto the sources that report it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, said
from dashboard.panels import markup
from dashboard.rows import rows
from intake.ids import split_ids
from routes.status import as_it_stood

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


def status_line(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    """Return the status that holds on the as-of date, opening onto who reports it."""
    code = str(readings.status[corridor_id])
    periods = _periods(atlas, readings, corridor_id)
    held = [period for period in rows(periods) if _holds(period, atlas, readings)]
    if not held:
        return [_(code), h.span(".atlas-dim")[" ", _("(no period reported for the date)")]]
    period = held[-1]
    words = f"{_(code)}{_told(period)}"
    return markup.sources(split_ids(period.source_ids), atlas.cited, words)


def status_periods(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Element:
    """Return the periods of a corridor up to the date; the one that holds on the date is marked."""
    return h.ul[
        [
            h.li[
                [h.span(".atlas-tag")[_("on the date")], " "]
                if _holds(period, atlas, readings)
                else None,
                f"{period.start_year}–{period.end_year} {_(period.code)}{_told(period)}",
                markup.sources(split_ids(period.source_ids), atlas.cited),
            ]
            for period in rows(_periods(atlas, readings, corridor_id))
        ]
    ]


def _told(period: Row) -> str:
    """Return what is reported of a period, where that was known on the date."""
    return f": {said(period.text)}" if period.text else ""


def _periods(atlas: Atlas, readings: Readings, corridor_id: str) -> pd.DataFrame:
    own = atlas.statuses[atlas.statuses["corridor_id"] == corridor_id]
    return as_it_stood(own, readings.date)


def _holds(period: Row, atlas: Atlas, readings: Readings) -> bool:
    """Say whether a period holds, by the rule of ``routes.status.status_on``."""
    year = min(readings.date.year, int(atlas.statuses["end_year"].max()))
    return bool(period.start_year <= year <= period.end_year)
