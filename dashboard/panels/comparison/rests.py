"""What a figure rests on: what makes it uncertain, and what would change without one source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

from analysis.leave_out import A_FIGURE, INDICATOR, NO_FIGURE
from analysis.order_changes import class_changes, order_changes
from dashboard import compare, doors, session
from dashboard.language import NO_BREAK, _, decimal, integer, ngettext, percent
from dashboard.panels import markup
from dashboard.panels.comparison import words
from dashboard.panels.comparison.reading import choose_reading
from dashboard.panels.shown import show
from dashboard.rows import each, rows
from dashboard.words import READINGS, RECIPE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

_LEAST: Final = 0.005  # a share that rounds to 0 %
_LEAST_ERROR: Final = 0.1  # in points, the least that is printed
_MOST_TOLD: Final = 12


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw what drives the doubt about a corridor, and what rests on one source alone."""
    choose_reading(atlas.choices)
    st.selectbox(
        _("Corridor"),
        atlas.choices.first,
        format_func=atlas.corridor_names.__getitem__,
        key=session.widget_key("first"),
        width=480,
    )
    with st.spinner(_("Varying one value at a time …")):
        found = doors.corridor_sensitivity(settings.recipe, settings.date, settings.first)
    show(doubt_panel(atlas, found, settings))
    st.subheader(_("Without one source, or one indicator"))
    st.caption(
        _(
            "Each source and each indicator is left out in turn, and everything is computed anew "
            "from what remains. It takes some seconds the first time."
        )
    )
    if not st.toggle(_("Leave each one out"), key=session.LEAVE_OUT):
        return
    with st.spinner(_("Leaving out one source after the other …")):
        changes = doors.left_out(settings.recipe, settings.date)
    readings = doors.readings(settings.recipe, settings.date)
    show(without_panel(atlas, readings, changes))


def doubt_panel(atlas: Atlas, found: pd.DataFrame, settings: Settings) -> h.Element:
    """Return which value or choice makes one reading of a corridor uncertain, most first."""
    own = found[found["figure"] == settings.reading]
    told = own[own["total"].fillna(0) >= _LEAST]
    names, corridor = atlas.names(), atlas.corridor_names[settings.first]
    by = _(READINGS[settings.reading])
    if told.empty:
        notes = ", ".join(dict.fromkeys(_(note) for note in own["note"] if note))
        nothing = _("{by} of {corridor}: nothing that is varied changes it. {notes}")
        return h.div(".atlas-panel")[h.p[nothing.format(by=by, corridor=corridor, notes=notes)]]
    most = words.factor_words(told.iloc[0], names)
    answer = _("{by} of {corridor}: the largest part of the doubt comes from “{most}”.")
    if _is_close(told):
        answer = _(
            "{by} of {corridor}: no part of the doubt is clearly the largest; “{most}” leads."
        )
    return h.div(".atlas-panel")[
        h.div(".atlas-answers")[
            h.p[h.strong[answer.format(by=by, corridor=corridor, most=most)]],
            h.p(".atlas-note")[
                _(
                    "Alone: the part of the doubt that would go if this were known. With others: "
                    "the part that would stay if all else were known. (Shares of variance, first "
                    "and total order: Sobol indices, estimated, ± their standard error in points.)"
                ),
                " ",
                markup.judgement(),
            ],
        ],
        h.div(".atlas-wide")[
            markup.table(
                (_("Value or choice"), _("Alone"), "", _("With others"), ""),
                [
                    (
                        words.factor_words(row, names),
                        _share(row["first"], row["first_error"]),
                        markup.meter(row["first"]),
                        _share(row["total"], row["total_error"]),
                        markup.meter(row["total"]),
                    )
                    for row in each(told)
                ],
            )
        ],
    ]


def _is_close(told: pd.DataFrame) -> bool:
    """Return whether the first two total shares differ by less than their errors together."""
    if len(told) < 2:  # noqa: PLR2004 - a pair
        return False
    one, other = told["total"].iloc[:2]
    return bool(one - other < told["total_error"].iloc[:2].sum())


def _share(share: float, error: float) -> str:
    """Return an estimated share with its standard error; below 0 and above 1 nothing is told."""
    points = 100 * error
    within = (
        decimal(points) if points >= _LEAST_ERROR / 2 else f"<{NO_BREAK}{decimal(_LEAST_ERROR)}"
    )
    return f"{percent(min(max(share, 0.0), 1.0))} ± {within}"


