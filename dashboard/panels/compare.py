"""Words and tables of the page Compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from analysis.pairs import pair_words
from dashboard.compare import comparable
from dashboard.panels import markup
from dashboard.rows import each
from dashboard.words import READINGS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.recipe import Reason
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.scenarios import Compared
    from dashboard.uncertainty import Intervals

_NAMED: Final = {
    "cumulative": "Cumulative",
    "worst_reading": "Worst leg",
    "km_high": "km High",
    "km_elevated_or_worse": "km Elevated +",
}
_FORMATS: Final = {"cumulative": "%.1f", "worst_reading": "%.1f"}
_PAIRS: Final = (
    "Both corridors see the same draw of every country, so what they share does not blur their "
    "order. From 20 to 80 % the order is not determined. "
)
_NOT_COMPARED: Final = (
    "Left out, because they begin outside North Korea or have a leg that is not scored, and would "
    "read low for that alone:"
)
_AT_LEAST: Final = (
    " begins outside North Korea or has a leg that is not scored: its readings are at least what "
    "they say, and it has no rank."
)
_RANK_HELP: Final = (
    "Rank by this reading among all corridors, 1 reads worst; in brackets where it lies in nine "
    "draws of ten."
)


_CORRIDOR: Final = st.column_config.TextColumn("Corridor", width=300, help="Its name.")
SENSITIVITY_COLUMNS: Final[dict[str, Any]] = {
    "what": st.column_config.TextColumn("Value or choice", width=420, help="What was varied."),
    "first": st.column_config.ProgressColumn(
        "Alone",
        format="percent",
        min_value=0,
        max_value=1,
        help="Share of the variance that would go if this alone were known.",
    ),
    "total": st.column_config.ProgressColumn(
        "With all it acts through",
        format="percent",
        min_value=0,
        max_value=1,
        help="Share of the variance that would stay if all but this were known.",
    ),
    "note": st.column_config.TextColumn("Note", help="Why it has no share."),
}


def sensitivity_words(corridor: str) -> str:
    """Return what the table of sensitivity is about."""
    return (
        f"Which value or choice drives the cumulative exposure of {corridor}: shares of its "
        "variance, estimated from draws (Sobol indices). Small negative shares are noise."
    )


def side_by_side_columns() -> dict[str, Any]:
    """Return the column words of `dashboard.compare.side_by_side`."""
    columns: dict[str, Any] = {"corridor": _CORRIDOR}
    for reading, name in _NAMED.items():
        columns |= {
            reading: _number(reading, name),
            f"{reading}_interval": st.column_config.TextColumn(
                "90 %", help=f"{name}: nine draws of ten lie in this interval."
            ),
            f"{reading}_rank": st.column_config.TextColumn("Rank", help=_RANK_HELP),
        }
    return columns


def changed_columns(before: str, after: str) -> dict[str, Any]:
    """Return the column words of `dashboard.compare.changed_readings` for two named states."""
    columns: dict[str, Any] = {"corridor": _CORRIDOR}
    for reading, name in _NAMED.items():
        columns |= {
            f"{reading}_before": _number(reading, f"{name}, {before}"),
            f"{reading}_after": _number(reading, after),
            f"{reading}_change": _number(reading, "Change"),
        }
    return columns


def _number(reading: str, label: str) -> object:
    look = _FORMATS.get(reading, "localized")
    return st.column_config.NumberColumn(label, format=look, help=READINGS[reading])


def pair_panel(
    atlas: Atlas, readings: Readings, intervals: Intervals, pair: tuple[str, str], lang: str
) -> h.Element:
    """Return which of two corridors reads worse, in words, for every reading."""
    if pair[0] == pair[1]:
        return h.div(".atlas-panel")[h.p["Choose two different corridors."]]
    names = dict(atlas.corridors[f"name_{lang}"])
    rows = intervals.pairs
    chosen = rows[rows["first"].isin(pair) & rows["second"].isin(pair)]
    whole = comparable(atlas, readings)
    return h.div(".atlas-panel")[
        h.ul[
            [
                h.li[pair_words(dict(row), names, READINGS[row["reading"]].lower())]
                for row in each(chosen)
            ]
        ],
        [h.p[names[one], _AT_LEAST] for one in pair if not whole[one]],
        h.p(".atlas-note")[
            _PAIRS,
            markup.judgement(),
        ],
    ]


def scenario_panel(atlas: Atlas, compared: Compared, lang: str) -> h.Element:
    """Return what a scenario sets and why, and which countries and classes it moves."""
    scenario = compared.scenario
    names = atlas.names(lang)
    moved = compared.countries[compared.countries["changed"]]
    legs = compared.legs[compared.legs["baseline_class"] != compared.legs["scenario_class"]]
    lines = [
        (
            names[str(row.name)],
            markup.figure(row["baseline"]),
            markup.risk_chip(row["baseline_class"]),
            markup.figure(row["scenario"]),
            markup.risk_chip(row["scenario_class"]),
        )
        for row in each(moved)
    ]
    return h.div(".atlas-panel")[
        h.p[scenario.reason.why, " ", markup.judgement() if scenario.reason.judgement else None],
        markup.table(("Country", "As found", "", "In the scenario", ""), lines)
        if lines
        else h.p["Under the index that is chosen this scenario moves no country."],
        h.p[
            f"{len(legs)} of {len(compared.legs)} legs change their class. "
            "The map and every other page show the evidence, never a scenario."
        ],
        markup.unfold(
            "What it sets, and why",
            h.div(".atlas-wide")[
                markup.table(
                    ("What", "To", "Why", "Reference"),
                    [_set(one.reason) for one in scenario.overrides],
                )
            ],
        ),
    ]


def _set(reason: Reason) -> tuple[h.Node, ...]:
    return (
        h.code[reason.where],
        reason.value,
        [reason.why, " ", markup.judgement() if reason.judgement else None],
        reason.reference or "–",
    )


def plot_words(table: pd.DataFrame, shown: pd.Series) -> str:
    """Return how the plots are read, and which corridors are left out of them, and why."""
    out = [name for name in shown if name not in set(table["corridor"])]
    words = (
        "Filled: no other corridor on the plot is both shorter and lower. A comparison of "
        "published corridors by our judgement, not a choice among them."
    )
    return f"{words} {_NOT_COMPARED} {'; '.join(out)}." if out else words
