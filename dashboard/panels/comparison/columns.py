"""What the columns of the tables of the page Compare are called."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from dashboard.language import N_, _
from dashboard.words import READINGS

_NAMED: Final = {
    "cumulative": N_("Cumulative"),
    "worst_reading": N_("Worst leg"),
    "km_high": N_("km High"),
    "km_elevated_or_worse": N_("km Elevated +"),
}
_FORMATS: Final = {"cumulative": "%.1f", "worst_reading": "%.1f"}
# Of the figure and of its interval, in pixels: all of them and the ranks fit a screen of 1440.
_WIDTHS: Final = {
    "cumulative": (84, 78),
    "worst_reading": (76, 70),
    "km_high": (72, 92),
    "km_elevated_or_worse": (98, 92),
}


def side_by_side_columns() -> dict[str, Any]:
    """Return the column words of `dashboard.compare.side_by_side`."""
    columns: dict[str, Any] = {"corridor": _corridor(width=142)}
    for reading, title in _NAMED.items():
        name = _(title)
        columns |= {
            reading: _number(reading, name, width=_WIDTHS[reading][0]),
            f"{reading}_interval": _interval(name, width=_WIDTHS[reading][1]),
            f"{reading}_rank": st.column_config.TextColumn(
                _("Rank"),
                width=68,
                help=_(
                    "Rank by this reading among all corridors, 1 reads worst; in brackets where it "
                    "lies in nine draws of ten."
                ),
            ),
        }
    return columns


def changed_columns(before: str, after: str) -> dict[str, Any]:
    """Return the column words of `dashboard.compare.changed_readings` for two named states."""
    columns: dict[str, Any] = {"corridor": _corridor()}
    for reading, title in _NAMED.items():
        name = _(title)
        columns |= {
            f"{reading}_before": _number(reading, f"{name}, {before}"),
            f"{reading}_interval_before": _interval(name),
            f"{reading}_after": _number(reading, after),
            f"{reading}_interval_after": _interval(name),
            f"{reading}_change": _number(reading, _("Change")),
            f"{reading}_interval_change": _interval(name),
            f"{reading}_worse_change": st.column_config.NumberColumn(
                _("Reads worse, % of draws"),
                width=160,
                format="%.0f",
                help=_(
                    "In how many of a hundred draws it reads worse after; a tie counts half. "
                    "Between 20 and 80 it is not determined."
                ),
            ),
        }
    return columns


def _interval(name: str, *, width: int = 94) -> object:
    return st.column_config.TextColumn(
        _("90 %"),
        width=width,
        help=_("{reading}: nine draws of ten lie in this interval.").format(reading=name),
    )


def _corridor(*, width: int = 190) -> object:
    return st.column_config.TextColumn(_("Corridor"), width=width, pinned=True, help=_("Its name."))


def _number(reading: str, label: str, *, width: int | None = None) -> object:
    look = _FORMATS.get(reading, "localized")
    return st.column_config.NumberColumn(label, format=look, width=width, help=_(READINGS[reading]))
