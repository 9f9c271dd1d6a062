"""What the placeholders of a story stand for: pure functions of the evidence, with their sources.

``{arrivals:2019}`` is the function ``arrivals`` of ``2019``. A function takes the evidence of a
step and one text per part; it returns a `Figure`, or refuses with what it expected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.briefing import read, reported
from dashboard.briefing.errors import FigureError
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.briefing.evidence import StepEvidence
    from dashboard.briefing.figure import Figure

FIGURES: Final[dict[str, Callable[..., Figure]]] = {
    "arrivals": reported.arrivals,
    "women": reported.women,
    "share": reported.share,
    "fall": reported.fall,
    "total": reported.total,
    "returns": reported.returns,
    "returning": reported.returning,
    "uncounted": reported.uncounted,
    "people": reported.people,
    "day": reported.day_of,
    "corridors": read.corridors,
    "legs": read.legs,
    "sources": read.source_count,
    "corridors_through": read.corridors_through,
    "corridors_with": read.corridors_with,
    "corridor_status": read.corridor_status,
    "corridor": read.corridor_name,
    "country": read.country_name,
    "km": read.reading("length_km", 0),
    "km_high": read.reading("km_high", 0),
    "reading": read.reading("cumulative", 1),
    "baseline": read.reading("cumulative", 1, before=True),
    "baseline_km_high": read.reading("km_high", 0, before=True),
    "risk": read.risk(),
    "baseline_risk": read.risk(before=True),
    "class": read.word("risk_class"),
    "status": read.word("legal_status"),
    "host_states": read.host_states,
    "party_states": read.party_states,
    "lower": read.changed(-1),
    "higher": read.changed(1),
    "fact": reported.fact,
    "fact_year": reported.fact_year,
    "table1": reported.table1,
    "year": reported.plain_year,
    "date": reported.as_of_date,
    "horizon": reported.horizon,
}


def figure(evidence: StepEvidence, placeholder: str) -> Figure:
    """Return what a placeholder stands for, in the language of the run.

    Parameters
    ----------
    evidence
        The evidence of the step.
    placeholder
        What stands between the braces: a name and its parts, joined by colons.

    Raises
    ------
    FigureError
        No such figure, too few or too many parts, or a part that the evidence does not know.
    """
    function, parts = called(placeholder)
    return function(evidence, *parts.values())


def called(placeholder: str) -> tuple[Callable[..., Figure], dict[str, str]]:
    """Return the function that a placeholder calls, and its parts by what they are parts of.

    Raises
    ------
    FigureError
        No such figure, or too few or too many parts.
    """
    name, *parts = placeholder.split(":")
    if name not in FIGURES:
        names = ", ".join(FIGURES)
        raise FigureError(
            found=name[:60] or Sentence("nothing"), expected=Sentence("one of {names}", names=names)
        )
    function = FIGURES[name]
    titles = function.__code__.co_varnames[1 : _most(function) + 1]
    if not _least(function) <= len(parts) <= len(titles):
        example = f"{{{':'.join([name, *titles])}}}"
        expected = Sentence("each part after a colon: {example}", example=example)
        raise FigureError(found=placeholder, expected=expected)
    return function, dict(zip(titles, parts, strict=False))


def _most(function: Callable[..., Figure]) -> int:
    return function.__code__.co_argcount - 1


def _least(function: Callable[..., Figure]) -> int:
    return _most(function) - len(function.__defaults__ or ())
