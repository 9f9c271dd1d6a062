"""The page of one corridor: readings with intervals, legs, status by period, use, events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.language import N_, _, integer, ngettext, said
from dashboard.names import name_in, names_in
from dashboard.paper.entries import Entry, Numbered, between, chip, figure, line, section
from dashboard.paper.prose_entries import prose_entries
from dashboard.rows import row, rows
from dashboard.texts import told_apart
from dashboard.words import MODES, READINGS, STANDINGS
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication

NEWEST: Final = 16
_HEAD: Final = (
    *(N_("Leg"), N_("Way"), N_("Standing"), N_("km"), N_("Class"), N_("Reading")),
    *(N_("Interval"), N_("Cumulative"), N_("Sources")),
)


def corridor_page(publication: Publication, corridor_id: str, numbered: Numbered) -> Entry:
    """Return what stands on the page of a corridor, as JSON values, in the run's language."""
    corridor = row(publication.keyed("corridors"), corridor_id)
    legs = legs_of(publication, corridor_id)
    return {
        "key": corridor_id,
        "over": _("Corridor"),
        "title": name_in(corridor, publication.about.lang),
        "lead": said(corridor["description"]),
        "map": f"corridor-{corridor_id}",
        "alt": _("Map of the corridor: {legs}").format(
            legs="; ".join(names_in(legs, publication.about.lang))
        ),
        "figures": _figures(corridor),
        "table": {
            "title": _("Legs"),
            "head": [_(name) for name in _HEAD],
            "numbers": [3, 5, 6, 7],
            "rows": [_leg(leg, publication.about.lang, numbered) for leg in rows(legs)],
            "note": _(
                "Class, reading and interval are our judgement on sourced facts; an interval holds "
                "nine of ten draws. Numbers in brackets lead to the sources at the end."
            ),
        },
        "sections": [
            *section(_("Status by period"), _periods(publication, corridor_id, numbered)),
            *section(_("Reported use"), _use(corridor, numbered)),
            *section(_("Distance"), _distance(corridor, numbered)),
            *section(_("Events up to the date"), _events(publication, corridor_id, numbered)),
        ],
        "prose": prose_entries(publication, corridor_id, numbered),
    }


def legs_of(publication: Publication, corridor_id: str) -> pd.DataFrame:
    """Return the published legs of a corridor in their order, by id."""
    legs = publication.keyed("legs")
    return legs[legs["corridor_id"] == corridor_id].sort_values("seq")


def event_line(event: Any, numbered: Numbered) -> Entry:  # noqa: ANN401 - a row
    """Return an event with its effect on risk, which is our judgement."""
    effect = _("Effect on risk: {effect}").format(effect=said(event.risk_effect))
    words = f"{said(event.summary)} {effect}"
    return line(words, numbered.of(event.source_ids), head=str(event.date), ours=True)


def _figures(corridor: Any) -> list[Entry]:  # noqa: ANN401 - a row
    told = [
        {
            "label": _(title),
            "value": figure(corridor[name], 1 if name in _WITH_DECIMALS else 0),
            "note": between(
                corridor[f"{name}_low"],
                corridor[f"{name}_high"],
                1 if name in _WITH_DECIMALS else 0,
            ),
        }
        for name, title in READINGS.items()
    ]
    unscored = int(corridor["legs_unknown"]) + int(corridor["legs_not_applicable"])
    legs = ngettext("{number} leg", "{number} legs", int(corridor["legs"]))
    length = {
        "label": _("Length, km"),
        "value": figure(corridor["length_km"], 0),
        "note": f"{legs}; {_('Legs not scored')}: {integer(unscored)}",
    }
    status = {
        "label": _("Status"),
        "value": _(corridor["status"]),
        "note": _("Grade {grade}").format(grade=_(corridor["confidence"])),
    }
    return [status, *told, length]


_WITH_DECIMALS: Final = ("cumulative", "worst_reading")


def _leg(leg: Any, lang: str, numbered: Numbered) -> list[Any]:  # noqa: ANN401 - a row
    return [
        name_in(leg, lang),
        _(MODES[leg.mode]),
        _(STANDINGS[leg.standing]),
        figure(leg.length_km, 0),
        chip(leg.risk_class),
        figure(leg.reading),
        between(leg.reading_low, leg.reading_high),
        figure(leg.cumulative_so_far),
        {"refs": numbered.of(f"{leg.source_ids};{leg.standing_source_ids}")},
    ]


def _periods(publication: Publication, corridor_id: str, numbered: Numbered) -> Iterator[Entry]:
    periods = publication.rows("statuses")
    for period in rows(periods[periods["corridor_id"] == corridor_id]):
        head = f"{period.start_year}–{period.end_year} {_(period.code)}"
        yield line(said(period.text), numbered.of(period.source_ids), head=head)


def _use(corridor: Any, numbered: Numbered) -> Iterator[Entry]:  # noqa: ANN401 - a row
    when = f" ({corridor['usage_year']})" if corridor["usage_year"] else ""
    words = f"{said(corridor['usage_reported'])}{when}."
    yield line(words, numbered.of(corridor["usage_source_ids"]))
    if corridor["note"]:
        note, ids = told_apart(corridor["note"], numbered.cited)
        yield line(note, numbered.of(";".join([corridor["source_ids"], *ids])))


def _distance(corridor: Any, numbered: Numbered) -> Iterator[Entry]:  # noqa: ANN401 - a row
    ends = (corridor["distance_km_min"], corridor["distance_km_max"])
    known = dict.fromkeys(integer(float(km)) for km in ends if not pd.isna(km))
    if known:
        told = _("Reported: {reported}.").format(reported=f"{'–'.join(known)} km")
        words = f"{told} {said(corridor['distance_basis'])}"
        yield line(words, numbered.of(corridor["distance_source_ids"]))


def _events(publication: Publication, corridor_id: str, numbered: Numbered) -> Iterator[Entry]:
    events = publication.rows("events").sort_values("date", ascending=False, kind="stable")
    touched = events[[corridor_id in split_ids(ids) for ids in events["corridor_ids"]]]
    for event in rows(touched.head(NEWEST)):
        yield event_line(event, numbered)
    older = len(touched) - NEWEST
    if older > 0:
        told = ngettext(
            "{number} older event is in the list at the end.",
            "{number} older events are in the list at the end.",
            older,
        )
        yield line(told)
