"""Which columns of which table may leave: the allow-list, declared once for every format.

Columns that stand in a data file are those of its own declaration. A column that is not named here
never leaves, whatever a table holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandera.pandas as pa

from dashboard.publication.figure_columns import (
    CORRIDOR_FIGURES,
    COUNTRY_FIGURES,
    LEG_FIGURES,
    count,
    country,
    day,
    exposure,
    flag,
    kilometres,
    score,
    share,
    sources,
    years,
)
from geodata.schema import (
    CORRECTIONS,
    COUNTRIES,
    DOMESTIC_RULES,
    FACTS,
    FLOWS,
    INCIDENTS,
    PUBLISHED_INDICES,
    SOURCES,
    TABLE1,
)
from intake.columns import flag as is_so
from intake.columns import integer, one_of, text
from routes.schema import CORRIDORS, EVENTS, LEGS, STATUS_CODES, WAYPOINTS

if TYPE_CHECKING:
    from dashboard.publication.figure_columns import Columns

_LEG: Final = text("Leg, as in the table of legs.")
_CORRIDOR: Final = text("Corridor, as in the table of corridors.")


def _schema(name: str, columns: Columns) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(dict(columns), name=name, strict=True)


def _with(schema: pa.DataFrameSchema, figures: Columns) -> pa.DataFrameSchema:
    """Return a file's table with computed figures after its own columns."""
    return _schema(str(schema.name), {**schema.columns, **figures})


CORRIDORS_ALONE: Final = CORRIDORS.remove_columns(["status_periods"])

STATUSES: Final = _schema(
    "statuses",
    {
        "corridor_id": _CORRIDOR,
        "start_year": integer("First year of the period.", 1900, 2100, unit="year"),
        "end_year": integer("Last year of the period.", 1900, 2100, unit="year"),
        "code": one_of("Status in the period.", STATUS_CODES),
        "text": text(
            "What was reported of the corridor in the period; empty where it went on after the "
            "as-of date, for the words were written later.",
            empty=True,
        ),
        "source_ids": sources("Sources that report it."),
    },
)

INDICATORS: Final = _schema(
    "indicators",
    {
        "iso3": country("Country the indicator is about."),
        "dimension": text("What the indicator is about."),
        "score": score("Our judgement on its scale, 0 most protective, 10 gravest."),
        "value": text("The value in words, where there is one.", empty=True),
        "grade": text("Grade of the evidence.", empty=True),
        "evidence_date": day("Day of the evidence; empty where undated."),
        "age_years": years("Age of the evidence on the as-of date."),
        "basis": text("How the score was made: assessed, or by rule.", empty=True),
        "evidence_ids": text("Facts and incidents it rests on.", empty=True),
        "source_ids": sources("Sources it rests on."),
        "applicable": flag("Whether the indicator applies to the country."),
        "undated": flag("Whether the evidence bears no date."),
        "unverified": flag("Whether nobody has seen a source of it."),
        "newer_incidents": count("Incidents after the evidence, which the score does not count."),
    },
)

TERMS: Final = _schema(
    "terms",
    {
        "leg_id": _LEG,
        "iso3": country("Country that the leg exposes to in this term."),
        "other_iso3": country("Country on the other side of a border.", empty=True),
        "kind": text("Kilometres, a border crossing, an end of a flight, or protection."),
        "weight_km": kilometres("Weight of the term in the reading."),
        "score": score("Score of the term; at a border the stricter known side counts."),
        "contribution": exposure("Score times weight.", "score km"),
        "state": text("Whether the score is known, unknown, or of the country of origin."),
    },
)

EXPOSURE: Final = _schema(
    "exposure",
    {
        "leg_id": _LEG,
        "iso3": text("Country that the line crosses; SEA is open water, NONE land of no country."),
        "km": kilometres("Kilometres of the line in it."),
    },
)

CLASS_SHARES: Final = _schema(
    "class_shares",
    {
        "kind": one_of("Whether the row is about a leg or a country.", ("leg", "country")),
        "id": text("Its id."),
        "risk_class": text("Class, or no data."),
        "share": share("Share of the draws in which it has the class."),
    },
)

RANKS: Final = _schema(
    "ranks",
    {
        "corridor_id": _CORRIDOR,
        "reading": text("Reading that the corridors are ranked by."),
        "rank": count("Rank among the corridors that can be compared; 1 reads worst."),
        "rank_low": count("Lower end of the interval that holds nine of ten draws."),
        "rank_high": count("Upper end of the interval that holds nine of ten draws."),
    },
)

METHOD: Final = _schema(
    "method",
    {
        "recipe_id": text("Recipe of the index."),
        "place": text("Which number or choice of the recipe."),
        "value": text("The number or choice.", empty=True),
        "why": text("Why it is what it is."),
        "reference": text("Publication that it comes from.", empty=True),
        "judgement": is_so("Whether the choice is ours."),
    },
)

_EVIDENCE: Final = (FACTS, INCIDENTS, EVENTS, FLOWS, TABLE1, CORRECTIONS, DOMESTIC_RULES)

# What leaves of a view, and of the whole dataset, in the order in which a reader meets it.
OF_A_VIEW: Final = (
    _with(LEGS, LEG_FIGURES),
    _with(CORRIDORS_ALONE, CORRIDOR_FIGURES),
    _with(COUNTRIES, COUNTRY_FIGURES),
    INDICATORS,
    TERMS,
    EXPOSURE,
    CLASS_SHARES,
    RANKS,
    WAYPOINTS,
    STATUSES,
    *_EVIDENCE,
    METHOD,
    SOURCES,
)
OF_THE_DATASET: Final = (
    LEGS,
    CORRIDORS_ALONE,
    STATUSES,
    WAYPOINTS,
    COUNTRIES,
    *_EVIDENCE,
    PUBLISHED_INDICES,
    METHOD,
    SOURCES,
)

# Public fields that the rows of a table are sorted by, where these are not its first column.
SORTED_BY: Final = {
    "legs": ("corridor_id", "seq"),
    "statuses": ("corridor_id", "start_year"),
    "indicators": ("iso3", "dimension"),
    "terms": ("leg_id", "kind", "iso3", "other_iso3"),
    "exposure": ("leg_id", "iso3"),
    "class_shares": ("kind", "id", "risk_class"),
    "ranks": ("reading", "corridor_id"),
    "method": ("recipe_id",),
}
