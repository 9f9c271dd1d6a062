"""What the filters are called, what they mean on each page, and which pages use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.kinds import FACT_KINDS, SOURCE_KINDS
from dashboard.language import N_, _, day
from dashboard.settings import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.atlas import Atlas
    from dashboard.settings import Settings

# What each setting is called, filters first.
LABELS: Final = {
    "country": N_("Country"),
    "corridor": N_("Corridor"),
    "risk_class": N_("Risk class"),
    "status": N_("Corridor status on the date"),
    "period": N_("Period"),
    "grade": N_("Evidence grade"),
    "fact_kind": N_("Kind of fact"),
    "source_kind": N_("Kind of source"),
    "date": N_("As of"),
    "paint": N_("Colour legs by"),
    "tint": N_("Tint countries by"),
    "recipe": N_("Index"),
    "lang": N_("Language"),
    "listing": N_("Listed under the map"),
    "leg": N_("Leg"),
    "focus": N_("Corridor brought forward"),
    "profile": N_("Country profile"),
    "shelf": N_("Kind of evidence"),
    "record": N_("Record"),
    "find": N_("Search"),
    "plain": N_("Plain table"),
    "chart": N_("Chart"),
    "compared": N_("Countries side by side"),
    "comparison": N_("What is compared"),
    "first": N_("First corridor"),
    "second": N_("Second corridor"),
    "beside": N_("Date to compare with"),
    "scenario": N_("Scenario"),
    "reading": N_("Reading"),
    "start": N_("From"),
    "goal": N_("To"),
    "aim": N_("Lowest by"),
    "ways": N_("How many ways"),
    "story": N_("Story"),
    "step": N_("Step"),
}

_LEGS: Final = {
    "country": N_("Legs that a corridor is reported to take through one of these countries."),
    "corridor": N_("The legs of these corridors."),
    "risk_class": N_("The class of the leg's reading on the as-of date."),
    "status": N_("The status of the leg's corridor on the as-of date."),
    "period": N_(
        "Legs of corridors reported in use, not closed, historic or unknown, at some time in "
        "these years. Figures and status stay those of the as-of date."
    ),
    "grade": N_("The weakest grade of the evidence under the leg's reading."),
    "source_kind": N_("Legs that at least one source of this kind reports."),
}
_CORRIDORS: Final = dict.fromkeys(
    _LEGS, N_("Corridors with at least one leg that passes this and every other filter.")
)
_COUNTRIES: Final = {
    "country": N_("These countries."),
    "corridor": N_("Countries that these corridors are reported to touch."),
    "risk_class": N_("The class of the country's own figure on the as-of date."),
    "grade": N_("The weakest grade of the evidence under the country's figure."),
}
_EVIDENCE: Final = {
    "country": N_("What is reported of these countries; sources that such a row names."),
    "fact_kind": N_("Facts and incidents of these kinds. Figures of series stay as they are."),
    "period": N_(
        "The years that a row speaks of; for a source, those of its own date. A block of years "
        "counts where it shares a year. Undated rows are left out while a period is set."
    ),
    "grade": N_("The grade of the row; unverified where nobody has seen a source of it."),
    "corridor": N_("What is reported of the countries that these corridors touch."),
    "source_kind": N_("Rows that at least one source of this kind reports."),
}
_FILE: Final = {
    **_LEGS,
    **_EVIDENCE,
    **dict.fromkeys(
        ("country", "corridor", "period", "grade", "source_kind"),
        N_("Legs as on the map, and rows of the evidence as on the page Evidence."),
    ),
}

_TIME: Final = {
    **_EVIDENCE,
    **dict.fromkeys(
        ("country", "corridor", "period", "grade", "source_kind"),
        N_("Corridors as on the map; returns, events and figures as on the page Evidence."),
    ),
    "risk_class": _CORRIDORS["risk_class"],
    "status": _CORRIDORS["status"],
}

# Page -> filter -> what it means there. A filter that is not here does nothing on the page, is not
# offered on it, and is said to be set elsewhere. The first few of a page stand open in the sidebar.
MEANINGS: Final[dict[str, dict[str, str]]] = {
    "map": _LEGS,
    "compare": _CORRIDORS,
    "countries": _COUNTRIES,
    "country": {},
    "side_by_side": {},
    "time": _TIME,
    "evidence": _EVIDENCE,
    "my_data": {},
    "briefing": {},
    "method": {},
    "proof": {},
    "download": _FILE,
    "about": {},
}
# Pages on which the as-of date counts, the index, and how the map is drawn.
DATED: Final = frozenset(MEANINGS) - {"about", "briefing"}
DRAWN: Final = frozenset({"map", "download"})


def value_words(atlas: Atlas, name: str, value: str) -> str:
    """Return what a value of the filter ``name`` is called in the language of the run."""
    if name == "corridor":
        return str(atlas.corridor_names[value])
    if name == "country":
        return atlas.names()[value]
    return _({**FACT_KINDS, **SOURCE_KINDS}.get(value, value))


def period_words(period: tuple[int, int]) -> str:
    """Return a first and a last year as one span of years."""
    first, last = period
    return str(first) if first == last else f"{first}–{last}"


def chosen(atlas: Atlas, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield each value that a filter is set to: the filter, the value, and the value in words.

    A period is one value, and so is an as-of date other than the end of the evidence.
    """
    for name in FILTERS:
        values = getattr(settings, name)
        if name == "period" and values:
            yield name, "", period_words(values)
        elif name != "period":
            yield from ((name, value, value_words(atlas, name, value)) for value in values)
    if settings.date != atlas.choices.last_date:
        yield "date", "", day(settings.date)
