"""Whether what the placeholders of a story name exists: told when it is read, before any figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.briefing import reported
from dashboard.briefing.errors import FigureError, no_scenario
from dashboard.briefing.figure import known
from dashboard.briefing.figures import called
from dashboard.briefing.story_words import PLACEHOLDER
from intake.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from dashboard.atlas import Atlas

_OF_SCENARIO: Final = ("lower", "higher")
_OF_ARRIVALS: Final = ("year", "of", "before", "after")


def names_of(atlas: Atlas) -> dict[str, Collection[str]]:
    """Return what each part of a placeholder may be, by what the part is called.

    A part may be known here and still have no figure on the date of a step or under its filters;
    that is told when the step is computed.
    """
    return {
        "corridor": tuple(atlas.corridors.index),
        "iso3": tuple(atlas.countries.index),
        "status": atlas.choices.status,
        "incident": tuple(atlas.incidents.index),
        "fact_id": tuple(atlas.facts.index),
        "dimension": tuple(atlas.table1.index),
        **dict.fromkeys(_OF_ARRIVALS, reported.years_of_arrivals(atlas)),
    }


def check_names(
    text: str, names: Mapping[str, Collection[str]], date: dt.date, *, is_scenario: bool
) -> None:
    """Refuse the first placeholder of a text that names nothing.

    Parameters
    ----------
    text
        A text of a story.
    names
        As of `names_of`.
    date
        That of the step: a year of arrivals has ended by it.
    is_scenario
        Whether the step has one.

    Raises
    ------
    FigureError
        The placeholder is in what was found.
    """
    for match in PLACEHOLDER.finditer(text):
        try:
            _check(match[1], names, date, is_scenario=is_scenario)
        except FigureError as fault:
            found = Sentence("{found} in {placeholder}", found=fault.found, placeholder=match[0])
            raise FigureError(found=found, expected=fault.expected) from fault


def _check(
    placeholder: str, names: Mapping[str, Collection[str]], date: dt.date, *, is_scenario: bool
) -> None:
    for title, part in called(placeholder)[1].items():
        if title == "calendar_year":
            reported.a_year(part)
        elif title in _OF_ARRIVALS:
            years = [one for one in names[title] if one <= reported.ended_by(date)]
            if part not in years:
                raise FigureError(found=part[:60], expected=reported.from_to(years))
        else:
            known(part, names[title])
    if placeholder in _OF_SCENARIO and not is_scenario:
        raise no_scenario()
