"""One record opened: what it states, its sources to copy, what stands beside it, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from analysis.dates import age_years, start_of
from dashboard.evidence.beside import beside, corrections_of
from dashboard.evidence.records import (
    CORRECTION,
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    key_of,
    parted,
    record,
    sources_of,
)
from dashboard.evidence.titles import (
    KIND_TITLES,
    other_value,
    people,
    record_title,
    statement,
)
from dashboard.language import _, decimal, integer, said
from dashboard.panels import markup
from dashboard.texts import readable
from dashboard.words import NO_DATA
from geodata.schema import CONFIDENCES
from intake.ids import split_ids

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

_OUR_NOTE = "Analyst judgement. "


def record_panel(atlas: Atlas, readings: Readings, key: str) -> h.Element:
    """Return a record whole; every statement stands above the sources that it rests on."""
    kind, _id = parted(key)
    cells = record(atlas, key)
    lines = [line for line in _lines(atlas, readings, kind, cells) if line[1]]
    return h.div(".atlas-panel.atlas-record")[
        h.div(".atlas-dim")[_(KIND_TITLES[kind])],
        h.h3[record_title(atlas, key)],
        h.p[
            h.strong[statement(atlas, key)],
            [" ", markup.judgement()] if kind == FACT and cells["judgement"] else None,
        ],
        h.dl(".atlas-lines")[[(h.dt[title], h.dd[words]) for title, words in lines]],
        markup.section(
            _("Source") if kind == SOURCE else _("Sources"),
            h.ul[[markup.citation(atlas.cited[one]) for one in sources_of(atlas, key)]],
        ),
        _beside(atlas, key),
        _corrections(atlas, key),
    ]


def _lines(atlas: Atlas, readings: Readings, kind: str, cells: Row) -> list[tuple[str, h.Node]]:
    """Return what is known of a record beside its statement: each line a title and its words."""
    if kind == FACT:
        source_date = atlas.sources["date"][cells["source_id"]]
        spoken = str(cells["year"]) if not pd.isna(cells["year"]) else source_date
        return [
            (_("Speaks of"), _(NO_DATA) if pd.isna(cells["year"]) else str(cells["year"])),
            (_("Date of the source"), source_date or _("undated")),
            (_("Age"), _age(spoken, readings.date)),
            (_("Grade"), _(cells["confidence"])),
            (_("Note"), readable(cells["note"], atlas.cited).removeprefix(_(_OUR_NOTE))),
        ]
    if kind == INCIDENT:
        return [
            (_("People"), people(cells)),
            (_("Age"), _age(cells["date"], readings.date)),
            (_("Grade"), _(cells["reliability"])),
        ]
    if kind == EVENT:
        corridors = [atlas.corridor_names[one] for one in split_ids(cells["corridor_ids"])]
        return [
            (_("Until"), cells["date_end"]),
            (_("Effect on risk"), [said(cells["risk_effect"]), " ", markup.judgement()]),
            (_("Grade"), _(cells["confidence"])),
            (_("Corridors"), "; ".join(corridors)),
        ]
    if kind == FIGURE:
        return [
            (_("Another figure"), other_value(cells)),
            (_("Period"), said(cells["period"])),
            (_("Women and girls"), _women(cells)),
            (_("Grade"), _(cells["confidence"])),
            (_("Note"), readable(cells["note"], atlas.cited)),
        ]
    if kind == CORRECTION:
        return [
            (_("Claimed by"), f"{said(cells['claimed_by'])}: {said(cells['place'])}"),
            (_("The evidence"), said(cells["evidence_says"])),
            (_("Why, and what the atlas does"), said(cells["reason"])),
        ]
    return [(_("Note"), readable(cells["note"], atlas.cited))]


def _age(date: str, on: dt.date) -> str:
    """Return how old what is spoken of is on a date, from its beginning."""
    years = age_years(start_of(pd.Series([date])), on).iloc[0]
    if pd.isna(years):
        return _(NO_DATA)
    return _("{years} years on the as-of date").format(years=decimal(years))


def _women(flow: Row) -> str:
    counted = [] if pd.isna(flow["female"]) else [integer(flow["female"])]
    share = flow["female_share_pct"]
    return ", ".join([*counted, *([] if pd.isna(share) else [f"{decimal(share)} %"])])


def _beside(atlas: Atlas, key: str) -> h.Node:
    keys = beside(atlas, key)
    if not keys:
        return None
    lines = [
        (
            _when(record(atlas, one)),
            statement(atlas, one),
            markup.sources(sources_of(atlas, one), atlas.cited),
        )
        for one in (keys if parted(key)[0] == CORRECTION else (key, *keys))
    ]
    head = (_("Speaks of"), _("Statement"), _("Source"))
    if parted(key)[0] == CORRECTION:
        return markup.section(_("What it concerns"), markup.table(head, lines))
    return markup.section(
        _("Side by side with what else speaks of it"),
        markup.table(head, lines),
        h.p(".atlas-note")[
            _("All are kept. Where an index reads them, the newest speaks, then the better graded.")
        ],
    )


def _when(cells: Row) -> str:
    when = cells["year"] if "year" in cells else cells["date"]
    return _(NO_DATA) if pd.isna(when) else str(when)


def _corrections(atlas: Atlas, key: str) -> h.Node:
    lines = [
        h.li[
            h.div[h.strong[f"{said(one['claimed_by'])}: "], said(one["claim"])],
            h.div[h.strong[_("The evidence: ")], said(one["evidence_says"])],
            h.div(".atlas-dim")[said(one["reason"])],
            markup.sources(split_ids(one["source_ids"]), atlas.cited),
        ]
        for one in (
            record(atlas, key_of(CORRECTION, found)) for found in corrections_of(atlas, key)
        )
    ]
    return markup.section(_("Corrections that concern it"), h.ul[lines]) if lines else None


def grades_panel(atlas: Atlas) -> h.Element:
    """Return how many facts have each grade, are our judgement, or rest on no source seen."""
    facts = atlas.facts
    lines = [(_(grade), int((facts["confidence"] == grade).sum())) for grade in CONFIDENCES]
    lines += [
        (_("our judgement"), int(facts["judgement"].sum())),
        (_("unverified"), int((~atlas.verified).sum())),
    ]
    return h.div(".atlas-panel")[
        h.h3[_("All facts by grade")],
        h.dl(".atlas-lines")[[(h.dt[name], h.dd[integer(count)]) for name, count in lines]],
    ]
