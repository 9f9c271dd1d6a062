"""What is not known about one country: dimensions, kinds of fact, silent years, disagreement."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.dates import start_of
from dashboard.atlas import FIRST_DATE
from dashboard.countries.law import TREATIES
from dashboard.countries.timeline import COUNTED
from dashboard.rows import rows
from dashboard.words import DIMENSIONS
from intake.columns import SOURCE_ID
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

OLD_YEARS: Final = 10  # from here on the page says the age of the evidence in words
EXPECTED: Final = (
    *TREATIES,
    "bilateral_agreement_dprk",
    "domestic_asylum_law",
    "domestic_asylum_procedure",
    "domestic_non_refoulement_law",
    "legal_status_in_practice",
    "official_position",
    "penalty_illegal_entry",
    "immigration_detention",
    "rok_embassy_access",
    "unhcr_access",
    "resettlement_access",
    "state_practice_summary",
)
# Kinds of which one fact answers a question, so that two may disagree; series are left out.
_ANSWERED_ONCE: Final = ("legal_status_in_practice", "population_estimate", "state_practice")


_ID: Final = re.compile(SOURCE_ID)


def assessed(readings: Readings, iso3: str) -> list[Row]:
    """Return the six dimensions of a country as the date has them, in their order."""
    return [
        found
        for dimension in DIMENSIONS
        if (found := readings.assessed.get((iso3, dimension))) is not None
    ]


def kinds_without_a_fact(readings: Readings, iso3: str) -> list[str]:
    """Return the kinds of fact asked of every country of transit that this one has none of."""
    held = {fact.dimension for fact in readings.facts_of.get(iso3, ())}
    return [kind for kind in EXPECTED if not any(one.startswith(kind) for one in held)]


def silent_years(readings: Readings, iso3: str) -> list[tuple[int, int]]:
    """Return the runs of years, first and last, in which no dated outcome is on record.

    An outcome is a return, a detention or a transfer. The years run from the atlas's first to the
    last that was whole on the as-of date.
    """
    found = readings.incidents
    outcomes = found[(found["iso3"] == iso3) & found["kind"].isin(COUNTED)]
    heard = set(start_of(outcomes["date"]).dt.year)
    silent = [year for year in range(FIRST_DATE.year, readings.date.year) if year not in heard]
    runs = groupby(enumerate(silent), key=lambda pair: pair[1] - pair[0])
    spans = [[year for _place, year in run] for _key, run in runs]
    return [(span[0], span[-1]) for span in spans]


def disputed_counts(readings: Readings, iso3: str) -> list[Row]:
    """Return the incidents whose sources give different numbers of people."""
    return [
        incident
        for incident in readings.incidents_of.get(iso3, ())
        if not pd.isna(incident.counted_low)
        and not pd.isna(incident.counted_high)
        and incident.counted_low != incident.counted_high
    ]


def told_more_than_once(readings: Readings, iso3: str) -> dict[str, list[Row]]:
    """Return the kinds of fact that several sources answer, each with its facts."""
    held: dict[str, list[Row]] = {}
    for fact in readings.facts_of.get(iso3, ()):
        if fact.dimension.startswith(_ANSWERED_ONCE):
            held.setdefault(fact.dimension, []).append(fact)
    return {kind: facts for kind, facts in held.items() if len(facts) > 1}


def unseen_facts(atlas: Atlas, readings: Readings, iso3: str) -> list[Row]:
    """Return the facts whose source nobody here has seen."""
    return [fact for fact in readings.facts_of.get(iso3, ()) if not atlas.verified[fact.Index]]


def corrections_for(atlas: Atlas, iso3: str) -> pd.DataFrame:
    """Return the corrections that touch a country."""
    touched = [
        iso3 in {part.strip() for part in applies.split(";")}
        for applies in atlas.corrections["applies_to"]
    ]
    return atlas.corrections[touched]


def sources_of(atlas: Atlas, readings: Readings, iso3: str) -> list[str]:
    """Return the ids of every source that the profile of a country rests on, without repeats."""
    legs = atlas.legs[atlas.touches[iso3]] if iso3 in atlas.touches else atlas.legs.iloc[:0]
    ids = [
        *(fact.source_id for fact in readings.facts_of.get(iso3, ())),
        *(
            one
            for incident in readings.incidents_of.get(iso3, ())
            for one in split_ids(f"{incident.source_id};{incident.counted_by}")
        ),
        *(one for leg in rows(legs) for one in split_ids(leg.source_ids)),
        *(
            one
            for correction in rows(corrections_for(atlas, iso3))
            for one in split_ids(correction.source_ids)
        ),
    ]
    notes = " ".join(fact.note for fact in readings.facts_of.get(iso3, ()))
    named = [one for one in _ID.findall(notes) if one in atlas.cited]
    return [one for one in dict.fromkeys([*ids, *named]) if one in atlas.cited]
