"""What each file about corridors must hold, column by column: the words, the unit, the checks."""

import pandera.pandas as pa

from intake.columns import (
    ISO3,
    SOURCE_ID,
    an_id,
    coordinate,
    flag,
    id_list,
    integer,
    matching,
    one_of,
    partial_date,
    text,
)
from intake.sentence import Sentence

WAYPOINT_ID = r"[A-Z]{2}-[A-Z]{3}"
CORRIDOR_ID = r"[A-Z]{3}(?:-[A-Z]{1,5}){0,2}"
LEG_ID = rf"{CORRIDOR_ID}-[1-9][0-9]*"
EVENT_ID = r"[0-9]{4}(?:-[0-9]{2}){0,2}\.[1-9][0-9]*"

CONFIDENCES = ("high", "medium", "low")
MODES = ("land", "river/border", "air", "sea")
STANDINGS = ("irregular", "custody", "protection", "dispatched")
BASES = ("source", "our judgement")
ROLES = (
    "origin region",
    "border region",
    "exit border region",
    "transit hub",
    "transit city",
    "protection point",
    "destination",
)
STATUS_CODES = (
    "emerging",
    "active",
    "dominant",
    "secondary",
    "rare",
    "reduced",
    "restricted",
    "shrinking",
    "disrupted",
    "closed",
    "closing",
    "suspended",
    "historic",
    "unknown",
)
EVENT_TYPES = (
    "agreement",
    "border closure",
    "border reopening",
    "court",
    "crackdown",
    "detention",
    "forced return",
    "law",
    "policy",
    "transfer",
    "trend",
    "UN finding",
)
RISK_EFFECTS = ("raises", "lowers", "mixed", "neutral")


def _id(description: str, pattern: str, example: str) -> pa.Column:
    return an_id(description, pattern, example, unique=True)


def _reference(description: str, pattern: str, example: str, *, empty: bool = False) -> pa.Column:
    return an_id(description, pattern, example, empty=empty)


def _countries(description: str) -> pa.Column:
    return matching(description, id_list(ISO3), expected=Sentence("country codes such as PRK;CHN"))


def _sources(description: str, *, empty: bool = False) -> pa.Column:
    expected = Sentence("source ids joined by semicolons")
    return matching(description, id_list(SOURCE_ID), expected=expected, empty=empty)


def _confidence() -> pa.Column:
    return one_of("How well the row is supported by its sources.", CONFIDENCES)


WAYPOINTS = pa.DataFrameSchema(
    {
        "waypoint_id": _id("Key of the waypoint.", WAYPOINT_ID, "CN-YJI"),
        "name_en": text("Name in English."),
        "name_ko": text("Name in Korean."),
        "iso3": matching(
            "Country the place lies in.", ISO3, expected=Sentence("a code such as CHN")
        ),
        "admin1": text("Province or other first-level division the place lies in."),
        "lon": coordinate("Longitude of the stand-in, WGS 84.", -180, 180),
        "lat": coordinate("Latitude of the stand-in, WGS 84.", -90, 90),
        "role": one_of("What the place is on a corridor.", ROLES),
        "marker_basis": text("What the marker stands on: a city centre, or a province stand-in."),
        "confidence": _confidence(),
        "source_ids": _sources("Sources that name the place, joined by semicolons."),
        "note": text("What a reader should know of the row.", empty=True),
    },
    name="waypoints",
    strict=True,
)

