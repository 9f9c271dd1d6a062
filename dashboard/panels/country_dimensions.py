"""The six dimensions of a country: score, grade, age and source of each, open onto why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.language import _, decimal, ngettext
from dashboard.later import first_words, reasons
from dashboard.panels import markup
from dashboard.panels.facts import assessment_facts, of_ten
from dashboard.source_line import publisher
from dashboard.words import ANCHORS, DIMENSIONS, NO_DATA, NOT_APPLICABLE
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


def six_dimensions(atlas: Atlas, readings: Readings, iso3: str, later: Later) -> h.Element:
    """Return the chapter of the six dimensions."""
    return markup.chapter(
        _("Six dimensions"),
        h.p(".atlas-note")[
            _("From 0, most protective, to 10, gravest. Open one for its scale and its facts."),
            " ",
            markup.judgement(),
        ],
        h.div(".atlas-dimensions")[
            [_dimension(atlas, readings, (iso3, dimension), later) for dimension in DIMENSIONS]
        ],
    )


def dimensions_panel(atlas: Atlas, readings: Readings, iso3: str, later: Later) -> h.Element:
    """Return the six dimensions by themselves, for a country chosen in a table."""
    return h.div(".atlas-panel.atlas-profile")[six_dimensions(atlas, readings, iso3, later)]


def _dimension(atlas: Atlas, readings: Readings, key: tuple[str, str], later: Later) -> h.Element:
    indicator, (iso3, dimension) = readings.assessed.get(key), key
    return h.details(".atlas-dimension")[
        h.summary[
            h.span(".atlas-name")[_(DIMENSIONS[dimension])],
            _summary(atlas, indicator, first_words(later, iso3, dimension)),
        ],
        h.div[
            h.p(".atlas-dim")[_("Scale: {anchors}.").format(anchors=_(ANCHORS[dimension]))],
            dimension_facts(atlas, indicator),
            [h.p(".atlas-note")[line] for line in reasons(later, iso3, [dimension])],
        ],
    ]


def _summary(atlas: Atlas, indicator: Row | None, first: str) -> h.Node:
    if (missing := missing_words(indicator)) or indicator is None:
        return h.span(".atlas-dim")[" · ".join(filter(None, (missing, first)))]
    return [
        h.span(".atlas-meter", aria_hidden="true")[h.i(style=f"width:{indicator.score * 10:.0f}%")],
        h.strong[of_ten(indicator.score)],
        h.span[
            _("grade {grade}").format(grade=_(indicator.grade)),
            [" ", markup.unverified()] if indicator.unverified else None,
        ],
        h.span[age_words(indicator)],
        h.span(".atlas-dim")[_publishers(atlas, indicator)],
    ]


def missing_words(indicator: Row | None) -> str:
    """Return "no data" or "not applicable" where a dimension has no score, else nothing."""
    if indicator is None:
        return _(NO_DATA)
    if not indicator.applicable:
        return _(NOT_APPLICABLE)
    return _(NO_DATA) if pd.isna(indicator.score) else ""


def age_words(indicator: Row) -> str:
    """Return the day of the evidence and its years before the as-of date."""
    if pd.isna(indicator.evidence_date):
        return _("undated")
    return _("{date}, {years} years before").format(
        date=markup.when(indicator.evidence_date), years=decimal(indicator.age_years)
    )


def dimension_facts(atlas: Atlas, indicator: Row | None) -> h.Node:
    """Return what a score rests on; words where there is none."""
    if indicator is None or pd.isna(indicator.score):
        return h.p[_("The evidence holds no assessment of it on this date.")]
    newer = int(indicator.newer_incidents)
    return [
        h.p(".atlas-note")[
            ngettext(
                "{number} newer incident is recorded and not counted in this score.",
                "{number} newer incidents are recorded and not counted in this score.",
                newer,
            )
        ]
        if newer
        else None,
        assessment_facts(atlas, indicator),
    ]


def figure_facts(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    """Return what the figure of a country rests on, for each value that its recipe reads."""
    return [
        dimension_facts(atlas, readings.assessed.get((iso3, column)))
        for column in readings.recipe.columns
    ]


def _publishers(atlas: Atlas, indicator: Row) -> str:
    named = (publisher(atlas.cited[one]) for one in split_ids(indicator.source_ids))
    return ", ".join(dict.fromkeys(named))
