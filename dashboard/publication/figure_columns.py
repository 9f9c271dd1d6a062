"""The columns of figures that we compute: what each means, its unit, its range; all our judgement.

Declared as the columns of the data files are, so that codebook, data package and checks are made
from the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandera.pandas as pa

from intake.columns import ISO3, SOURCE_ID, decimal, id_list, matching, text

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = "day"
PER_THOUSAND: Final = "score 1000 km"
Columns = dict[str, pa.Column]
_READINGS: Final = (
    *("reading", "risk", "cumulative", "worst_reading"),
    *("km_high", "km_elevated_or_worse"),
)


def score(description: str) -> pa.Column:
    """Return a column of scores, 0 to 10, missing where too little is known."""
    return decimal(description, 0, 10, unit="score", empty=True)


def share(description: str) -> pa.Column:
    """Return a column of shares, 0 to 1."""
    return decimal(description, 0, 1, unit="share", empty=True)


def kilometres(description: str) -> pa.Column:
    """Return a column of kilometres."""
    return _amount("float64", description, "km")


def exposure(description: str, unit: str = PER_THOUSAND) -> pa.Column:
    """Return a column of score times length."""
    return _amount("float64", description, unit)


def years(description: str) -> pa.Column:
    """Return a column of ages in years."""
    return _amount("float64", description, "year")


def count(description: str) -> pa.Column:
    """Return a column of counts, missing where nothing was read."""
    return _amount("Int64", description, "count")


def _amount(dtype: str, description: str, unit: str) -> pa.Column:
    kind = "decimal" if dtype == "float64" else "integer"
    words = {"reads_as": kind, "unit": unit, "expected": "a number, 0 or more, or an empty cell"}
    check = pa.Check.ge(0)
    return pa.Column(dtype, checks=check, nullable=True, description=description, metadata=words)


def flag(description: str) -> pa.Column:
    """Return a column of True and False, missing where nothing was read."""
    words = {"reads_as": "flag", "unit": "", "expected": "True, False or an empty cell"}
    return pa.Column("boolean", nullable=True, description=description, metadata=words)


def day(description: str) -> pa.Column:
    """Return a column of days, YYYY-MM-DD, empty where undated."""
    column = matching(description, r"\d{4}-\d{2}-\d{2}", expected="YYYY-MM-DD", empty=True)
    column.metadata = {**(column.metadata or {}), "reads_as": DAY}
    return column


def country(description: str, *, empty: bool = False) -> pa.Column:
    """Return a column of country codes."""
    return matching(description, ISO3, expected="a country code such as CHN", empty=empty)


def sources(description: str) -> pa.Column:
    """Return a column of source ids."""
    expected = "source ids joined by semicolons"
    return matching(description, id_list(SOURCE_ID), expected=expected, empty=True)


def with_ends(name: str, make: Callable[[str], pa.Column], description: str) -> Columns:
    """Return the column of a figure and those of the two ends of its interval."""
    return {
        name: make(description),
        f"{name}_low": make("Lower end of the interval that holds nine of ten draws."),
        f"{name}_high": make("Upper end of the interval that holds nine of ten draws."),
    }


NAMES: Final[Columns] = {
    "name_en": text("Name in English."),
    "name_ko": text("Name in Korean.", empty=True),
}

EVIDENCE_BEHIND: Final[Columns] = {
    "grade": text("Weakest grade of the evidence under the figure.", empty=True),
    "oldest_evidence": day("Day of the oldest evidence under the figure; empty where undated."),
    "age_years": years("Age of that evidence on the as-of date."),
}

LEG_FIGURES: Final[Columns] = {
    "link_id": text("Same for legs of several corridors with the same ends and mode."),
    **NAMES,
    "status": text("Status of its corridor on the as-of date."),
    "muted": flag("Whether that status is closed, historic or unknown."),
    "length_km": kilometres("Length of the geodesic between the ends on the WGS 84 ellipsoid."),
    **with_ends(
        "reading",
        score,
        "Refoulement risk along the leg: country scores weighted by what the leg exposes to. "
        "Empty where too little is known.",
    ),
    "risk_class": text("Class of the reading, or no data."),
    "class_share": share("Share of the draws in which the leg has this class."),
    "reason": text("Why there is no reading.", empty=True),
    "exposure": exposure("Score times kilometres, summed over the known terms.", "score km"),
    "cumulative_so_far": exposure(
        "Exposure of the corridor from its start to the end of this leg."
    ),
    "weight_km": kilometres("Known weight: kilometres, borders and ends of flights."),
    "weight_unknown_km": kilometres("Weight in countries without a score."),
    "known_share": share("Known part of the weight."),
    "driver_iso3": country("Country that adds most to the reading.", empty=True),
    **EVIDENCE_BEHIND,
    "km_known": kilometres("Kilometres in countries with a score."),
    "km_unknown": kilometres("Kilometres in countries without a score."),
    "km_not_applicable": kilometres("Kilometres in the country of origin, where none applies."),
    "km_sea": kilometres("Kilometres over open water."),
    "km_unmatched": kilometres("Kilometres over land of no country."),
    "km_undeclared": kilometres("Kilometres in countries that the leg does not declare."),
    "km_not_counted": kilometres("Kilometres of flights and of legs that are not escape legs."),
    "km_high": kilometres("Kilometres in countries of the gravest class."),
    "km_elevated_or_worse": kilometres("Kilometres in countries of the class Elevated or worse."),
    "legal_status": text("Strictest legal status in practice on the leg.", empty=True),
    "unverified": flag("Whether a score that counts rests on a source that nobody has seen."),
}


CORRIDOR_FIGURES: Final[Columns] = {
    "status": text("Status of the corridor on the as-of date."),
    "length_km": kilometres("Sum of the lengths of its legs, flights included."),
    **with_ends(
        "cumulative",
        exposure,
        "Cumulative exposure: score times length, summed over the legs. A leg that is not scored "
        "adds nothing.",
    ),
    **with_ends("worst_reading", score, "Highest reading of a leg."),
    "worst_leg_id": text("First leg with that reading.", empty=True),
    "worst_class": text("Class of that reading.", empty=True),
    **with_ends("km_high", kilometres, "Kilometres in countries of the gravest class."),
    **with_ends(
        "km_elevated_or_worse",
        kilometres,
        "Kilometres in countries of the class Elevated or worse.",
    ),
    "km_unknown": kilometres("Kilometres in countries without a score."),
    "weight_unknown_km": kilometres("Weight in countries without a score."),
    "legs": count("Number of legs."),
    "legs_unknown": count("Legs without a reading because too little is known."),
    "legs_not_applicable": count("Legs without a reading because they are not escape legs."),
    "comparable": flag(
        "Whether it begins in North Korea and is read on every leg; only such are ranked."
    ),
}

COUNTRY_FIGURES: Final[Columns] = {
    **with_ends("risk", score, "Refoulement risk of the country under the recipe."),
    "risk_class": text("Class of the risk, or no data."),
    "class_share": share("Share of the draws in which the country has this class."),
    "applicable": flag("Whether the figure applies; it does not to the country of origin."),
    "basis": text("How the figure was made: assessed, by rule, or both.", empty=True),
    **EVIDENCE_BEHIND,
    "undated": flag("Whether some evidence under the figure bears no date."),
    "unverified": flag("Whether the figure rests on a source that nobody has seen."),
    "newer_incidents": count("Incidents after the evidence, which the figure does not count."),
    "n_present": count("Indicators that are known."),
    "n_expected": count("Indicators that the recipe reads."),
    "legal_status": text("Legal status in practice of a North Korean.", empty=True),
    "treaty": text("Whether bound by the 1951 Convention or its 1967 Protocol.", empty=True),
}

# Columns that hold our judgement, or follow from it. The rest is what sources say, or counts it.
_OURS: Final = frozenset(
    {
        *("score", "risk_effect", "degree", "return_instrument", "contribution", "share", "why"),
        *("class_share", "exposure", "cumulative_so_far", "driver_iso3", "legal_status"),
        *("rank", "rank_low", "rank_high", "risk_class", "worst_class", "worst_leg_id"),
        *("weight_km", "weight_unknown_km", "known_share"),
        *(f"{name}{end}" for name in _READINGS for end in ("", "_low", "_high")),
    }
)


def is_ours(table: str, column: str) -> bool:
    """Return whether a column holds our judgement, or follows from it."""
    return column in _OURS and (table, column) != ("ranks", "reading")