def without_panel(atlas: Atlas, readings: Readings, changes: pd.DataFrame) -> h.Element:
    """Return what would change without each source and each indicator, in words and in a table."""
    alike = compare.comparable(atlas, readings)
    orders = order_changes(changes, readings.corridors, among=alike.index[alike])
    classes = class_changes(changes, readings.classes)
    things = changes[["kind", "left_out"]].drop_duplicates()
    titles = {name: _title(atlas, *name) for name in things.itertuples(index=False, name=None)}
    return h.div(".atlas-panel")[
        h.div(".atlas-answers")[
            h.p[h.strong[_summary(things, orders, classes)]],
            [h.p[sentence] for sentence in _order_sentences(atlas, orders, titles)],
            h.p(".atlas-note")[
                _("Orders of corridors that begin in North Korea and are scored on every leg."),
                " ",
                markup.judgement(),
            ],
        ],
        h.div(".atlas-wide")[
            markup.table(
                (
                    _("Left out"),
                    _("Countries with another class"),
                    _("Legs with another class"),
                    _("Orders that turn"),
                    _("Largest change of a leg"),
                ),
                [
                    _thing(atlas, changes, (orders, classes), name, title)
                    for name, title in titles.items()
                ],
            )
        ],
    ]


def _title(atlas: Atlas, kind: str, name: str) -> str:
    if kind == INDICATOR:
        return _("Indicator: {name}").format(name=_(RECIPE_COLUMNS.get(name, name)))
    return atlas.source_lines.get(name, name)


def _summary(things: pd.DataFrame, orders: pd.DataFrame, classes: pd.DataFrame) -> str:
    sources = things.loc[things["kind"] != INDICATOR, "left_out"]
    legs = classes[classes["level"] == "leg"]
    return _(
        "Of {sources} sources that figures rest on, {classes} would change the class of a leg if "
        "it were missing, and {orders} would turn the order of two corridors."
    ).format(
        sources=integer(len(sources)),
        classes=integer(legs.loc[legs["kind"] != INDICATOR, "left_out"].nunique()),
        orders=integer(orders.loc[orders["kind"] != INDICATOR, "left_out"].nunique()),
    )


def _order_sentences(
    atlas: Atlas, orders: pd.DataFrame, titles: dict[tuple[str, str], str]
) -> list[str]:
    names = atlas.corridor_names
    sentence = _(
        "Without “{thing}” the order of {first} and {second} would turn by {reading}: today the "
        "first reads worse."
    )
    told = [
        sentence.format(
            thing=titles[row.kind, row.left_out],
            first=names[row.first],
            second=names[row.second],
            reading=_(READINGS[row.reading]),
        )
        for row in rows(orders.iloc[:_MOST_TOLD])
    ]
    more = len(orders) - len(told)
    more_words = ngettext("{number} more turns.", "{number} more turn.", more)
    return [*told, more_words] if more > 0 else told


def _thing(
    atlas: Atlas,
    changes: pd.DataFrame,
    found: tuple[pd.DataFrame, pd.DataFrame],
    name: tuple[str, str],
    title: str,
) -> tuple[h.Node, ...]:
    """Return the row of one thing that is left out."""
    orders, classes = (
        one[(one["kind"] == name[0]) & (one["left_out"] == name[1])] for one in found
    )
    own = changes[(changes["kind"] == name[0]) & (changes["left_out"] == name[1])]
    countries = atlas.names()
    moved = [
        f"{countries.get(row.id, row.id)}: {_(row.shown_class)} → {_(row.without_class)}"
        for row in rows(classes[classes["level"] == "country"])
    ]
    return (
        title,
        "; ".join(moved) or "–",
        integer((classes["level"] == "leg").sum()),
        integer(len(orders)),
        _largest(atlas, own[own["level"] == "leg"]),
    )


def _largest(atlas: Atlas, legs: pd.DataFrame) -> str:
    """Return the leg whose reading changes most, or that is lost."""
    if legs.empty:
        return "–"
    row = legs.iloc[0]
    name = atlas.leg_names()[row["id"]]
    if row["note"] in (NO_FIGURE, A_FIGURE):
        return f"{name}: {_(row['note'])}"
    return f"{name}: {decimal(row['shown'])} → {decimal(row['without'])}"
