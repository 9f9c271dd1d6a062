"""Table 1 of the white paper as printed, and what the evidence corrects in the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.language import _, decimal, said
from dashboard.panels import markup
from dashboard.rows import each, row, rows
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

SOURCE: Final = ("wp_kim",)
COUNTRIES: Final = ("KOR", "USA", "CHN")
# The rows that feed the index, and the column of ours that says the same thing.
_OURS: Final = {"legal_status": "legal_status", "refoulement_risk": "risk_class"}


def paper() -> h.Element:
    """Return the mark that words are the white paper's."""
    return h.span(".atlas-tag", title=_("David Dohyung Kim, white paper (2026), Table 1"))[
        _("white paper")
    ]


def table1_chapter(atlas: Atlas, readings: Readings, iso3: str) -> h.Element | None:
    """Return what Table 1 says of a country, all seven dimensions; none where it is silent."""
    if iso3 not in COUNTRIES:
        return None
    lines = [
        (
            h.strong[said(line["label"])],
            [printed(line, iso3), " ", paper()],
            beside(readings, iso3, str(line.name)) or _silent(str(line.name)),
        )
        for line in each(atlas.table1)
    ]
    return markup.chapter(
        _("Table 1 of the white paper"),
        markup.table((_("Dimension"), _("As printed"), _("The atlas")), lines, "stacked table1"),
        h.p(".atlas-note")[
            _(
                "Words as printed in the white paper. Legal status and refoulement risk feed the "
                "index; the other five do not."
            )
        ],
        markup.sources(SOURCE, atlas.cited, _("Source: white paper, Table 1")),
    )


def _silent(dimension: str) -> h.Element:
    """Return why the atlas says nothing beside a row."""
    return h.span(".atlas-dim")[_(NO_DATA) if dimension in _OURS else _("not in the index")]


def departures(atlas: Atlas, readings: Readings) -> h.Element:
    """Return where the atlas agrees with Table 1, where not, and what it does not assess.

    The paper names a class first, and then perhaps when it holds: the class is compared, and the
    condition is said, because the index has none.
    """
    return h.div(".atlas-panel")[
        h.h2[_("Where the atlas departs from Table 1")],
        h.ul[
            [h.li[_departure(atlas, readings, iso3)] for iso3 in COUNTRIES],
            h.li[
                _(
                    "Legal status: taken over as the paper gives it, with the facts of the atlas "
                    "beside it. Integration, income and housing, language, labour market and "
                    "mental health: not assessed by the atlas, and in no figure."
                )
            ],
        ],
    ]


def _departure(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    """Return one country's risk in both: the paper's words, the atlas's class, and the verdict."""
    country = row(readings.countries, iso3)
    told = str(atlas.table1.loc["refoulement_risk", iso3])
    kind = country["risk_class"]
    if pd.isna(kind) or pd.isna(country["risk"]):
        return _("{country}: the paper says “{paper}”; the atlas has no data on this date.").format(
            country=atlas.names()[iso3], paper=said(told)
        )
    words = (
        _("{country}: the same. The paper says “{paper}”, the atlas {risk_class}, {risk} of 10.")
        if told == kind
        else _(
            "{country}: the same class without its condition. The paper says “{paper}”, the atlas "
            "{risk_class}, {risk} of 10, whether or not somebody is recognised."
        )
        if told.startswith(kind)
        else _(
            "{country}: another class. The paper says “{paper}”, the atlas {risk_class}, {risk} of "
            "10."
        )
    )
    return [
        words.format(
            country=atlas.names()[iso3],
            paper=said(told),
            risk_class=_(kind),
            risk=decimal(country["risk"]),
        ),
        " ",
        markup.judgement(),
    ]


def printed(line: Row, iso3: str) -> h.Node:
    """Return a cell's words; its citation follows where the words do not end with it."""
    words, citation = line[iso3], line[f"{iso3}_citation"]
    apart = citation and not str(words).endswith(citation)
    return [said(words), h.span(".atlas-dim")[f" {citation}"] if apart else None]


def beside(readings: Readings, iso3: str, dimension: str) -> h.Node:
    """Return what the atlas reads in place of a row that feeds the index; nothing for others."""
    if dimension not in _OURS or iso3 not in readings.countries.index:
        return None
    country = row(readings.countries, iso3)
    kind = country[_OURS[dimension]]
    if pd.isna(kind):
        return None
    scored = dimension == "refoulement_risk" and not pd.isna(country["risk"])
    return [
        f"{_(kind)}, {decimal(country['risk'])}" if scored else _(kind),
        " ",
        markup.judgement(),
    ]


def table1_words(atlas: Atlas, iso3: str) -> h.Node:
    """Return what Table 1 says of a country's legal status and risk, opening onto the paper."""
    if iso3 not in COUNTRIES:
        return None
    words = atlas.table1[iso3]
    return markup.sources(
        SOURCE,
        atlas.cited,
        _(
            "Table 1 of the white paper (2026): legal status “{status}”, refoulement risk “{risk}”"
        ).format(status=said(words["legal_status"]), risk=said(words["refoulement_risk"])),
    )


def corrections(atlas: Atlas) -> h.Element:
    """Return all that the evidence corrects in the white paper and in reports."""
    return h.div(".atlas-panel")[correction_list(atlas, atlas.corrections)]


def correction_list(atlas: Atlas, found: pd.DataFrame) -> h.Element:
    """Return corrections: claim, evidence, reason and sources of each."""
    return h.ul(".atlas-corrections")[[h.li[one_correction(atlas, line)] for line in rows(found)]]


def one_correction(atlas: Atlas, line: Row) -> h.Node:
    """Return one correction: who claims what and where, what the evidence says, and why."""
    return [
        h.div[
            h.strong[f"{said(line.claimed_by)}, {said(line.place)}: "],
            said(line.claim),
        ],
        h.div[h.strong[_("The evidence:"), " "], said(line.evidence_says)],
        h.div(".atlas-dim")[said(line.reason)],
        markup.sources(split_ids(line.source_ids), atlas.cited),
    ]
