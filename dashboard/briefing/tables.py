"""Tables that a step of a story may show, in words: pure functions of the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.briefing.briefing import StepTable
from dashboard.briefing.errors import no_scenario
from dashboard.briefing.figure import ids_of
from dashboard.language import N_, _, decimal, integer, ngettext, said
from dashboard.rows import each, row, rows
from dashboard.scenarios import title
from dashboard.series.returns import returns_reported
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.briefing.evidence import StepEvidence

_COUNTRIES: Final = ("KOR", "USA", "CHN")
_MOST_ROWS: Final = 8


def table1(evidence: StepEvidence) -> StepTable:
    """Return the comparative table of the white paper, the two rows that feed the index first."""
    table = evidence.atlas.table1.sort_values("feeds_risk", ascending=False, kind="stable")
    names = evidence.atlas.names()
    return StepTable(
        title=_("Table 1 of the white paper"),
        columns=(_("Dimension"), *(names[iso3] for iso3 in _COUNTRIES)),
        rows=tuple(
            (said(line["label"]), *(said(line[iso3]) for iso3 in _COUNTRIES))
            for line in each(table)
        ),
        notes=(_("Words as printed in the white paper."),),
        source_ids=("wp_kim",),
    )


def returns(evidence: StepEvidence) -> StepTable:
    """Return how many returns are reported by each state, the first and the last of them."""
    reported = returns_reported(evidence.in_time)
    states = reported.groupby("country", sort=False).agg(
        reports=("date", "size"),
        first=("date", "min"),
        last=("date", "max"),
        none=("counted", "sum"),
    )
    found = states.sort_values("reports", ascending=False, kind="stable")
    return StepTable(
        title=_("Returns reported, by state"),
        columns=(_("State"), _("Reports"), _("First"), _("Last")),
        rows=tuple(
            (
                str(state.Index),
                integer(state.reports),
                state.first[:4],
                state.last[:4],
            )
            for state in rows(found)
        ),
        notes=(_("Reports, not people; the same people can stand in the reports of two states."),),
        source_ids=ids_of(reported["source_ids"]),
    )


def scenario(evidence: StepEvidence) -> StepTable:
    """Return the corridors whose cumulative exposure a scenario changes most, and by how much."""
    if evidence.compared is None:
        raise no_scenario()
    table = evidence.compared.corridors
    own = table[(table["reading"] == "cumulative") & table["changed"]]
    largest = own.loc[own["change"].abs().sort_values(ascending=False, kind="stable").index]
    names = evidence.atlas.corridor_names
    rest = len(largest) - _MOST_ROWS
    more = ngettext("One more corridor changes.", "{number} more corridors change.", rest)
    unit = _("Cumulative: score × 1,000 km from the start of the corridor to its end.")
    return StepTable(
        title=_("Cumulative exposure under the scenario: {title}").format(
            title=title(evidence.compared.scenario)
        ),
        columns=(_("Corridor"), _("Evidence"), _("Scenario"), _("Change")),
        rows=tuple(
            (
                names[line.corridor_id],
                decimal(line.baseline),
                decimal(line.scenario),
                _signed(line.change),
            )
            for line in rows(largest.head(_MOST_ROWS))
        ),
        notes=(unit, more) if rest > 0 else (unit,),
        ours=True,
    )


def countries(evidence: StepEvidence) -> StepTable:
    """Return what each state on the way reads: class, risk, legal status in practice."""
    read = evidence.readings.countries.sort_values("risk", ascending=False, kind="stable")
    names = evidence.atlas.names()
    return StepTable(
        title=_("Risk of return and legal status by state"),
        columns=(_("State"), _("Class"), _("Risk"), _("Legal status in practice")),
        rows=tuple(
            (
                names[iso3],
                _word(one["risk_class"]),
                decimal(float(one["risk"])),
                _word(one["legal_status"]),
            )
            for iso3 in read.index
            for one in [row(read, iso3)]
        ),
        source_ids=ids_of(evidence.readings.indicators["source_ids"]),
        ours=True,
    )


def _word(cell: object) -> str:
    return _(str(cell)) if isinstance(cell, str) else _(NO_DATA)


def _signed(change: float) -> str:
    return f"{'+' if change > 0 else '−'}{decimal(abs(change))}"


TABLES: Final[dict[str, Callable[[StepEvidence], StepTable]]] = {
    "table1": table1,
    "returns": returns,
    "scenario": scenario,
    "countries": countries,
}
# What each is called where one is chosen.
TABLE_TITLES: Final = {
    "table1": N_("Table 1 of the white paper"),
    "returns": N_("Returns reported, by state"),
    "scenario": N_("What the scenario changes"),
    "countries": N_("Risk of return and legal status by state"),
}
