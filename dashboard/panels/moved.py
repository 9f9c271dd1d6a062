"""Every number that a record moves, as a table; a row leads to the place of its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from dashboard.chapters import TITLES
from dashboard.language import N_, _, ngettext
from dashboard.panels.choice_table import HEAD, ONE_LINE
from dashboard.panels.data_table import data_table
from dashboard.panels.places import go, place_of
from dashboard.words import READINGS, RECIPE_COLUMNS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_DIGITS: Final = 2
_HIGHEST: Final = 420  # pixels
# Column of the numbers that a record makes: its name, its help, its width in pixels.
_MADE: Final = {
    "where": (N_("Where"), N_("The chart, the profile of a country, or the corridor."), 140),
    "number": (N_("Number"), N_("What it is called where it is shown."), 112),
    "shown": (N_("Shown"), N_("As it stands there."), 95),
    "without": (N_("Without it"), N_("Had the record never been found."), 95),
}


def moved_numbers(atlas: Atlas, readings: Readings, moved: pd.DataFrame) -> None:
    """Draw the numbers that rest on a record, as `dashboard.evidence.moved` finds them."""
    if moved.empty:
        st.caption(_("No number of the index that is chosen rests on it on the as-of date."))
        return
    st.caption(_words(readings, moved))
    _leading_on(moved, moved_table(atlas, readings, moved), _columns(), key="moved_table")


def _leading_on(
    numbers: pd.DataFrame, drawn: pd.DataFrame, columns: dict[str, Any], *, key: str
) -> None:
    """Draw a table whose selected row opens the place of its number."""
    chosen = data_table(
        drawn,
        columns,
        height=min(HEAD + ONE_LINE * len(numbers), _HIGHEST),
        on_select="rerun",
        selection_mode="single-row",
        key=key,
    )
    for row in chosen["selection"]["rows"]:
        go(place_of(*numbers.loc[row, ["level", "id"]]))


def moved_table(atlas: Atlas, readings: Readings, moved: pd.DataFrame) -> pd.DataFrame:
    """Return the table that is drawn: what the number is, what is shown, the part, without it."""
    return pd.DataFrame(
        {
            "number": [
                _number(atlas, readings, *key)
                for key in moved[["level", "id", "figure"]].itertuples(index=False)
            ],
            "shown": moved["shown"].round(_DIGITS),
            "part": moved["part"].round(_DIGITS),
            "without": moved["without"].round(_DIGITS),
        }
    )


def made_numbers(atlas: Atlas, made: pd.DataFrame) -> None:
    """Draw the figures that a record makes, as `dashboard.made_numbers` finds them."""
    if made.empty:
        st.caption(_("No chart, count or profile is another without it on the as-of date."))
        return
    st.caption(
        _("As they are with no filter set, and as if it had never been found. Select a row to go.")
    )
    columns = {
        name: st.column_config.TextColumn(_(title), width=width, help=_(words))
        for name, (title, words, width) in _MADE.items()
    }
    _leading_on(made, made_table(atlas, made), columns, key="made_table")


def made_table(atlas: Atlas, made: pd.DataFrame) -> pd.DataFrame:
    """Return the table that is drawn: where the number is, what it is called, with and without."""
    return pd.DataFrame(
        {
            "where": [_where(atlas, *key) for key in made[["level", "id"]].itertuples(index=False)],
            "number": made["number"],
            "shown": made["shown"],
            "without": made["without"].replace({"": _("nothing")}),
        }
    )


def _where(atlas: Atlas, level: str, one_id: str) -> str:
    if level == "chart":
        return _(TITLES[one_id])
    if level == "corridor":
        return str(atlas.corridor_names[one_id])
    return _("Profile: {name}").format(name=atlas.names()[one_id])


def _number(atlas: Atlas, readings: Readings, level: str, one_id: str, figure: str) -> str:
    if level == "leg":
        return f"{one_id}: {atlas.leg_names()[one_id]}"
    if level == "corridor":
        return f"{atlas.corridor_names[one_id]}: {_(READINGS[figure])}"
    iso3, _dot, dimension = one_id.partition(".")
    title = _(RECIPE_COLUMNS[dimension]) if dimension else _(readings.recipe.title)
    return f"{atlas.names().get(iso3, iso3)}: {title}"


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "number": column.TextColumn(
            _("Number"), width=200, help=_("What it is called where it is shown.")
        ),
        "shown": column.NumberColumn(
            _("Shown"),
            width=65,
            format="%.2f",
            help=_("Points of 0 to 10; for corridors score × 1,000 km, or kilometres."),
        ),
        "part": column.NumberColumn(
            _("Of it"),
            width=65,
            format="%.2f",
            help=_("What the record adds to it, in the same unit; the parts of all add up to it."),
        ),
        "without": column.NumberColumn(
            _("Without it"),
            width=80,
            format="%.2f",
            help=_("Had the record never been found: an older assessment or a rule then speaks."),
        ),
    }


def _words(readings: Readings, moved: pd.DataFrame) -> str:
    changes = (moved["shown"] - moved["without"]).fillna(1.0).abs() > 10**-_DIGITS / 2
    rests = ngettext("{number} number rests on it", "{number} numbers rest on it", len(moved))
    others = ngettext(
        "{number} would be another without it", "{number} would be others without it", changes.sum()
    )
    return _("{rests}; {others}. Index: {index}. Select a row to go to its place.").format(
        rests=rests, others=others, index=_(readings.recipe.title)
    )
