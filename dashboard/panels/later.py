"""Under a figure on a past date: what the end of the evidence reads, and why it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, day, ngettext
from dashboard.later import end_words, figure_differs, figure_words, reasons
from dashboard.panels import markup
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings


def why_other(later: Later | None, readings: Readings, iso3: str) -> h.Node:
    """Return why a country reads otherwise than at the end; nothing where it reads the same."""
    if later is None:
        return None
    lines = reasons(later, iso3, [*readings.recipe.columns, *DIMENSIONS])
    words = figure_words(later, readings, iso3)
    return [
        h.p(".atlas-note.atlas-later")[words] if words else None,
        markup.unfold(
            ngettext(
                "{number} dimension reads otherwise than at the end of the evidence",
                "{number} dimensions read otherwise than at the end of the evidence",
                len(lines),
            ),
            _list(lines),
        )
        if lines
        else None,
    ]


def countries_that_differ(
    atlas: Atlas, later: Later, readings: Readings, shown: Sequence[str]
) -> h.Element:
    """Return, under the table of countries, whose figure is another at the end and why."""
    other = [iso3 for iso3 in shown if figure_differs(later, readings, iso3)]
    names = atlas.names()
    lines = [
        (
            names[iso3],
            markup.figure(readings.countries["risk"][iso3]),
            end_words(later, iso3),
            _list(reasons(later, iso3, readings.recipe.columns)),
        )
        for iso3 in other
    ]
    titles = (_("Country"), day(readings.date), day(later.end), _("Why"))
    return h.div(".atlas-panel")[
        markup.unfold(
            ngettext(
                "{number} figure is another at the end of the evidence, which counts only from "
                "its own date",
                "{number} figures are others at the end of the evidence, which counts only from "
                "its own date",
                len(other),
            ),
            markup.table(titles, lines),
        )
        if other
        else None
    ]


def _list(lines: Sequence[str]) -> h.Element:
    return h.ul[[h.li[line] for line in lines]]
