"""What a corridor is made of: waypoints, legs and periods of status."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Waypoint:
    """A city or province stand-in that public sources name; degrees in WGS 84, one decimal.

    ``iso3`` and ``admin1`` are the country and first-level division it lies in, ``role`` one of
    ``routes.schema.ROLES``.
    """

    waypoint_id: str
    name_en: str
    name_ko: str
    iso3: str
    admin1: str
    lon: float
    lat: float
    role: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Leg:
    """A straight schematic link between two waypoints of one corridor.

    The mode is how people are reported to move; the standing is what they are in law on the way.
    ``countries_declared`` are the countries a person is exposed to, in order.
    """

    leg_id: str
    corridor_id: str
    seq: int
    start: Waypoint
    end: Waypoint
    mode: str
    standing: str
    standing_basis: str
    protected_by: str
    countries_declared: tuple[str, ...]
    source_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StatusPeriod:
    """The status of a corridor from the start of one year to the end of another.

    Both years are included. ``code`` is one of ``routes.schema.STATUS_CODES``, ``text`` what is
    reported of it, in English.
    """

    corridor_id: str
    start_year: int
    end_year: int
    code: str
    text: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Corridor:
    """A publicly reported corridor: legs that chain, and its status period by period.

    Legs are in the order of travel, each from where the one before ends; periods rise and do not
    overlap.
    """

    corridor_id: str
    name_en: str
    name_ko: str
    description: str
    legs: tuple[Leg, ...]
    status: tuple[StatusPeriod, ...]
    source_ids: tuple[str, ...]