LEGS = pa.DataFrameSchema(
    {
        "leg_id": _id("Key of the leg: its corridor and its number.", LEG_ID, "LAO-THA-N-1"),
        "corridor_id": _reference("Corridor the leg belongs to.", CORRIDOR_ID, "LAO-THA-N"),
        "seq": integer("Place of the leg in its corridor, from 1.", 1, 99, unit="count"),
        "from_id": _reference("Waypoint the leg starts at.", WAYPOINT_ID, "KP-NHG"),
        "to_id": _reference("Waypoint the leg ends at.", WAYPOINT_ID, "CN-YJI"),
        "mode": one_of("How people are reported to move.", MODES),
        "standing": one_of(
            "What a person is in law on the leg: an irregular migrant, held and awaiting "
            "transfer, under a state's protection, or sent by the state of origin.",
            STANDINGS,
        ),
        "standing_basis": one_of("Whether a source says so or we judge so.", BASES),
        "standing_source_ids": _sources("Sources for the standing.", empty=True),
        "standing_note": text("Why the leg has this standing."),
        "protected_by": matching(
            "State that protects on the leg.",
            ISO3,
            expected=Sentence("a code such as KOR"),
            empty=True,
        ),
        "crosses_border": flag("Whether the two ends lie in different countries."),
        "countries_declared": _countries("Countries a person is exposed to, in order."),
        "countries_note": text(
            "Why the line on the map crosses other countries than declared.", empty=True
        ),
        "gc_km": integer("Great-circle length between the ends, rounded.", 1, 20_000, unit="km"),
        "confidence": _confidence(),
        "source_ids": _sources("Sources that report the leg."),
        "note": text("What a reader should know of the row.", empty=True),
    },
    name="legs",
    strict=True,
)

CORRIDORS = pa.DataFrameSchema(
    {
        "corridor_id": _id("Key of the corridor.", CORRIDOR_ID, "LAO-THA-N"),
        "name_en": text("Name in English."),
        "name_ko": text("Name in Korean."),
        "description": text("What is publicly reported of the corridor."),
        "status_periods": text("Status by period: start-end:code:text [source ids], joined by |."),
        "current_status": one_of("Status given for the present as a whole.", STATUS_CODES),
        "distance_km_min": integer(
            "Shortest reported travel distance.", 1, 50_000, unit="km", empty=True
        ),
        "distance_km_max": integer(
            "Longest reported travel distance.", 1, 50_000, unit="km", empty=True
        ),
        "distance_basis": text("What the reported distance covers.", empty=True),
        "distance_source_ids": _sources("Sources of the distance.", empty=True),
        "usage_reported": text("Reported use, in words."),
        "usage_year": matching(
            "Year or years of the reported use.",
            r"[0-9]{4}(?:-[0-9]{4})?",
            expected=Sentence("YYYY or YYYY-YYYY"),
            empty=True,
        ),
        "usage_source_ids": _sources("Sources of the reported use.", empty=True),
        "branches_from": _reference(
            "Corridor this one branches from.", CORRIDOR_ID, "LAO-THA-N", empty=True
        ),
        "end_waypoint_id": _reference("Waypoint the corridor ends at.", WAYPOINT_ID, "KR-SEL"),
        "confidence": _confidence(),
        "source_ids": _sources("Sources that report the corridor."),
        "note": text("What a reader should know of the row.", empty=True),
        "map_length_gc_km": integer(
            "Sum of the legs' great-circle lengths, flights included; no travel distance.",
            1,
            50_000,
            unit="km",
        ),
    },
    name="corridors",
    strict=True,
)

EVENTS = pa.DataFrameSchema(
    {
        "event_id": _id("Key of the event: its date and a number.", EVENT_ID, "2013-05-27.1"),
        "date": partial_date("Date, as precise as it is published."),
        "date_end": partial_date("Last date, of an event that lasted.", empty=True),
        "date_precision": one_of("How precise the date is.", ("day", "month", "year")),
        "countries": _countries("Countries that acted."),
        "corridor_ids": matching(
            "Corridors the event touches.",
            id_list(CORRIDOR_ID),
            expected=Sentence("corridor ids joined by semicolons"),
        ),
        "event_type": one_of("Kind of event.", EVENT_TYPES),
        "risk_effect": one_of("Whether it raises or lowers risk: our judgement.", RISK_EFFECTS),
        "summary": text("What happened, in a sentence."),
        "confidence": _confidence(),
        "source_ids": _sources("Sources that report the event."),
    },
    name="events",
    strict=True,
)
