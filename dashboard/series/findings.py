"""One sentence for each chart: what there is to see, computed from the table that is drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from dashboard.language import _, day, integer, ngettext, pgettext
from dashboard.rows import row
from dashboard.series.arrivals import SERIES as ARRIVALS
from dashboard.series.arrivals import added_up
from dashboard.series.figures import figures, number
from dashboard.series.returns import largest_event, without_count
from dashboard.series.statuses import GROUPS, on_the_date

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.series.evidence import TimeEvidence

_HALF = 50


def arrivals_found(_table: pd.DataFrame, evidence: TimeEvidence) -> str:
    """Return the highest and the last year, and whether the years add up to the official total."""
    yearly = figures(evidence, ARRIVALS)
    most, last = row(yearly, yearly["value"].idxmax()), yearly.iloc[-1]
    words = _("Most in {most_year}: {most}. In {last_year}: {last}.").format(
        most_year=most["when"],
        most=number(most["value"]),
        last_year=last["when"],
        last=number(last["value"]),
    )
    return f"{words} {_sum_words(evidence)}".strip()


def _sum_words(evidence: TimeEvidence) -> str:
    found = added_up(evidence)
    if found is None:
        return ""
    year, total, official = found
    if np.isnan(official):
        return _(
            "Our arithmetic: the block to the end of 1998 and the years add up to {total} at the "
            "end of {year}."
        ).format(total=integer(total), year=year)
    return _(
        "Our arithmetic: the block to the end of 1998 and the years add up to {total} at the end "
        "of {year}; the official total is {official}."
    ).format(total=integer(total), year=year, official=integer(official))


def share_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return in which years women and girls were not the majority."""
    low = table.loc[table["share"] < _HALF, "when"]
    if low.empty:
        return _("Women and girls were most of those who arrived in each of these years.")
    return _("Women and girls were most of those who arrived in each year except {years}.").format(
        years=", ".join(low)
    )


def ranges_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return for which year the sources differ most, and by which factor."""
    ranged = table[table["bottom"] < table["top"]]
    last = row(table, table["end"].idxmax())
    words = _("The last figure found is of {year} ({period}): {figure}.").format(
        year=last["when"], period=last["period"], figure=last["figure"]
    )
    if ranged.empty:
        return words
    most = row(ranged, (ranged["top"] / ranged["bottom"]).idxmax())
    differ = _("Sources differ most for {year}, by a factor of {factor}.").format(
        year=most["when"], factor=number(round(most["top"] / most["bottom"], 1))
    )
    return f"{differ} {words}"


def counts_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return the period with the highest figure, and those with a reported zero."""
    most = row(table, table["top"].idxmax())
    words = _("Most in {year}: {number}.").format(year=most["when"], number=most["figure"])
    none = table.loc[table["value"] == 0, "when"]
    if none.empty:
        return words
    zero = _("A zero was reported for {years}.").format(years=", ".join(none))
    return f"{words} {zero}"


def returns_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return how many returns are on record, how many without a count, and the largest of a day."""
    sentences = [
        ngettext("{number} return is on record.", "{number} returns are on record.", len(table))
    ]
    if unknown := without_count(table):
        told = ngettext(
            "{number} of them has no count.", "{number} of them have no count.", unknown
        )
        sentences.append(told)
    if (event := largest_event(table)) is not None:
        largest = _("The largest that is known to the day: {date}, {country}, {people} people.")
        sentences.append(
            largest.format(
                date=day(dt.date.fromisoformat(event["date"])),
                country=event["country"],
                people=event["figure"],
            )
        )
    return " ".join(sentences)


def estimates_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return between which ends the estimates lie."""
    told = _("The estimates on record lie between {low} and {high}. No trend follows from them.")
    return told.format(low=number(table["bottom"].min()), high=number(table["top"].max()))


def statuses_found(table: pd.DataFrame, _evidence: TimeEvidence) -> str:
    """Return how many corridors are in each group on the as-of date."""
    held = on_the_date(table).value_counts()
    parts = [
        _("{group}: {number}").format(group=_(group), number=integer(held[_(group)]))
        for group in GROUPS
        if _(group) in held
    ]
    told = pgettext("corridors by status", "Corridors on the date. {parts}.")
    return told.format(parts="; ".join(parts))
