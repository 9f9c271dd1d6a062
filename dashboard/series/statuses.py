"""The status of corridors by period, as bars in time under the name of each corridor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.language import N_, _, said
from dashboard.series.figures import published_by
from routes.status import MUTED

if TYPE_CHECKING:
    from dashboard.series.evidence import TimeEvidence

# Groups of status words, our judgement: in use, in use with less, halted, no longer, not known.
GROUPS: Final = {
    N_("In use"): ("dominant", "active", "secondary", "emerging"),
    N_("Rare, reduced or disrupted"): (
        *("reduced", "restricted", "shrinking", "rare"),
        *("disrupted", "closing"),
    ),
    N_("Suspended"): ("suspended",),
    N_("Closed or historic"): ("closed", "historic"),
    N_("Unknown"): ("unknown",),
}
_GROUP_OF: Final = {code: group for group, codes in GROUPS.items() for code in codes}


def status_bars(evidence: TimeEvidence) -> pd.DataFrame:
    """Return one row per period that had begun on the as-of date, cut off there.

    A period that ends in the last year of the evidence goes on to the as-of date.

    Returns
    -------
    pd.DataFrame
        ``corridor_id, corridor``; ``place`` (0, 1, 2 …, the first reported on top); ``start,
        middle, end`` in years, the end not included; ``group, word, text, when, source`` for
        people; ``muted``; ``holds`` (on the as-of date); ``code, source_ids``.
    """
    until = evidence.until
    begun = evidence.statuses[evidence.statuses["start_year"] < until]
    still = begun["end_year"] >= _last_year(evidence)
    end = (begun["end_year"] + 1).mask(still, until).clip(upper=until)
    first = begun.groupby("corridor_id")["start_year"].min().sort_values(kind="stable")
    places = {corridor: place for place, corridor in enumerate(first.index)}
    return begun.assign(
        corridor=begun["corridor_id"].map(evidence.corridor_names),
        place=begun["corridor_id"].map(places),
        start=begun["start_year"],
        middle=(begun["start_year"] + end) / 2,
        end=end,
        holds=end == until,
        group=begun["code"].map(_GROUP_OF).map(_),
        muted=begun["code"].isin(MUTED),
        word=begun["code"].map(_),
        text=begun["text"].map(said),
        when=[
            _when(*ends) for ends in zip(begun["start_year"], begun["end_year"], still, strict=True)
        ],
        source=published_by(begun["source_ids"], evidence.sources),
    ).sort_values(["place", "start"], ignore_index=True)


def _last_year(evidence: TimeEvidence) -> int:
    """Return the year whose end stands for the end of the evidence, whatever the filters leave."""
    ends = evidence.statuses["end_year"]
    return max(evidence.horizon.year - 1, *ends) if len(ends) else evidence.horizon.year


def _when(first: int, last: int, still: bool) -> str:  # noqa: FBT001 - a column
    if still:
        return _("since {year}").format(year=first)
    return str(first) if first == last else f"{first}–{last}"


def groups() -> list[str]:
    """Return the words for the groups, the most used first."""
    return [_(group) for group in GROUPS]


def on_the_date(table: pd.DataFrame) -> pd.Series:
    """Return the group of each corridor on the as-of date; unknown where none holds."""
    held = table[table["holds"]].set_index("corridor_id")["group"]
    groups_held: pd.Series = held.reindex(pd.unique(table["corridor_id"])).fillna(_("Unknown"))
    return groups_held
