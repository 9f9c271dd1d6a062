"""A leg in words: from where to where, how, in what standing, how far, and what risk it reads."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.leg_terms import AIR_MODE, PROTECTION
from analysis.legs import NOT_AN_ESCAPE
from dashboard.language import N_, _, decimal, integer, percent, said
from dashboard.prose.passage import Passage, Statement, sentence, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.names import Names
    from dashboard.prose.told import Told
    from dashboard.rows import Row

_WAYS: Final = {
    "land": N_("The leg goes overland from {start} to {end}."),
    "river/border": N_("The leg crosses a border, from {start} to {end}."),
    "air": N_("The leg is a flight from {start} to {end}."),
    "sea": N_("The leg goes by sea from {start} to {end}."),
}
_STANDINGS: Final = {
    "irregular": N_("People move on it without legal standing."),
    "custody": N_("People on it are in custody and await transfer."),
    "protection": N_("People on it are under protection."),
    "dispatched": N_("People are sent along it by the state: it is not a leg of escape."),
}


def leg_passage(told: Told, leg: Row) -> Passage:
    """Return a leg in words; ``leg`` is a row of the table ``legs``."""
    names = told.names
    title = _("Leg {number}: {start} to {end}").format(
        number=leg.seq, start=names.place(leg.from_id), end=names.place(leg.to_id)
    )
    way = _(_WAYS[leg.mode]).format(**names.way(leg.from_id, leg.to_id))
    return Passage(
        key=str(leg.Index),
        title=title,
        statements=(
            statement(f"{way} {sentence(said(leg.note))}", leg.source_ids),
            _standing(leg, names),
            _length(told, leg),
            *_figure(told, leg),
        ),
    )


def _standing(leg: Row, names: Names) -> Statement:
    protects = _("The state that protects is {country}.")
    words = (
        _(_STANDINGS[leg.standing]),
        protects.format(country=names.country(leg.protected_by)) if leg.protected_by else "",
        sentence(said(leg.standing_note)),
    )
    ours = leg.standing_basis != "source"
    return statement(" ".join(words), leg.standing_source_ids, ours=ours)


def _length(told: Told, leg: Row) -> Statement:
    km = integer(leg.length_km)
    if leg.mode == AIR_MODE:
        words = _("Its straight line is {km} km long; of a flight only the two ends count.")
        return statement(words.format(km=km))
    parts = told.names.kilometres(told.kilometres[leg.Index])
    words = _("Its straight line is {km} km long: {parts}.").format(km=km, parts=parts)
    protected = leg.standing == PROTECTION
    counted = _("Under protection only the state that protects counts.") if protected else ""
    return statement(f"{words} {counted} {sentence(said(leg.countries_note))}")


def _figure(told: Told, leg: Row) -> Iterator[Statement]:
    if leg.reason == NOT_AN_ESCAPE:
        yield statement(_("It is not scored: no return is at stake on it."), ours=True)
    elif pd.isna(leg.reading):
        unknown = _(
            "Its refoulement risk is not known: too little is on record of the countries it "
            "exposes to. Missing is not zero risk."
        )
        yield statement(unknown)
    else:
        figure = risk_words(leg.reading, leg.risk_class, leg, "reading")
        weighed = _weighed(told.scored[leg.Index], leg.driver_iso3, told.names)
        yield statement(f"{figure} {weighed} {_evidence(leg)}", ours=True)


def risk_words(risk: float, risk_class: str, found: Row, name: str) -> str:
    """Return a figure with class and interval in a sentence.

    Parameters
    ----------
    risk, risk_class
        The figure, 0 to 10, and its class.
    found
        A row with ``<name>_low``, ``<name>_high`` and ``class_share``.
    name
        Of the figure.
    """
    low, high = (float(getattr(found, f"{name}_{end}")) for end in ("low", "high"))
    words = {"risk": decimal(risk), "risk_class": _(risk_class)}
    if math.isnan(low):
        return _("Its refoulement risk is {risk} of 10, class {risk_class}.").format(**words)
    told = _(
        "Its refoulement risk is {risk} of 10, class {risk_class}; nine of ten draws lie between "
        "{low} and {high}, and {share} of all draws give that class."
    )
    share = percent(float(found.class_share))
    return told.format(low=decimal(low), high=decimal(high), share=share, **words)


def _weighed(codes: list[str], driver: str, names: Names) -> str:
    if len(codes) == 1:
        return _("The figure is that of {country}.").format(country=names.country(codes[0]))
    words = _("The figure is weighed from {countries}; {driver} adds most to it.")
    return words.format(countries=names.listed(codes), driver=names.country(driver))


def _evidence(leg: Row) -> str:
    unseen = _("Nobody here has seen a source of some of it.") if leg.unverified else ""
    if not leg.grade:
        return _("A value that is given has no grade and no date of evidence.")
    if not leg.oldest_evidence:
        told = _("The weakest evidence under it is of grade {grade}; the oldest bears no date.")
        return f"{told.format(grade=_(leg.grade))} {unseen}"
    told = _("The weakest evidence under it is of grade {grade}; the oldest is of {date}.")
    return f"{told.format(grade=_(leg.grade), date=leg.oldest_evidence)} {unseen}"
