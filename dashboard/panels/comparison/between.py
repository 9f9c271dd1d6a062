"""Between two places: ways through the published corridors, lowest first, with all readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd
import streamlit as st

from dashboard import compare, doors, session
from dashboard.alternatives import Alternatives, Search
from dashboard.filters import shown_legs
from dashboard.language import N_, _, integer, ngettext
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip
from dashboard.panels.comparison import words
from dashboard.panels.dots import Dot, dot_rows
from dashboard.panels.shown import show
from dashboard.panels.status import status_line
from dashboard.rows import rows
from dashboard.words import READINGS
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.settings import Settings

_AIMS: Final = {
    "cumulative": N_("lowest cumulative exposure"),
    "worst_reading": N_("lowest worst leg"),
    "both": N_("lowest in both: no other is below in one and not above in the other"),
    "length": N_("shorter or lower: no other is both shorter and lower"),
}
_FRONTS: Final = ("both", "length")


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw the choice of two places, and the ways between them that the filters leave."""
    readings = doors.readings(settings.recipe, settings.date)
    _controls(atlas, settings)
    show(words.not_advice())
    if settings.start == settings.goal:
        show(h.div(".atlas-panel")[h.p[_("Choose two different places.")]])
        return
    legs = atlas.legs.index[shown_legs(atlas, readings, settings)]
    search = Search(
        start=settings.start,
        goal=settings.goal,
        aim=settings.aim,
        count=int(settings.ways),
        leg_ids=tuple(legs),
    )
    found = doors.alternatives(settings.recipe, settings.date, search)
    show(alternatives_panel(atlas, readings, found, search))


def _controls(atlas: Atlas, settings: Settings) -> None:
    names = atlas.waypoint_names
    one, other, aim, count = st.columns([0.25, 0.25, 0.35, 0.15])
    for place, name, title in ((one, "start", _("From")), (other, "goal", _("To"))):
        place.selectbox(
            title,
            getattr(atlas.choices, name),
            format_func=names.__getitem__,
            key=session.widget_key(name),
        )
    aim.selectbox(
        _("Listed are"),
        atlas.choices.aim,
        format_func=lambda one: _(_AIMS[one]),
        key=session.widget_key("aim"),
    )
    count.selectbox(
        _("How many"),
        atlas.choices.ways,
        key=session.widget_key("ways"),
        disabled=settings.aim in _FRONTS,
        help=_("Ways that tie with the last are listed too. Where two readings count, all are."),
    )


def alternatives_panel(
    atlas: Atlas, readings: Readings, found: Alternatives, search: Search
) -> h.Element:
    """Return the ways with their readings and intervals; words where there is none."""
    left_out = _left_out(atlas, found)
    names = atlas.waypoint_names
    ends = {"start": names[search.start], "goal": names[search.goal]}
    if found.ways.empty:
        nothing = _(
            "No published corridor that the filters leave, and whose legs are all scored, leads "
            "from {start} to {goal}."
        )
        return h.div(".atlas-panel.atlas-answers")[h.p[h.strong[nothing.format(**ends)]], left_out]
    return h.div(".atlas-panel")[
        h.p[_summary(found, search)],
        [_dots(atlas, readings, found, reading) for reading in ("cumulative", "worst_reading")],
        h.div(".atlas-columns")[[_way(atlas, readings, way) for way in rows(found.ways)]],
        left_out,
        None if found.complete else h.p[_("More ways tie with the last; they are not listed.")],
        h.p(".atlas-note")[
            words.draws(doors.uncertainty_rule()),
            " ",
            _(
                "Legs are those of published corridors, joined at their places. Length is that of "
                "straight lines, flights included."
            ),
            " ",
            _("Hollow, and last: on no corridor that is reported as open on the date.")
            if found.ways["closed"].any()
            else None,
            " ",
            markup.judgement(),
        ],
    ]


def _summary(found: Alternatives, search: Search) -> str:
    ways = ngettext("{number} way", "{number} ways", len(found.ways))
    reported = sum(bool(corridors) for corridors in found.ways["corridors"])
    told = _("{ways}: {aim}. Reported as a whole: {reported}.").format(
        ways=ways, aim=_(_AIMS[search.aim]), reported=integer(reported)
    )
    closed = int(found.ways["closed"].sum())
    if not closed:
        return told
    last = _("Closed, historic or unknown on the date, and last: {closed}.")
    return f"{told} {last.format(closed=integer(closed))}"


