"""What each table of a workspace holds, column by column: the words, the unit, the checks.

Every table has the index ``record_id`` (a random UUID) and the columns of `ABOUT_A_RECORD`.
Texts that are not known are empty, numbers missing. Coordinates are degrees in WGS 84.
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from analysis.assessed import DIMENSIONS
from analysis.grades import GRADES
from dashboard.publication.precision import PRECISIONS, RECORD_CLASS, RESTRICTED
from geodata.schema import INCIDENT_KINDS
from intake.columns import (
    ISO3,
    decimal,
    id_list,
    integer,
    matching,
    one_of,
    partial_date,
    text,
)
from intake.sentence import Sentence
from routes.schema import MODES, STANDINGS

UUID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
KEY: Final = "record_id"
_MOST_PEOPLE: Final = 1_000_000


def _country(description: str, *, empty: bool = False) -> pa.Column:
    expected = Sentence("a country code such as CHN")
    return matching(description, ISO3, expected=expected, empty=empty)


def _record(description: str) -> pa.Column:
    return matching(description, UUID, expected=Sentence("the id of a record"), empty=True)


def _about_a_record() -> dict[str, pa.Column]:
    return {
        RECORD_CLASS: one_of("Who may see the record; public ones are coarse.", list(PRECISIONS)),
        "revision": integer("How often the record was saved.", 0, 2**53, unit="count"),
        "conflict_with": _record("Record that this one is the other version of; it counts not."),
    }


def _extra() -> pa.Column:
    return text("Further columns of the file it came from, as a JSON object of texts.", empty=True)


def _note() -> pa.Column:
    return text("What a reader of the workspace should know of it.", empty=True)


ABOUT_A_RECORD: Final = tuple(_about_a_record())

_LEGS: Final = {
    "name": text("What the organisation calls the leg.", empty=True),
    "corridor": text("Corridor the leg belongs to; none makes it one of its own.", empty=True),
    "seq": integer("Place of the leg in its corridor.", 0, 100_000, unit="count", empty=True),
    "from_name": text("Where it starts.", empty=True),
    "to_name": text("Where it ends.", empty=True),
    "mode": one_of("How people move.", MODES),
    "standing": one_of("What a person is in law on the leg.", STANDINGS),
    "protected_by": _country("State that protects on a leg under protection.", empty=True),
    "countries_declared": matching(
        "Countries a person is exposed to, in order; none takes those that the line crosses.",
        id_list(ISO3),
        expected=Sentence("country codes such as PRK;CHN"),
        empty=True,
    ),
    "date": partial_date("When it was last known to be used.", empty=True),
    "note": _note(),
    "line": text("The line as WKT, longitude first."),
    "extra": _extra(),
}
_PLACES: Final = {
    "name": text("What the organisation calls the place."),
    "kind": text("What it is, in the organisation's words.", empty=True),
    "iso3": _country("Country it lies in.", empty=True),
    "lon": decimal("Longitude.", -180, 180, unit="degree"),
    "lat": decimal("Latitude.", -90, 90, unit="degree"),
    "note": _note(),
    "extra": _extra(),
}
_INCIDENTS: Final = {
    "date": partial_date("Date, as precise as it is known."),
    "iso3": _country("Country that acted."),
    "kind": one_of("What was done to people, or decided.", INCIDENT_KINDS),
    "people_min": integer("Fewest people.", 0, _MOST_PEOPLE, unit="people", empty=True),
    "people_max": integer("Most people.", 0, _MOST_PEOPLE, unit="people", empty=True),
    "about": _record("Leg or place of the workspace where it happened."),
    "summary": text("What happened."),
    "source": text("Where it is known from.", empty=True),
    "extra": _extra(),
}
_NOTES: Final = {
    "about": text("Record of the workspace, or id of a published leg, corridor or country."),
    "text": text("The note."),
}
_OVERRIDES: Final = {
    "iso3": _country("Country assessed."),
    "dimension": one_of("Dimension of the index.", DIMENSIONS),
    "score": decimal("0 most protective, 10 gravest.", 0, 10, unit="score"),
    "grade": one_of("How well it is supported.", GRADES),
    "since": partial_date("From when it holds; none: always.", empty=True),
    "reason": text("Why the organisation judges so."),
}
_SCENARIOS: Final = {
    "title": text("What it is called."),
    "toml": text("The scenario as TOML."),
}
_SETTINGS: Final = {
    "name": text("What is set."),
    "value": text("To what, as JSON."),
}


def _schema(name: str, columns: dict[str, pa.Column]) -> pa.DataFrameSchema:
    index = pa.Index(str, pa.Check.str_matches(rf"(?:{UUID})\Z"), unique=True, name=KEY)
    return pa.DataFrameSchema(
        {**columns, **_about_a_record()}, index=index, name=name, strict=True, ordered=True
    )


SCHEMAS: Final = {
    name: _schema(name, columns)
    for name, columns in {
        "legs": _LEGS,
        "places": _PLACES,
        "incidents": _INCIDENTS,
        "notes": _NOTES,
        "overrides": _OVERRIDES,
        "scenarios": _SCENARIOS,
        "settings": _SETTINGS,
    }.items()
}

# What a column holds where nothing was given; all other texts are empty, numbers missing.
DEFAULTS: Final = {
    RECORD_CLASS: RESTRICTED.name,
    "revision": 0,
    "mode": MODES[0],
    "standing": STANDINGS[0],
}

# The setting that holds what a session had in use: of two, the one saved last counts, quietly.
SITTING: Final = "session"

# Columns that mean something only together: who changes one has changed all of them.
TOGETHER: Final = (
    (RECORD_CLASS, "lon", "lat", "line"),
    ("standing", "protected_by", "mode"),
    ("iso3", "dimension", "score", "grade", "since", "reason"),
    ("people_min", "people_max"),
)
