"""Two corridors: which reads worse by each reading, in how many draws, and what makes the gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard import compare, doors, session
from dashboard.language import _, decimal, percent
from dashboard.panels import markup
from dashboard.panels.comparison import words
from dashboard.panels.dots import Dot, dot_rows
from dashboard.panels.shown import show
from dashboard.rounding import rounded_parts
from dashboard.rows import each, rows
from dashboard.words import READINGS, RECIPE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analysis.recipe import Classes
    from dashboard.atlas import Atlas
    from dashboard.rows import Row
    from dashboard.settings import Settings
    from dashboard.uncertainty import Intervals


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw the comparison of the two corridors that are chosen."""
    for place, name, title in zip(
        st.columns(2), ("first", "second"), (_("One corridor"), _("Another corridor")), strict=True
    ):
        place.selectbox(
            title,
            getattr(atlas.choices, name),
            format_func=atlas.corridor_names.__getitem__,
            key=session.widget_key(name),
        )
    pair = (settings.first, settings.second)
    if settings.first == settings.second:
        show(h.div(".atlas-panel")[h.p[_("Choose two different corridors.")]])
        return
    intervals = doors.intervals(settings.recipe, settings.date)
    parts = doors.parts(settings.recipe, settings.date)
    show(pair_panel(atlas, settings, intervals, pair))
    show(difference_panel(atlas, parts, pair))


def pair_panel(
    atlas: Atlas, settings: Settings, intervals: Intervals, pair: tuple[str, str]
) -> h.Element:
    """Return which of two corridors reads worse, in words and bars, for every reading."""
    names = dict(atlas.corridor_names)
    table = intervals.pairs
    chosen = table[table["first"].isin(pair) & table["second"].isin(pair)]
    readings = doors.readings(settings.recipe, settings.date)
    whole = compare.comparable(atlas, readings)
    at_least = _(
        "{corridor} begins outside North Korea or has a leg that is not scored: its readings are "
        "at least what they say, and it has no rank."
    )
    return h.div(".atlas-panel.atlas-answers")[
        [[h.p[words.pair_sentence(row, names)], _share_bar(row, names)] for row in each(chosen)],
        [h.p[at_least.format(corridor=names[one])] for one in pair if not whole[one]],
        h.p(".atlas-note")[
            words.draws(intervals.rule),
            " ",
            _(
                "Both corridors see the same draw of every country, so what they share does not "
                "blur their order. Between {least} and {clear} the order is not determined."
            ).format(
                least=percent(1 - intervals.rule.spread.clear),
                clear=percent(intervals.rule.spread.clear),
            ),
            " ",
            markup.judgement(),
        ],
        h.div[
            [
                h.section(".atlas-two")[
                    h.h4[_(title)], _dots(intervals, reading, pair, (names, readings.classes))
                ]
                for reading, title in READINGS.items()
            ]
        ],
    ]


def _share_bar(row: Row, names: Mapping[str, str]) -> h.Node:
    """Return in how many draws which one reads worse, ties in between."""
    ties = float(row["share_ties"])
    shares = (float(row["share_first"]) - ties / 2, ties, float(row["share_second"]) - ties / 2)
    titles = (names[row["first"]], _("tie"), names[row["second"]])
    return h.div(".atlas-share", aria_hidden="true")[
        [
            h.i(style=f"flex:{max(share, 0):.4f}", title=title)
            for share, title in zip(shares, titles, strict=True)
        ]
    ]


def _dots(
    intervals: Intervals,
    reading: str,
    pair: tuple[str, str],
    said_by: tuple[Mapping[str, str], Classes],
) -> h.Element:
    names, classes = said_by
    table = intervals.corridors
    found = table[table["reading"] == reading].set_index("corridor_id").loc[list(pair)]
    dots = [
        Dot(name=names[str(row.Index)], figure=row.shown, low=row.low, high=row.high)
        for row in rows(found)
    ]
    scale = classes if reading == "worst_reading" else None
    return dot_rows(dots, digits=compare.DIGITS[reading], classes=scale)


def difference_panel(atlas: Atlas, parts: pd.DataFrame, pair: tuple[str, str]) -> h.Element:
    """Return what makes the gap in cumulative exposure: by country, indicator and source."""
    names = dict(atlas.corridor_names)
    titles = {
        "iso3": (_("Country"), atlas.names()),
        "dimension": (_("Indicator"), {name: _(word) for name, word in RECIPE_COLUMNS.items()}),
        "source_id": (_("Source"), atlas.source_lines),
    }
    return h.div(".atlas-panel")[
        h.h3[_("What makes the difference in cumulative exposure")],
        h.p(".atlas-note")[_("Each column adds up to the corridor's figure, score × 1,000 km.")],
        [
            markup.unfold(
                title,
                h.div(".atlas-wide")[
                    _difference_table(
                        compare.parts_side_by_side(parts, by, pair), title, (known, names), pair
                    )
                ],
                opened=by == "iso3",
            )
            for by, (title, known) in titles.items()
        ],
    ]


def _difference_table(
    table: pd.DataFrame,
    title: str,
    names: tuple[Mapping[str, str], Mapping[str, str]],
    pair: tuple[str, str],
) -> h.Element:
    known, corridors = names
    # Each column adds up as it is printed, and each difference is that of what stands beside it.
    table = table.assign(
        first=rounded_parts(table["first"].tolist(), digits=1),
        second=rounded_parts(table["second"].tolist(), digits=1),
    ).assign(difference=lambda shown: (shown["first"] - shown["second"]).round(1))
    lines = [
        (
            known.get(str(row.Index), str(row.Index)) or _("no source is named"),
            decimal(row.first),
            decimal(row.second),
            f"{'+' if row.difference > 0 else ''}{decimal(row.difference)}",
        )
        for row in rows(table)
    ]
    sums = (_("Sum"), *(decimal(table[column].sum()) for column in table))
    head = (title, corridors[pair[0]], corridors[pair[1]], _("Difference"))
    return markup.table(head, [*lines, sums], "numbers")
