"""What the user has chosen: one frozen value that every page, link and command reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dashboard.briefing.shipped import story_names
from dashboard.chapters import CHARTS
from dashboard.evidence.records import KINDS as SHELVES
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
# What the page Compare compares, and by which reading.
COMPARISONS: Final = ("corridors", "pair", "between", "rests", "dates", "scenario")
READINGS: Final = ("cumulative", "worst_reading", "km_high", "km_elevated_or_worse")
AIMS: Final = ("cumulative", "worst_reading", "both", "length")
WAYS: Final = ("1", "3", "5", "10")
LISTINGS: Final = ("corridors", "legs", "words")
# The stories that are shown: those that are shipped, and the one that a reader brought in.
OWN_STORY: Final = "own"
STORIES: Final = (*story_names(), OWN_STORY)
MOST_STEPS: Final = 20
STEPS: Final = tuple(str(number) for number in range(1, MOST_STEPS + 1))
FILTERS: Final = (
    *("country", "corridor", "risk_class", "status"),
    *("period", "grade", "fact_kind", "source_kind"),
)
# How many countries stand side by side, and those of the white paper's Table 1.
FEWEST_COMPARED, MOST_COMPARED = 2, 5
COMPARED: Final = ("KOR", "USA", "CHN")
# The day before the borders closed for the pandemic, after which little was as before.
BESIDE: Final = dt.date(2020, 1, 21)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The filters and the view, shared by all pages.

    An empty tuple means "no restriction". ``period`` is a first and a last year, both included.
    ``date`` is the as-of date of law, practice and status. What a filter leaves of each table is
    said by `dashboard.filters`, which pages use it by `dashboard.filter_words`. ``listing`` is what
    stands under the map: one of two tables, or the map in words. ``leg`` is the selected leg and
    ``focus`` the corridor that the map brings forward, each an id or an empty string; ``profile``
    is the country whose profile is open. ``shelf`` is the kind of evidence that is listed,
    ``record`` the one that is open; ``chart`` is the one chart that the page Time shows, empty for
    all. ``find`` are the words that the page Evidence is searched for, ``plain`` whether it shows a
    plain table.
    ``compared`` are the countries side by side, in their order.
    ``comparison`` is the part of the page Compare that is open, ``reading`` what it orders by;
    ``first``, ``second``, ``beside`` and ``scenario`` are what is compared; ``start``, ``goal``,
    ``aim`` and ``ways`` (how many) are what is sought between two places. ``story`` is the one that
    the page Briefing shows and ``step`` its step, from 1.
    """

    date: dt.date
    corridor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    risk_class: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    period: tuple[int, int] | tuple[()] = ()
    fact_kind: tuple[str, ...] = ()
    source_kind: tuple[str, ...] = ()
    paint: str = "risk"
    tint: str = "none"
    recipe: str = "refoulement"
    lang: str = "en"
    listing: str = "corridors"
    leg: str = ""
    focus: str = ""
    profile: str = "CHN"
    shelf: str = SHELVES[0]
    record: str = ""
    chart: str = ""
    find: str = ""
    plain: bool = False
    compared: tuple[str, ...] = COMPARED
    first: str = ""
    second: str = ""
    beside: dt.date = BESIDE
    scenario: str = "china-recognises-refugees"
    comparison: str = "corridors"
    reading: str = "cumulative"
    start: str = ""
    goal: str = ""
    aim: str = "cumulative"
    ways: str = "3"
    story: str = STORIES[0]
    step: str = STEPS[0]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What each setting may be, taken from the data that were read.

    ``years`` are the first and the last that the evidence speaks of.
    """

    corridor: tuple[str, ...]
    country: tuple[str, ...]
    risk_class: tuple[str, ...]
    status: tuple[str, ...]
    grade: tuple[str, ...]
    fact_kind: tuple[str, ...]
    source_kind: tuple[str, ...]
    recipe: tuple[str, ...]
    leg: tuple[str, ...]
    focus: tuple[str, ...]
    profile: tuple[str, ...]
    record: tuple[str, ...]
    scenario: tuple[str, ...]
    start: tuple[str, ...]
    goal: tuple[str, ...]
    first_date: dt.date
    last_date: dt.date
    years: tuple[int, int]
    paint: tuple[str, ...] = PAINTS
    tint: tuple[str, ...] = TINTS
    shelf: tuple[str, ...] = SHELVES
    chart: tuple[str, ...] = ("", *CHARTS)
    lang: tuple[str, ...] = LANGUAGES
    comparison: tuple[str, ...] = COMPARISONS
    reading: tuple[str, ...] = READINGS
    aim: tuple[str, ...] = AIMS
    ways: tuple[str, ...] = WAYS
    story: tuple[str, ...] = STORIES
    step: tuple[str, ...] = STEPS
    listing: tuple[str, ...] = LISTINGS

    def default(self) -> Settings:
        """Return the first view: everything, as of the end of the evidence."""
        return Settings(
            date=self.last_date,
            compared=tuple(iso3 for iso3 in COMPARED if iso3 in self.compared),
            first=self.first[0],
            second=self.second[:2][-1],
            start=self.start[0],
            goal=self.goal[0],
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
