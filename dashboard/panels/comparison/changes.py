"""Two states of the same corridors and countries: what moved and how surely, in words and dots."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import htpy as h

from analysis.pairs import EQUAL, OPEN, UNKNOWN
from analysis.two_states import HIGHER, LOWER
from dashboard import compare
from dashboard.language import N_, _, decimal, integer, percent
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip
from dashboard.panels.comparison.words import share_words
from dashboard.panels.dots import Dot, dot_rows
from dashboard.rows import row, rows
from dashboard.words import READINGS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.recipe import Classes
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.rows import Row

_VERDICTS: Final = {
    HIGHER: (N_("reads worse in {share}"), "share_higher"),
    LOWER: (N_("reads lower in {share}"), "share_lower"),
    EQUAL: (N_("the same in {share}"), "share_ties"),
    OPEN: (N_("not determined: worse in {share}"), "share_higher"),
}


def verdict_words(change: Row) -> str:
    """Return in what share of draws a figure reads worse, lower or the same after.

    ``change`` is a row of `difference_table`, as a named tuple or a series.
    """
    if change.verdict == UNKNOWN:
        return _("cannot be compared")
    words, share = _VERDICTS[change.verdict]
    return _(words).format(share=share_words(change.verdict, float(getattr(change, share))))


def change_words(told: pd.DataFrame, reading: str, rule: UncertaintyRule) -> h.Element:
    """Return how many corridors read higher and lower by one reading, and which moves most.

    ``told`` as `dashboard.compare.change_rows` makes it.
    """
    by, digits = _(READINGS[reading]), compare.DIGITS[reading]
    count = {verdict: int((told["verdict"] == verdict).sum()) for verdict in _VERDICTS}
    if count[EQUAL] == len(told):
        return h.p[h.strong[_("{by}: no corridor changes.").format(by=by)]]
    words = _(
        "{by}: of {all} corridors {higher} read worse, {lower} lower and {level} the same, each in "
        "at least {clear} of {draws} draws; for {open} it is not determined."
    ).format(
        by=by,
        all=integer(len(told)),
        higher=integer(count[HIGHER]),
        lower=integer(count[LOWER]),
        level=integer(count[EQUAL]),
        open=integer(count[OPEN]),
        clear=percent(rule.spread.clear),
        draws=integer(rule.spread.draws),
    )
    moved = told["change"].round(digits).abs()
    if not moved.max() > 0:
        return h.p[h.strong[words]]
    most = row(told, moved.idxmax())
    largest = _("Most: {corridor}, {before} to {after}, {verdict} of draws.").format(
        corridor=most["corridor"],
        before=decimal(most["before"], digits),
        after=decimal(most["after"], digits),
        verdict=verdict_words(most),
    )
    return h.p[h.strong[words], " ", largest]


def change_dots(told: pd.DataFrame, reading: str, classes: Classes) -> h.Element:
    """Return a row per corridor: hollow before, filled after, the highest after first."""
    ordered = told.sort_values("after", ascending=False, kind="stable")
    dots = [
        Dot(
            name=one.corridor,
            figure=one.after,
            low=one.after_low,
            high=one.after_high,
            before=one.before,
            before_ends=(one.before_low, one.before_high),
            note=verdict_words(one),
        )
        for one in rows(ordered)
    ]
    scale = classes if reading == "worst_reading" else None
    return dot_rows(dots, digits=compare.DIGITS[reading], classes=scale)


def drawn_together(rule: UncertaintyRule) -> str:
    """Return what the shares of draws are shares of."""
    return _(
        "In brackets: where {interval} of {draws} draws lie. Both sides see the same draw of every "
        "value and choice that they share, so that the difference is what is drawn. Between "
        "{least} and {clear} it is not determined; a tie counts half for each."
    ).format(
        interval=percent(rule.spread.interval),
        draws=integer(rule.spread.draws),
        least=percent(1 - rule.spread.clear),
        clear=percent(rule.spread.clear),
    )


def moved_countries(
    atlas: Atlas, countries: pd.DataFrame, *, before: str, after: str, nothing: str
) -> h.Element:
    """Return the countries whose figure moves, with intervals, classes and how sure it is.

    Parameters
    ----------
    atlas
        The data.
    countries
        The countries of `Changes`.
    before, after
        What the two states are called.
    nothing
        What to say where no country moves.
    """
    names, moved = atlas.names(), countries[has_moved(countries)]
    lines = [
        (
            names.get(str(one.Index), str(one.Index)),
            _figure(one.before, (one.before_low, one.before_high)),
            _class(one.before_class, one.before_class_share),
            _figure(one.after, (one.after_low, one.after_high)),
            _class(one.after_class, one.after_class_share),
            verdict_words(one),
        )
        for one in rows(moved)
    ]
    if not lines:
        return h.p[nothing]
    head = (_("Country"), before, _("Class"), after, _("Class"), _("Of the draws"))
    return markup.table(head, lines, "stacked labelled")


def has_moved(countries: pd.DataFrame) -> pd.Series:
    """Say which countries have another figure after, or one where they had none."""
    appeared = countries["before"].isna() != countries["after"].isna()
    return appeared | (countries["change"].fillna(0.0) != 0)


def _figure(shown: float, ends: tuple[float, float]) -> h.Node:
    if math.isnan(ends[0]):
        return markup.figure(shown)
    return [markup.figure(shown), " ", h.span(".atlas-dim")[compare.ends_words(ends)]]


def _class(word: str | float, share: float) -> h.Node:
    return class_chip(word, share) if isinstance(word, str) else "–"
