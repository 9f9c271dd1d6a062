"""What the user has chosen: one frozen value that every page, link and command reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dashboard.language import LANGUAGES

PAINTS: Final = (
    "risk",
    "legal_status",
    "state_practice_of_return",
    "cooperation_with_dprk_on_return",
    "legal_recognition",
    "non_refoulement_commitment",
    "access_to_protection_actors",
    "penalty_on_arrest_detention",
    "grade",
)
TINTS: Final = ("none", "risk", "legal_status", "treaty")
# How many countries stand side by side, and those of the white paper's Table 1.
FEWEST_COMPARED, MOST_COMPARED = 2, 5
COMPARED: Final = ("KOR", "USA", "CHN")
# The day before the borders closed for the pandemic, after which little was as before.
BESIDE: Final = dt.date(2020, 1, 21)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The filters and the view, shared by all pages.

    An empty tuple means "no restriction". ``date`` is the as-of date of law, practice and
    status. ``leg`` is the selected leg and ``focus`` the corridor that the map brings
    forward, each an id or an empty string; ``profile`` is the country whose profile is open.
    ``compared`` are the countries side by side, in their order.
    ``first``, ``second``, ``beside`` and ``scenario`` are what the page Compare compares.
    """

    date: dt.date
    corridor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    risk_class: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    paint: str = "risk"
    tint: str = "none"
    recipe: str = "refoulement"
    lang: str = "en"
    leg: str = ""
    focus: str = ""
    profile: str = "CHN"
    compared: tuple[str, ...] = COMPARED
    first: str = ""
    second: str = ""
    beside: dt.date = BESIDE
    scenario: str = "china-recognises-refugees"


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What each setting may be, taken from the data that were read."""

    corridor: tuple[str, ...]
    country: tuple[str, ...]
    risk_class: tuple[str, ...]
    status: tuple[str, ...]
    recipe: tuple[str, ...]
    leg: tuple[str, ...]
    focus: tuple[str, ...]
    profile: tuple[str, ...]
    scenario: tuple[str, ...]
    first_date: dt.date
    last_date: dt.date
    paint: tuple[str, ...] = PAINTS
    tint: tuple[str, ...] = TINTS
    lang: tuple[str, ...] = LANGUAGES

    def default(self) -> Settings:
        """Return the first view: everything, as of the end of the evidence."""
        return Settings(
            date=self.last_date,
            compared=tuple(iso3 for iso3 in COMPARED if iso3 in self.compared),
            first=self.first[0],
            second=self.second[:2][-1],
        )

    @property
    def compared(self) -> tuple[str, ...]:
        """Countries that can stand side by side."""
        return self.profile

    @property
    def first(self) -> tuple[str, ...]:
        """Corridors that can be compared."""
        return self.corridor

    @property
    def second(self) -> tuple[str, ...]:
        """Corridors that the first can be compared with."""
        return self.corridor
