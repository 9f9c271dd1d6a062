"""What is not known of a corridor, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.language import _, integer, ngettext
from dashboard.prose.passage import Passage, Statement, sentence, statement
from dashboard.texts import told_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.told import Told
    from dashboard.rows import Row

UNKNOWN: Final = "unknown"


def unknown_passage(told: Told, corridor: Row) -> Passage:
    """Return what the evidence leaves open on a corridor; never empty.

    ``corridor`` is a row of the table ``corridors``, as a series.
    """
    always = _(
        "The path that people take between two places is left out on purpose. No report of a "
        "return is not evidence that none happened."
    )
    return Passage(
        key=UNKNOWN,
        title=_("What is not known"),
        statements=(
            *_of_the_corridor(told, corridor),
            *_of_its_legs(told, corridor),
            statement(always),
        ),
    )


def _of_the_corridor(told: Told, corridor: Row) -> Iterator[Statement]:
    if corridor["status"] == "unknown":
        yield statement(_("Whether the corridor is in use on the date is not known."))
    if not corridor["usage_year"]:
        yield statement(_("No year is known for the reported use."))
    if pd.isna(corridor["distance_km_min"]):
        yield statement(_("No travel distance is reported."))
    if corridor["note"]:
        note, ids = told_apart(corridor["note"], told.sources)
        yield statement(sentence(note), ";".join([corridor["source_ids"], *ids]))


def _of_its_legs(told: Told, corridor: Row) -> Iterator[Statement]:
    legs = told.legs[str(corridor.name)]
    if left_out := int(corridor["legs"]) - len(legs):
        yield statement(
            ngettext(
                "The filters leave {number} leg of the corridor out of this text.",
                "The filters leave {number} legs of the corridor out of this text.",
                left_out,
            )
        )
    if unscored := int(corridor["legs_unknown"]):
        yield statement(
            ngettext(
                "{number} leg is not scored, because too little is known.",
                "{number} legs are not scored, because too little is known.",
                unscored,
            )
        )
    if corridor["km_unknown"] > 0:
        words = _("{km} km lie in countries without a figure.")
        yield statement(words.format(km=integer(corridor["km_unknown"])))
    if newer := _newer(told, legs):
        yield statement(
            ngettext(
                "{number} incident is newer than the assessments it bears on: the figures do not "
                "count it, their intervals are wider for it.",
                "{number} incidents are newer than the assessments they bear on: the figures do "
                "not count them, their intervals are wider for them.",
                newer,
            )
        )


def _newer(told: Told, legs: list[Row]) -> int:
    scored = {iso3 for leg in legs for iso3 in told.scored.get(leg.Index, ())}
    counts = (told.countries[iso3].newer_incidents for iso3 in scored)
    return sum(0 if pd.isna(count) else int(count) for count in counts)
