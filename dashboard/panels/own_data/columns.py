"""What the columns of own corridors and own legs are called, and what they mean."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.language import _


def corridor_columns() -> dict[str, Any]:
    """Return the columns of own and published corridors."""
    text = st.column_config.TextColumn
    return {
        "corridor": text(_("Corridor"), width=260),
        "whose": text(_("Whose"), width=110, help=_("Yours stay on this machine.")),
        "cumulative": _tenths(_("Cumulative"), _("Score × 1,000 km summed over the legs.")),
        "cumulative_low": _tenths(_("from"), _low()),
        "cumulative_high": _tenths(_("to"), _high()),
        "worst_reading": _bar(_("Worst leg"), _("The highest reading of a leg.")),
        "worst_low": _tenths(_("from"), _low()),
        "worst_high": _tenths(_("to"), _high()),
        "km_high": _whole(_("km High"), _("Ground kilometres in countries in the class High.")),
        "legs_not_scored": _whole(_("Legs not scored"), _("Missing is not zero risk.")),
        "length_km": _whole(_("Length, km"), _("On the ellipsoid, flights included.")),
        "own_assessment": _touched(),
    }


def leg_columns() -> dict[str, Any]:
    """Return the columns of own legs."""
    text = st.column_config.TextColumn
    return {
        "leg": text(_("Leg"), width=240),
        "corridor": text(_("Corridor"), width=160),
        "risk_class": text(_("Class"), help=_("Our judgement by the page Method.")),
        "reading": _bar(_("Reading"), _("Refoulement risk of the leg, 0 to 10.")),
        "low": _tenths(_("Interval from"), _low()),
        "high": _tenths(_("Interval to"), _high()),
        "length_km": _whole(_("Length, km"), _("On the ellipsoid, flights included.")),
        "countries": text(_("Countries"), help=_("As declared, or those that the line crosses.")),
        "reason": text(_("Why no reading"), help=_("Missing is not zero risk.")),
        "own_assessment": _touched(),
    }


def change_columns() -> dict[str, Any]:
    """Return the columns of legs that a scenario moves, in their order."""
    text = st.column_config.TextColumn
    return {
        "leg": text(_("Leg"), width=260),
        "corridor": text(_("Corridor"), width=150),
        "baseline": _tenths(_("As found"), _("With your own assessments, where there are any.")),
        "baseline_low": _tenths(_("from"), _low()),
        "baseline_high": _tenths(_("to"), _high()),
        "scenario": _tenths(_("In the scenario"), _("Refoulement risk of the leg, 0 to 10.")),
        "scenario_low": _tenths(_("from"), _low()),
        "scenario_high": _tenths(_("to"), _high()),
        "change": _tenths(_("Change"), _("Above zero is graver.")),
        "apart": st.column_config.CheckboxColumn(
            _("Intervals apart"),
            help=_(
                "The two intervals have nothing in common: the change is larger than the doubt."
            ),
        ),
    }


def way_columns() -> dict[str, Any]:
    """Return the columns of ways through the own network, lowest cumulative exposure first."""
    return {
        "way": st.column_config.TextColumn(_("Way"), width=420),
        "cumulative": _tenths(_("Cumulative"), _("Score × 1,000 km summed over the legs.")),
        "low": _tenths(_("from"), _low()),
        "high": _tenths(_("to"), _high()),
        "worst_reading": _bar(_("Worst leg"), _("The highest reading of a leg.")),
        "km_high": _whole(_("km High"), _("Ground kilometres in countries in the class High.")),
        "length_km": _whole(_("Length, km"), _("On the ellipsoid, flights included.")),
    }


def _low() -> str:
    return _("Lower end of the interval that holds nine of ten draws.")


def _high() -> str:
    return _("Upper end of the interval that holds nine of ten draws.")


def _touched() -> object:
    return st.column_config.CheckboxColumn(
        _("Own assessment in it"),
        help=_("An assessment of your own, not the evidence, moves this figure."),
    )


def _bar(title: str, words: str) -> object:
    return st.column_config.ProgressColumn(
        title, format="%.1f", min_value=0, max_value=10, help=words
    )


def _tenths(title: str, words: str) -> object:
    return st.column_config.NumberColumn(title, format="%.1f", help=words)


def _whole(title: str, words: str) -> object:
    return st.column_config.NumberColumn(title, format="localized", help=words)