def _dots(atlas: Atlas, readings: Readings, found: Alternatives, reading: str) -> h.Element:
    table = found.intervals
    own = table[table["reading"] == reading]
    names = _short_names(atlas, found)
    dots = [
        Dot(
            name=names[row.corridor_id],
            figure=row.shown,
            low=row.low,
            high=row.high,
            aside=bool(found.ways["closed"][row.corridor_id]),
        )
        for row in rows(own)
    ]
    classes = readings.classes if reading == "worst_reading" else None
    drawn = dot_rows(dots, digits=compare.DIGITS[reading], classes=classes)
    return h.section[h.h4[_(READINGS[reading])], drawn]


def _short_names(atlas: Atlas, found: Alternatives) -> dict[int, str]:
    """Return a number for each way and the places by which it differs from the others."""
    names = atlas.waypoint_names
    runs = {row.Index: row.places[1:-1] for row in rows(found.ways)}
    shared = set.intersection(*map(set, runs.values())) if len(runs) > 1 else set()
    return {
        number: f"{number}: {', '.join(names[place] for place in run if place not in shared)}"
        for number, run in runs.items()
    }


def _number(number: int) -> str:
    return _("Way {number}").format(number=number)


def _way(atlas: Atlas, readings: Readings, way: Row) -> h.Element:
    """Return one way: its places, its readings, who reported it, its legs with their sources."""
    names = atlas.waypoint_names
    return h.section[
        h.h4[_number(way.Index), _closed_mark(way)],
        h.p[h.strong[" → ".join(names[place] for place in way.places)]],
        _reported(atlas, readings, way),
        markup.table(
            (_("Cumulative"), _("Worst leg"), _("km High"), _("km Elevated +"), _("Length, km")),
            [
                (
                    markup.figure(way.cumulative),
                    [
                        markup.figure(way.worst_reading),
                        " ",
                        class_chip(way.worst_class, way.class_share),
                    ],
                    markup.figure(way.km_high, 0),
                    markup.figure(way.km_elevated_or_worse, 0),
                    markup.figure(way.length_km, 0),
                )
            ],
        ),
        _unknown(way),
        markup.unfold(_("Legs, with what they rest on"), _legs(atlas, readings, way)),
    ]


def _closed_mark(way: Row) -> h.Node:
    if not way.closed:
        return None
    return [" ", h.span(".atlas-ours")[_("closed, historic or unknown on the date")]]


def _reported(atlas: Atlas, readings: Readings, way: Row) -> h.Node:
    """Return the corridors that run the whole way, with their status; or that none does."""
    if not way.corridors:
        return h.p(".atlas-note")[
            _("Joined from legs of several corridors: nobody has reported it as a whole.")
        ]
    return h.p[
        [
            [atlas.corridor_names[corridor], ": ", status_line(atlas, readings, corridor), " "]
            for corridor in way.corridors
        ]
    ]


def _unknown(way: Row) -> h.Node:
    if not way.weight_unknown_km:
        return None
    words_of_it = _("{km} km of weight have no data: the readings are at least what they say.")
    return h.p(".atlas-note")[words_of_it.format(km=integer(way.weight_unknown_km))]


def _legs(atlas: Atlas, readings: Readings, way: Row) -> h.Element:
    names = atlas.leg_names()
    legs = readings.legs.loc[list(way.leg_ids)]
    lines = [
        (
            names[leg.Index],
            markup.risk_chip(leg.risk_class),
            markup.figure(leg.reading),
            markup.figure(leg.exposure / 1000),
            markup.sources(split_ids(atlas.legs.loc[leg.Index, "source_ids"]), atlas.cited),
        )
        for leg in rows(legs)
    ]
    sums = ("", "", _("Sum"), markup.figure(legs["exposure"].sum() / 1000), "")
    head = (_("Leg"), _("Class"), _("Reading"), _("Adds"), _("Sources of the leg"))
    return h.div(".atlas-wide")[markup.table(head, [*lines, sums])]


def _left_out(atlas: Atlas, found: Alternatives) -> h.Node:
    if found.not_scored.empty:
        return None
    names = atlas.leg_names()
    told = "; ".join(
        f"{names[leg.Index]} ({_(leg.reason)})" for leg in rows(pd.DataFrame(found.not_scored))
    )
    return h.p(".atlas-note")[_("Left out, because missing is not zero: {legs}.").format(legs=told)]
