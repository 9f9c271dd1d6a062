"""Two states of the same corridors and countries: what moved, in words, dots and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard import compare
from dashboard.language import _, decimal, integer
from dashboard.panels import markup
from dashboard.panels.dots import Dot, dot_rows
from dashboard.rows import row, rows
from dashboard.words import READINGS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.recipe import Classes
    from dashboard.atlas import Atlas


def change_words(table: pd.DataFrame, reading: str) -> h.Element:
    """Return how many corridors read higher and lower by one reading, and which moves most.

    ``table`` as `dashboard.compare.changed_readings` makes it.
    """
    digits = compare.DIGITS[reading]
    change = table[f"{reading}_change"].round(digits).dropna()
    by = _(READINGS[reading])
    higher, lower = int((change > 0).sum()), int((change < 0).sum())
    if not higher and not lower:
        return h.p[h.strong[_("{by}: no corridor changes.").format(by=by)]]
    most = row(table, change.abs().idxmax())
    words = _(
        "{by}: {higher} of {all} corridors read higher, {lower} lower. Most: {corridor}, {before} "
        "to {after}."
    )
    return h.p[
        h.strong[
            words.format(
                by=by,
                higher=integer(higher),
                lower=integer(lower),
                all=integer(len(table)),
                corridor=most["corridor"],
                before=decimal(most[f"{reading}_before"], digits),
                after=decimal(most[f"{reading}_after"], digits),
            )
        ]
    ]


def change_dots(table: pd.DataFrame, reading: str, classes: Classes) -> h.Element:
    """Return a row per corridor: hollow before, filled after, the highest after first."""
    before, after = (table[f"{reading}_{state}"] for state in ("before", "after"))
    order = after.sort_values(ascending=False, kind="stable").index
    dots = [
        Dot(name=table.loc[one, "corridor"], figure=after[one], before=before[one]) for one in order
    ]
    scale = classes if reading == "worst_reading" else None
    return dot_rows(dots, digits=compare.DIGITS[reading], classes=scale)


def moved_countries(
    atlas: Atlas, countries: pd.DataFrame, *, before: str, after: str, nothing: str
) -> h.Element:
    """Return the countries whose figure moves, with their classes.

    Parameters
    ----------
    atlas
        The data.
    countries
        The result of `compared_figures` for countries.
    before, after
        What the two states are called.
    nothing
        What to say where no country moves.
    """
    names = atlas.names()
    lines = [
        (
            names.get(str(one.Index), str(one.Index)),
            markup.figure(one.baseline),
            markup.risk_chip(one.baseline_class),
            markup.figure(one.scenario),
            markup.risk_chip(one.scenario_class),
        )
        for one in rows(countries[countries["changed"]])
    ]
    if not lines:
        return h.p[nothing]
    return h.div(".atlas-wide")[markup.table((_("Country"), before, "", after, ""), lines)]
