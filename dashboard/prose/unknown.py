"""What is not known of a corridor, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.language import _, integer, ngettext, said
from dashboard.prose.passage import Passage, Statement, sentence, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication
    from dashboard.rows import Row

UNKNOWN: Final = "unknown"


def unknown_passage(publication: Publication, corridor: Row, legs: pd.DataFrame) -> Passage:
    """Return what the evidence leaves open on a corridor; never empty.

    Parameters
    ----------
    publication
        Of a view.
    corridor
        A row of its table ``corridors`` as a series.
    legs
        The published legs of the corridor.
    """
    told = (
        *_of_the_corridor(corridor),
        *_of_the_legs(publication, corridor, legs),
        statement(
            _(
                "The path that people take between two places is left out on purpose. No report of "
                "a return is not evidence that none happened."
            )
        ),
    )
    return Passage(key=UNKNOWN, title=_("What is not known"), statements=told)


def _of_the_corridor(corridor: Row) -> Iterator[Statement]:
    if corridor["status"] == "unknown":
        yield statement(_("Whether the corridor is in use on the date is not known."))
    if not corridor["usage_year"]:
        yield statement(_("No year is known for the reported use."))
    if pd.isna(corridor["distance_km_min"]):
        yield statement(_("No travel distance is reported."))
    if corridor["note"]:
        yield statement(sentence(said(corridor["note"])), corridor["source_ids"])


def _of_the_legs(
    publication: Publication,
    corridor: Row,
    legs: pd.DataFrame,
) -> Iterator[Statement]:
    missing = int(corridor["legs"]) - len(legs)
    if missing > 0:
        left_out = ngettext(
            "The filters leave {number} leg of the corridor out of this text.",
            "The filters leave {number} legs of the corridor out of this text.",
            missing,
        )
        yield statement(left_out)
    unscored = int(corridor["legs_unknown"])
    if unscored:
        told = ngettext(
            "{number} leg is not scored, because too little is known.",
            "{number} legs are not scored, because too little is known.",
            unscored,
        )
        yield statement(told)
    if corridor["km_unknown"] > 0:
        told = _("{km} km lie in countries without a figure.")
        yield statement(told.format(km=integer(corridor["km_unknown"])))
    newer = _newer(publication, legs)
    if newer:
        told = ngettext(
            "{number} incident is newer than the assessments it bears on: the figures do not count "
            "it, their intervals are wider for it.",
            "{number} incidents are newer than the assessments they bear on: the figures do not "
            "count them, their intervals are wider for them.",
            newer,
        )
        yield statement(told)


def _newer(publication: Publication, legs: pd.DataFrame) -> int:
    terms = publication.rows("terms")
    scored = terms[terms["leg_id"].isin(legs.index) & terms["score"].notna()]
    counts = publication.keyed("countries")["newer_incidents"]
    return int(counts.reindex(scored["iso3"].unique()).fillna(0).sum())
