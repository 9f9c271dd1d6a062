"""The law of a country: treaties with years, domestic rules, agreements with the DPRK."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.countries.law import facts_about, treaties
from dashboard.data_words import fact_title
from dashboard.language import N_, _, said
from dashboard.panels import markup
from dashboard.panels.facts import fact_note, graded_source, one_fact
from dashboard.rows import row
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

DEGREES = {
    "full": N_("a clear rule, counted in full"),
    "partial": N_("a part of a rule, counted by half"),
    "none": N_("none, not counted"),
}


def law(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the chapter on law."""
    return markup.chapter(
        _("Law"),
        h.h3[_("Treaties")],
        _treaties(atlas, readings, iso3),
        h.p(".atlas-note")[
            _(
                "Reservations are told where a source that was seen tells them; elsewhere they are "
                "not known. Law on paper misleads alone: practice can contradict it."
            )
        ],
        h.div(".atlas-pair")[
            h.div[
                h.h3[_("Domestic rules")],
                _facts(atlas, readings, iso3, "domestic_"),
                _counted(atlas, readings, iso3, "degree"),
            ],
            h.div[
                h.h3[_("Agreements with the DPRK")],
                _facts(atlas, readings, iso3, "bilateral_", titled=False),
                _counted(atlas, readings, iso3, "return"),
            ],
        ],
    )


def treaty_words(fact: Row | None) -> str:
    """Return the standing of a treaty and its year: "party, 1982"; no data where none is held."""
    if fact is None:
        return _(NO_DATA)
    return said(fact.value) if pd.isna(fact.year) else f"{said(fact.value)}, {fact.year}"


def _treaties(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    lines = [
        (
            h.strong[fact_title(treaty)],
            treaty_words(fact),
            fact_note(fact, atlas.cited) if fact else "",
            graded_source(atlas, fact.confidence, fact.source_id) if fact else "",
        )
        for treaty, fact in treaties(readings, iso3).items()
    ]
    head = (_("Treaty"), _("Standing, year"), _("Note, reservations"), _("Source"))
    return markup.table(head, lines, "stacked treaties")


def _facts(
    atlas: Atlas, readings: Readings, iso3: str, start: str, *, titled: bool = True
) -> h.Element:
    found = facts_about(readings, iso3, start)
    if not found:
        return h.p(".atlas-dim")[_("Nothing on record.")]
    return h.ul[[h.li[one_fact(atlas, fact, titled=titled)] for fact in found]]


def _counted(atlas: Atlas, readings: Readings, iso3: str, part: str) -> h.Element | None:
    """Return how a rule or an agreement counts in the formula of commitment, if it holds yet."""
    if iso3 not in atlas.domestic_rules.index:
        return None
    rule = row(atlas.domestic_rules, iso3)
    if not set(split_ids(rule[f"{part}_fact_ids"])) <= set(readings.facts.index):
        return None
    words = _(DEGREES[rule["degree"]])
    if part == "return":
        words = (
            _("an instrument of return, counted against it")
            if rule["return_instrument"]
            else _("no instrument of return is counted")
        )
    return h.p(".atlas-note")[
        _("In the formula of commitment: {words}. {reason}.").format(
            words=words, reason=said(rule[f"{part}_reason"])
        ),
        " ",
        markup.judgement(),
    ]
