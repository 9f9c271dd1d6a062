"""The profile of one country, in the order in which it is read; the timeline stands in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, day
from dashboard.panels.country_dimensions import six_dimensions
from dashboard.panels.country_gaps import corrected, not_known, sources
from dashboard.panels.country_law import law
from dashboard.panels.country_legs import legs
from dashboard.panels.country_practice import (
    incidents,
    other_facts,
    practice,
    status_in_practice,
)
from dashboard.panels.table1 import table1_chapter
from dashboard.words import NOT_ADVICE

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals


def before_timeline(atlas: Atlas, readings: Readings, iso3: str, later: Later) -> h.Element:
    """Return the profile from the dimensions to the timeline of incidents."""
    held = iso3 in readings.countries.index
    return h.div(".atlas-panel.atlas-profile")[
        six_dimensions(atlas, readings, iso3, later) if held else None,
        status_in_practice(atlas, readings, iso3) if held else None,
        law(atlas, readings, iso3),
        practice(atlas, readings, iso3),
    ]


def after_timeline(atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals) -> h.Element:
    """Return the profile from the table of incidents to its sources."""
    return h.div(".atlas-panel.atlas-profile")[
        incidents(atlas, readings, iso3),
        other_facts(atlas, readings, iso3),
        legs(atlas, readings, iso3, intervals),
        table1_chapter(atlas, readings, iso3),
        not_known(atlas, readings, iso3),
        corrected(atlas, iso3),
        sources(atlas, readings, iso3),
        _colophon(atlas, readings),
    ]


def _colophon(atlas: Atlas, readings: Readings) -> h.Element:
    return h.footer(".atlas-note")[
        h.p[_(NOT_ADVICE)],
        h.p[
            _(
                "Corridor Atlas. As of {date}; evidence to {last}. Data CC BY 4.0; boundaries "
                "Natural Earth, public domain. Boundaries and names do not imply endorsement."
            ).format(date=day(readings.date), last=day(atlas.choices.last_date))
        ],
    ]
