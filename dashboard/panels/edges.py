"""Countries whose figure sits exactly on the edge of a class: what that means, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import numpy as np

from analysis.classes import SLACK
from dashboard.language import _, day
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.rows import row

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals


def on_an_edge(readings: Readings) -> pd.Series:
    """Return the figures of countries that sit exactly on the edge of a class, by ``iso3``."""
    risk = readings.countries["risk"].dropna()
    edges = np.array(readings.classes.edges)
    near = np.abs(risk.to_numpy()[:, None] - edges).min(axis=1) <= SLACK
    found: pd.Series = risk[near]
    return found


def edge_cases(atlas: Atlas, readings: Readings, intervals: Intervals) -> h.Node:
    """Return to which class an edge belongs, and the countries for which that decides."""
    found = on_an_edge(readings)
    rule = _(
        "A class begins at its lower edge: a figure that sits on an edge belongs to the higher, "
        "graver class. That is a cautious choice, and a fragile one."
    )
    if found.empty:
        return h.p[rule, " ", markup.judgement()]
    names = atlas.names()
    on_it = _(
        "On {date} it decides the class of these countries: any less, and each would be one class "
        "lower. Some draws read the evidence a little milder, some a little graver: read the share "
        "beside the class, not the class alone."
    )
    lines = [
        (
            names[str(iso3)],
            markup.figure(figure),
            _shared(readings, intervals, str(iso3)),
            _below(readings, intervals, str(iso3)),
        )
        for iso3, figure in found.items()
    ]
    head = (_("Country"), _("Figure"), _("Class"), _("The class below"))
    return [
        h.p[rule, " ", on_it.format(date=day(readings.date)), " ", markup.judgement()],
        markup.table(head, lines, "stacked labelled"),
    ]


def _shared(readings: Readings, intervals: Intervals, iso3: str) -> h.Node:
    word = str(readings.countries["risk_class"][iso3])
    return class_chip(word, shown_share(row(intervals.countries, iso3), word))


def _below(readings: Readings, intervals: Intervals, iso3: str) -> h.Node:
    names = readings.classes.names
    place = names.index(str(readings.countries["risk_class"][iso3]))
    word = names[place - 1]
    return class_chip(word, shown_share(row(intervals.countries, iso3), word))
